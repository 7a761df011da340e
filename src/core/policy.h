// An authority's own policy as it was applied: the whole text that sets its clocks, from which day, by whom and when.
// What it says is core::LocalPolicy (core/process.h); how it is written by people, rulebook/local_policy.h.
#pragma once

#include <string>

#include "base/date.h"
#include "base/id.h"
#include "core/change.h"
#include "core/ids.h"

namespace kith::core {

using AppliedPolicyId = Id<struct AppliedPolicyTag>;

/// Never changed and never removed: the next one takes its place from its own first day.
struct AppliedPolicy {
    AppliedPolicyId id;
    Date from{};         ///< its first day
    std::string hash;    ///< SHA-256 of the text in hexadecimal: what decisions name
    std::string text;    ///< LocalPolicy::canonical
    StaffId applied_by;  ///< nil: whoever may run commands on the machine
    Instant applied_at;
};

namespace happened {
inline constexpr ChangeKind policy_applied{"policy applied", RecordKind::authority};
}  // namespace happened

}  // namespace kith::core
