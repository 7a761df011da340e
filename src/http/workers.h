// Threads that may block, and a short queue before them.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kith::http {

class Workers {
  public:
    Workers(std::size_t threads, std::size_t queue);
    ~Workers();  ///< stops

    /// False, and nothing is done, when the queue is full or the workers have stopped. A job throws nothing.
    bool offer(std::function<void()> job);

    /// Forgets the queue and waits for the jobs that have begun.
    void stop();

  private:
    void work();

    const std::size_t most_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> queue_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace kith::http
