// The process: how rows of law work. A rulebook is tables of these rows; which rows there are is not known here, so
// that core is handed a `const Rulebook&` and tests can bring a law of three rows.
//
// Machines (transitions) run side by side for one child, one per noun, and are joined by duties: an event starts
// clocks, each of which is a duty due by a date, and stops others. Nothing here stores, and nothing here knows what day
// it is.
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/working_days.h"
#include "core/process_words.h"
#include "core/staff.h"

namespace kith::core {

/// A short list that can stand in a constant table: `.starts = Event::a` or `.starts = {Event::a, Event::b}`.
template <class T, std::size_t Most>
struct Few {
    std::array<T, Most> items{};
    std::size_t count = 0;

    constexpr Few() = default;
    constexpr Few(T only) : items{only}, count(1) {}
    constexpr Few(std::initializer_list<T> list) {
        for (const T& item : list)
            items.at(count++) = item;
    }
    constexpr const T* begin() const { return items.data(); }
    constexpr const T* end() const { return items.data() + count; }
    constexpr bool contains(T wanted) const {
        for (const T& item : *this)
            if (item == wanted) return true;
        return false;
    }
    constexpr bool operator==(const Few&) const = default;
};
using Events = Few<Event, 4>;
using States = Few<State, 6>;

enum class Direction { onward, back };

/// A length of time in one of the units. Counted back, it ends before the event it counts from.
struct Limit {
    int count = 0;
    Unit unit = Unit::working_days;
    Direction direction = Direction::onward;
    constexpr bool operator==(const Limit&) const = default;
};
constexpr Limit working_days(int n) {
    return {n, Unit::working_days};
}
constexpr Limit days_counting_the_first(int n) {
    return {n, Unit::days_counting_the_first};
}
constexpr Limit weeks(int n) {
    return {n, Unit::weeks};
}
constexpr Limit months(int n) {
    return {n, Unit::months};
}
constexpr Limit hours(int n) {
    return {n, Unit::hours};
}
/// `.limit = before(working_days(2))`: two working days before the event. As a warning: before the due date.
constexpr Limit before(Limit limit) {
    return {limit.count, limit.unit, Direction::back};
}

/// A stable word as people read it: "section47_enquiry" is "section 47 enquiry".
std::string plain(std::string_view stable_word);

std::string words(Limit limit);  ///< "45 working days", "1 working day before", "the same day"

using Warnings = Few<Limit, 4>;

/// The dates on which a row is law. `not_yet()` is passed but not commenced: readable, tested, inert.
struct InForce {
    Date from = Date::max();
    Date until = Date::max();  ///< the first day on which it is no longer law

