// What national lists ask about an invented child, in the shares in which real children answer.
#pragma once

#include "cli/demo/world.h"
#include "core/person.h"

namespace kith::cli {

/// Ethnicity, disability and pupil number, of a child as old as it is on `then`.
void invent_characteristics(World& world, core::Person& child, Date then);

}  // namespace kith::cli
