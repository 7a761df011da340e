#include "store/spool.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "base/result.h"
#include "store/desk_store.h"
#include "store/fault.h"
#include "store/sha256.h"
#include "store/store.h"

namespace kith::store {

namespace {

constexpr std::size_t sector = 512;
constexpr std::size_t hash_size = 32;
constexpr std::string_view mark = "kithlook";
constexpr std::size_t head_size = mark.size() + sizeof(std::uint64_t) + 2 * hash_size;

std::size_t whole_sectors(std::size_t bytes) {
    return (bytes + sector - 1) / sector * sector;
}

[[noreturn]] void fail(const std::filesystem::path& file) {
    throw Fault(file.string() + ": " + std::generic_category().message(errno));
}

void sync_directory(const std::filesystem::path& file) {
    const auto directory = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    const int handle = ::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = handle >= 0 && fsync(handle) == 0;
    const int why = errno;
    if (handle >= 0) ::close(handle);
    errno = why;
    if (!synced) fail(file);
}

// ---- One look as bytes ----------------------------------------------------------------------------------------------

void append(Bytes& out, BytesView bytes) {
    out.insert(out.end(), bytes.begin(), bytes.end());
}

void append(Bytes& out, std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8)
        out.push_back(static_cast<std::uint8_t>(number >> shift));
}

void append(Bytes& out, std::string_view text) {
    append(out, text.size());
    append(out, bytes_of(text));
}

Bytes bytes_of_look(const Look& look) {
    Bytes out;
    append(out, static_cast<std::uint64_t>(micros(look.access.at)));
    append(out, look.access.actor.bytes);
    append(out, look.access.action);
    append(out, look.access.purpose);
    append(out, look.access.reason ? "+" + *look.access.reason : "-");
    for (const RawId& person : look.persons)
        append(out, person.bytes);
    return out;
}

/// Takes what was appended, in the same order. Past the end there is nothing but zeros.
struct Taking {
    BytesView left;

    BytesView bytes(std::size_t size) {
        const auto taken = left.first(std::min(size, left.size()));
        left = left.subspan(taken.size());
        return taken;
    }
    std::uint64_t number() {
        std::uint64_t number = 0;
        int shift = 0;
        for (const auto each : bytes(8)) {
            number |= std::uint64_t{each} << shift;
            shift += 8;
        }
        return number;
    }
    std::string text() { return std::string(text_of(bytes(number()))); }
    RawId id() {
        RawId id;
        std::ranges::copy(bytes(id.bytes.size()), id.bytes.begin());
        return id;
    }
};

Look look_of_bytes(BytesView bytes) {
    Taking taking{bytes};
    Look look;
    look.access.at = from_micros(static_cast<std::int64_t>(taking.number()));
    look.access.actor = taking.id();
    look.access.action = taking.text();
    look.access.purpose = taking.text();
    if (auto reason = taking.text(); reason.starts_with('+')) look.access.reason = reason.substr(1);
    while (!taking.left.empty())
        look.persons.push_back(taking.id());
    return look;
}

Bytes record_of(const Look& look, BytesView before) {
    const Bytes body = bytes_of_look(look);
    Bytes record;
    append(record, bytes_of(mark));
    append(record, body.size());
    append(record, before);
    append(record, sha256(before, body));
    append(record, body);
    record.resize(whole_sectors(record.size()));
    return record;
}

/// The record that begins here, and how many bytes it takes; nothing when none does that fits its hash.
std::optional<std::pair<Spool::Entry, std::size_t>> entry_at(BytesView bytes) {
    Taking taking{bytes};
    if (text_of(taking.bytes(mark.size())) != mark) return std::nullopt;
    const auto size = taking.number();
    if (size > bytes.size() - head_size) return std::nullopt;
    const auto before = taking.bytes(hash_size), hash = taking.bytes(hash_size), body = taking.bytes(size);
    if (!std::ranges::equal(sha256(before, body), hash)) return std::nullopt;
    return std::pair{Spool::Entry{look_of_bytes(body), {before.begin(), before.end()}, {hash.begin(), hash.end()}},
                     whole_sectors(head_size + size)};
}

}  // namespace

// ---- The file -------------------------------------------------------------------------------------------------------

/// Against other threads and other programs.
struct Spool::Lock {
    explicit Lock(Spool& spool) : own(spool.mutex_), handle(spool.handle_) {
        while (flock(handle, LOCK_EX) != 0 && errno == EINTR) {
        }
    }
    ~Lock() { flock(handle, LOCK_UN); }
    std::lock_guard<std::mutex> own;
    int handle;
};

struct Spool::Content {
    std::vector<Entry> entries;
    std::size_t end = 0;  ///< after the last sector that is not empty
};

