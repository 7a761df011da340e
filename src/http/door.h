// Who is connected, and who makes room when it is full: the one that has kept the server waiting longest. So a thousand
// slow clients cannot keep others out, not even from behind the same address.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace kith::http {

/// A connection that is being served leaves `now` only.
enum class Leave { now, if_waiting, if_idle };

/// One connection.
struct Visit {
    std::string address;
    enum class Counted { per_address, in_total_only } counted = Counted::per_address;
    std::function<void(Leave)> leave;  ///< called from any thread; returns at once

    /// Since when the client has kept us waiting (steady clock), or being_served. Set by the connection.
    std::atomic<std::chrono::steady_clock::duration::rep> waiting_since{0};
    static constexpr std::chrono::steady_clock::duration::rep being_served = -1;
};

class Door {
  public:
    Door(std::size_t most, std::size_t most_per_address) : most_(most), most_per_address_(most_per_address) {}

    /// False when it is full and nobody can make room. Whoever is let in has to say left().
    bool enter(const std::shared_ptr<Visit>& visit);
    void left(const Visit& visit);

    void ask_all(Leave leave);

    /// True when all had left before the deadline.
    bool wait_until_empty(std::chrono::steady_clock::time_point deadline);

  private:
    bool admit(const std::shared_ptr<Visit>& visit, std::vector<std::shared_ptr<Visit>>& leaving);
    bool make_room(const std::string* address, std::vector<std::shared_ptr<Visit>>& leaving);
    void forget(const Visit& visit);

    const std::size_t most_;
    const std::size_t most_per_address_;
    std::mutex mutex_;
    std::condition_variable emptied_;
    std::unordered_map<const Visit*, std::shared_ptr<Visit>> inside_;  // those who were not asked to make room
    std::unordered_map<std::string, std::size_t> by_address_;
    std::size_t present_ = 0;  // those who were, too
};

}  // namespace kith::http
