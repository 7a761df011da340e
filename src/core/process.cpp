#include "core/process.h"

#include <fmt/format.h>

#include <algorithm>

namespace kith::core {

using namespace std::chrono_literals;

std::string plain(std::string_view stable_word) {
    std::string text(stable_word);
    std::ranges::replace(text, '_', ' ');
    if (auto at = text.find("section47"); at != text.npos) text.insert(at + 7, " ");
    return text;
}

std::string words(Limit limit) {
    struct Name {
        const char *one, *many;
    };
    static constexpr Name names[] = {{"working day", "working days"},
                                     {"day, counting the first", "days, counting the first"},
                                     {"week", "weeks"},
                                     {"month", "months"},
                                     {"hour", "hours"}};
    if (limit.count == 0) return "the same day";
    const Name& name = names[static_cast<std::size_t>(limit.unit)];
    return fmt::format("{} {}{}", limit.count, limit.count == 1 ? name.one : name.many,
                       limit.direction == Direction::back ? " before" : "");
}

const Clock* clock_in_force(const Rulebook& law, Duty duty, Date day) {
    for (const Clock& clock : law.clocks)
        if (clock.duty == duty && clock.in_force.covers(day)) return &clock;
    return nullptr;
}

const Clock* find_clock(const Rulebook& law, std::string_view id) {
    auto found = std::ranges::find(law.clocks, id, &Clock::id);
    return found == law.clocks.end() ? nullptr : &*found;
}

std::vector<const Clock*> started_by(const Rulebook& law, Event event, Date day) {
    std::vector<const Clock*> found;
    for (const Clock& clock : law.clocks)
        if (clock.starts.contains(event) && clock.in_force.covers(day)) found.push_back(&clock);
    return found;
}

static std::vector<Duty> duties_with(const Rulebook& law, Events Clock::*list, Event event) {
    std::vector<Duty> found;
    for (const Clock& clock : law.clocks)
        if ((clock.*list).contains(event) && std::ranges::find(found, clock.duty) == found.end())
            found.push_back(clock.duty);
    return found;
}

std::vector<Duty> discharged_by(const Rulebook& law, Event event) {
    return duties_with(law, &Clock::stops, event);
}

std::vector<Duty> lapsed_by(const Rulebook& law, Event event) {
    return duties_with(law, &Clock::lapses, event);
}

const Edition* edition_in_force(const Rulebook& law, Date day) {
    for (const Edition& edition : law.editions)
        if (edition.kind == EditionKind::guidance && edition.in_force.covers(day)) return &edition;
    return nullptr;
}

const Category* find_category(const Rulebook& law, std::string_view word) {
    auto found = std::ranges::find(law.categories, word, &Category::word);
    return found == law.categories.end() ? nullptr : &*found;
}

Limit limit_for(const Clock& clock, Date start, const LocalPolicy& policy) {
    if (start < policy.from) return clock.limit;
    auto local = std::ranges::find(policy.lengths, clock.duty, &LocalPolicy::LocalLength::duty);
    return local == policy.lengths.end() ? clock.limit : local->limit;
}

static Date counted_on(Date start, Limit limit, const WorkingDays& calendar) {
    switch (limit.unit) {
        case Unit::working_days:
            return calendar.due(start, limit.count);
        case Unit::days_counting_the_first:
            return start + std::chrono::days(std::max(limit.count - 1, 0));
        case Unit::weeks:
            return start + std::chrono::weeks(limit.count);
        case Unit::months:
            return add_months(start, limit.count);
        case Unit::hours:
            break;
    }
    CHECK(limit.unit != Unit::hours);
    return start;
}

static Date counted_back(Date end, Limit limit, const WorkingDays& calendar) {
    switch (limit.unit) {
        case Unit::working_days:
            return calendar.due_before(end, limit.count);
        case Unit::days_counting_the_first:
            return end - std::chrono::days(std::max(limit.count - 1, 0));
        case Unit::weeks:
            return end - std::chrono::weeks(limit.count);
        case Unit::months:
            return add_months(end, -limit.count);
        case Unit::hours:
            break;
    }
    CHECK(limit.unit != Unit::hours);
    return end;
}

static Date counted(Date from, Limit limit, const WorkingDays& calendar) {
    return limit.direction == Direction::back ? counted_back(from, limit, calendar) : counted_on(from, limit, calendar);
}

// A warning of a shortened clock may lie past its end: it is then given on the last day.
template <class Point>
static void put_in_order(std::vector<Point>& warnings, Date last) {
    for (Point& warning : warnings)
        warning.date = std::min(warning.date, last);
    std::ranges::sort(warnings, {}, &Point::date);
}

Due due(const Clock& clock, Date start, const WorkingDays& calendar, const LocalPolicy& policy) {
    Limit limit = limit_for(clock, start, policy);
    Due result{.date = counted(start, limit, calendar)};
    if (clock.by) result.at = from_london(result.date, *clock.by);
    for (Limit warn : clock.warn)
        result.warnings.push_back({counted(warn.direction == Direction::back ? result.date : start, warn, calendar)});
    put_in_order(result.warnings, result.date);
    result.book_by = calendar.on_or_before(result.date);
    return result;
}

static Instant elapsed(Instant from, Limit limit) {
    auto length = std::chrono::hours(limit.count);
    return limit.direction == Direction::back ? from - length : from + length;
}

Due due(const Clock& clock, Instant start, const WorkingDays& calendar, const LocalPolicy& policy) {
    Limit limit = limit_for(clock, london_date(start), policy);
    if (limit.unit != Unit::hours) return due(clock, london_date(start), calendar, policy);
    Instant end = elapsed(start, limit);
    Due result{.date = london_date(end), .at = end, .warnings = {}, .book_by = london_date(end)};
    for (Limit warn : clock.warn) {
        CHECK(warn.unit == Unit::hours);
        Instant at = std::min(elapsed(warn.direction == Direction::back ? end : start, warn), end);
        result.warnings.push_back({london_date(at), at});
    }
    std::ranges::sort(result.warnings, {}, &Moment::at);
    return result;
}

bool holds(Condition condition, const Situation& now) {
    switch (condition) {
        case Condition::always:
            return true;
        case Condition::child_already_open:
            return now.open;
        case Condition::child_not_open:
            return !now.open;
        case Condition::on_protection_plan_or_looked_after:
            return now.on_protection_plan || now.looked_after;
        case Condition::not_on_protection_plan_nor_looked_after:
            return !now.on_protection_plan && !now.looked_after;
        case Condition::verified_adult:
            return now.verified_adult;
        case Condition::nothing_left_open:
            return !now.anything_left_open;
        case Condition::not_first_conference:
            return !now.first_conference;
        case Condition::first_conference:
            return now.first_conference;
        case Condition::no_review_needed_to_end:
            return now.may_end_without_review;
        case Condition::unborn:
            return now.unborn;
    }
    return false;
}

std::string_view says(Condition condition) {
    switch (condition) {
        case Condition::always:
            return "always";
        case Condition::child_already_open:
            return "the child already has an open referral";
        case Condition::child_not_open:
            return "the child has no open referral";
        case Condition::on_protection_plan_or_looked_after:
            return "the child is on a child protection plan or looked after";
        case Condition::not_on_protection_plan_nor_looked_after:
            return "the child is not on a child protection plan and not looked after";
        case Condition::verified_adult:
            return "a verified date of birth shows that they are 18 or over";
        case Condition::nothing_left_open:
            return "no assessment, enquiry, conference or plan of the child is open";
        case Condition::not_first_conference:
            return "it is a review conference";
        case Condition::first_conference:
            return "it is an initial or transfer-in conference";
        case Condition::no_review_needed_to_end:
            return "the child has died, is 18, or is on the plan of another authority after its conference";
        case Condition::unborn:
            return "the child is not yet born";
    }
    return "";
}

static std::string one_of(const std::vector<std::string>& choices) {
    std::string text;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (i > 0) text += i + 1 == choices.size() ? " or " : ", ";
        text += choices[i];
    }
    return text;
}

