// Many clients in a closed loop, each waiting for its answer before it asks again.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <thread>
#include <vector>

namespace kith::bench {

constexpr int clients = 64;

/// How many a second were done, when so many commands are given to the clients as they become free.
template <class F>
double rate(std::uint64_t commands, F command) {
    std::atomic<std::uint64_t> next = 0;
    std::vector<std::thread> all;
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < clients; ++i)
        all.emplace_back([&] {
            for (auto number = next++; number < commands; number = next++)
                command(number);
        });
    for (auto& each : all)
        each.join();
    return static_cast<double>(commands) /
           std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace kith::bench
