// The child in need plan: decided, made with the family at a meeting, carried out, visited, reviewed and ended.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "actions/telling.h"
#include "core/child_history.h"
#include "core/duty.h"
#include "core/need_plan.h"
#include "core/person.h"

namespace kith::actions {

/// That the child is in need: opens the plan and the duty to hold the planning meeting. A child who has such a plan
/// keeps it. Called by what decides it: an assessment, an enquiry, a conference that makes no protection plan.
struct DecideChildInNeed {
    core::PersonId child;
    core::ReferralId referral;
    core::AssessmentId assessment;  ///< nil when it comes from elsewhere
};
Result<core::NeedPlan> decide_child_in_need(Work& work, const DecideChildInNeed& command);

struct HoldPlanningMeeting {
    core::NeedPlanId plan;
    int version = 1;
    core::RecordPlanningMeeting meeting;
    std::vector<core::NeedPlanMember> members;
    std::vector<core::NeedPlanAction> actions;
};
/// Makes the plan. The family is owed a copy, and the review is due on the day that the meeting set.
Result<core::NeedPlan> hold_planning_meeting(Work& work, const HoldPlanningMeeting& command);

/// Somebody new, or a new answer of somebody who is in the plan.
Result<core::NeedPlanMember> keep_member(Work& work, core::NeedPlanId plan, core::NeedPlanMember member);
Result<core::NeedPlanAction> add_plan_action(Work& work, core::NeedPlanId plan, core::NeedPlanAction action);
struct SettlePlanAction {
    core::NeedPlanActionId action;
    core::ActionState state = core::ActionState::done;
    Date on;
    std::string progress;
};
Result<core::NeedPlanAction> settle_plan_action(Work& work, const SettlePlanAction& command);

/// Discharges the visit that was due when the child was seen, and opens the next.
Result<core::NeedPlanVisit> record_need_visit(Work& work, core::NeedPlanId plan, core::NeedPlanVisit visit);

/// A review; "more is needed" opens the duty to hold a strategy discussion.
Result<core::NeedPlan> review_need_plan(Work& work, core::NeedPlanId plan, core::NeedPlanReview review);

struct EndNeedPlanCommand {
    core::NeedPlanId plan;
    int version = 1;
    core::EndNeedPlan end;
};
Result<core::NeedPlan> end_need_plan(Work& work, const EndNeedPlanCommand& command);

/// Ends the child's open plan, if there is one, because of what has happened elsewhere: a child protection plan, being
/// looked after, a lost pregnancy. Asks nothing.
void end_need_plan_because(Work& work, core::PersonId child, core::NeedPlanEnd end);

struct NeedPlanRecord {
    core::NeedPlan plan;
    core::Person child;
    std::vector<core::NeedPlanMember> members;
    std::vector<std::string> member_names;  ///< alongside `members`
    std::vector<core::Person> may_join;     ///< related to the child, not in the plan yet
    std::vector<core::NeedPlanAction> actions;
    std::vector<core::NeedPlanReview> reviews;  ///< newest first
    std::vector<core::NeedPlanVisit> visits;    ///< newest first
    std::vector<std::string> visitor_names;     ///< alongside `visits`
    std::vector<core::OpenDuty> duties;
    std::vector<core::Missing> missing;
    std::vector<TellingLine> tellings;
    std::string worker_name;
    bool may_write = false;
};
Result<NeedPlanRecord> need_plan_record(store::Reader& reader, const core::Actor& actor, core::NeedPlanId id);
std::vector<core::PersonId> shown_in(const NeedPlanRecord& record);

/// The child's plans, newest first.
std::vector<core::NeedPlan> need_plans_of(store::Reader& reader, core::PersonId child);

/// The last day on which somebody saw the child, in an assessment or on a visit under a child in need plan; before
/// birth, the parents who expect the child.
std::optional<Date> last_seen_in_need(store::Reader& reader, const core::ChildHistory& history);

}  // namespace kith::actions
