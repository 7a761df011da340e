#include "http/door.h"

#include <limits>
#include <utility>

namespace kith::http {

bool Door::enter(const std::shared_ptr<Visit>& visit) {
    std::vector<std::shared_ptr<Visit>> leaving;
    const bool entered = admit(visit, leaving);
    for (const auto& other : leaving)
        other->leave(Leave::if_waiting);
    return entered;
}

bool Door::admit(const std::shared_ptr<Visit>& visit, std::vector<std::shared_ptr<Visit>>& leaving) {
    std::lock_guard lock(mutex_);
    const bool counted = visit->counted == Visit::Counted::per_address;
    const auto here = by_address_.find(visit->address);
    if (counted && here != by_address_.end() && here->second >= most_per_address_ &&
        !make_room(&visit->address, leaving))
        return false;
    if (inside_.size() >= most_ && !make_room(nullptr, leaving)) return false;
    inside_.emplace(visit.get(), visit);
    if (counted) ++by_address_[visit->address];
    ++present_;
    return true;
}

/// Of that address, or of any.
bool Door::make_room(const std::string* address, std::vector<std::shared_ptr<Visit>>& leaving) {
    std::shared_ptr<Visit> longest;
    auto since = std::numeric_limits<std::chrono::steady_clock::duration::rep>::max();
    for (const auto& [key, visit] : inside_) {
        const auto waiting = visit->waiting_since.load(std::memory_order_relaxed);
        if (waiting == Visit::being_served || waiting >= since) continue;
        if (address && (visit->address != *address || visit->counted != Visit::Counted::per_address)) continue;
        longest = visit;
        since = waiting;
    }
    if (!longest) return false;
    forget(*longest);
    leaving.push_back(std::move(longest));
    return true;
}

void Door::forget(const Visit& visit) {
    if (inside_.erase(&visit) == 0 || visit.counted != Visit::Counted::per_address) return;
    const auto here = by_address_.find(visit.address);
    if (--here->second == 0) by_address_.erase(here);
}

void Door::left(const Visit& visit) {
    std::lock_guard lock(mutex_);
    forget(visit);
    if (--present_ == 0) emptied_.notify_all();
}

void Door::ask_all(Leave leave) {
    std::vector<std::shared_ptr<Visit>> everyone;
    {
        std::lock_guard lock(mutex_);
        for (const auto& [key, visit] : inside_)
            everyone.push_back(visit);
    }
    for (const auto& visit : everyone)
        visit->leave(leave);
}

bool Door::wait_until_empty(std::chrono::steady_clock::time_point deadline) {
    std::unique_lock lock(mutex_);
    return emptied_.wait_until(lock, deadline, [this] { return present_ == 0; });
}

}  // namespace kith::http