// Where the machine can go instead, for somebody who asked for what it cannot do.
static Refusal no_such_step(const Rulebook& law, const Step& step) {
    std::vector<std::string> choices;
    for (const Transition* row : next_steps(law, step.noun, step.from, step.day)) {
        std::string choice = plain(word(row->on));
        if (std::ranges::find(choices, choice) == choices.end()) choices.push_back(choice);
    }
    std::string stands = step.from == State::none
                             ? fmt::format("There is no {} here yet", plain(word(step.noun)))
                             : fmt::format("The {} here is \"{}\"", plain(word(step.noun)), plain(word(step.from)));
    std::string way_out = choices.empty() ? "nothing more can be recorded on it; start a new one if one is needed"
                                          : "what can be recorded now is: " + one_of(choices);
    return {Because::conflict, "",
            fmt::format("{}, so \"{}\" cannot follow: {}.", stands, plain(word(step.on)), way_out)};
}

static Refusal wrong_role(const Transition& row) {
    std::vector<std::string> roles;
    for (Role role : row.by_role)
        roles.push_back(plain(word(role)));
    return {Because::forbidden, "",
            fmt::format("This is for a {} to record: \"{}\" Ask one of them; nothing that you entered is lost.",
                        one_of(roles), row.says)};
}

Result<const Transition*> allowed(const Rulebook& law, const Step& step) {
    const Transition* unmet = nullptr;
    for (const Transition& row : law.transitions) {
        bool asked_for =
            row.noun == step.noun && row.from.contains(step.from) && row.on == step.on && row.to == step.to;
        if (!asked_for || !row.in_force.covers(step.day)) continue;
        if (!holds(row.only_if, step.situation)) {
            unmet = &row;
            continue;
        }
        bool role_fits = row.level == Level::start || row.by_role.count == 0 || row.by_role.contains(step.by);
        if (!role_fits) return tl::unexpected<Refusal>(wrong_role(row));
        return &row;
    }
    if (unmet) return refuse(Because::conflict, "", unmet->otherwise);
    return tl::unexpected<Refusal>(no_such_step(law, step));
}

std::vector<const Transition*> next_steps(const Rulebook& law, Noun noun, State from, Date day) {
    std::vector<const Transition*> found;
    for (const Transition& row : law.transitions)
        if (row.noun == noun && row.from.contains(from) && row.in_force.covers(day)) found.push_back(&row);
    return found;
}

std::vector<const Fact*> missing_facts(const Rulebook& law, Noun noun, Level level,
                                       std::span<const std::string_view> known) {
    std::vector<const Fact*> found;
    for (const Fact& row : law.facts)
        if (row.noun == noun && row.level == level && std::ranges::find(known, row.fact) == known.end())
            found.push_back(&row);
    return found;
}

}  // namespace kith::core
