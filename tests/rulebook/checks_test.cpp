#include "rulebook/checks.h"

#include <gtest/gtest.h>

#include <array>

using namespace kith;
using namespace kith::core;
using namespace kith::rulebook;
using namespace std::chrono_literals;

// Each check is a static_assert over England's tables: here each is shown a table that it must reject.
namespace {

constexpr Clock good{.id = "A",
                     .duty = Duty::decide_contact,
                     .starts = Event::contact_received,
                     .stops = Event::contact_decided,
                     .counts_from = "the day",
                     .limit = working_days(1),
                     .in_force = {.from = 2013y / 4 / 15},
                     .source = {"Guidance", "chapter"},
                     .says = "Decide.",
                     .family = "We decide."};

template <class Change>
constexpr std::array<Clock, 1> clocks_but(Change change) {
    Clock clock = good;
    change(clock);
    return {clock};
}

constexpr Transition start{.noun = Noun::contact,
                           .from = State::none,
                           .on = Event::contact_received,
                           .to = State::received,
                           .in_force = {.from = 2013y / 4 / 15},
                           .source = {"Guidance", "chapter"},
                           .says = "It starts."};

template <class Change>
constexpr std::array<Transition, 2> transitions_and(Change change) {
    Transition second = start;
    change(second);
    return {start, second};
}

}  // namespace

TEST(Checks, a_complete_clock_passes_and_one_without_source_or_sentence_does_not) {
    static_assert(checks::every_clock_is_complete(std::array{good}));
    EXPECT_FALSE(checks::every_clock_is_complete(clocks_but([](Clock& c) { c.source.place = ""; })));
    EXPECT_FALSE(checks::every_clock_is_complete(clocks_but([](Clock& c) { c.says = ""; })));
    EXPECT_FALSE(checks::every_clock_is_complete(clocks_but([](Clock& c) { c.family = "no full stop"; })));
    EXPECT_FALSE(checks::every_clock_is_complete(clocks_but([](Clock& c) { c.stops = {}; })));
    EXPECT_FALSE(checks::every_clock_is_complete(clocks_but([](Clock& c) { c.counts_from = ""; })));
}

TEST(Checks, a_warning_in_days_of_a_clock_in_hours_is_rejected) {
    EXPECT_FALSE(checks::every_warning_has_the_units_of_its_clock(clocks_but([](Clock& c) { c.warn = hours(3); })));
}

TEST(Checks, a_local_length_without_local_evidence_is_rejected) {
    EXPECT_FALSE(checks::local_lengths_are_marked(clocks_but([](Clock& c) { c.length = Length::local; })));
    EXPECT_FALSE(checks::local_lengths_are_marked(clocks_but([](Clock& c) { c.at_most = working_days(0); })));
}

TEST(Checks, two_clocks_of_one_duty_may_follow_each_other_but_not_overlap) {
    Clock next = good;
    next.id = "B";
    EXPECT_FALSE(checks::no_two_clocks_of_a_duty_overlap(std::array{good, next}));
    Clock ended = good;
    ended.in_force.until = next.in_force.from = 2026y / 3 / 19;
    EXPECT_TRUE(checks::no_two_clocks_of_a_duty_overlap(std::array{ended, next}));
    next.in_force = InForce::not_yet();
    EXPECT_TRUE(checks::no_two_clocks_of_a_duty_overlap(std::array{good, next}));
    EXPECT_FALSE(checks::no_clock_id_is_used_twice(std::array{good, good}));
    EXPECT_FALSE(checks::every_duty_has_a_clock(std::array{good}));
}

TEST(Checks, a_state_that_nothing_leads_to_is_rejected) {
    EXPECT_FALSE(checks::every_state_is_reachable(transitions_and([](Transition& t) { t.from = State::taken; })));
    EXPECT_TRUE(checks::every_state_is_reachable(transitions_and([](Transition& t) { t.from = State::received; })));
}

TEST(Checks, a_condition_without_a_way_out_is_rejected) {
    auto rows = transitions_and([](Transition& t) { t.only_if = Condition::unborn; });
    EXPECT_FALSE(checks::every_transition_is_complete(rows));
    rows[1].otherwise = "Do this instead.";
    EXPECT_TRUE(checks::every_transition_is_complete(rows));
}

TEST(Checks, one_step_given_twice_is_rejected) {
    EXPECT_FALSE(checks::no_step_is_given_twice(transitions_and([](Transition&) {})));
    EXPECT_TRUE(checks::no_step_is_given_twice(transitions_and([](Transition& t) { t.only_if = Condition::unborn; })));
}

TEST(Checks, a_sign_off_says_whose_it_is_and_a_start_is_everybodys) {
    EXPECT_FALSE(checks::levels_and_roles_agree(transitions_and([](Transition& t) { t.level = Level::sign_off; })));
    EXPECT_FALSE(
        checks::levels_and_roles_agree(transitions_and([](Transition& t) { t.by_role = Role::team_manager; })));
}

TEST(Checks, a_gap_between_editions_is_rejected) {
    Edition first{.id = "1", .in_force = {.from = 2013y / 4 / 15, .until = 2015y / 3 / 26}};
    Edition second{.id = "2", .in_force = {.from = 2015y / 3 / 27}};
    EXPECT_FALSE(checks::guidance_follows_without_gap(std::array{first, second}));
    second.in_force.from = 2015y / 3 / 26;
    EXPECT_TRUE(checks::guidance_follows_without_gap(std::array{first, second}));
}
