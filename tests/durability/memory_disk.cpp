#include "durability/memory_disk.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>

namespace kith::durability {

namespace {
constexpr std::size_t sector = 512;
}

struct MemoryDisk::File {
    struct Write {
        std::int64_t at = 0;
        std::string data;
        bool truncates = false;  ///< to `at`
    };
    std::string now;
    std::string durable;
    std::vector<Write> unsynced;
    std::vector<Handle*> handles;
    std::vector<std::unique_ptr<char[]>> shared;
    std::array<int, SQLITE_SHM_NLOCK> shared_locks{};  ///< readers, or -1 for one writer
};

struct MemoryDisk::Handle {
    sqlite3_file base;
    MemoryDisk* disk;
    std::shared_ptr<File>* file;
    int level;
    std::uint32_t shared_held, exclusive_held;
};

namespace {

using Handle = MemoryDisk::Handle;
Handle& of(sqlite3_file* file) {
    return *reinterpret_cast<Handle*>(file);
}
MemoryDisk& disk_of(sqlite3_vfs* vfs) {
    return *static_cast<MemoryDisk*>(vfs->pAppData);
}
sqlite3_vfs& real() {
    return *sqlite3_vfs_find(nullptr);
}

const sqlite3_io_methods methods{
    .iVersion = 2,
    .xClose = [](sqlite3_file* f) { return of(f).disk->close(of(f)); },
    .xRead = [](sqlite3_file* f, void* out, int size,
                sqlite3_int64 at) { return of(f).disk->read(of(f), out, size, at); },
    .xWrite = [](sqlite3_file* f, const void* data, int size,
                 sqlite3_int64 at) { return of(f).disk->write(of(f), data, size, at); },
    .xTruncate = [](sqlite3_file* f, sqlite3_int64 size) { return of(f).disk->truncate(of(f), size); },
    .xSync = [](sqlite3_file* f, int) { return of(f).disk->sync(of(f)); },
    .xFileSize =
        [](sqlite3_file* f, sqlite3_int64* out) {
            std::int64_t size = 0;
            const int code = of(f).disk->size(of(f), size);
            *out = size;
            return code;
        },
    .xLock = [](sqlite3_file* f, int level) { return of(f).disk->lock(of(f), level); },
    .xUnlock = [](sqlite3_file* f, int level) { return of(f).disk->unlock(of(f), level); },
    .xCheckReservedLock =
        [](sqlite3_file* f, int* out) {
            bool held = false;
            const int code = of(f).disk->reserved(of(f), held);
            *out = held;
            return code;
        },
    .xFileControl = [](sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; },
    .xSectorSize = [](sqlite3_file*) { return static_cast<int>(sector); },
    .xDeviceCharacteristics = [](sqlite3_file*) { return 0; },
    .xShmMap = [](sqlite3_file* f, int region, int size, int extend,
                  void volatile** out) { return of(f).disk->map(of(f), region, size, extend != 0, out); },
    .xShmLock = [](sqlite3_file* f, int from, int count,
                   int flags) { return of(f).disk->shared_lock(of(f), from, count, flags); },
    .xShmBarrier = [](sqlite3_file* f) { of(f).disk->barrier(); },
    .xShmUnmap =
        [](sqlite3_file* f, int remove) {
            of(f).disk->unmap(of(f), remove != 0);
            return SQLITE_OK;
        },
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

std::unique_ptr<sqlite3_vfs> make_vfs(MemoryDisk* disk, const char* name) {
    auto vfs = std::make_unique<sqlite3_vfs>();
    vfs->iVersion = 2;
    vfs->szOsFile = sizeof(Handle);
    vfs->mxPathname = 512;
    vfs->zName = name;
    vfs->pAppData = disk;
    vfs->xOpen = [](sqlite3_vfs* v, const char* file, sqlite3_file* out, int flags, int* got) {
        if (got) *got = flags;
        return disk_of(v).open(file, of(out), flags);
    };
    vfs->xDelete = [](sqlite3_vfs* v, const char* file, int) { return disk_of(v).remove(file); };
    vfs->xAccess = [](sqlite3_vfs* v, const char* file, int, int* out) {
        *out = disk_of(v).exists(file);
        return SQLITE_OK;
    };
    vfs->xFullPathname = [](sqlite3_vfs*, const char* file, int size, char* out) {
        sqlite3_snprintf(size, out, "%s", file);
        return SQLITE_OK;
    };
    vfs->xRandomness = [](sqlite3_vfs*, int size, char* out) { return real().xRandomness(&real(), size, out); };
    vfs->xSleep = [](sqlite3_vfs*, int micros) { return real().xSleep(&real(), micros); };
    vfs->xCurrentTime = [](sqlite3_vfs*, double* out) { return real().xCurrentTime(&real(), out); };
    vfs->xCurrentTimeInt64 = [](sqlite3_vfs*, sqlite3_int64* out) { return real().xCurrentTimeInt64(&real(), out); };
    vfs->xGetLastError = [](sqlite3_vfs*, int, char*) { return 0; };
    return vfs;
}

void put(std::string& file, std::int64_t at, std::string_view data) {
    const auto end = static_cast<std::size_t>(at) + data.size();
    if (file.size() < end) file.resize(end);
    std::memcpy(file.data() + at, data.data(), data.size());
}

std::uint32_t bits(int from, int count) {
    return ((1u << count) - 1) << from;
}

}  // namespace

MemoryDisk::MemoryDisk() : MemoryDisk(std::map<std::string, std::string>{}) {}

MemoryDisk::MemoryDisk(const std::map<std::string, std::string>& files) {
    static std::atomic<int> number = 0;
    name_ = "memory-disk-" + std::to_string(++number);
    for (const auto& [name, content] : files) {
        auto file = std::make_shared<File>();
        file->now = file->durable = content;
        files_.emplace(name, std::move(file));
    }
    registered_ = make_vfs(this, name_.c_str());
    sqlite3_vfs_register(registered_.get(), 0);
}

MemoryDisk::~MemoryDisk() {
    sqlite3_vfs_unregister(registered_.get());
}

/// Counts one operation; false when the power is gone.
bool MemoryDisk::spend() {
    if (dead_) return false;
    ++operations_;
    if (left_ == 0)
        dead_ = true;
    else if (left_ > 0)
        --left_;
    return !dead_;
}

std::map<std::string, std::string> MemoryDisk::files() const {
    const std::lock_guard lock(mutex_);
    std::map<std::string, std::string> out;
    for (const auto& [name, file] : files_)
        out.emplace(name, file->now);
    return out;
}

std::map<std::string, std::string> MemoryDisk::survivors(std::uint64_t seed) const {
    const std::lock_guard lock(mutex_);
    std::mt19937_64 chance(seed);
    std::map<std::string, std::string> out;
    for (const auto& [name, file] : files_) {
        auto content = file->durable;
        for (const auto& write : file->unsynced) {
            const auto fate = chance() % 3;
            if (fate == 0) continue;
            if (write.truncates) {
                content.resize(static_cast<std::size_t>(write.at));
                continue;
            }
            for (std::size_t from = 0; from < write.data.size(); from += sector)
                if (fate == 1 || chance() % 2 == 0)
                    put(content, write.at + static_cast<std::int64_t>(from),
                        std::string_view(write.data).substr(from, sector));
        }
        out.emplace(name, std::move(content));
    }
    return out;
}

int MemoryDisk::open(const char* name, Handle& handle, int) {
    const std::lock_guard lock(mutex_);
    handle.base.pMethods = nullptr;
    if (dead_) return SQLITE_CANTOPEN;
    static std::atomic<int> unnamed = 0;
    const auto key = name ? std::string(name) : "temporary-" + std::to_string(++unnamed);
    auto& file = files_[key];
    if (!file) file = std::make_shared<File>();
    handle.disk = this;
    handle.file = new std::shared_ptr<File>(file);
    handle.level = SQLITE_LOCK_NONE;
    handle.shared_held = handle.exclusive_held = 0;
    handle.base.pMethods = &methods;
    file->handles.push_back(&handle);
    return SQLITE_OK;
}

int MemoryDisk::close(Handle& handle) {
    const std::lock_guard lock(mutex_);
    std::erase((*handle.file)->handles, &handle);
    delete handle.file;
    return SQLITE_OK;
}

int MemoryDisk::read(Handle& handle, void* out, int size, std::int64_t at) {
    const std::lock_guard lock(mutex_);
    if (dead_) return SQLITE_IOERR_READ;
    const auto& now = (*handle.file)->now;
    const auto start = std::min(static_cast<std::size_t>(at), now.size());
    const auto got = std::min(static_cast<std::size_t>(size), now.size() - start);
    std::memcpy(out, now.data() + start, got);
    if (got == static_cast<std::size_t>(size)) return SQLITE_OK;
    std::memset(static_cast<char*>(out) + got, 0, static_cast<std::size_t>(size) - got);
    return SQLITE_IOERR_SHORT_READ;
}

int MemoryDisk::write(Handle& handle, const void* data, int size, std::int64_t at) {
    const std::lock_guard lock(mutex_);
    auto& file = **handle.file;
    if (failing_) return SQLITE_IOERR_WRITE;
    if (full_ && static_cast<std::size_t>(at + size) > file.now.size()) return SQLITE_FULL;
    const bool was_dead = dead_;
    const bool alive = spend();
    if (was_dead) return SQLITE_IOERR_WRITE;
    const std::string_view bytes(static_cast<const char*>(data), static_cast<std::size_t>(size));
    file.unsynced.push_back({at, std::string(bytes), false});  // the write at which the power goes may be torn too
    put(file.now, at, bytes);
    return alive ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

int MemoryDisk::truncate(Handle& handle, std::int64_t size) {
    const std::lock_guard lock(mutex_);
    if (!spend()) return SQLITE_IOERR_TRUNCATE;
    auto& file = **handle.file;
    file.unsynced.push_back({size, {}, true});
    file.now.resize(static_cast<std::size_t>(size));
    return SQLITE_OK;
}

int MemoryDisk::sync(Handle& handle) {
    const std::lock_guard lock(mutex_);
    if (!spend()) return SQLITE_IOERR_FSYNC;
    auto& file = **handle.file;
    file.durable = file.now;
    file.unsynced.clear();
    return SQLITE_OK;
}

int MemoryDisk::size(Handle& handle, std::int64_t& out) {
    const std::lock_guard lock(mutex_);
    out = static_cast<std::int64_t>((*handle.file)->now.size());
    return dead_ ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

int MemoryDisk::lock(Handle& handle, int level) {
    const std::lock_guard lock(mutex_);
    if (handle.level >= level) return SQLITE_OK;
    int others = SQLITE_LOCK_NONE;
    for (const auto* other : (*handle.file)->handles)
        if (other != &handle) others = std::max(others, other->level);
    const bool free = level == SQLITE_LOCK_SHARED     ? others < SQLITE_LOCK_PENDING
                      : level == SQLITE_LOCK_RESERVED ? others < SQLITE_LOCK_RESERVED
                                                      : others == SQLITE_LOCK_NONE;
    if (!free) return SQLITE_BUSY;
    handle.level = level;
    return SQLITE_OK;
}

int MemoryDisk::unlock(Handle& handle, int level) {
    const std::lock_guard lock(mutex_);
    handle.level = std::min(handle.level, level);
    return SQLITE_OK;
}

int MemoryDisk::reserved(Handle& handle, bool& out) {
    const std::lock_guard lock(mutex_);
    out = std::any_of((*handle.file)->handles.begin(), (*handle.file)->handles.end(),
                      [](const Handle* each) { return each->level >= SQLITE_LOCK_RESERVED; });
    return SQLITE_OK;
}

int MemoryDisk::map(Handle& handle, int region, int size, bool extend, volatile void** out) {
    const std::lock_guard lock(mutex_);
    auto& regions = (*handle.file)->shared;
    *out = nullptr;
    while (regions.size() <= static_cast<std::size_t>(region)) {
        if (!extend) return SQLITE_OK;
        regions.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
    }
    *out = regions[static_cast<std::size_t>(region)].get();
    return SQLITE_OK;
}

int MemoryDisk::shared_lock(Handle& handle, int from, int count, int flags) {
    const std::lock_guard lock(mutex_);
    auto& locks = (*handle.file)->shared_locks;
    const auto mask = bits(from, count);
    const bool exclusive = flags & SQLITE_SHM_EXCLUSIVE;
    auto& held = exclusive ? handle.exclusive_held : handle.shared_held;
    if (flags & SQLITE_SHM_UNLOCK) {
        for (int i = from; i < from + count; ++i)
            if (held & bits(i, 1)) locks[static_cast<std::size_t>(i)] -= exclusive ? -1 : 1;
        held &= ~mask;
        return SQLITE_OK;
    }
    if ((held & mask) == mask) return SQLITE_OK;
    for (int i = from; i < from + count; ++i) {
        const int now = locks[static_cast<std::size_t>(i)];
        if (exclusive ? now != 0 : now < 0) return SQLITE_BUSY;
    }
    for (int i = from; i < from + count; ++i)
        locks[static_cast<std::size_t>(i)] += exclusive ? -1 : 1;
    held |= mask;
    return SQLITE_OK;
}

void MemoryDisk::unmap(Handle& handle, bool) {
    const std::lock_guard lock(mutex_);
    auto& file = **handle.file;
    for (int i = 0; i < SQLITE_SHM_NLOCK; ++i) {
        if (handle.shared_held & bits(i, 1)) --file.shared_locks[static_cast<std::size_t>(i)];
        if (handle.exclusive_held & bits(i, 1)) ++file.shared_locks[static_cast<std::size_t>(i)];
    }
    handle.shared_held = handle.exclusive_held = 0;
}

int MemoryDisk::remove(const char* name) {
    const std::lock_guard lock(mutex_);
    if (dead_) return SQLITE_IOERR_DELETE;
    files_.erase(name);
    return SQLITE_OK;
}

bool MemoryDisk::exists(const char* name) const {
    const std::lock_guard lock(mutex_);
    return files_.contains(name);
}

}  // namespace kith::durability
