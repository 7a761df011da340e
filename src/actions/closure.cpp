#include "actions/closure.h"

#include <fmt/format.h>

#include "actions/assessment.h"
#include "actions/duties.h"
#include "actions/need_plan.h"
#include "actions/people.h"
#include "actions/pre_proceedings.h"
#include "actions/protection_summary.h"
#include "actions/referral.h"
#include "actions/step.h"
#include "actions/telling.h"
#include "actions/timeline.h"
#include "store/assessment_store.h"
#include "store/need_plan_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/referral_store.h"
#include "store/telling_store.h"

namespace kith::actions {

using namespace core;

WhatHappened what_happened(store::Reader& reader, const Referral& referral) {
    WhatHappened happened;
    for (const Assessment& each : assessments_of(reader, referral.child)) {
        happened.assessments_open += is_open(each);
        happened.assessments_authorised +=
            each.state == AssessmentState::authorised && each.started_on >= timescale_starts(referral);
    }
    for (const NeedPlan& each : need_plans_of(reader, referral.child)) {
        happened.need_plans_open += each.state != NeedPlanState::ended;
        happened.need_plans += each.referral == referral.id;
    }
    for (const PreProceedings& each : pre_proceedings_of(reader, referral.child))
        happened.pre_proceedings_open += each.state != PreProceedingsState::ended;
    count_protection(reader, referral, happened);
    return happened;
}

Result<Closure> propose_closure(Work& work, ReferralId id, ProposeClosure command) {
    auto referral = work.store.find<Referral>(id);
    if (!referral) return no_such_record();
    TRY(child_for(work.store, work.actor, Act::work_on_referral, referral->child));
    if (referral->state == ReferralState::closed)
        return refuse(Because::conflict, "", "The work with this child has already ended.");
    auto waiting =
        work.store.list_first<Closure>("WHERE referral = $1 AND state = 'proposed' ORDER BY proposed_at, id", id);
    if (waiting) return refuse(Because::conflict, "", "A manager has a proposal to close already.");
    command.id = work.new_id<ClosureId>();
    command.child = referral->child;
    command.referral = id;
    Closure closure = TRY(core::propose_closure(command, what_happened(work.store, *referral),
                                                timescale_starts(*referral), work.actor, work.now));
    auto entered =
        timeline_entry(work, {referral->child, work.now, RecordKind::referral, id, happened::closure_proposed.name,
                              fmt::format("Closing proposed: {}", says(closure.reason)), closure.why});
    work.store.save(happened::closure_proposed, id, closure, entered);
    return closure;
}

static Result<Closure> load(Work& work, const DecideClosure& command) {
    auto closure = work.store.find<Closure>(command.id);
    if (!closure) return no_such_record();
    TRY(child_for(work.store, work.actor, Act::authorise_closure, closure->child));
    if (closure->version != command.version) return changed_meanwhile();
    return *closure;
}

static std::vector<ChildWorker> ended_work(Work& work, PersonId child) {
    auto workers = work.store.list<ChildWorker>("WHERE child = $1 AND until_at IS NULL ORDER BY from_at, id", child);
    for (ChildWorker& each : workers)
        each.until = work.now;
    return workers;
}

/// Nobody is accountable any more: the child is not open.
static void close_child(Work& work, Person child) {
    auto workers = ended_work(work, child.id);
    child.accountable_worker = {};
    child.team = {};
    ++child.version;
    work.store.save(happened::child_closed, child.id, child, workers);
}

static std::vector<OpenDuty> closing_duties(Work& work, const Referral& referral, const Person& child,
                                            const Closure& closure, bool anybody_is_owed_a_letter) {
    auto duties = cancel_open(work, child.id, "The work with the child ended");
    if (!anybody_is_owed_a_letter) return duties;
    Subject subject{RecordKind::referral, referral.id, child.id,
                    child.accountable_worker.is_nil() ? closure.proposed_by : child.accountable_worker, child.team};
    for (OpenDuty& each : after(work, Event::involvement_closed, subject, when(work.now)))
        if (!each.closed_at) duties.push_back(std::move(each));
    return duties;
}

Result<Closure> authorise_closure(Work& work, const DecideClosure& command) {
    Closure closure = TRY(load(work, command));
    auto referral = work.store.find<Referral>(closure.referral);
    auto child = work.store.find<Person>(closure.child);
    CHECK(referral && child);
    closure = TRY(core::authorise_closure(std::move(closure), what_happened(work.store, *referral), command.reasons,
                                          work.actor, work.now));
    *referral = TRY(close_referral(std::move(*referral), closure.closes_on));
    if (closure.reason == ClosureReason::died) end_pre_proceedings_because(work, child->id, PreProceedingsEnd::died);
    std::vector<Telling> letters;
    if (owes_letter(closure.reason))
        letters = owe(work, Owed::closure_letter, RecordKind::referral, referral->id, *child, work.today);
    auto duties = closing_duties(work, *referral, *child, closure, !letters.empty());
    auto decision = decision_by(work, RecordKind::referral, referral->id, child->id, word(closure.reason),
                                closure.why + "\n" + command.reasons);
    decision.child_view = closure.child_view;
    decision.child_view_missing = closure.child_view_missing_why;
    decision.parents_view = closure.family_view;
    decision.parents_view_missing = closure.family_view_missing_why;
    auto entered = timeline_entry(
        work, {child->id, work.now, RecordKind::referral, referral->id, happened::involvement_closed.name,
               fmt::format("Closed: {}", says(closure.reason)), closure.why});
    work.store.save(happened::involvement_closed, referral->id, closure, *referral, letters, duties, decision, entered);
    close_child(work, std::move(*child));
    return closure;
}

Result<Closure> return_closure(Work& work, const DecideClosure& command) {
    Closure closure = TRY(load(work, command));
    closure = TRY(core::return_closure(std::move(closure), command.reasons, work.actor, work.now));
    auto entered =
        timeline_entry(work, {closure.child, work.now, RecordKind::referral, closure.referral,
                              happened::closure_returned.name, "Proposal to close returned", command.reasons});
    work.store.save(happened::closure_returned, closure.referral, closure, entered);
    return closure;
}

Result<ReferralId> referral_of_closure(store::Reader& reader, ClosureId id) {
    auto closure = reader.find<Closure>(id);
    if (!closure) return no_such_record();
    return closure->referral;
}

static void stop_owed(Work& work, PersonId child) {
    for (const Telling& each : work.store.list<Telling>(
             "WHERE child = $1 AND state IN ('owed', 'not_telling_yet') ORDER BY owed_from, id", child)) {
        Telling stopped = no_longer_owed(each);
        work.store.save(change_of_telling(each.about), each.record, stopped);
    }
}

/// An assessment of brothers and sisters goes on for them; for this child alone it stops.
static void stop_assessments(Work& work, PersonId child) {
    for (const Assessment& each : assessments_of(work.store, child)) {
        auto others = work.store.scalar<std::int64_t>(
            "SELECT count(*) FROM assessment_child WHERE assessment = $1 AND child <> $2", each.id, child);
        if (!is_open(each) || others.value_or(0) > 0) continue;
        auto stopped = core::stop_assessment(each, "The pregnancy ended", work.now);
        CHECK(stopped);
        work.store.save(happened::assessment_stopped, each.id, *stopped);
    }
}

void stop_for_lost_pregnancy(Work& work, PersonId id) {
    end_need_plan_because(work, id, NeedPlanEnd::pregnancy_ended);
    end_pre_proceedings_because(work, id, PreProceedingsEnd::pregnancy_ended);
    stop_assessments(work, id);
    stop_owed(work, id);
    auto referral = open_referral(work.store, id);
    if (!referral) return;
    auto closure = close_gently(work.new_id<ClosureId>(), id, referral->id, ClosureReason::pregnancy_ended, work.today,
                                work.actor, work.now);
    auto closed = close_referral(*referral, work.today);
    CHECK(closure && closed);
    auto duties = cancel_open(work, id, "The pregnancy ended");
    work.store.save(happened::involvement_closed, referral->id, *closure, *closed, duties);
    if (auto child = work.store.find<Person>(id)) close_child(work, std::move(*child));
}

}  // namespace kith::actions
