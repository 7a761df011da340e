// An interim safety plan: what keeps a child safe from today until the next decision, over a weekend too. It is written
// for the family, in their words, and handed to them. It is *not* a child protection plan: it ends with the next
// decision, and nobody's agreement to it is a condition of anything else.
//
// Practice corrections, "what practitioners expect on day one", and 11 (a conference that does not proceed needs one).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "core/ids.h"
#include "core/missing.h"
#include "core/staff.h"

namespace kith::core {

using InterimSafetyPlanId = Id<struct InterimSafetyPlanTag>;

struct InterimSafetyPlan {
    InterimSafetyPlanId id;
    int version = 1;
    PersonId child;
    StrategyDiscussionId discussion;  ///< nil when a conference asked for it
    ConferenceId conference;          ///< nil when a strategy discussion asked for it
    Date starts;
    Date reviewed_by;           ///< the day by which it is looked at again
    std::string worries;        ///< what we are worried about, as said to the family
    std::string what_helps;     ///< who and what already keeps the child safe
    std::string who_does_what;  ///< the arrangement itself: who is where, who may see whom, who watches
    std::string if_it_fails;    ///< what everyone does when it does not hold
    std::string who_to_ring;    ///< day and night
    std::string agreed_by;      ///< who agreed, and who did not: in words
    StaffId made_by;
    Instant made_at;
    std::optional<Instant> ended_at;
    std::string ended_why;
};

/// What a family needs to find in it before it is printed.
std::vector<Missing> missing_from(const InterimSafetyPlan& plan);

/// Saves a plan as it is, complete or not: what protects a child tonight is never refused. Refused only when it would
/// be looked at again before it starts.
Result<InterimSafetyPlan> make_safety_plan(InterimSafetyPlan plan, const Actor& actor, Instant now);

/// The next decision has been made, or the plan did not hold.
Result<InterimSafetyPlan> end_safety_plan(InterimSafetyPlan plan, std::string_view why, Instant now);

}  // namespace kith::core
