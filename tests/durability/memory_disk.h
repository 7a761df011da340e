// A disk that can lose power at any write. It lies in memory, remembers which writes were synced, and after a crash
// keeps all of those and, of the others, whatever chance decides: whole, not at all, or torn at a sector. SQLite
// reaches it as a VFS, shared memory and locks included.
#pragma once

#include <sqlite3.h>

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace kith::durability {

class MemoryDisk {
  public:
    MemoryDisk();
    /// With these files on it, all of them synced.
    explicit MemoryDisk(const std::map<std::string, std::string>& files);
    ~MemoryDisk();
    MemoryDisk(const MemoryDisk&) = delete;
    MemoryDisk& operator=(const MemoryDisk&) = delete;

    const std::string& vfs() const { return name_; }

    /// The power goes at that write, truncation or sync from now; it and everything after it fails.
    void lose_power_after(std::int64_t operations) { left_ = operations; }
    /// Writes that make a file grow fail from now on.
    void set_full(bool full) { full_ = full; }
    /// Every write fails from now on; what is there can be read.
    void set_failing(bool failing) { failing_ = failing; }
    std::int64_t operations() const { return operations_; }
    bool dead() const { return dead_; }

    /// What is on the disk while the power is on.
    std::map<std::string, std::string> files() const;
    /// What is on the disk after the crash.
    std::map<std::string, std::string> survivors(std::uint64_t seed) const;

    // What SQLite asks, in its codes.
    struct File;
    struct Handle;
    int open(const char* name, Handle& handle, int flags);
    int close(Handle& handle);
    int read(Handle& handle, void* out, int size, std::int64_t at);
    int write(Handle& handle, const void* data, int size, std::int64_t at);
    int truncate(Handle& handle, std::int64_t size);
    int sync(Handle& handle);
    int size(Handle& handle, std::int64_t& out);
    int lock(Handle& handle, int level);
    int unlock(Handle& handle, int level);
    int reserved(Handle& handle, bool& out);
    int map(Handle& handle, int region, int size, bool extend, volatile void** out);
    int shared_lock(Handle& handle, int from, int count, int flags);
    void unmap(Handle& handle, bool remove);
    void barrier() const { const std::lock_guard lock(mutex_); }
    int remove(const char* name);
    bool exists(const char* name) const;

  private:
    bool spend();

    std::string name_;
    std::unique_ptr<sqlite3_vfs> registered_;
    mutable std::mutex mutex_;
    std::map<std::string, std::shared_ptr<File>> files_;
    std::int64_t operations_ = 0;
    std::int64_t left_ = -1;
    bool dead_ = false;
    std::atomic<bool> full_ = false;
    std::atomic<bool> failing_ = false;
};

}  // namespace kith::durability
