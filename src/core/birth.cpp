#include "core/birth.h"

#include <fmt/format.h>

#include "core/missing.h"

namespace kith::core {

static Result<void> require_unborn(const Person& person) {
    switch (person.stage) {
        case Stage::unborn:
            return {};
        case Stage::born:
            return refuse(Because::conflict, "", "This child is recorded as born.");
        case Stage::pregnancy_ended:
            return refuse(Because::conflict, "",
                          "This pregnancy is recorded as ended. If that is a mistake, a manager can correct it.");
    }
    return {};
}

static Result<void> take_nhs_number(Person& child, const std::string& typed) {
    auto number = NhsNumber::parse(typed);
    if (!number)
        return refuse(Because::invalid, "nhs_number",
                      number.error().sentence + " Or leave it empty: the birth can be recorded without it.");
    child.nhs_number = number->digits();
    child.nhs_trace = NhsTrace::untraced;
    child.nhs_trace_on.reset();
    child.nhs_trace_source.clear();
    return {};
}

Result<Person> record_birth(Person unborn, const RecordBirth& command, Instant now) {
    TRY(require_unborn(unborn));
    if (command.born_on > london_date(now))
        return refuse(Because::invalid, "born_on", "The date of birth cannot be in the future.");
    Person child = std::move(unborn);
    child.stage = Stage::born;
    child.date_of_birth = command.born_on;
    child.birth_date_is = command.birth_date_is == BirthDateIs::not_known ? BirthDateIs::stated : command.birth_date_is;
    child.sex = command.sex;
    if (!is_blank(command.given_name)) child.given_name = command.given_name;
    if (!is_blank(command.family_name)) child.family_name = command.family_name;
    if (!is_blank(command.nhs_number)) TRY(take_nhs_number(child, command.nhs_number));
    ++child.version;
    return child;
}

std::string question_about_birth(const Person& unborn, const RecordBirth& command) {
    if (!unborn.expected_date) return "";
    auto weeks = (command.born_on - *unborn.expected_date).count() / 7;
    if (weeks < -18)
        return fmt::format("That is {} weeks before the expected date. Is the date of birth right?", -weeks);
    if (weeks > 4) return fmt::format("That is {} weeks after the expected date. Is the date of birth right?", weeks);
    return "";
}

Result<Person> change_expected_date(Person unborn, Date expected, Instant now) {
    TRY(require_unborn(unborn));
    Date today = london_date(now);
    if (expected > today + std::chrono::weeks(44))
        return refuse(Because::invalid, "expected_date",
                      "No baby is expected more than 44 weeks from today. Check the date.");
    unborn.expected_date = expected;
    ++unborn.version;
    return unborn;
}

Result<Twins> split_twins(Person first, const SplitTwins& command, const Actor& actor, Instant now) {
    if (first.stage == Stage::pregnancy_ended) TRY(require_unborn(first));
    if (is_blank(command.why))
        return refuse(Because::invalid, "why", "Say how it is known that there are two children.");
    Person second = first;
    second.id = command.second;
    second.version = 1;
    second.given_name.clear();
    second.known_as.clear();
    second.nhs_number.clear();
    second.nhs_trace = NhsTrace::untraced;
    second.nhs_trace_on.reset();
    second.nhs_trace_source.clear();
    second.pupil_number.clear();
    second.former_pupil_number.clear();
    second.local_number.clear();
    second.sex = Sex::unknown;
    InheritedHistory history{command.inheritance, command.second, first.id, now, command.why, actor.id};
    return Twins{std::move(first), std::move(second), std::move(history)};
}

TwinPlan plan_for_twin(const ProtectionPlan& of_first, std::span<const PlanChange> changes,
                       std::span<const PlanAction> actions, PersonId second, const IdSource& new_id) {
    TwinPlan twin{of_first, {changes.begin(), changes.end()}, {actions.begin(), actions.end()}};
    twin.plan.id = ProtectionPlanId(new_id());
    twin.plan.version = 1;
    twin.plan.child = second;
    twin.plan.inherited_from = of_first.child;
    for (PlanChange& change : twin.changes) {
        auto old = change.id;
        change.id = decltype(change.id)(new_id());
        change.plan = twin.plan.id;
        for (PlanAction& action : twin.actions)
            if (action.change == old && action.plan == of_first.id) {
                action.change = change.id;
                action.plan = twin.plan.id;
            }
    }
    for (PlanAction& action : twin.actions) {
        action.id = decltype(action.id)(new_id());
        action.plan = twin.plan.id;
    }
    return twin;
}

Result<Person> end_pregnancy(Person unborn) {
    TRY(require_unborn(unborn));
    unborn.stage = Stage::pregnancy_ended;
    ++unborn.version;
    return unborn;
}

std::vector<DutyId> duties_that_stop(std::span<const OpenDuty> open, PersonId child) {
    std::vector<DutyId> stop;
    for (const OpenDuty& duty : open)
        if (duty.child == child && !duty.closed_at) stop.push_back(duty.id);
    return stop;
}

OpenDuty stop_duty(OpenDuty duty, Instant now) {
    duty.closed_at = now;
    duty.closed_how = ClosedHow::cancelled;
    ++duty.version;
    return duty;
}

bool may_send_about(const Person& child) {
    return child.stage != Stage::pregnancy_ended;
}

}  // namespace kith::core
