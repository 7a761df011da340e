// An invented council of any size, built through the actions: its people, families, stories and years of history.
//
// The same seed, size and day give the same council. Everyone and everything in it is invented.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "store/store.h"

namespace kith::cli {

struct CouncilSize {
    std::int64_t children = 200;
    std::uint64_t seed = 1;
    Instant now;
};

/// Progress and, at the end, the sign-ins go to `say`, a line at a time. For an empty database only.
Result<void> build_council(store::Store& store, const CouncilSize& size,
                           const std::function<void(std::string_view)>& say);

}  // namespace kith::cli
