#include "base/result.h"

#include <fmt/format.h>

namespace kith::detail {

void broken(const char* claim, const char* file, int line) {
    throw Bug(fmt::format("{}:{}: does not hold: {}", file, line, claim));
}

}  // namespace kith::detail
