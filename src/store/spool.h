// Looks that the database could not take: a file beside it, of a fixed size, whose room is taken while there is some.
// What somebody reads while the disk is full is durable here before it is shown, and goes into the access log when the
// database takes rows again. Why it is so: docs/decisions/0007.
//
// Each look is one record: how long it is, the hash of the record before it, its own hash, the look. Records begin at
// sectors of their own, so that a write that is torn hurts no other. What does not fit its hash was never acknowledged,
// or was changed: the record after it then names one that is not there.
#pragma once

#include <atomic>
#include <filesystem>
#include <mutex>
#include <vector>

#include "base/bytes.h"
#include "base/function_ref.h"
#include "store/access_store.h"

namespace kith::store {

class Store;

class Spool {
  public:
    struct Entry {
        Look look;
        Bytes before;  ///< hash of the entry before; of nothing but zeros in the first
        Bytes hash;    ///< its name: no two looks have the same
    };

    static constexpr std::size_t usual_room = 4 << 20;  ///< some 8,000 looks at one person each

    /// Opens the file, and makes it with all its room where there is none. Throws Fault when it cannot.
    explicit Spool(const std::filesystem::path& file, std::size_t room = usual_room);
    ~Spool();
    Spool(const Spool&) = delete;
    Spool& operator=(const Spool&) = delete;

    /// True once it is durable. False when there is no room, and from the first fault of the disk until the file is
    /// opened again: nothing may then be shown.
    [[nodiscard]] bool add(const Look& look);

    /// Whether anything lies in it that this program has put there or found when it opened it.
    bool waits() const { return waits_; }

    /// Hands over everything in it, oldest first, and empties it when `take` returns. Nothing is added meanwhile.
    void hand_over(FunctionRef<void(const std::vector<Entry>&)> take);

  private:
    struct Lock;
    struct Content;
    void take_room();
    Content read() const;
    bool put_at_end(const Look& look);
    bool write(std::size_t at, BytesView bytes);

    std::filesystem::path file_;
    int handle_ = -1;
    std::size_t room_ = 0;
    std::mutex mutex_;
    std::atomic<bool> waits_ = false;
    bool broken_ = false;
};

/// Puts what waits in the spool into the access log, each look once, whatever happened in between: with the times at
/// which it was taken, under the next head. Where one is missing or was changed, the log gets a row that says so, by
/// nobody. The number of looks. Throws what the database met; everything then waits on.
int rejoin(Spool& spool, Store& store, Instant now);

}  // namespace kith::store
