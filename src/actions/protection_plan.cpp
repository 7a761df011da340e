#include "actions/protection_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/people.h"
#include "actions/step.h"
#include "actions/step_duties.h"
#include "actions/strategy_discussion.h"
#include "actions/timeline.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/protection_plan_store.h"

namespace kith::actions {

using namespace core;

struct LoadedPlan {
    ProtectionPlan plan;
    Person child;
};
static Result<LoadedPlan> load(store::Reader& reader, const Actor& actor, Act act, ProtectionPlanId id) {
    auto plan = reader.find<ProtectionPlan>(id);
    auto child = plan ? reader.find<Person>(plan->child) : std::nullopt;
    if (!child) return no_such_record();
    Allocation allocation = allocation_of(reader, *child);
    allocation.workers.push_back(plan->accountable_worker);
    for (const CoreGroupMember& member : reader.list<CoreGroupMember>("WHERE plan = $1 ORDER BY id", id))
        if (!member.until && !member.staff.is_nil()) allocation.workers.push_back(member.staff);
    TRY(require_for_child(actor, act, allocation));
    return LoadedPlan{*plan, *child};
}

static Subject subject(const LoadedPlan& loaded) {
    return subject_of(loaded.child, RecordKind::child_protection_plan, loaded.plan.id);
}

static TimelineEntry entry(Work& work, const LoadedPlan& loaded, const ChangeKind& kind, Instant at, std::string title,
                           std::string text) {
    return timeline_entry(work, {loaded.child.id, at, RecordKind::child_protection_plan, loaded.plan.id, kind.name,
                                 std::move(title), std::move(text)});
}

static std::vector<Person> family_outside(store::Reader& reader, const Person& child,
                                          const std::vector<CoreGroupMember>& members) {
    std::vector<Person> family{child};
    for (const Relation& relation : reader.list<Relation>("WHERE child = $1 ORDER BY id", child.id))
        if (auto other = reader.find<Person>(relation.other); other && !relation.until) family.push_back(*other);
    std::erase_if(family, [&](const Person& each) {
        return std::ranges::any_of(members, [&](const auto& m) { return !m.until && m.person == each.id; });
    });
    return family;
}

static std::vector<PlanChange> changes_of(store::Reader& reader, ProtectionPlanId id) {
    return reader.list<PlanChange>("WHERE plan = $1 ORDER BY position, id", id);
}
static std::vector<PlanAction> actions_of(store::Reader& reader, ProtectionPlanId id) {
    return reader.list<PlanAction>("WHERE plan = $1 ORDER BY position, id", id);
}

// The plan is written once nothing is missing from it: the duty to write it is then done.
static void settle_missing(Work& work, StepDuties& duties, const ProtectionPlan& plan) {
    if (missing_from(plan, changes_of(work.store, plan.id), actions_of(work.store, plan.id)).empty())
        duties.facts_complete(plan.id);
}

Result<ProtectionPlan> write_plan(Work& work, ProtectionPlanId id, int version, const PlanText& text) {
    LoadedPlan loaded = TRY(load(work.store, work.actor, Act::work_on_plan, id));
    if (loaded.plan.version != version)
        return refuse(Because::stale, "",
                      "Somebody else changed this plan while you were typing. Look again, then save.");
    loaded.plan = TRY(core::write_plan(std::move(loaded.plan), text));
    StepDuties duties(work);
    settle_missing(work, duties, loaded.plan);
    work.store.save(happened::protection_plan_written, id, loaded.plan, duties.rows(),
                    entry(work, loaded, happened::protection_plan_written, work.now,
                          "Child protection plan brought up to date", ""));
    return loaded.plan;
}

Result<PlanAction> add_action(Work& work, ProtectionPlanId id, PlanAction action) {
    LoadedPlan loaded = TRY(load(work.store, work.actor, Act::work_on_plan, id));
    if (!is_running(loaded.plan)) return refuse(Because::conflict, "", "This plan has ended.");
    if (is_blank(action.who) || is_blank(action.what)) return refuse(Because::invalid, "what", "Say who does what.");
    action.id = work.new_id<decltype(action.id)>();
    action.plan = id;
    action.position = static_cast<int>(actions_of(work.store, id).size()) + 1;
    work.store.save(happened::protection_plan_written, id, action);
    StepDuties duties(work);
    settle_missing(work, duties, loaded.plan);
    if (!duties.rows().empty()) work.store.save(happened::protection_plan_written, id, duties.rows());
    return action;
}

Result<PlanChange> add_change(Work& work, ProtectionPlanId id, const AddChange& command) {
    LoadedPlan loaded = TRY(load(work.store, work.actor, Act::work_on_plan, id));
    if (!is_running(loaded.plan)) return refuse(Because::conflict, "", "This plan has ended.");
    PlanChange change = command.change;
    if (is_blank(change.must_change)) return refuse(Because::invalid, "must_change", "Say what must change.");
    if (change.by && *change.by < loaded.plan.started_on)
        return refuse(Because::invalid, "by", "Say a day after the plan started.");
    change.id = work.new_id<decltype(change.id)>();
    change.plan = id;
    change.position = static_cast<int>(changes_of(work.store, id).size()) + 1;
    work.store.save(happened::protection_plan_written, id, change);
    if (is_blank(command.action.who) && is_blank(command.action.what)) return change;
    PlanAction action = command.action;
    action.change = change.id;
    TRY(add_action(work, id, std::move(action)));
    return change;
}

static std::string_view title_of(const ProtectionVisit& visit) {
    if (visit.parents_seen == Answer::yes) return "Visit under the plan: the parents who expect the baby were seen";
    if (visit.seen != Answer::yes) return "Visit under the plan: child not seen";
    return visit.seen_alone == Answer::yes ? "Visit under the plan: child seen, alone"
                                           : "Visit under the plan: child seen";
}

Result<ProtectionVisit> record_visit(Work& work, ProtectionPlanId id, ProtectionVisit visit) {
    LoadedPlan loaded = TRY(load(work.store, work.actor, Act::work_on_plan, id));
    visit = TRY(core::record_visit(loaded.plan, std::move(visit), work.actor, work.now));
    visit.id = work.new_id<decltype(visit.id)>();
    StepDuties duties(work);
    if (counts(visit) && is_running(loaded.plan)) {
        duties.happened(Event::child_visited_on_protection_plan, subject(loaded), when(visit.visited_at));
        Date next = next_visit_by(loaded.plan, london_date(visit.visited_at), work.service.days);
        due_sooner(duties.opened(Duty::visit_child_on_protection_plan, loaded.child.id), next);
    }
    work.store.save(happened::protection_visit_made, id, visit, duties.rows(),
                    entry(work, loaded, happened::protection_visit_made, visit.visited_at, std::string(title_of(visit)),
                          visit.account + (visit.child_said.empty() ? "" : "\n" + visit.child_said)));
    return visit;
}

static Result<std::vector<PlanAction>> looked_at(const std::vector<PlanAction>& actions, const HoldCoreGroup& command) {
    std::vector<PlanAction> rows;
    for (const HoldCoreGroup::Status& status : command.statuses) {
        auto action = std::ranges::find(actions, status.action, &PlanAction::id);
        if (action == actions.end()) return no_such_record();
        rows.push_back(TRY(look_at_action(*action, status.status, status.note, london_date(command.meeting.held_at))));
    }
    return rows;
}

static Result<void> refuse_if_not_in_it(const std::vector<CoreGroupMember>& members,
                                        const std::vector<CoreGroupAttendance>& attendance, Date held_on) {
    for (const CoreGroupAttendance& row : attendance) {
        auto member = std::ranges::find(members, row.member, &CoreGroupMember::id);
        if (member == members.end()) return no_such_record();
        if (!is_member_on(*member, held_on))
            return refuse(
                Because::invalid, "came-" + to_text(member->id),
                fmt::format("{} was not in the core group on {}. Leave this blank.", member->name, long_date(held_on)));
    }
    return {};
}

static Date next_core_group_by(Work& work, Date held_on) {
    const Clock* clock = clock_in_force(work.service.rulebook, Duty::hold_core_group, held_on);
    CHECK(clock);
    return due(*clock, held_on, work.service.days, work.service.policy).date;
}

Result<CoreGroupMeeting> hold_core_group(Work& work, ProtectionPlanId id, const HoldCoreGroup& command) {
    LoadedPlan loaded = TRY(load(work.store, work.actor, Act::work_on_plan, id));
    CoreGroupMeeting meeting = TRY(core::hold_core_group(command.meeting, loaded.plan, work.actor, work.now));
    meeting.id = work.new_id<CoreGroupMeetingId>();
    meeting.number = static_cast<int>(work.store.list<CoreGroupMeeting>("WHERE plan = $1 ORDER BY id", id).size()) + 1;
    std::vector<CoreGroupAttendance> attendance = command.attendance;
    for (CoreGroupAttendance& row : attendance) {
        row.id = work.new_id<decltype(row.id)>();
        row.meeting = meeting.id;
    }
    std::vector<PlanAction> actions = actions_of(work.store, id);
    std::vector<PlanAction> rows = TRY(looked_at(actions, command));
    for (PlanAction& action : actions)
        for (const PlanAction& row : rows)
            if (row.id == action.id) action = row;
    Date held_on = london_date(meeting.held_at);
    auto members = work.store.list<CoreGroupMember>("WHERE plan = $1 ORDER BY name, id", id);
    TRY(refuse_if_not_in_it(members, attendance, held_on));
    TRY(refuse_if_any(missing_from(meeting, members, attendance, actions, next_core_group_by(work, held_on))));
    StepDuties duties(work);
    duties.happened(Event::core_group_held, subject(loaded), when(meeting.held_at));
    if (OpenDuty* next = duties.opened(Duty::hold_core_group, loaded.child.id); next && meeting.next_on)
        next->what = "Booked for " + weekday_and_date(*meeting.next_on);
    work.store.save(
        happened::core_group_held, id, meeting, attendance, rows, duties.rows(),
        entry(work, loaded, happened::core_group_held, meeting.held_at, "Core group held", meeting.progress));
    return meeting;
}

static Instant noon_of(const Work& work, Date day) {
    return day == work.today ? work.now : from_london(day, std::chrono::hours(12));
}

/// A member of the family and one of us is in it once; of others there may be two of one name.
static Result<void> refuse_if_in_it(store::Reader& reader, const CoreGroupMember& member) {
    for (const CoreGroupMember& each :
         reader.list<CoreGroupMember>("WHERE plan = $1 AND until_date IS NULL ORDER BY id", member.plan)) {
        bool same = (!member.person.is_nil() && each.person == member.person) ||
                    (!member.staff.is_nil() && each.staff == member.staff);
        if (same) return refuse(Because::conflict, "name", fmt::format("{} is in the core group already.", each.name));
    }
    return {};
}

static CoreGroupMember in_place_of(Work& work, const CoreGroupMember& before, const Staff& to) {
    CoreGroupMember member = before;
    member.id = work.new_id<CoreGroupMemberId>();
    member.staff = to.id;
    member.name = to.name;
    member.from = work.today;
    member.until.reset();
    member.left_why.clear();
    return member;
}

void hand_over_plan(Work& work, PersonId child, const Staff& to) {
    auto plan = work.store.list_first<ProtectionPlan>("WHERE child = $1 AND ended_on IS NULL ORDER BY id", child);
    if (!plan || plan->accountable_worker == to.id) return;
    auto members = work.store.list<CoreGroupMember>("WHERE plan = $1 AND until_date IS NULL ORDER BY id", plan->id);
    bool is_in_it = std::ranges::any_of(members, [&](const CoreGroupMember& each) { return each.staff == to.id; });
    std::vector<CoreGroupMember> changed;
    for (CoreGroupMember& each : members) {
        if (each.staff != plan->accountable_worker) continue;
        if (!is_in_it) changed.push_back(in_place_of(work, each, to));
        each.until = std::max(each.from, work.today);
        each.left_why = fmt::format("{} is the accountable worker from then on.", to.name);
        changed.push_back(std::move(each));
    }
    plan->accountable_worker = to.id;
    ++plan->version;
    work.store.save(happened::core_group_changed, plan->id, *plan, changed);
}

Result<CoreGroupMember> join_core_group(Work& work, ProtectionPlanId id, CoreGroupMember member) {
    LoadedPlan loaded = TRY(load(work.store, work.actor, Act::work_on_plan, id));
    if (member.from == Date{}) member.from = work.today;
    if (member.from > work.today) return refuse(Because::invalid, "from", "Record it once they have joined.");
    if (!member.person.is_nil()) member.name = name_of(work.store, member.person);
    if (!member.staff.is_nil()) member.name = staff_name(work.store, member.staff);
    member = TRY(core::join_core_group(std::move(member), loaded.plan));
    TRY(refuse_if_in_it(work.store, member));
    member.id = work.new_id<CoreGroupMemberId>();
    work.store.save(happened::core_group_changed, id, member,
                    entry(work, loaded, happened::core_group_changed, noon_of(work, member.from),
                          fmt::format("{}, {}, joined the core group", member.name, member.role), ""));
    return member;
}

Result<CoreGroupMember> leave_core_group(Work& work, ProtectionPlanId id, const LeaveCoreGroup& command) {
    LoadedPlan loaded = TRY(load(work.store, work.actor, Act::work_on_plan, id));
    auto member = work.store.find<CoreGroupMember>(command.member);
    if (!member || member->plan != id) return no_such_record();
    *member = TRY(core::leave_core_group(std::move(*member), command.on, command.why, work.today));
    work.store.save(happened::core_group_changed, id, *member,
                    entry(work, loaded, happened::core_group_changed, noon_of(work, command.on),
                          fmt::format("{}, {}, left the core group", member->name, member->role), member->left_why));
    return *member;
}

Result<ProtectionPlan> end_plan(Work& work, ProtectionPlanId id, const EndPlan& command) {
    LoadedPlan loaded = TRY(load(work.store, work.actor, Act::authorise_closure, id));
    if (command.on > work.today)
        return refuse(Because::invalid, "on", "The day the plan ended cannot be in the future.");
    loaded.plan = TRY(core::end_plan(std::move(loaded.plan), command));
    StepDuties duties(work);
    duties.happened(Event::child_protection_plan_ended, subject(loaded), {command.on, {}});
    work.store.save(happened::protection_plan_ended, id, loaded.plan, duties.rows(),
                    entry(work, loaded, happened::protection_plan_ended, work.now,
                          fmt::format("Child protection plan ended: {}", says(command.end)), command.why));
    return loaded.plan;
}

static bool saw_the_child(const ProtectionVisit& visit) {
    return visit.seen == Answer::yes;
}

/// The last of the visits, newest first, that is one.
static std::optional<Date> last_visit(const std::vector<ProtectionVisit>& visits,
                                      bool (*is_one)(const ProtectionVisit&)) {
    auto found = std::ranges::find_if(visits, is_one);
    return found == visits.end() ? std::nullopt : std::optional(london_date(found->visited_at));
}

Result<PlanView> protection_plan(const Service& service, store::Reader& reader, const Actor& actor,
                                 ProtectionPlanId id) {
    LoadedPlan loaded = TRY(load(reader, actor, Act::read_child, id));
    PlanView view{.plan = loaded.plan, .child = loaded.child};
    view.changes = changes_of(reader, id);
    view.actions = actions_of(reader, id);
    view.categories = reader.list<PlanCategory>("WHERE plan = $1 ORDER BY from_date, id", id);
    view.members = reader.list<CoreGroupMember>("WHERE plan = $1 ORDER BY name, id", id);
    view.family = family_outside(reader, view.child, view.members);
    view.meetings = reader.list<CoreGroupMeeting>("WHERE plan = $1 ORDER BY held_at DESC, id", id);
    view.visits = reader.list<ProtectionVisit>("WHERE plan = $1 ORDER BY visited_at DESC, id", id);
    view.missing = missing_from(view.plan, view.changes, view.actions);
    view.worker_name = staff_name(reader, view.plan.accountable_worker);
    view.last_seen = last_visit(view.visits, view.child.stage == Stage::unborn ? counts : saw_the_child);
    view.next_visit = next_visit_by(view.plan, last_visit(view.visits, counts), service.days);
    return view;
}

}  // namespace kith::actions
