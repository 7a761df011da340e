#include "store/heads.h"

#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>

#include <fstream>

#include "base/result.h"
#include "store/access_store.h"
#include "store/canonical.h"
#include "store/head_keeper.h"
#include "store/history.h"
#include "store/journal_tables.h"
#include "store/json_cursor.h"
#include "store/sha256.h"

namespace kith::store {

std::string head_text(const Head& head) {
    return fmt::format(
        "kith head 1\nnumber {}\nat {}\nentries until {}\nentries {}\nentries hash {}\naccess until {}\naccesses {}\n"
        "access hash {}\nprevious {}\nkey {}\n",
        head.number, micros(head.at), head.entries_until, head.entries, hex(head.entries_hash), head.access_until,
        head.accesses, hex(head.access_hash), hex(head.previous_hash), hex(head.public_key));
}

std::string head_line(const Head& head) {
    std::string out = fmt::format("{{\"head\":{},\"hash\":\"{}\",\"signature\":\"{}\",\"text\":", head.number,
                                  hex(head.hash), hex(head.signature));
    append_json_string(out, head_text(head));
    return out + "}";
}

bool signature_holds(const Head& head) {
    if (head.signature.size() != crypto_sign_BYTES || head.public_key.size() != crypto_sign_PUBLICKEYBYTES)
        return false;
    const auto text = head_text(head);
    return crypto_sign_verify_detached(head.signature.data(), bytes_of(text).data(), text.size(),
                                       head.public_key.data()) == 0;
}

namespace {

void cover_entries(Reader& reader, const Head& from, Head& head) {
    Sha256 hash;
    head.entries = 0;
    reader.each(
        "SELECT hash, commit_order FROM journal_entry WHERE commit_order >= $1 AND commit_order < $2 ORDER BY "
        "commit_order, sequence",
        [&](const RowView& row) {
            hash.add(row.bytes(0));
            hash.add(fmt::format("{}\n", row.integer(1)));
            ++head.entries;
        },
        from.entries_until, head.entries_until);
    head.entries_hash = hash.finish();
}

std::string access_text(const RowView& row) {
    return fmt::format("kith access 1\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n", row.integer(0), row.integer(7), row.integer(1),
                       to_text(row.id(2)), row.text(3), row.text(4),
                       row.is_null(5) ? "-" : fmt::format("+{}", row.text(5)));
}

void cover_accesses(Reader& reader, const Head& from, Head& head) {
    Sha256 hash;
    head.accesses = 0;
    std::int64_t last = 0;
    reader.each(
        "SELECT a.sequence, a.at, a.actor, a.action, a.purpose, a.reason, p.person_id, a.commit_order FROM access_log "
        "a "
        "LEFT JOIN access_person p ON p.access_sequence = a.sequence "
        "WHERE a.commit_order >= $1 AND a.commit_order < $2 ORDER BY a.commit_order, a.sequence, p.person_id NULLS "
        "FIRST",
        [&](const RowView& row) {
            if (row.integer(0) != last) {
                last = row.integer(0);
                ++head.accesses;
                hash.add(access_text(row));
            }
            if (!row.is_null(6)) hash.add(row.id(6).bytes);
        },
        from.access_until, head.access_until);
    head.access_hash = hash.finish();
}

/// The first commit order that a transaction still under way could use.
void set_horizon(Reader& reader, Head& head) {
    head.entries_until = head.access_until = journal_end(reader);
    if (reader.connection().dialect() == Dialect::sqlite)
        head.access_until = *reader.scalar<std::int64_t>("SELECT coalesce(max(commit_order), 0) + 1 FROM access_log");
}

}  // namespace

void cover(Reader& reader, const Head& from, Head& head) {
    cover_entries(reader, from, head);
    cover_accesses(reader, from, head);
}

std::optional<Head> HeadKeeper::write(Writer& writer, Instant now) {
    const auto last = writer.list_first<Head>("ORDER BY number DESC LIMIT 1").value_or(Head{});
    Head head{.number = last.number + 1, .at = now, .previous_hash = last.hash};
    set_horizon(writer, head);
    head.entries_until = std::max(head.entries_until, last.entries_until);
    head.access_until = std::max(head.access_until, last.access_until);
    cover(writer, last, head);
    if (head.entries == 0 && head.accesses == 0) return std::nullopt;

    const auto secret = secret_key(writer);
    head.public_key.resize(crypto_sign_PUBLICKEYBYTES);
    crypto_sign_ed25519_sk_to_pk(head.public_key.data(), secret.data());
    const auto text = head_text(head);
    head.hash = sha256(text);
    head.signature.resize(crypto_sign_BYTES);
    crypto_sign_detached(head.signature.data(), nullptr, bytes_of(text).data(), text.size(), secret.data());
    writer.connection().run(writer.connection().dialect() == Dialect::sqlite ? table_info<Head>().upsert_sqlite
                                                                             : table_info<Head>().upsert_postgres,
                            values_of(head));
    return head;
}

namespace {

std::vector<std::string> lines_of(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) lines.push_back(line);
    return lines;
}

void append_lines(const std::filesystem::path& file, const std::vector<std::string>& lines) {
    std::ofstream out(file, std::ios::app);
    for (const auto& line : lines)
        out << line << '\n';
    if (!out.flush()) throw Fault("cannot write " + file.string());
}

}  // namespace

