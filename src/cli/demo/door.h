// The front door's part of a story: somebody tells of a worry, a person takes it, the children are recorded, and it is
// decided.
#pragma once

#include "cli/demo/family.h"
#include "cli/demo/names.h"
#include "core/contact.h"

namespace kith::cli {

/// What a reporter of this worry sends about the family's children.
Result<core::Contact> tell(World& world, const Family& family, const Worry& worry);

/// Taken and decided, usually within the working day. The children's records are made the first time.
Result<core::Contact> decide(World& world, Family& family, const core::Contact& contact,
                             core::ContactDecision decision);

/// A worry about children who are open already: to their worker, read or not.
Result<void> pass_on(World& world, const Family& family, const Worry& worry);

/// Contacts of the last two days that wait at the front door now.
Result<void> leave_waiting(World& world, int many);

}  // namespace kith::cli
