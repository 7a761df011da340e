// Child protection plans: written with the family, visited, looked at in core groups; ended without a conference only
// where none is needed.
#pragma once

#include <string>
#include <vector>

#include "actions/service.h"
#include "core/core_group.h"
#include "core/person.h"
#include "core/protection_plan.h"

namespace kith::actions {

Result<core::ProtectionPlan> write_plan(Work& work, core::ProtectionPlanId id, int version, const core::PlanText& text);

struct AddChange {
    core::PlanChange change;
    core::PlanAction action;  ///< the first thing that somebody does about it
};
/// Something that must change, and who does what about it.
Result<core::PlanChange> add_change(Work& work, core::ProtectionPlanId id, const AddChange& command);
Result<core::PlanAction> add_action(Work& work, core::ProtectionPlanId id, core::PlanAction action);

Result<core::ProtectionVisit> record_visit(Work& work, core::ProtectionPlanId id, core::ProtectionVisit visit);

struct HoldCoreGroup {
    core::CoreGroupMeeting meeting;
    std::vector<core::CoreGroupAttendance> attendance;
    struct Status {
        RawId action;
        core::ActionStatus status = core::ActionStatus::to_do;
        std::string note;
    };
    std::vector<Status> statuses;
};
Result<core::CoreGroupMeeting> hold_core_group(Work& work, core::ProtectionPlanId id, const HoldCoreGroup& command);
/// Somebody joins, from the day given or today. Of the family: `person`, which names them; one of us: `staff`.
/// The child has another accountable worker: the plan that runs names them, and they take the other's place in the core
/// group. Part of the allocation; nothing where no plan runs.
void hand_over_plan(Work& work, core::PersonId child, const core::Staff& to);

Result<core::CoreGroupMember> join_core_group(Work& work, core::ProtectionPlanId id, core::CoreGroupMember member);
struct LeaveCoreGroup {
    core::CoreGroupMemberId member;
    Date on;  ///< the last day
    std::string why;
};
/// Somebody leaves. What they were part of until then stays theirs.
Result<core::CoreGroupMember> leave_core_group(Work& work, core::ProtectionPlanId id, const LeaveCoreGroup& command);

/// Reached 18, died, left the country, or moved and transferred.
Result<core::ProtectionPlan> end_plan(Work& work, core::ProtectionPlanId id, const core::EndPlan& command);

struct PlanView {
    core::ProtectionPlan plan;
    core::Person child;
    std::vector<core::PlanChange> changes;
    std::vector<core::PlanAction> actions;
    std::vector<core::PlanCategory> categories;
    std::vector<core::CoreGroupMember> members;    ///< who is in it now, and who was
    std::vector<core::Person> family;              ///< the child and the family, not in the core group now
    std::vector<core::CoreGroupMeeting> meetings;  ///< newest first
    std::vector<core::ProtectionVisit> visits;     ///< newest first
    std::vector<core::Missing> missing;
    std::string worker_name;
    std::optional<Date> last_seen;
    Date next_visit;
};
Result<PlanView> protection_plan(const Service& service, store::Reader& reader, const core::Actor& actor,
                                 core::ProtectionPlanId id);

}  // namespace kith::actions