Spool::Spool(const std::filesystem::path& file, std::size_t room) : file_(file), room_(whole_sectors(room)) {
    handle_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (handle_ < 0) fail(file);
    try {
        const Lock lock(*this);
        take_room();
        waits_ = read().end > 0;
    } catch (...) {
        ::close(handle_);
        throw;
    }
}

/// Written, not only promised: what is written over later then needs no room, and no news of where it lies.
void Spool::take_room() {
    struct stat now {};
    if (fstat(handle_, &now) != 0) fail(file_);
    const auto there = static_cast<std::size_t>(now.st_size);
    room_ = std::max(room_, whole_sectors(there));
    if (there == room_) return;
    if (write(there, Bytes(room_ - there)) && fsync(handle_) == 0) return sync_directory(file_);
    const int why = errno;
    (void)!ftruncate(handle_, now.st_size);
    errno = why;
    fail(file_);
}

Spool::~Spool() {
    ::close(handle_);
}

bool Spool::write(std::size_t at, BytesView bytes) {
    while (!bytes.empty()) {
        const auto written = pwrite(handle_, bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        at += static_cast<std::size_t>(written);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return fdatasync(handle_) == 0;
}

Spool::Content Spool::read() const {
    Bytes all(room_);
    std::size_t size = 0;
    while (size < all.size()) {
        const auto got = pread(handle_, all.data() + size, all.size() - size, static_cast<off_t>(size));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail(file_);
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
    }
    Content content;
    for (std::size_t at = 0; at < all.size();) {
        auto found = entry_at(BytesView(all).subspan(at));
        const std::size_t next = at + (found ? found->second : sector);
        const bool is_empty = !found && std::all_of(all.begin() + static_cast<std::ptrdiff_t>(at),
                                                    all.begin() + static_cast<std::ptrdiff_t>(next),
                                                    [](std::uint8_t byte) { return byte == 0; });
        if (found) content.entries.push_back(std::move(found->first));
        if (!is_empty) content.end = next;
        at = next;
    }
    return content;
}

bool Spool::add(const Look& look) {
    const Lock lock(*this);
    if (broken_) return false;
    try {
        return put_at_end(look);
    } catch (const Fault&) {  // it cannot even be read
        broken_ = true;
        return false;
    }
}

bool Spool::put_at_end(const Look& look) {
    const auto content = read();
    const Bytes record =
        record_of(look, content.entries.empty() ? Bytes(hash_size) : Bytes(content.entries.back().hash));
    if (record.size() > room_ - content.end) return false;
    // What a disk says after it failed once is not to be believed.
    broken_ = !write(content.end, record);
    waits_ = true;
    return !broken_;
}

void Spool::hand_over(FunctionRef<void(const std::vector<Entry>&)> take) {
    const Lock lock(*this);
    const auto content = read();
    if (!content.entries.empty()) take(content.entries);
    if (content.end > 0 && !write(0, Bytes(content.end))) {
        broken_ = true;
        return;
    }
    waits_ = false;
}

// ---- Into the log ---------------------------------------------------------------------------------------------------

namespace {

/// A look that was taken is known by its hash, as a form that was sent is by its token.
std::string token_of(const Bytes& hash) {
    return "look " + hex(hash);
}

bool is_in_log(Writer& writer, const Bytes& hash) {
    return writer.find<Idempotency>(token_of(hash)).has_value();
}

Look gap_before(const Spool::Entry& entry) {
    return {{.at = entry.look.access.at,
             .action = "spool of the access log",
             .purpose = "a look before this is missing or was changed"},
            {}};
}

int take_into_log(Writer& writer, const std::vector<Spool::Entry>& entries) {
    int looks = 0;
    Bytes last(hash_size);
    for (const auto& entry : entries) {
        const bool follows =
            entry.before == last || entry.before == Bytes(hash_size) || is_in_log(writer, entry.before);
        const bool is_new = !is_in_log(writer, entry.hash);
        last = entry.hash;
        writer.put(Idempotency{token_of(entry.hash), entry.hash, "", writer.at()});
        if (!is_new) continue;
        if (!follows) record_look(writer, gap_before(entry));
        record_look(writer, entry.look);
        ++looks;
    }
    return looks;
}

}  // namespace

int rejoin(Spool& spool, Store& store, Instant now) {
    int looks = 0;
    spool.hand_over([&](const std::vector<Spool::Entry>& entries) {
        const auto taken = store.write(Stamp{{}, now}, [&](Writer& writer) -> Result<void> {
            looks = take_into_log(writer, entries);
            return {};
        });
        CHECK(taken);
    });
    return looks;
}

}  // namespace kith::store
