// What must hold of any rulebook's tables, checked while compiling: `static_assert(every_clock_is_complete(clocks))`.
// A table that breaks one of these does not build.
#pragma once

#include <span>

#include "core/process.h"

namespace kith::rulebook::checks {

using namespace core;

constexpr bool ends_as_sentence(std::string_view text) {
    return !text.empty() && text.back() == '.';
}

constexpr bool is_cited(const Source& source) {
    return !source.title.empty() && !source.place.empty();
}

constexpr bool every_clock_is_complete(std::span<const Clock> clocks) {
    for (const Clock& clock : clocks) {
        if (clock.id.empty() || clock.starts.count == 0 || clock.stops.count == 0) return false;
        if (!is_cited(clock.source) || clock.counts_from.empty()) return false;
        if (!ends_as_sentence(clock.says) || !ends_as_sentence(clock.family)) return false;
        if (clock.by && clock.limit.unit == Unit::hours) return false;
        if (clock.limit.count < 0 || clock.in_force.until < clock.in_force.from) return false;
    }
    return true;
}

/// Hours are a limit of their own: their warnings are in hours, and nobody else's are.
constexpr bool every_warning_has_the_units_of_its_clock(std::span<const Clock> clocks) {
    for (const Clock& clock : clocks)
        for (const Limit& warn : clock.warn)
            if ((warn.unit == Unit::hours) != (clock.limit.unit == Unit::hours)) return false;
    return true;
}

/// A length is called local exactly where its source is: nobody's custom is shown as the law.
constexpr bool local_lengths_are_marked(std::span<const Clock> clocks) {
    for (const Clock& clock : clocks) {
        if ((clock.length == Length::local) != (clock.source.evidence == Evidence::local)) return false;
        if (clock.at_most && clock.at_most->unit != clock.limit.unit) return false;
        if (clock.at_most && clock.at_most->count < clock.limit.count) return false;
    }
    return true;
}

constexpr bool no_clock_id_is_used_twice(std::span<const Clock> clocks) {
    for (std::size_t i = 0; i < clocks.size(); ++i)
        for (std::size_t j = i + 1; j < clocks.size(); ++j)
            if (clocks[i].id == clocks[j].id) return false;
    return true;
}

constexpr bool no_two_clocks_of_a_duty_overlap(std::span<const Clock> clocks) {
    for (std::size_t i = 0; i < clocks.size(); ++i)
        for (std::size_t j = i + 1; j < clocks.size(); ++j)
            if (clocks[i].duty == clocks[j].duty && clocks[i].in_force.overlaps(clocks[j].in_force)) return false;
    return true;
}

constexpr bool every_duty_has_a_clock(std::span<const Clock> clocks) {
    for (const auto& [duty, text] : Words<Duty>::all) {
        bool found = false;
        for (const Clock& clock : clocks)
            found = found || clock.duty == duty;
        if (!found) return false;
    }
    return true;
}

constexpr bool every_transition_is_complete(std::span<const Transition> rows) {
    for (const Transition& row : rows) {
        if (!is_cited(row.source) || !ends_as_sentence(row.says) || row.to == State::none) return false;
        if (row.from.count == 0) return false;
        if ((row.only_if == Condition::always) != row.otherwise.empty()) return false;
        if (!row.otherwise.empty() && !ends_as_sentence(row.otherwise)) return false;
    }
    return true;
}

/// Every state that a machine leaves can be reached from nothing: repeated sweeps until nothing new is found.
constexpr bool every_state_is_reachable(std::span<const Transition> rows) {
    for (const auto& [noun, text] : Words<Noun>::all) {
        std::array<bool, Words<State>::all.size()> reached{};
        reached[static_cast<std::size_t>(State::none)] = true;
        for (std::size_t sweep = 0; sweep < rows.size(); ++sweep)
            for (const Transition& row : rows)
                for (State from : row.from)
                    if (row.noun == noun && reached[static_cast<std::size_t>(from)])
                        reached[static_cast<std::size_t>(row.to)] = true;
        for (const Transition& row : rows)
            for (State from : row.from)
                if (row.noun == noun && !reached[static_cast<std::size_t>(from)]) return false;
    }
    return true;
}

constexpr bool every_machine_has_a_beginning(std::span<const Transition> rows) {
    for (const auto& [noun, text] : Words<Noun>::all) {
        bool found = false;
        for (const Transition& row : rows)
            found = found || (row.noun == noun && row.from.contains(State::none));
        if (!found) return false;
    }
    return true;
}

constexpr bool share_a_state(const States& a, const States& b) {
    for (State state : a)
        if (b.contains(state)) return true;
    return false;
}

/// Two rows for one step would leave it open which applies, unless their conditions differ.
constexpr bool no_step_is_given_twice(std::span<const Transition> rows) {
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (std::size_t j = i + 1; j < rows.size(); ++j) {
            const Transition &a = rows[i], &b = rows[j];
            bool same = a.noun == b.noun && share_a_state(a.from, b.from) && a.on == b.on && a.to == b.to &&
                        a.only_if == b.only_if;
            if (same && a.in_force.overlaps(b.in_force)) return false;
        }
    return true;
}

/// Sign-off is where refusal lives, so it says whose it is; a start is open to everybody.
constexpr bool levels_and_roles_agree(std::span<const Transition> rows) {
    for (const Transition& row : rows) {
        if (row.level == Level::sign_off && row.by_role.count == 0) return false;
        if (row.level == Level::start && row.by_role.count != 0) return false;
    }
    return true;
}

/// One guidance is in force on any day from the first on: each begins on the day that the one before ends.
constexpr bool guidance_follows_without_gap(std::span<const Edition> editions) {
    const Edition* before = nullptr;
    for (const Edition& edition : editions) {
        if (edition.kind != EditionKind::guidance) continue;
        if (before && before->in_force.until != edition.in_force.from) return false;
        before = &edition;
    }
    return before && before->in_force.until == Date::max();
}

}  // namespace kith::rulebook::checks
