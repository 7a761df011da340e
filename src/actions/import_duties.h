// The duties of what was brought over open: those that the law starts for it, from its true dates. None is discharged:
// a file says that a review was held, and so when the next one is due; nobody here has seen it.
#pragma once

#include <vector>

#include "actions/service.h"
#include "core/child_history.h"
#include "core/duty.h"

namespace kith::actions {

/// Also sets the dates of records that are the law's own: an assessment's review point, a plan's next review.
std::vector<core::OpenDuty> inherited_duties(Work& work, core::ChildHistory& inherited);

}  // namespace kith::actions
