#include "actions/strategy_discussion.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/out_of_hours.h"
#include "actions/people.h"
#include "actions/policy.h"
#include "actions/section47_enquiry.h"
#include "actions/step.h"
#include "actions/step_duties.h"
#include "actions/strategy_rows.h"
#include "actions/timeline.h"
#include "core/birth.h"
#include "core/decision.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/section47_enquiry_store.h"
#include "store/staff_store.h"
#include "store/strategy_discussion_store.h"

namespace kith::actions {

using namespace core;

static Result<Person> child_by_id(store::Reader& reader, PersonId id) {
    auto person = reader.find<Person>(id);
    if (!person) return no_such_record();
    return *person;
}

// A child nobody holds yet goes to the discussion's team, so that its duties are in somebody's list tonight.
static void give_to_team(Work& work, Person& child, TeamId team) {
    if (!child.team.is_nil()) return;
    child.team = team;
    ++child.version;
    work.store.save(happened::person_changed, child.id, child);
}

static Result<void> pay_owed_discussion(Work& work, const StrategyDiscussion& discussion, StrategyChild& row) {
    for (Section47Enquiry& enquiry :
         work.store.list<Section47Enquiry>("WHERE child = $1 ORDER BY started_on, id", row.child)) {
        if (!strategy_discussion_is_owed(enquiry)) continue;
        enquiry = TRY(record_owed_discussion(std::move(enquiry), discussion));
        row.enquiry = enquiry.id;
        row.starts_the_enquiry = true;
        work.store.save(happened::section47_discussion_held, enquiry.id, enquiry);
    }
    return {};
}

Result<StrategyDiscussion> hold_strategy_discussion(Work& work, const HoldStrategyDiscussion& command) {
    TRY(require(work.actor, Act::hold_strategy_discussion));
    StrategyDiscussion discussion = command.discussion;
    discussion.id = work.new_id<StrategyDiscussionId>();
    std::vector<StrategyChild> rows;
    for (PersonId child : command.children)
        rows.push_back({.id = work.new_id<decltype(StrategyChild::id)>(), .discussion = discussion.id, .child = child});
    TRY(check_interpreting(discussion.interpreted_by, discussion.interpreter, discussion.relative_interprets_why,
                           names_of(work.store, rows)));
    discussion = TRY(core::hold_strategy_discussion(std::move(discussion), rows, work.actor, work.now));
    std::vector<StrategyAttendance> attendance = command.attendance;
    for (StrategyAttendance& row : attendance) {
        row.id = work.new_id<decltype(StrategyAttendance::id)>();
        row.discussion = discussion.id;
    }
    StepDuties duties(work);
    std::vector<TimelineEntry> entries;
    for (StrategyChild& row : rows) {
        Person child = TRY(child_by_id(work.store, row.child));
        give_to_team(work, child, discussion.team);
        TRY(pay_owed_discussion(work, discussion, row));
        Subject subject = subject_of(child, RecordKind::strategy_discussion, discussion.id);
        duties.happened(Event::strategy_discussion_held, subject, when(discussion.held_at));
        if (entries.empty()) {
            owe_follow_ups(duties, subject, discussion, attendance);
            duties.owe_facts(subject, "Complete the record of the strategy discussion");
        }
        entries.push_back(timeline_entry(
            work, {child.id, discussion.held_at, RecordKind::strategy_discussion, discussion.id,
                   happened::strategy_discussion_held.name,
                   fmt::format("Strategy discussion held, {}", discussion.held_as == HeldAs::meeting ? "in a meeting"
                                                               : discussion.held_as == HeldAs::video ? "by video"
                                                                                                     : "by telephone"),
                   ""}));
    }
    work.store.save(happened::strategy_discussion_held, discussion.id, discussion, rows, attendance, duties.rows(),
                    entries);
    for (const StrategyChild& row : rows)
        note_back(work, TRY(child_by_id(work.store, row.child)), RecordKind::strategy_discussion, discussion.id,
                  "A strategy discussion was held.");
    return discussion;
}

static Decision as_decision(Work& work, const StrategyChild& row) {
    const Edition* edition = edition_in_force(work.service.rulebook, work.today);
    return {.id = work.new_id<DecisionId>(),
            .about = RecordKind::strategy_discussion,
            .record = row.discussion,
            .child = row.child,
            .outcome = std::string(word(*row.decision)),
            .decided_by = work.actor.id,
            .role = work.actor.role,
            .decided_at = work.now,
            .edition = edition ? std::string(edition->id) : "",
            .policy_hash = policy_hash(work.service, work.today),
            .reasons = row.reasons,
            .dissent = row.dissent};
}

static Section47EnquiryId open_enquiry_of(store::Reader& reader, PersonId child) {
    for (const Section47Enquiry& each :
         reader.list<Section47Enquiry>("WHERE child = $1 ORDER BY started_on, id", child))
        if (each.state == EnquiryState::open || each.state == EnquiryState::with_manager) return each.id;
    return {};
}

static Result<StrategyChild> decide_for(Work& work, const StrategyRecord& record,
                                        const StrategyDecisions::Child& each) {
    for (const StrategyChild& row : record.children) {
        if (row.id != each.row) continue;
        Section47EnquiryId open = open_enquiry_of(work.store, row.child);
        StrategyChild decided = TRY(decide_strategy_child(row, {each.decision, each.reasons, each.dissent, open}));
        if (row.starts_the_enquiry) decided.starts_the_enquiry = true;
        if (!decided.starts_the_enquiry || !decided.enquiry.is_nil()) return decided;
        Section47Enquiry enquiry = TRY(start_enquiry(work, {.child = row.child,
                                                            .start = EnquiryStart::strategy_discussion,
                                                            .at = record.discussion.held_at,
                                                            .discussion = record.discussion.id}));
        decided.enquiry = enquiry.id;
        return decided;
    }
    return no_such_record();
}

Result<StrategyDiscussion> decide_strategy_discussion(Work& work, const StrategyDecisions& command) {
    TRY(require(work.actor, Act::hold_strategy_discussion));
    StrategyRecord record = TRY(load_strategy_record(work.store, command.discussion));
    std::vector<StrategyChild> rows;
    std::vector<Decision> decisions;
    std::vector<TimelineEntry> entries;
    StepDuties duties(work);
    for (const StrategyDecisions::Child& each : command.children) {
        StrategyChild row = TRY(decide_for(work, record, each));
        Person child = TRY(child_by_id(work.store, row.child));
        duties.happened(Event::strategy_discussion_decided,
                        subject_of(child, RecordKind::strategy_discussion, row.discussion),
                        when(record.discussion.held_at));
        decisions.push_back(as_decision(work, row));
        entries.push_back(
            timeline_entry(work, {child.id, record.discussion.held_at, RecordKind::strategy_discussion, row.discussion,
                                  happened::strategy_discussion_decided.name,
                                  fmt::format("Strategy discussion decided: {}", says(*row.decision)), row.reasons}));
        *std::ranges::find(record.children, row.id, &StrategyChild::id) = row;
        rows.push_back(std::move(row));
    }
    if (rows.empty()) return refuse(Because::invalid, "decision", "Choose the decision for each child.");
    ++record.discussion.version;
    work.store.save(happened::strategy_discussion_decided, record.discussion.id, record.discussion, rows, decisions,
                    duties.rows(), for_sign_off(work, record), entries);
    return record.discussion;
}

Result<StrategyView> strategy_discussion(store::Reader& reader, const Actor& actor, StrategyDiscussionId id) {
    StrategyView view;
    view.record = TRY(load_strategy_record(reader, id));
    bool mine = view.record.discussion.recorded_by == actor.id || view.record.discussion.manager == actor.id;
    for (const StrategyChild& row : view.record.children) {
        Person child = TRY(child_by_id(reader, row.child));
        mine = mine || may_for_child(actor, Act::read_child, allocation_of(reader, child));
        for (InterimSafetyPlan& plan : reader.list<InterimSafetyPlan>(
                 "WHERE child = $1 AND ended_at IS NULL ORDER BY made_at DESC, id", row.child))
            view.safety_plans.push_back(std::move(plan));
        view.children.push_back(std::move(child));
    }
    if (!mine) return no_such_record();
    view.manager_name = staff_name(reader, view.record.discussion.manager);
    view.recorded_by_name = staff_name(reader, view.record.discussion.recorded_by);
    for (const StrategyAddition& addition : view.record.additions)
        view.added_by_names.push_back(staff_name(reader, addition.added_by));
    view.missing = missing_from(view.record);
    return view;
}

Result<InterimSafetyPlan> make_safety_plan(Work& work, InterimSafetyPlan plan) {
    TRY(require(work.actor, Act::hold_strategy_discussion));
    Person child = TRY(child_by_id(work.store, plan.child));
    if (!may_send_about(child)) return refuse(Because::conflict, "", "The pregnancy has ended: no plan is needed.");
    plan.id = work.new_id<InterimSafetyPlanId>();
    plan = TRY(core::make_safety_plan(std::move(plan), work.actor, work.now));
    std::vector<InterimSafetyPlan> rows;
    for (InterimSafetyPlan& earlier :
         work.store.list<InterimSafetyPlan>("WHERE child = $1 AND ended_at IS NULL ORDER BY made_at, id", plan.child))
        rows.push_back(TRY(end_safety_plan(std::move(earlier), "A newer plan took its place.", work.now)));
    rows.push_back(plan);
    StepDuties duties(work);
    if (auto missing = missing_from(plan); !missing.empty())
        duties.owe_facts(subject_of(child, RecordKind::person, child.id), "Complete the interim safety plan");
    auto entry = timeline_entry(
        work, {child.id, work.now, RecordKind::person, child.id, happened::safety_plan_made.name,
               fmt::format("Interim safety plan made, looked at again by {}", long_date(plan.reviewed_by)),
               plan.who_does_what});
    work.store.save(happened::safety_plan_made, child.id, rows, duties.rows(), entry);
    note_back(work, child, RecordKind::person, child.id, "An interim safety plan was made.");
    return plan;
}

Result<SafetyPlanView> safety_plan(store::Reader& reader, const Actor& actor, InterimSafetyPlanId id) {
    auto plan = reader.find<InterimSafetyPlan>(id);
    if (!plan) return no_such_record();
    auto child = reader.find<Person>(plan->child);
    bool mine =
        child && (plan->made_by == actor.id || may_for_child(actor, Act::read_child, allocation_of(reader, *child)));
    if (!mine) return no_such_record();
    return SafetyPlanView{*plan, *child, staff_name(reader, plan->made_by)};
}

}  // namespace kith::actions
