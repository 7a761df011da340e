#include "core/emergency_protection.h"

#include <fmt/format.h>

#include <algorithm>

namespace kith::core {

using namespace std::chrono_literals;

static bool is_police(const EmergencyProtection& of) {
    return of.power == EmergencyPower::police_protection;
}

static Result<void> check_child(const Person& child, Date on) {
    if (is_verified_adult(child, on))
        return refuse(Because::conflict, "child",
                      fmt::format("{} is 18 or over, so these powers do not apply. If the date of birth is in doubt, "
                                  "record it as estimated first.",
                                  full_name(child)));
    if (child.stage == Stage::pregnancy_ended || child.died_on)
        return refuse(Because::conflict, "child",
                      "This child has died, or the pregnancy has ended. Ask about other children at risk.");
    return {};
}

Result<EmergencyProtection> start_emergency_protection(const StartEmergencyProtection& command, const Person& child,
                                                       std::span<const EmergencyProtection> of_the_child,
                                                       const Actor& actor, Instant now) {
    TRY(check_child(child, london_date(command.at)));
    if (command.at > now) return refuse(Because::invalid, "at", "That time is still to come. Check the day and hour.");
    for (const EmergencyProtection& each : of_the_child)
        if (each.power == command.power && !each.ended_at)
            return refuse(Because::conflict, "child",
                          fmt::format("{} since {} is recorded for this child already, without an end. Open it on the "
                                      "child’s page, and record its end first if this is another.",
                                      says(each.power), long_time(each.began_at)));
    EmergencyProtection of;
    of.child = child.id;
    of.power = command.power;
    of.began_at = command.at;
    of.recorded_by = actor.id;
    of.recorded_at = now;
    return of;
}

static Result<void> check_after_start(const EmergencyProtection& of, const std::optional<Instant>& at,
                                      std::string_view field) {
    if (at && *at <= of.began_at)
        return refuse(Because::invalid, field,
                      fmt::format("It began on {}: this must be after that.", long_time(of.began_at)));
    return {};
}

Result<EmergencyProtection> write_emergency_protection(EmergencyProtection of, EmergencyFacts facts) {
    TRY(check_after_start(of, facts.sealed_until, "sealed_until"));
    TRY(check_after_start(of, facts.extended_until, "extended_until"));
    of.owner = facts.owner;
    of.police = std::move(facts.police);
    of.court = std::move(facts.court);
    of.court_route = std::move(facts.court_route);
    of.sealed_until = facts.sealed_until;
    of.asked_for_by_police = facts.asked_for_by_police;
    of.extended_until = facts.extended_until;
    ++of.version;
    return of;
}

std::vector<Missing> missing_from(const EmergencyProtection& of) {
    MissingList missing;
    if (is_police(of)) {
        missing.fact(!of.owner.is_nil(), "owner", "Name who decides on an emergency protection order.");
        missing.text(of.police, "police", "Say who the designated officer is, and the police reference.");
        missing.text(of.court_route, "court_route", "Say how the court is reached out of hours.");
    } else {
        missing.fact(!of.owner.is_nil(), "owner", "Name who decides what follows the order.");
        missing.fact(of.sealed_until.has_value(), "sealed_until",
                     "Record the date and time at which the order expires, as sealed.");
        missing.text(of.court, "court", "Say which court made the order, and the case number.");
    }
    return missing.take();
}

static Result<void> check_not_ended(const EmergencyProtection& of) {
    if (!of.ended_at) return {};
    return refuse(Because::conflict, "", fmt::format("This ended on {}.", long_time(*of.ended_at)));
}

Result<EmergencyProtection> decide_on_order(EmergencyProtection of, OrderDecision decision, std::string why,
                                            const Actor& actor, Instant now) {
    TRY(check_not_ended(of));
    if (!is_police(of)) return refuse(Because::conflict, "", "The court has made the order already.");
    if (decision == OrderDecision::not_yet) return refuse(Because::invalid, "decision", "Say what was decided.");
    if (is_blank(why)) return refuse(Because::invalid, "why", "Give the reasons for this decision.");
    of.order_decision = decision;
    of.order_why = std::move(why);
    of.order_decided_by = actor.id;
    of.order_decided_at = now;
    ++of.version;
    return of;
}

Result<EmergencyProtection> end_emergency_protection(EmergencyProtection of, const EndEmergencyProtection& command,
                                                     StaffId ended_by, Instant now) {
    TRY(check_not_ended(of));
    if (command.at > now) return refuse(Because::invalid, "at", "That time is still to come. Check the day and hour.");
    if (command.at < of.began_at)
        return refuse(Because::invalid, "at",
                      fmt::format("It began on {}: it cannot end before that.", long_time(of.began_at)));
    bool only_of_police = command.end == EmergencyEnd::emergency_order;
    bool only_of_orders = command.end == EmergencyEnd::discharged;
    if (is_police(of) ? only_of_orders : only_of_police)
        return refuse(Because::invalid, "end",
                      is_police(of) ? "A court discharges orders. Say how police protection ended."
                                    : "Say how the order ended; a second order is recorded as an extension.");
    of.ended_at = command.at;
    of.end = command.end;
    of.ended_why = command.why;
    of.ended_by = ended_by;
    ++of.version;
    return of;
}

static Instant end_of(Date day) {
    return from_london(day + std::chrono::days(1), 0min);
}

Instant counted_until(const EmergencyProtection& of, const Clock& clock, const WorkingDays& days,
                      std::optional<Date> first_day) {
    if (is_police(of)) return *due(clock, of.began_at, days, LocalPolicy{}).at;
    bool from_police = of.asked_for_by_police == Answer::yes && first_day;
    return end_of(due(clock, from_police ? *first_day : london_date(of.began_at), days, LocalPolicy{}).date);
}

Instant lasts_until(const EmergencyProtection& of, Instant counted) {
    return of.extended_until.value_or(of.sealed_until.value_or(counted));
}

static bool court_is_shut_all_day(Date day, const WorkingDays& days) {
    return std::chrono::weekday(day) == std::chrono::Sunday ||
           (std::chrono::weekday(day) != std::chrono::Saturday && !days.is_working_day(day));
}

// Section 45(2): where the last day is a Sunday or a holiday, the court may name noon of the first later day that is
// neither.
static bool is_the_noon_after(Instant sealed, Date last, const WorkingDays& days) {
    Date day = last;
    while (court_is_shut_all_day(day, days))
        day += std::chrono::days(1);
    return day != last && sealed == from_london(day, 12h);
}

std::string difference(const EmergencyProtection& of, Instant counted, const WorkingDays& days) {
    constexpr auto longest_extension = std::chrono::days(7);
    if (is_police(of) || !of.sealed_until) return {};
    Date last = london_date(counted - 1min), sealed = london_date(*of.sealed_until);
    if (of.extended_until && *of.extended_until > *of.sealed_until + longest_extension)
        return fmt::format(
            "The extension runs for more than 7 days after {}. Check the sealed order; if it says so, "
            "ask the legal team.",
            long_time(*of.sealed_until));
    bool agrees = sealed == last || *of.sealed_until == counted || is_the_noon_after(*of.sealed_until, last, days);
    if (agrees) return {};
    return fmt::format("The order says {}. Counted by the law, the eighth day is {}. {}", long_time(*of.sealed_until),
                       weekday_and_date(last),
                       sealed < last ? "A court may make an order shorter: what is sealed holds. Check that it was "
                                       "copied rightly."
                                     : "No order is longer than 8 days. Check that it was copied rightly; if it was, "
                                       "ask the legal team.");
}

std::optional<Instant> last_court_sitting(Instant from, Instant until, const WorkingDays& days) {
    constexpr auto opens = 10h;
    for (Date day = london_date(until); day >= london_date(from); day -= std::chrono::days(1)) {
        Instant sitting = from_london(day, opens);
        if (days.is_working_day(day) && sitting > from && sitting < until) return sitting;
    }
    return std::nullopt;
}

Instant decide_on_order_by(const EmergencyProtection& of, Instant clock_says, Instant until, const WorkingDays& days) {
    auto sitting = last_court_sitting(of.began_at, until, days);
    return sitting ? std::min(clock_says, *sitting) : of.began_at;
}

std::vector<EmergencyWarning> warnings_of(const EmergencyProtection& of, const Clock& clock, Instant until,
                                          const WorkingDays& days) {
    std::vector<EmergencyWarning> warnings{{of.began_at, "It began"}};
    if (auto sitting = last_court_sitting(of.began_at, until, days))
        warnings.push_back({*sitting, "The last court sitting before it ends begins"});
    for (Limit warn : clock.warn)
        if (warn.unit == Unit::hours && warn.direction == Direction::back)
            warnings.push_back({until - std::chrono::hours(warn.count), fmt::format("{} hours left", warn.count)});
    warnings.push_back({until, "The time is up"});
    std::ranges::stable_sort(warnings, {}, &EmergencyWarning::at);
    return warnings;
}

std::string hour_in_words(Instant at) {
    LondonTime local = london(at);
    bool midnight = local.since_midnight == 0min;
    return midnight ? "the end of " + weekday_and_date(local.date - std::chrono::days(1)) : long_time(at);
}

static std::string in_hours(std::chrono::microseconds length) {
    auto hours = std::chrono::floor<std::chrono::hours>(length).count();
    return fmt::format("{} hour{}", hours, hours == 1 ? "" : "s");
}

std::string time_left(Instant until, Instant now) {
    if (now >= until && now - until < 1h) return "The time is up";
    if (now >= until) return fmt::format("The time was up {} ago", in_hours(now - until));
    if (until - now < 1h) return "Less than an hour left";
    return in_hours(until - now) + " left";
}

std::string_view says(EmergencyPower power) {
    return power == EmergencyPower::police_protection ? "Police protection" : "Emergency protection order";
}

std::string_view says(OrderDecision decision) {
    switch (decision) {
        case OrderDecision::not_yet:
            return "Not decided yet";
        case OrderDecision::ask_the_court:
            return "Ask the court for an emergency protection order";
        case OrderDecision::no_order:
            return "No order is asked for";
    }
    return "";
}

std::string_view says(EmergencyEnd end) {
    switch (end) {
        case EmergencyEnd::released:
            return "The child was released, or went home";
        case EmergencyEnd::emergency_order:
            return "The court made an emergency protection order";
        case EmergencyEnd::other_order:
            return "The court made another order, such as an interim care order";
        case EmergencyEnd::accommodated:
            return "The child is accommodated under section 20";
        case EmergencyEnd::discharged:
            return "The court discharged the order";
        case EmergencyEnd::ran_out:
            return "Its time ran out";
    }
    return "";
}

}  // namespace kith::core
