// When to try again, and how long to wait first: three tries, five seconds doubling to thirty, longer where the other
// side asks for it (never more than five minutes). What is refused for good is not tried again.
#pragma once

#include <chrono>
#include <functional>
#include <optional>

namespace kith::outside {

struct Retrying {
    int tries = 3;
    std::chrono::seconds first{5}, longest{30}, longest_asked{300};
};

/// 408, 429 and every 5xx.
bool is_worth_another_try(int status);

/// Before try number `tried` + 1; nothing: no more tries.
std::optional<std::chrono::seconds> wait_before_next(const Retrying& retrying, int tried,
                                                     std::optional<std::chrono::seconds> asked);

/// How to wait: a real clock, or a test's list of waits.
using Wait = std::function<void(std::chrono::seconds)>;

}  // namespace kith::outside
