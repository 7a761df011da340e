// The families of the invented council, one after the other, until there are enough children.
#pragma once

#include <functional>
#include <string_view>

#include "cli/demo/world.h"

namespace kith::cli {

/// Says a line every 1,000 children, with the rate.
Result<void> tell_stories(World& world, std::int64_t children, const std::function<void(std::string_view)>& say);

}  // namespace kith::cli