    static constexpr InForce not_yet() { return {}; }
    constexpr bool commenced() const { return from != Date::max(); }
    constexpr bool covers(Date day) const { return commenced() && from <= day && day < until; }
    constexpr bool overlaps(const InForce& other) const {
        return commenced() && other.commenced() && from < other.until && other.from < until;
    }
};

/// Whether a row was held against the newest edition of its source; an Act has none, it is amended in place.
enum class NewestEdition { not_checked, checked, has_none };

struct Source {
    std::string_view title;
    std::string_view place;
    Evidence evidence = Evidence::known;
    NewestEdition newest = NewestEdition::not_checked;
};

/// Who decides the length of a clock.
enum class Length {
    national,  ///< a local policy may only be stricter
    local,     ///< no national number: the row's limit is our default until the authority's policy says otherwise
};

/// A row of law that sets a date: when `starts` happens the duty is owed, and `stops` discharges it.
struct Clock {
    std::string_view id;  ///< stored with each duty: never reused
    Duty duty{};
    Events starts;
    Events stops;
    Events lapses;                 ///< the need goes: the duty is cancelled, not met
    std::string_view counts_from;  ///< whose date is day 0, in words: it may be earlier than the event's own
    Limit limit;
    std::optional<std::chrono::hours>
        by;         ///< the hour of the last day; nothing: any time on it. Not of clocks in hours
    Warnings warn;  ///< from the start; with before(…), from the due date
    Length length = Length::national;
    std::optional<Limit> at_most;  ///< no local policy may go beyond it
    Level level = Level::complete_by;
    Role owner = Role::social_worker;
    InForce in_force;
    Source source;
    std::string_view says;    ///< to practitioners
    std::string_view family;  ///< to families, in plain words
    std::string_view note;    ///< what to know when counting; may be empty
};

using Roles = Few<Role, 4>;  ///< empty: anybody

/// A row of one noun's machine. Where one event has several outcomes, each is a row with its own `to`.
struct Transition {
    Noun noun{};
    States from;
    Event on{};
    State to{};
    Condition only_if = Condition::always;
    Roles by_role;
    Level level = Level::start;
    InForce in_force;
    Source source;
    std::string_view says;
    std::string_view otherwise;  ///< the way out when `only_if` does not hold; none is needed for `always`
};

enum class EditionKind {
    guidance,   ///< one is in force on any day; decisions store its id
    provision,  ///< a section of an Act, with its own commencement
};

struct Edition {
    std::string_view id;
    EditionKind kind = EditionKind::guidance;
    std::string_view title;
    InForce in_force;
    Source source;
    std::string_view says;
};

/// A category of abuse or neglect that a child protection plan is made under.
struct Category {
    std::string_view word;  ///< stored
    std::string_view name;
    std::string_view census_code;
    std::string_view says;
    std::string_view family;
    Source source;
};

/// Something a record needs, and at which level it is asked for. `fact` is its stable word.
struct Fact {
    Noun noun{};
    std::string_view fact;
    Level level = Level::complete_by;
    std::string_view asks;
    Source source;
};

/// One nation's law.
struct Rulebook {
    std::string_view nation;
    std::span<const Clock> clocks;
    std::span<const Transition> transitions;
    std::span<const Edition> editions;
    std::span<const Category> categories;
    std::span<const Fact> facts;
};

/// What an authority has decided where the law leaves it to decide (read from a file by rulebook/local_policy).
struct LocalPolicy {
    struct LocalLength {
        Duty duty{};
        Limit limit;
    };
    std::string authority;
    Date from{};  ///< in force from
    std::vector<LocalLength> lengths;
    std::optional<int> conference_quorum;                        ///< how many agencies; nothing: the rulebook's default
    std::string court_out_of_hours;                              ///< how the court is reached at night; empty: not said
    std::vector<std::pair<std::string, std::string>> helplines;  ///< name, and how to reach it: printed on letters
    std::set<Date> bank_holidays;  ///< newly proclaimed days, for WorkingDays::england_and_wales
    std::string canonical;         ///< one text per meaning: what is hashed and journalled
};

/// The clock for a duty on a day, or null. A duty keeps the clock it was opened under.
const Clock* clock_in_force(const Rulebook& law, Duty duty, Date day);
const Clock* find_clock(const Rulebook& law, std::string_view id);
std::vector<const Clock*> started_by(const Rulebook& law, Event event, Date day);
/// The duties that the event discharges, under any edition: one opened under an old row is still met. Discharge before
/// opening: a visit meets the duty to visit and starts the next.
std::vector<Duty> discharged_by(const Rulebook& law, Event event);

/// The duties whose need goes with the event: they are cancelled.
std::vector<Duty> lapsed_by(const Rulebook& law, Event event);

/// The guidance in force on a day; null before the first one held.
const Edition* edition_in_force(const Rulebook& law, Date day);
const Category* find_category(const Rulebook& law, std::string_view word);

/// The row's limit, or the authority's own where its policy is in force on the start day and allowed to set it.
Limit limit_for(const Clock& clock, Date start, const LocalPolicy& policy);

struct Moment {
    Date date;
    std::optional<Instant> at;  ///< clocks in hours only
    bool operator==(const Moment&) const = default;
};

struct Due {
    Date date;                     ///< the last day that is in time
    std::optional<Instant> at;     ///< the last instant: of clocks in hours, and where the law names an hour
    std::vector<Moment> warnings;  ///< in order, none after the due date
    Date book_by;                  ///< the last working day on or before: a meeting is never booked for a Sunday

    Date warn_on() const { return warnings.empty() ? date : warnings.front().date; }
};

/// When the duty is due. A clock in hours needs an instant: handing it a date is a bug. Given an instant, the other
/// clocks count from its London date.
Due due(const Clock& clock, Date start, const WorkingDays& calendar, const LocalPolicy& policy);
Due due(const Clock& clock, Instant start, const WorkingDays& calendar, const LocalPolicy& policy);

/// What is known of the child and the record when a step is taken: what `only_if` may ask.
struct Situation {
    bool open = false;  ///< the child already has an open referral
    bool on_protection_plan = false;
    bool looked_after = false;
    bool verified_adult = false;      ///< 18 or over by a verified date of birth; an estimate is never enough
    bool anything_left_open = false;  ///< an assessment, enquiry, conference or plan of the child
    bool first_conference = true;     ///< initial or transfer-in
    bool may_end_without_review = false;
    bool unborn = false;
};
bool holds(Condition condition, const Situation& situation);
std::string_view says(Condition condition);

struct Step {
    Noun noun{};
    State from{};
    Event on{};
    State to{};
    Role by = Role::social_worker;
    Date day{};
    Situation situation;
};
/// The row that allows the step; or a refusal with the way out. A step of level `start` is never refused for a role.
Result<const Transition*> allowed(const Rulebook& law, const Step& step);

/// The steps that lead on from a state, in the table's order: "what happens next".
std::vector<const Transition*> next_steps(const Rulebook& law, Noun noun, State from, Date day);

/// The facts asked for at a level that are not among the known ones.
std::vector<const Fact*> missing_facts(const Rulebook& law, Noun noun, Level level,
                                       std::span<const std::string_view> known);

}  // namespace kith::core
