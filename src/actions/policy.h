// The authority's own policy: applied as a Change of the authority's record, and read back for the clocks that start
// while it is in force. A duty keeps the dates it was opened with, whatever is applied later.
#pragma once

#include "actions/service.h"
#include "core/policy.h"

namespace kith::actions {

/// Journals the policy. The one that is in force again as it stands is given back, and nothing is journalled.
Result<core::AppliedPolicy> apply_policy(Work& work, const core::LocalPolicy& policy);

/// The policy whose first day has come last, newest first among equals; before the first of all, the next to come
/// (which says nothing about clocks that start before its day). Without canonical text when none was ever applied.
core::LocalPolicy policy_in_force(store::Reader& reader, Date today);

/// What a decision of that day stores: the hash of the policy that ruled it, or nothing.
std::string policy_hash(const Service& service, Date day);

}  // namespace kith::actions
