#include "actions/need_plan.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/duties.h"
#include "actions/people.h"
#include "actions/step.h"
#include "actions/timeline.h"
#include "store/need_plan_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/telling_store.h"

namespace kith::actions {

using namespace core;

namespace {

struct Loaded {
    NeedPlan plan;
    Person child;
};

Result<Loaded> load(Work& work, NeedPlanId id) {
    auto plan = work.store.find<NeedPlan>(id);
    if (!plan) return no_such_record();
    Person child = TRY(child_for(work.store, work.actor, Act::work_on_plan, plan->child));
    return Loaded{std::move(*plan), std::move(child)};
}

Subject subject_of(const NeedPlan& plan, const Person& child) {
    return {RecordKind::child_in_need_plan, plan.id, child.id, worker_of(child),
            child.team.is_nil() ? plan.team : child.team};
}

TimelineEntry entry(Work& work, const NeedPlan& plan, Date day, std::string_view kind, std::string title,
                    std::string text) {
    Instant at = day == work.today ? work.now : from_london(day, std::chrono::hours(12));
    return timeline_entry(
        work, {plan.child, at, RecordKind::child_in_need_plan, plan.id, kind, std::move(title), std::move(text)});
}

/// A review that the family agreed on is due on its own day, not on the longest that policy allows.
void set_review_day(std::vector<OpenDuty>& duties, const std::optional<Date>& day) {
    for (OpenDuty& each : duties) {
        if (each.duty != Duty::review_child_in_need_plan || each.closed_at || !day) continue;
        each.due = std::min(each.due, *day);
        each.warn_on = std::min(each.warn_on, each.due);
    }
}

}  // namespace

Result<NeedPlan> decide_child_in_need(Work& work, const DecideChildInNeed& command) {
    auto child = work.store.find<Person>(command.child);
    if (!child) return no_such_record();
    auto existing = need_plans_of(work.store, command.child);
    for (NeedPlan& each : existing)
        if (each.state != NeedPlanState::ended) return each;
    NeedPlan plan = TRY(start_need_plan({.id = work.new_id<NeedPlanId>(),
                                         .child = command.child,
                                         .referral = command.referral,
                                         .assessment = command.assessment,
                                         .worker = child->accountable_worker,
                                         .team = child->team,
                                         .decided_on = work.today},
                                        existing, work.now));
    auto duties = after(work, Event::child_in_need_decided, subject_of(plan, *child), when(work.now));
    auto entered =
        entry(work, plan, work.today, happened::need_plan_decided.name, "Child in need: plan to be made", "");
    work.store.save(happened::need_plan_decided, plan.id, plan, duties, entered);
    return plan;
}

static Result<void> fill(Work& work, const HoldPlanningMeeting& command, const NeedPlan& plan,
                         std::vector<NeedPlanMember>& members, std::vector<NeedPlanAction>& actions) {
    for (NeedPlanMember member : command.members) {
        member.id = work.new_id<decltype(NeedPlanMember::id)>();
        members.push_back(TRY(record_agreement(plan, std::move(member), work.now)));
    }
    int position = 0;
    for (NeedPlanAction action : command.actions) {
        action.id = work.new_id<NeedPlanActionId>();
        action.position = ++position;
        actions.push_back(TRY(agree_action(plan, std::move(action))));
    }
    return {};
}

Result<NeedPlan> hold_planning_meeting(Work& work, const HoldPlanningMeeting& command) {
    auto [plan, child] = TRY(load(work, command.plan));
    if (plan.version != command.version) return changed_meanwhile();
    bool first = !plan.met_on;
    plan = TRY(record_planning_meeting(std::move(plan), command.meeting, work.now));
    std::vector<NeedPlanMember> members;
    std::vector<NeedPlanAction> actions;
    TRY(fill(work, command, plan, members, actions));
    std::vector<OpenDuty> duties;
    std::vector<Telling> owed;
    if (first) {
        duties = after(work, Event::child_in_need_plan_made, subject_of(plan, child), {*plan.met_on, {}});
        set_review_day(duties, plan.next_review);
        owed = owe(work, Owed::need_plan_copy, RecordKind::child_in_need_plan, plan.id, child, *plan.met_on);
    }
    auto entered = entry(work, plan, *plan.met_on, happened::need_plan_made.name,
                         first ? "Child in need plan made with the family" : "Child in need plan written again",
                         plan.family_wants);
    work.store.save(happened::need_plan_made, plan.id, plan, members, actions, duties, owed, entered);
    return plan;
}

Result<NeedPlanMember> keep_member(Work& work, NeedPlanId id, NeedPlanMember member) {
    auto [plan, child] = TRY(load(work, id));
    if (member.id.is_nil()) {
        auto same =
            work.store.list_first<NeedPlanMember>("WHERE plan = $1 AND person = $2 ORDER BY id", id, member.person);
        member.id = same && !member.person.is_nil() ? same->id : work.new_id<decltype(NeedPlanMember::id)>();
    } else {
        auto before = work.store.find<NeedPlanMember>(member.id);
        if (!before || before->plan != id) return no_such_record();
    }
    if (!member.answered_on && member.agreement != Agreement::not_asked) member.answered_on = work.today;
    member = TRY(record_agreement(plan, std::move(member), work.now));
    std::string name = member.person.is_nil() ? member.name : name_of(work.store, member.person);
    auto entered =
        entry(work, plan, member.answered_on.value_or(work.today), happened::need_plan_changed.name,
              fmt::format("Child in need plan, {}: {}", name, says(member.agreement)), member.in_their_words);
    work.store.save(happened::need_plan_changed, id, member, entered);
    return member;
}

Result<NeedPlanAction> add_plan_action(Work& work, NeedPlanId id, NeedPlanAction action) {
    auto [plan, child] = TRY(load(work, id));
    auto last = work.store.scalar<std::int64_t>("SELECT max(position) FROM need_plan_action WHERE plan = $1", id);
    action.id = work.new_id<NeedPlanActionId>();
    action.position = static_cast<int>(last.value_or(0)) + 1;
    action = TRY(agree_action(plan, std::move(action)));
    work.store.save(happened::need_plan_changed, id, action);
    return action;
}

Result<NeedPlanAction> settle_plan_action(Work& work, const SettlePlanAction& command) {
    auto action = work.store.find<NeedPlanAction>(command.action);
    if (!action) return no_such_record();
    auto [plan, child] = TRY(load(work, action->plan));
    auto settled = TRY(settle_action(plan, std::move(*action), command.state, command.on, command.progress, work.now));
    auto entered =
        entry(work, plan, command.on, happened::need_plan_changed.name,
              fmt::format("Child in need plan, {}: {}", says(settled.state), settled.action), settled.progress);
    work.store.save(happened::need_plan_changed, plan.id, settled, entered);
    return settled;
}

Result<NeedPlanVisit> record_need_visit(Work& work, NeedPlanId id, NeedPlanVisit visit) {
    auto [plan, child] = TRY(load(work, id));
    if (child.stage == Stage::unborn) visit.seen = ChildSeen::not_born;
    visit = TRY(record_visit(plan, std::move(visit), work.actor, work.now));
    visit.id = work.new_id<decltype(NeedPlanVisit::id)>();
    std::vector<OpenDuty> duties;
    if (counts(visit) && plan.state != NeedPlanState::ended)
        duties = after(work, Event::child_visited_in_need, subject_of(plan, child), {visit.visited_on, {}});
    auto entered = entry(work, plan, visit.visited_on, "child visited", fmt::format("Visit: {}", who_was_seen(visit)),
                         visit.note.empty() ? visit.not_seen_why : visit.note);
    work.store.save(happened::need_plan_changed, id, visit, duties, entered);
    return visit;
}

Result<NeedPlan> review_need_plan(Work& work, NeedPlanId id, NeedPlanReview review) {
    auto [plan, child] = TRY(load(work, id));
    review.id = work.new_id<decltype(NeedPlanReview::id)>();
    NeedPlanReviewed reviewed = TRY(core::review_need_plan(std::move(plan), std::move(review), work.actor, work.now));
    Subject subject = subject_of(reviewed.plan, child);
    auto duties = after(work, Event::child_in_need_plan_reviewed, subject, {reviewed.review.held_on, {}});
    if (reviewed.review.decision == NeedReviewDecision::ends)
        std::erase_if(duties, [](const OpenDuty& each) { return !each.closed_at; });
    set_review_day(duties, reviewed.plan.next_review);
    if (reviewed.review.decision == NeedReviewDecision::step_up)
        for (OpenDuty& each : after(work, Event::strategy_discussion_needed, subject, when(work.now)))
            duties.push_back(std::move(each));
    auto decision = decision_by(work, RecordKind::child_in_need_plan, id, child.id, word(reviewed.review.decision),
                                reviewed.review.reasons);
    decision.child_view = reviewed.review.child_view;
    decision.child_view_missing = reviewed.review.child_view_missing_why;
    decision.parents_view = reviewed.review.family_view;
    decision.parents_view_missing = reviewed.review.family_view_missing_why;
    auto entered =
        entry(work, reviewed.plan, reviewed.review.held_on, happened::need_plan_reviewed.name,
              fmt::format("Child in need review: {}", says(reviewed.review.decision)), reviewed.review.progress);
    work.store.save(happened::need_plan_reviewed, id, reviewed.plan, reviewed.review, duties, decision, entered);
    return reviewed.plan;
}

static void save_end(Work& work, const NeedPlan& plan, const Person& child) {
    auto duties = after(work, Event::child_in_need_plan_ended, subject_of(plan, child), {*plan.ended_on, {}});
    auto entered = entry(work, plan, *plan.ended_on, happened::need_plan_ended.name,
                         fmt::format("Child in need plan ended: {}", says(*plan.end)), plan.ended_why);
    work.store.save(happened::need_plan_ended, plan.id, plan, duties, entered);
}

Result<NeedPlan> end_need_plan(Work& work, const EndNeedPlanCommand& command) {
    auto [plan, child] = TRY(load(work, command.plan));
    if (plan.version != command.version) return changed_meanwhile();
    auto reviews = work.store.list<NeedPlanReview>("WHERE plan = $1 ORDER BY held_on, id", plan.id);
    plan = TRY(core::end_need_plan(std::move(plan), reviews, command.end, work.now));
    save_end(work, plan, child);
    return plan;
}

void end_need_plan_because(Work& work, PersonId child_id, NeedPlanEnd end) {
    auto child = work.store.find<Person>(child_id);
    for (NeedPlan& plan : need_plans_of(work.store, child_id)) {
        if (plan.state == NeedPlanState::ended) continue;
        auto ended =
            core::end_need_plan(std::move(plan), {}, {.end = end, .ended_on = work.today, .why = ""}, work.now);
        CHECK(ended && child);
        save_end(work, *ended, *child);
    }
}

static std::vector<Person> relatives_outside(store::Reader& reader, const NeedPlanRecord& record) {
    std::vector<Person> people;
    auto has = [&](PersonId id) {
        return std::ranges::find(record.members, id, &NeedPlanMember::person) != record.members.end() ||
               std::ranges::find(people, id, &Person::id) != people.end();
    };
    if (!has(record.child.id)) people.push_back(record.child);
    for (const Relation& relation :
         reader.list<Relation>("WHERE child = $1 AND until_date IS NULL ORDER BY id", record.child.id))
        if (!has(relation.other))
            if (auto person = reader.find<Person>(relation.other)) people.push_back(std::move(*person));
    return people;
}

/// After a review that ends the plan, or steps up from it, there is none to come.
static void expect_no_next_review(std::vector<Missing>& missing, const std::vector<NeedPlanReview>& newest_first) {
    if (newest_first.empty() || newest_first.front().decision == NeedReviewDecision::continues) return;
    std::erase_if(missing, [](const Missing& each) { return each.field == "next_review"; });
    if (newest_first.front().decision == NeedReviewDecision::ends)
        missing.push_back({"end", "End the plan, as the review decided."});
}

Result<NeedPlanRecord> need_plan_record(store::Reader& reader, const Actor& actor, NeedPlanId id) {
    auto plan = reader.find<NeedPlan>(id);
    if (!plan) return no_such_record();
    NeedPlanRecord record;
    record.child = TRY(child_for(reader, actor, Act::read_child, plan->child));
    record.members = reader.list<NeedPlanMember>("WHERE plan = $1 ORDER BY id", id);
    for (const NeedPlanMember& each : record.members)
        record.member_names.push_back(each.person.is_nil() ? each.name : name_of(reader, each.person));
    record.may_join = relatives_outside(reader, record);
    record.actions = reader.list<NeedPlanAction>("WHERE plan = $1 ORDER BY position, id", id);
    record.reviews = reader.list<NeedPlanReview>("WHERE plan = $1 ORDER BY held_on DESC, id DESC", id);
    record.visits = reader.list<NeedPlanVisit>("WHERE plan = $1 ORDER BY visited_on DESC, id DESC", id);
    for (const NeedPlanVisit& each : record.visits)
        record.visitor_names.push_back(staff_name(reader, each.visited_by));
    record.duties = reader.list<OpenDuty>("WHERE record = $1 AND closed_at IS NULL ORDER BY due, id", id);
    record.missing = missing_from_plan(*plan, record.members, record.actions);
    expect_no_next_review(record.missing, record.reviews);
    record.tellings = tellings_of_record(reader, id);
    record.worker_name = staff_name(reader, record.child.accountable_worker);
    record.may_write = plan->state != NeedPlanState::ended &&
                       may_for_child(actor, Act::work_on_plan, allocation_of(reader, record.child));
    record.plan = std::move(*plan);
    return record;
}

std::vector<PersonId> shown_in(const NeedPlanRecord& record) {
    std::vector<PersonId> shown{record.child.id};
    for (const NeedPlanMember& each : record.members)
        if (!each.person.is_nil() && each.person != record.child.id) shown.push_back(each.person);
    for (const Person& each : record.may_join)
        if (each.id != record.child.id) shown.push_back(each.id);
    return shown;
}

std::vector<NeedPlan> need_plans_of(store::Reader& reader, PersonId child) {
    return reader.list<NeedPlan>("WHERE child = $1 ORDER BY decided_on DESC, id DESC", child);
}

std::optional<Date> last_seen_in_need(store::Reader& reader, const ChildHistory& history) {
    std::optional<Date> last;
    for (const auto& [assessment, part] : history.assessments)
        if (was_seen(part.seen)) last = std::max(last, part.seen_on);
    if (history.need_plans.empty()) return last;
    auto visited = reader.scalar<Date>(
        "SELECT max(visited_on) FROM need_plan_visit WHERE (seen IN ('seen_alone', 'seen_with_others', 'observed') OR "
        "(parents_seen = 'yes' AND EXISTS (SELECT 1 FROM person WHERE id = $1 AND stage = 'unborn'))) AND "
        "plan IN (SELECT id FROM need_plan WHERE child = $1)",
        history.child.id);
    return std::max(last, visited);
}

}  // namespace kith::actions
