// A few of the children who are open now, under a protection plan if there are such: a legal planning meeting, the
// letter, meetings with the parents, and for some the decision that ends it.
#pragma once

#include <set>

#include "cli/demo/world.h"

namespace kith::cli {

/// At most so many children, those longest under a plan first; none of the others named.
Result<void> begin_pre_proceedings(World& world, int most, const std::set<core::PersonId>& but_not);

}  // namespace kith::cli
