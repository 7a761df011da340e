#include "store/engine.h"

namespace kith::store {

void Command::finish(std::exception_ptr fault) {
    // Notified under the lock: the waiter may own the last reference.
    const std::lock_guard lock(mutex_);
    fault_ = std::move(fault);
    finished_ = true;
    done_.notify_all();
}

void Command::wait() {
    std::unique_lock lock(mutex_);
    done_.wait(lock, [this] { return finished_; });
    if (fault_) std::rethrow_exception(fault_);
}

}  // namespace kith::store
