// A child in need plan as it stood after each thing that was done to it: what the family agreed to at the time.
#pragma once

#include <string>
#include <vector>

#include "actions/need_plan.h"

namespace kith::actions {

struct NeedPlanVersion {
    int number = 1;  ///< 1 is the first
    Instant at;
    std::string by;      ///< a name; empty: nobody who works here
    std::string change;  ///< "An action agreed: Six sessions at school"
    core::NeedPlan plan;
    std::vector<core::NeedPlanMember> members;
    std::vector<std::string> member_names;  ///< alongside `members`
    std::vector<core::NeedPlanAction> actions;
};
/// Oldest first. Visits, and what was taken out of the record for good, make no version.
Result<std::vector<NeedPlanVersion>> need_plan_versions(store::Reader& reader, const core::Actor& actor,
                                                        core::NeedPlanId id);

}  // namespace kith::actions
