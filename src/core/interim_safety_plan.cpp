#include "core/interim_safety_plan.h"

namespace kith::core {

std::vector<Missing> missing_from(const InterimSafetyPlan& plan) {
    return MissingList{}
        .text(plan.worries, "worries", "Say what you are worried about, in words that the family will recognise.")
        .text(plan.who_does_what, "who_does_what", "Say who does what to keep the child safe.")
        .text(plan.if_it_fails, "if_it_fails", "Say what everyone does if the plan does not hold.")
        .text(plan.who_to_ring, "who_to_ring", "Give the numbers to ring by day and by night.")
        .text(plan.agreed_by, "agreed_by", "Say who agreed to the plan, and who did not.")
        .take();
}

Result<InterimSafetyPlan> make_safety_plan(InterimSafetyPlan plan, const Actor& actor, Instant now) {
    if (plan.reviewed_by < plan.starts)
        return refuse(Because::invalid, "reviewed_by",
                      "The plan must be looked at again on or after the day it starts.");
    if (plan.starts < london_date(now) - std::chrono::days(366))
        return refuse(Because::invalid, "starts",
                      "A safety plan that is made now did not start so long ago. Check the year.");
    plan.made_by = actor.id;
    plan.made_at = now;
    return plan;
}

Result<InterimSafetyPlan> end_safety_plan(InterimSafetyPlan plan, std::string_view why, Instant now) {
    if (plan.ended_at) return refuse(Because::conflict, "", "This interim safety plan has already ended.");
    if (is_blank(why))
        return refuse(Because::invalid, "ended_why", "Say what replaced the plan, or why it did not hold.");
    plan.ended_at = now;
    plan.ended_why = why;
    ++plan.version;
    return plan;
}

}  // namespace kith::core