std::filesystem::path HeadKeeper::beside(std::string_view ending) const {
    auto path = key_;
    path += ending;
    return path;
}

Bytes HeadKeeper::secret_key(Reader& reader) const {
    if (key_.empty()) throw Unusable("Heads need a key: name its file with --head-key.");
    Bytes seed;
    if (const auto lines = lines_of(key_); !lines.empty())
        seed = parse_hex(lines.front()).value_or(Bytes{});
    else
        seed = make_key(reader);
    if (seed.size() != crypto_sign_SEEDBYTES) throw Unusable("The key file " + key_.string() + " does not hold a key.");
    Bytes secret(crypto_sign_SECRETKEYBYTES), public_key(crypto_sign_PUBLICKEYBYTES);
    crypto_sign_seed_keypair(public_key.data(), secret.data(), seed.data());
    return secret;
}

/// A new key, believed from now on together with every key that has signed a head so far.
Bytes HeadKeeper::make_key(Reader& reader) const {
    Bytes seed(crypto_sign_SEEDBYTES), secret(crypto_sign_SECRETKEYBYTES), public_key(crypto_sign_PUBLICKEYBYTES);
    random_(seed);
    crypto_sign_seed_keypair(public_key.data(), secret.data(), seed.data());
    std::vector<std::string> believed;
    reader.each("SELECT DISTINCT public_key FROM journal_head ORDER BY public_key NULLS LAST",
                [&](const RowView& row) { believed.push_back(hex(row.bytes(0))); });
    believed.push_back(hex(public_key));
    append_lines(beside(".trusted"), believed);
    const auto mask = umask(0077);
    append_lines(key_, {hex(seed)});
    umask(mask);
    return seed;
}

void HeadKeeper::send(const Head& head) const {
    append_lines(beside(".heads"), {head_line(head)});
}

void HeadKeeper::begin_anew(Instant now) const {
    const auto sent = beside(".heads");
    if (!key_.empty() && std::filesystem::exists(sent))
        std::filesystem::rename(sent, beside(fmt::format(".heads.{}", micros(now))));
}

std::vector<Bytes> HeadKeeper::trusted() const {
    std::vector<Bytes> keys;
    if (key_.empty()) return keys;
    for (const auto& line : lines_of(beside(".trusted")))
        if (auto key = parse_hex(line)) keys.push_back(std::move(*key));
    return keys;
}

std::vector<std::pair<std::int64_t, std::string>> HeadKeeper::sent() const {
    std::vector<std::pair<std::int64_t, std::string>> heads;
    if (key_.empty()) return heads;
    for (const auto& line : lines_of(beside(".heads"))) {
        JsonCursor cursor(line);
        cursor.expect("{\"head\":");
        const auto number = cursor.integer();
        cursor.expect(",\"hash\":");
        heads.emplace_back(number, cursor.string());
    }
    return heads;
}

}  // namespace kith::store
