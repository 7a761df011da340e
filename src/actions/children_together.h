// Children who were reported to the front door together. A contact says nothing of how they are related, and nobody may
// have recorded it yet when a strategy discussion is held the same night.
#pragma once

#include <vector>

#include "actions/service.h"
#include "core/person.h"

namespace kith::actions {

/// The other children of the contacts that this child was in, by name: those whose record this person may read.
std::vector<core::Person> reported_together_with(store::Reader& reader, const core::Actor& actor, core::PersonId child);

}  // namespace kith::actions
