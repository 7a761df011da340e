#include "actions/birth.h"

#include <fmt/format.h>

#include "actions/closure.h"
#include "actions/people.h"
#include "actions/step_duties.h"
#include "actions/timeline.h"
#include "core/conference_steps.h"
#include "core/section47_enquiry.h"
#include "store/conference_store.h"
#include "store/person_key_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/protection_plan_store.h"
#include "store/section47_enquiry_store.h"
#include "store/strategy_discussion_store.h"

namespace kith::actions {

using namespace core;

static TimelineEntry entry(Work& work, PersonId child, const ChangeKind& kind, Instant at, std::string title,
                           std::string text = "") {
    return timeline_entry(work, {child, at, RecordKind::person, child, kind.name, std::move(title), std::move(text)});
}

static std::vector<OpenDuty> open_duties(Work& work, PersonId child) {
    return work.store.list<OpenDuty>("WHERE child = $1 AND closed_at IS NULL ORDER BY due, id", child);
}

static std::optional<ProtectionPlan> running_plan(Work& work, PersonId child) {
    return work.store.list_first<ProtectionPlan>("WHERE child = $1 AND ended_on IS NULL ORDER BY id", child);
}

// The sooner of the two dates holds: the review that the plan had anyway, or the one after the birth.
static void keep_the_sooner_review(Work& work, StepDuties& duties, PersonId child) {
    OpenDuty* after_birth = duties.opened(Duty::hold_first_review_after_birth, child);
    if (!after_birth) return;
    for (const OpenDuty& open : open_duties(work, child))
        if (open.duty == Duty::hold_first_review_conference || open.duty == Duty::hold_review_conference)
            due_sooner(after_birth, open.due);
}

Result<Person> record_birth(Work& work, PersonId id, const RecordBirth& command) {
    Person child = TRY(child_for(work.store, work.actor, Act::record_person, id));
    child = TRY(core::record_birth(std::move(child), command, work.now));
    StepDuties duties(work);
    if (auto plan = running_plan(work, id)) {
        duties.happened(Event::child_born, subject_of(child, RecordKind::child_protection_plan, plan->id),
                        {command.born_on, {}});
        keep_the_sooner_review(work, duties, id);
    }
    auto born = entry(work, id, happened::child_born, from_london(command.born_on, std::chrono::hours(12)),
                      full_name(child) + " was born");
    work.store.save(happened::child_born, id, child, duties.rows(), born);
    store::put_person_keys(work.store, child);
    return child;
}

Result<Person> change_expected_date(Work& work, PersonId id, Date expected) {
    Person child = TRY(child_for(work.store, work.actor, Act::record_person, id));
    std::string before = child.expected_date ? long_date(*child.expected_date) : "not known";
    child = TRY(core::change_expected_date(std::move(child), expected, work.now));
    work.store.save(happened::expected_date_changed, id, child,
                    entry(work, id, happened::expected_date_changed, work.now,
                          fmt::format("Expected date changed from {} to {}", before, long_date(expected))));
    return child;
}

static const std::string ended = "The pregnancy ended.";

static void stop_conferences(Work& work, PersonId child) {
    for (ConferenceChild& row : work.store.list<ConferenceChild>("WHERE child = $1 ORDER BY id", child)) {
        auto conference = work.store.find<Conference>(row.conference);
        if (!conference || conference->state != ConferenceState::called) continue;
        row = stop_for_child(std::move(row), ended);
        auto rows = work.store.list<ConferenceChild>("WHERE conference = $1 ORDER BY id", row.conference);
        for (ConferenceChild& each : rows)
            if (each.id == row.id) each = row;
        Conference after = cancel_if_empty(*conference, rows);
        work.store.save(happened::conference_stopped_for_child, row.conference, after, row);
    }
}

static Result<void> stop_plans(Work& work, PersonId child) {
    if (auto plan = running_plan(work, child)) {
        ProtectionPlan after =
            TRY(end_plan(*plan, {PlanEnd::pregnancy_ended, std::max(work.today, plan->started_on), ended, {}}));
        work.store.save(happened::protection_plan_ended, plan->id, after);
    }
    auto safety = work.store.list<InterimSafetyPlan>("WHERE child = $1 AND ended_at IS NULL ORDER BY id", child);
    for (InterimSafetyPlan& plan : safety)
        plan = TRY(end_safety_plan(std::move(plan), ended, work.now));
    if (!safety.empty()) work.store.save(happened::safety_plan_ended, child, safety);
    return {};
}

Result<Person> end_pregnancy(Work& work, PersonId id) {
    Person child = TRY(child_for(work.store, work.actor, Act::record_person, id));
    child = TRY(core::end_pregnancy(std::move(child)));
    for (Section47Enquiry& enquiry :
         work.store.list<Section47Enquiry>("WHERE child = $1 ORDER BY started_on, id", id)) {
        bool going_on = enquiry.state == EnquiryState::open || enquiry.state == EnquiryState::with_manager;
        if (!going_on) continue;
        enquiry = stop_enquiry(std::move(enquiry), ended);
        work.store.save(happened::section47_enquiry_stopped, enquiry.id, enquiry);
    }
    stop_conferences(work, id);
    TRY(stop_plans(work, id));
    auto duties = open_duties(work, id);
    for (OpenDuty& duty : duties)
        duty = stop_duty(std::move(duty), work.now);
    work.store.save(happened::pregnancy_ended, id, child, duties,
                    entry(work, id, happened::pregnancy_ended, work.now, "The pregnancy has ended"));
    store::put_person_keys(work.store, child);
    stop_for_lost_pregnancy(work, id);
    return child;
}

}  // namespace kith::actions
