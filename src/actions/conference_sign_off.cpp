// What the chair's sign-off does: the plans that it makes, continues and ends, all on the day the conference was held.
#include <fmt/format.h>

#include "actions/conference.h"
#include "actions/need_plan.h"
#include "actions/policy.h"
#include "actions/referral.h"
#include "actions/step_duties.h"
#include "actions/telling.h"
#include "actions/timeline.h"
#include "core/decision.h"
#include "store/conference_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/protection_plan_store.h"
#include "store/telling_store.h"

namespace kith::actions {

using namespace core;

namespace {

struct Signing {
    Work& work;
    const ConferenceRecord& record;
    const ConferenceLimits& limits;
    Date held_on;
};

PlanCategory category_row(Signing& s, const ProtectionPlan& plan, const ConferenceChild& child) {
    return {s.work.new_id<decltype(PlanCategory::id)>(),
            plan.id,
            plan.category,
            s.held_on,
            s.record.conference.id,
            child.threshold};
}

TimelineEntry plan_entry(Signing& s, const ProtectionPlan& plan, const ChangeKind& kind, std::string title,
                         std::string text) {
    return timeline_entry(s.work, {plan.child, s.record.conference.starts_at, RecordKind::child_protection_plan,
                                   plan.id, kind.name, std::move(title), std::move(text)});
}

// The booked day is said beside the law's; the law's day is the one that counts.
void say_booked(StepDuties& duties, Duty duty, PersonId child, std::optional<Date> on) {
    OpenDuty* opened = duties.opened(duty, child);
    if (opened && on) opened->what = "Booked for " + weekday_and_date(*on);
}

Result<void> make_plan(Signing& s, const ConferenceChild& row, const Person& child) {
    auto earlier = s.work.store.list<ProtectionPlan>("WHERE child = $1 ORDER BY started_on, id", row.child);
    ProtectionPlan plan = TRY(make_protection_plan({.id = row.plan,
                                                    .child = row.child,
                                                    .conference = s.record.conference.id,
                                                    .held_on = s.held_on,
                                                    .category = *row.category,
                                                    .accountable_worker = row.accountable_worker,
                                                    .team = child.team,
                                                    .review = s.limits.first_review,
                                                    .review_booked = *row.review_on},
                                                   earlier));
    plan.contingency = row.outline;
    plan.child_view = row.child_view;
    plan.child_view_missing = row.child_view_missing;
    Subject subject = subject_of(child, RecordKind::child_protection_plan, plan.id);
    subject.owner = row.accountable_worker;
    StepDuties duties(s.work);
    duties.happened(Event::child_protection_plan_made, subject, {s.held_on, {}});
    duties.owe_facts(subject, "Write the child protection plan with the family");
    say_booked(duties, Duty::hold_first_core_group, child.id, row.first_core_group_on);
    say_booked(duties, Duty::hold_first_review_conference, child.id, row.review_on);
    // The two kinds of plan never overlap: the one ends on the day on which the other begins.
    end_need_plan_because(s.work, row.child, NeedPlanEnd::child_protection_plan);
    auto copies = owe(s.work, Owed::protection_plan_copy, RecordKind::child_protection_plan, plan.id, child, s.held_on);
    auto made = plan_entry(s, plan, happened::protection_plan_made,
                           fmt::format("Child protection plan made: {}", says(plan.category)), row.threshold);
    s.work.store.save(happened::protection_plan_made, plan.id, plan, category_row(s, plan, row), duties.rows(), copies,
                      made);
    return {};
}

Result<void> continue_plan(Signing& s, const ConferenceChild& row, const Person&) {
    auto plan = s.work.store.find<ProtectionPlan>(row.plan);
    CHECK(plan);
    AbuseCategory before = plan->category;
    ProtectionPlan continued = TRY(core::continue_plan(
        *plan, {s.record.conference.id, s.held_on, *row.category, s.limits.next_review, *row.review_on}));
    std::optional<PlanCategory> category;
    if (continued.category != before) category = category_row(s, continued, row);
    std::string title = category
                            ? fmt::format("Child protection plan continues, now under {}", says(continued.category))
                            : std::string("Child protection plan continues");
    auto open = s.work.store.list<OpenDuty>("WHERE child = $1 AND closed_at IS NULL ORDER BY due, id", row.child);
    std::erase_if(open, [](const OpenDuty& duty) { return duty.duty != Duty::hold_review_conference; });
    for (OpenDuty& duty : open) {
        duty.what = "Booked for " + weekday_and_date(*row.review_on);
        ++duty.version;
    }
    s.work.store.save(happened::protection_plan_reviewed, plan->id, continued, category, open,
                      plan_entry(s, continued, happened::protection_plan_reviewed, title, row.threshold));
    return {};
}

Result<void> end_plan(Signing& s, const ConferenceChild& row, const Person& child) {
    auto plan = s.work.store.find<ProtectionPlan>(row.plan);
    CHECK(plan);
    ProtectionPlan ended =
        TRY(core::end_plan(*plan, {*row.plan_end, s.held_on, row.threshold, s.record.conference.id}));
    StepDuties duties(s.work);
    duties.happened(Event::child_protection_plan_ended, subject_of(child, RecordKind::child_protection_plan, plan->id),
                    {s.held_on, {}});
    s.work.store.save(happened::protection_plan_ended, plan->id, ended, duties.rows(),
                      plan_entry(s, ended, happened::protection_plan_ended,
                                 fmt::format("Child protection plan ended: {}", says(*row.plan_end)), row.threshold));
    return {};
}

Result<void> help_as_child_in_need(Signing& s, const ConferenceChild& row) {
    auto referral = open_referral(s.work.store, row.child);
    TRY(decide_child_in_need(s.work, {row.child, referral ? referral->id : ReferralId{}, {}}));
    return {};
}

Result<void> carry_out(Signing& s, const ConferenceChild& row, const Person& child) {
    if (row.decision == ConferenceDecision::plan_made) return make_plan(s, row, child);
    if (row.decision == ConferenceDecision::plan_continues) return continue_plan(s, row, child);
    if (row.kind == ConferenceKind::review) TRY(end_plan(s, row, child));
    if (row.decision == ConferenceDecision::child_in_need) return help_as_child_in_need(s, row);
    return {};
}

Decision as_decision(Signing& s, const ConferenceChild& row) {
    const Edition* edition = edition_in_force(s.work.service.rulebook, s.held_on);
    return {.id = s.work.new_id<DecisionId>(),
            .about = RecordKind::conference,
            .record = s.record.conference.id,
            .child = row.child,
            .outcome = std::string(word(*row.decision)),
            .decided_by = s.work.actor.id,
            .role = s.work.actor.role,
            .decided_at = s.work.now,
            .edition = edition ? std::string(edition->id) : "",
            .policy_hash = policy_hash(s.work.service, s.held_on),
            .reasons = row.threshold,
            .child_view = row.child_view,
            .child_view_missing = row.child_view_missing,
            .dissent = row.dissent,
            .review_on = row.review_on};
}

}  // namespace

Result<Conference> sign_off_conference(Work& work, ConferenceId id) {
    TRY(require(work.actor, Act::chair_conference));
    ConferenceRecord record = TRY(load_conference(work.store, id));
    Date held_on = london_date(record.conference.starts_at);
    ConferenceLimits limits = limits_after(work.service, held_on);
    Conference conference = TRY(core::sign_off_conference(record, limits, work.actor, work.now));
    Signing signing{work, record, limits, held_on};
    StepDuties duties(work);
    std::vector<Decision> decisions;
    std::vector<TimelineEntry> entries;
    std::vector<Telling> tellings;
    for (const ConferenceChild& row : record.children) {
        auto child = work.store.find<Person>(row.child);
        if (!child || !is_blank(row.stopped_why)) continue;
        TRY(carry_out(signing, row, *child));
        Subject subject = subject_of(*child, RecordKind::conference, id);
        subject.owner = conference.chair;
        duties.happened(Event::conference_decided, subject, {held_on, {}});
        for (Telling& each : owe(work, Owed::conference_decision, RecordKind::conference, id, *child, held_on))
            tellings.push_back(std::move(each));
        decisions.push_back(as_decision(signing, row));
        entries.push_back(timeline_entry(
            work, {row.child, conference.starts_at, RecordKind::conference, id, happened::conference_signed_off.name,
                   fmt::format("Conference decided: {}", says(*row.decision)), row.threshold}));
    }
    work.store.save(happened::conference_signed_off, id, conference, decisions, duties.rows(), tellings, entries);
    return conference;
}

}  // namespace kith::actions
