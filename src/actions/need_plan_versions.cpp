#include "actions/need_plan_versions.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/people.h"
#include "actions/step.h"
#include "store/history.h"
#include "store/need_plan_store.h"
#include "store/person_store.h"

namespace kith::actions {

using namespace core;

template <class Row>
static void put(std::vector<Row>& rows, const Row& row) {
    auto same = std::ranges::find(rows, row.id, &Row::id);
    if (same == rows.end())
        rows.push_back(row);
    else
        *same = row;
}

static std::string name_of(store::Reader& reader, const NeedPlanMember& member) {
    return member.person.is_nil() ? member.name : name_of(reader, member.person);
}

/// What was done, in the words of the page.
static std::string what_changed(store::Reader& reader, const store::PastChange& change, bool first_meeting,
                                const std::vector<NeedPlanMember>& members,
                                const std::vector<NeedPlanAction>& actions) {
    if (change.kind == happened::need_plan_decided.name) return "Decided: a plan is to be made";
    if (change.kind == happened::need_plan_made.name) return first_meeting ? "Made with the family" : "Written again";
    if (change.kind == happened::need_plan_reviewed.name) return "Reviewed";
    if (change.kind == happened::need_plan_ended.name) return "Ended";
    if (!actions.empty()) return fmt::format("{}: {}", says(actions.front().state), actions.front().action);
    return fmt::format("{}: {}", name_of(reader, members.front()), says(members.front().agreement));
}

/// Takes what the Change wrote into `now`. False: it wrote nothing of the plan itself.
static bool take(store::Reader& reader, const store::PastChange& change, NeedPlanVersion& now) {
    auto plans = store::rows_of<NeedPlan>(change);
    auto members = store::rows_of<NeedPlanMember>(change);
    auto actions = store::rows_of<NeedPlanAction>(change);
    if (plans.empty() && members.empty() && actions.empty()) return false;
    now.change = what_changed(reader, change, !now.plan.met_on, members, actions);
    if (!plans.empty()) now.plan = plans.back();
    for (const NeedPlanMember& each : members)
        put(now.members, each);
    for (const NeedPlanAction& each : actions)
        put(now.actions, each);
    std::ranges::sort(now.actions, {}, &NeedPlanAction::position);
    return true;
}

Result<std::vector<NeedPlanVersion>> need_plan_versions(store::Reader& reader, const Actor& actor, NeedPlanId id) {
    auto plan = reader.find<NeedPlan>(id);
    if (!plan) return no_such_record();
    TRY(child_for(reader, actor, Act::read_child, plan->child));
    std::vector<NeedPlanVersion> versions;
    NeedPlanVersion now;
    for (const store::PastChange& change : store::history_of(reader, id)) {
        if (!take(reader, change, now)) continue;
        now.number = static_cast<int>(versions.size()) + 1;
        now.at = change.at;
        now.by = staff_name(reader, StaffId(change.actor));
        now.member_names.clear();
        for (const NeedPlanMember& each : now.members)
            now.member_names.push_back(name_of(reader, each));
        versions.push_back(now);
    }
    return versions;
}

}  // namespace kith::actions
