#include "actions/assessment.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "actions/assessment_rows.h"
#include "actions/duties.h"
#include "actions/people.h"
#include "actions/referral.h"
#include "actions/step.h"
#include "actions/timeline.h"
#include "store/assessment_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/referral_store.h"
#include "store/telling_store.h"

namespace kith::actions {

using namespace core;

static Date policy_review_point(const Service& service, Date start) {
    const Clock* clock = clock_in_force(service.rulebook, Duty::review_assessment, start);
    CHECK(clock);
    return due(*clock, start, service.days, service.policy).date;
}

/// From the referral; where the child has been assessed since then, from the new start.
static Date counts_from(Work& work, PersonId child, const std::optional<Referral>& referral, Date started_on) {
    if (!referral) return started_on;
    auto earlier = work.store.scalar<std::int64_t>(
        "SELECT 1 FROM assessment_child WHERE child = $1 AND referral = $2 LIMIT 1", child, referral->id);
    return earlier ? started_on : timescale_starts(*referral);
}

static Result<void> check_not_being_assessed(Work& work, const Person& child) {
    for (const Assessment& each : assessments_of(work.store, child.id))
        if (is_open(each))
            return refuse(Because::conflict, "children",
                          fmt::format("{} is being assessed already. Go on with that assessment.", full_name(child)));
    return {};
}

static std::vector<ParentAccount> accounts_of(Work& work, std::span<const Person> children) {
    std::vector<ParentAccount> accounts;
    for (const Person& child : children)
        for (PersonId adult : adults_of(work.store, child.id)) {
            if (std::ranges::find(accounts, adult, &ParentAccount::person) != accounts.end()) continue;
            ParentAccount account;
            account.id = work.new_id<decltype(ParentAccount::id)>();
            account.person = adult;
            accounts.push_back(std::move(account));
        }
    return accounts;
}

/// Two clocks start with an assessment and count from different days: the review point from its start, set by the
/// people who hold it; the 45 working days from the child's referral.
static std::vector<OpenDuty> opened_by_start(Work& work, const Assessment& assessment, const AssessmentChild& part,
                                             const Person& child) {
    Subject subject{RecordKind::assessment, assessment.id, child.id, worker_of(child), assessment.team};
    std::vector<OpenDuty> duties;
    for (OpenDuty& each : after(work, Event::assessment_started, subject, {assessment.started_on, {}})) {
        if (each.duty == Duty::complete_assessment) continue;
        if (each.duty == Duty::review_assessment) {
            each.due = assessment.review_point;
            each.warn_on = std::min(each.warn_on, each.due);
        }
        duties.push_back(std::move(each));
    }
    for (OpenDuty& each : after(work, Event::assessment_started, subject, {part.counts_from, {}}))
        if (each.duty == Duty::complete_assessment) duties.push_back(std::move(each));
    return duties;
}

static TimelineEntry entry(Work& work, const Assessment& assessment, PersonId child, Instant at, const ChangeKind& kind,
                           std::string title, std::string text) {
    return timeline_entry(
        work, {child, at, RecordKind::assessment, assessment.id, kind.name, std::move(title), std::move(text)});
}

static Instant on_day(Work& work, Date day) {
    return day == work.today ? work.now : from_london(day, std::chrono::hours(12));
}

Result<Assessment> start_assessment(Work& work, const StartAssessmentCommand& command) {
    StartAssessment start;
    start.id = work.new_id<AssessmentId>();
    start.started_on = command.started_on;
    if (!clock_in_force(work.service.rulebook, Duty::review_assessment, command.started_on))
        return refuse(Because::invalid, "started_on", "No guidance was in force on that day. Check the date.");
    start.review_point = command.review_point.value_or(policy_review_point(work.service, command.started_on));
    start.purpose = command.purpose;
    std::vector<Person> children;
    for (PersonId id : command.children) {
        Person child = TRY(child_for(work.store, work.actor, Act::work_on_referral, id));
        TRY(check_not_being_assessed(work, child));
        auto referral = open_referral(work.store, id);
        AssessmentChild part;
        part.id = work.new_id<AssessmentChildId>();
        part.child = id;
        part.referral = referral ? referral->id : ReferralId();
        part.counts_from = counts_from(work, id, referral, command.started_on);
        if (child.stage == Stage::unborn) part.seen = ChildSeen::not_born;
        start.children.push_back(std::move(part));
        if (start.worker.is_nil()) start.worker = child.accountable_worker;
        if (start.team.is_nil()) start.team = child.team;
        children.push_back(std::move(child));
    }
    start.accounts = accounts_of(work, children);
    AssessmentParts parts = TRY(core::start_assessment(start, work.now));

    std::vector<OpenDuty> duties;
    std::vector<TimelineEntry> entries;
    std::vector<Telling> owed;
    for (std::size_t i = 0; i < children.size(); ++i) {
        for (OpenDuty& each : opened_by_start(work, parts.assessment, parts.children[i], children[i]))
            duties.push_back(std::move(each));
        for (Telling& each :
             owe(work, Owed::assessment_started, RecordKind::assessment, start.id, children[i], command.started_on))
            owed.push_back(std::move(each));
        entries.push_back(entry(work, parts.assessment, children[i].id, on_day(work, command.started_on),
                                happened::assessment_started, "Assessment started", command.purpose));
    }
    work.store.save(happened::assessment_started, start.id, parts.assessment, parts.children, parts.accounts, duties,
                    owed, entries);
    return parts.assessment;
}

Result<Assessment> plan_assessment(Work& work, const PlanAssessment& command) {
    AssessmentParts parts = TRY(load_assessment(work, command.id, Act::work_on_assessment));
    Assessment& assessment = parts.assessment;
    if (!is_open(assessment)) return refuse(Because::conflict, "", "This assessment has already ended.");
    if (command.review_point < assessment.started_on)
        return refuse(Because::invalid, "review_point", "The review point cannot be before the start.");
    assessment.review_point = command.review_point;
    assessment.purpose = command.purpose;
    ++assessment.version;
    auto duties = work.store.list<OpenDuty>("WHERE record = $1 AND duty = $2 AND closed_at IS NULL ORDER BY due, id",
                                            command.id, Duty::review_assessment);
    for (OpenDuty& each : duties) {
        each.due = command.review_point;
        each.warn_on = std::min(each.warn_on, each.due);
        ++each.version;
    }
    work.store.save(happened::assessment_written, command.id, assessment, duties);
    return assessment;
}

Result<Assessment> record_assessment_review(Work& work, AssessmentId id, Date held_on, const std::string& note) {
    AssessmentParts parts = TRY(load_assessment(work, id, Act::work_on_assessment));
    parts.assessment = TRY(core::review_assessment(std::move(parts.assessment), held_on, note, work.now));
    std::vector<OpenDuty> duties;
    std::vector<TimelineEntry> entries;
    for (const AssessmentChild& part : parts.children) {
        Subject subject{RecordKind::assessment, id, part.child, parts.assessment.worker, parts.assessment.team};
        for (OpenDuty& each : after(work, Event::assessment_reviewed, subject, {held_on, {}}))
            duties.push_back(std::move(each));
        entries.push_back(entry(work, parts.assessment, part.child, on_day(work, held_on),
                                happened::assessment_reviewed, "Assessment looked at by worker and manager", note));
    }
    work.store.save(happened::assessment_reviewed, id, parts.assessment, duties, entries);
    return parts.assessment;
}

Result<Assessment> submit_assessment(Work& work, AssessmentId id) {
    AssessmentParts parts = TRY(load_assessment(work, id, Act::work_on_assessment));
    Assessment assessment = TRY(core::submit_assessment(parts.assessment, work.actor, work.now));
    if (assessment.worker.is_nil()) assessment.worker = work.actor.id;
    std::vector<TimelineEntry> entries;
    for (const AssessmentChild& part : parts.children)
        entries.push_back(entry(work, assessment, part.child, work.now, happened::assessment_submitted,
                                "Assessment handed to the manager", ""));
    work.store.save(happened::assessment_submitted, id, assessment, entries);
    return assessment;
}

Result<Assessment> return_assessment(Work& work, AssessmentId id, const std::string& reasons) {
    AssessmentParts parts = TRY(load_assessment(work, id, Act::authorise_assessment));
    Assessment assessment = TRY(core::return_assessment(parts.assessment, reasons, work.actor, work.now));
    std::vector<TimelineEntry> entries;
    for (const AssessmentChild& part : parts.children)
        entries.push_back(entry(work, assessment, part.child, work.now, happened::assessment_returned,
                                "Assessment returned to the worker", reasons));
    work.store.save(happened::assessment_returned, id, assessment, entries);
    return assessment;
}

Result<Assessment> stop_assessment(Work& work, AssessmentId id, const std::string& why) {
    AssessmentParts parts = TRY(load_assessment(work, id, Act::authorise_assessment));
    Assessment assessment = TRY(core::stop_assessment(parts.assessment, why, work.now));
    std::vector<OpenDuty> duties;
    std::vector<TimelineEntry> entries;
    for (const AssessmentChild& part : parts.children) {
        Subject subject{RecordKind::assessment, id, part.child, assessment.worker, assessment.team};
        for (OpenDuty& each : after(work, Event::assessment_stopped, subject, when(work.now)))
            duties.push_back(std::move(each));
        entries.push_back(
            entry(work, assessment, part.child, work.now, happened::assessment_stopped, "Assessment stopped", why));
    }
    work.store.save(happened::assessment_stopped, id, assessment, duties, entries);
    return assessment;
}

std::vector<Assessment> assessments_of(store::Reader& reader, PersonId child) {
    return reader.list<Assessment>(
        "WHERE id IN (SELECT assessment FROM assessment_child WHERE child = $1) ORDER BY started_on DESC, id DESC",
        child);
}

}  // namespace kith::actions
