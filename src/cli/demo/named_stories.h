// The two families of docs/stories.md, in every council that has room for them.
#pragma once

#include <cstdint>

#include "cli/demo/world.h"

namespace kith::cli {

/// Below this a council is too small to hold them.
inline constexpr std::int64_t named_stories_children = 10;

/// Carys Penhaligon, who was very unwell after her second child was born, with baby Wren and Tomos, five: a child in
/// need plan with a school nurse and counselling. And Baby Okonjo-Hale, unborn, on a child protection plan.
Result<void> tell_named_stories(World& world);

}  // namespace kith::cli
