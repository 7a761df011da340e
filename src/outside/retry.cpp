#include "outside/retry.h"

#include <algorithm>

namespace kith::outside {

bool is_worth_another_try(int status) {
    return status == 408 || status == 429 || status >= 500;
}

std::optional<std::chrono::seconds> wait_before_next(const Retrying& retrying, int tried,
                                                     std::optional<std::chrono::seconds> asked) {
    if (tried >= retrying.tries) return std::nullopt;
    std::chrono::seconds wait = retrying.first;
    for (int i = 1; i < tried && wait < retrying.longest; ++i)
        wait *= 2;
    wait = std::min(wait, retrying.longest);
    if (asked) wait = std::max(wait, std::min(*asked, retrying.longest_asked));
    return wait;
}

}  // namespace kith::outside
