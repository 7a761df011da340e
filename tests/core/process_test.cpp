#include "core/process.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

using namespace kith;
using namespace kith::core;
using namespace std::chrono_literals;

namespace {

// A law of three machines' rows and a few clocks, so that these tests never change when England's law does.
constexpr Clock clocks[] = {
    {.id = "OLD",
     .duty = Duty::complete_assessment,
     .starts = Event::referral_received,
     .stops = Event::assessment_authorised,
     .limit = working_days(35),
     .in_force = {.from = 2010y / 4 / 1, .until = 2013y / 4 / 15}},
    {.id = "NEW",
     .duty = Duty::complete_assessment,
     .starts = {Event::referral_received, Event::assessment_started},
     .stops = Event::assessment_authorised,
     .limit = working_days(45),
     .warn = {before(working_days(10)), working_days(10)},
     .in_force = {.from = 2013y / 4 / 15}},
    {.id = "FUTURE",
     .duty = Duty::hold_core_group,
     .starts = Event::referral_received,
     .lapses = Event::pregnancy_lost,
     .limit = weeks(1),
     .in_force = InForce::not_yet()},
};

constexpr Transition transitions[] = {
    {.noun = Noun::assessment,
     .from = State::none,
     .on = Event::assessment_started,
     .to = State::started,
     .in_force = {.from = 2013y / 4 / 15},
     .says = "Anybody may start."},
    {.noun = Noun::assessment,
     .from = State::started,
     .on = Event::assessment_authorised,
     .to = State::closed,
     .only_if = Condition::nothing_left_open,
     .by_role = {Role::team_manager, Role::head_of_service},
     .level = Level::sign_off,
     .in_force = {.from = 2013y / 4 / 15},
     .says = "A manager signs it off.",
     .otherwise = "End the plan first, or sign off without closing."},
    {.noun = Noun::assessment,
     .from = State::started,
     .on = Event::assessment_stopped,
     .to = State::stopped,
     .in_force = InForce::not_yet(),
     .says = "Not law yet."},
};

constexpr Edition editions[] = {
    {.id = "second", .in_force = {.from = 2013y / 4 / 15, .until = 2026y / 3 / 19}},
    {.id = "third", .in_force = {.from = 2026y / 3 / 19}},
    {.id = "section", .kind = EditionKind::provision, .in_force = {.from = 2012y / 1 / 1}},
};
constexpr Fact facts[] = {{.noun = Noun::assessment, .fact = "analysis", .level = Level::sign_off},
                          {.noun = Noun::assessment, .fact = "child_seen", .level = Level::sign_off},
                          {.noun = Noun::assessment, .fact = "worker", .level = Level::complete_by}};

constexpr Rulebook toy{.nation = "toy",
                       .clocks = clocks,
                       .transitions = transitions,
                       .editions = editions,
                       .categories = {},
                       .facts = facts};

Date on(const char* iso) {
    return *parse_date(iso);
}
const WorkingDays& calendar() {
    static const WorkingDays days = WorkingDays::england_and_wales();
    return days;
}
Due due_of(Limit limit, Warnings warn, const char* start) {
    return due(Clock{.limit = limit, .warn = warn}, on(start), calendar(), {});
}

}  // namespace

TEST(ClockInForce, is_the_row_that_covers_the_day) {
    EXPECT_EQ(clock_in_force(toy, Duty::complete_assessment, on("2013-04-14"))->id, "OLD");
    EXPECT_EQ(clock_in_force(toy, Duty::complete_assessment, on("2013-04-15"))->id, "NEW");
    EXPECT_EQ(clock_in_force(toy, Duty::complete_assessment, on("2009-01-01")), nullptr);
}

TEST(ClockInForce, what_is_not_commenced_is_readable_and_inert) {
    EXPECT_EQ(clock_in_force(toy, Duty::hold_core_group, last_date), nullptr);
    EXPECT_NE(find_clock(toy, "FUTURE"), nullptr);
    auto started = started_by(toy, Event::referral_received, on("2026-11-22"));
    ASSERT_EQ(started.size(), 1u);
    EXPECT_EQ(started[0]->id, "NEW");
}

TEST(DischargedBy, names_a_duty_once_though_two_rows_have_it) {
    EXPECT_EQ(discharged_by(toy, Event::assessment_authorised), std::vector{Duty::complete_assessment});
}

TEST(LapsedBy, names_the_duties_whose_need_goes) {
    EXPECT_EQ(lapsed_by(toy, Event::pregnancy_lost), std::vector{Duty::hold_core_group});
    EXPECT_TRUE(lapsed_by(toy, Event::assessment_authorised).empty());
}

TEST(EditionInForce, is_the_guidance_of_the_day_never_a_provision) {
    EXPECT_EQ(edition_in_force(toy, on("2026-03-18"))->id, "second");
    EXPECT_EQ(edition_in_force(toy, on("2026-03-19"))->id, "third");
    EXPECT_EQ(edition_in_force(toy, on("2012-06-01")), nullptr);
}

TEST(Due, working_days_leave_out_weekends_and_bank_holidays) {
    EXPECT_EQ(iso(due_of(working_days(45), {}, "2026-11-02").date), "2027-01-07");
    EXPECT_EQ(iso(due_of(working_days(0), {}, "2026-11-22").date), "2026-11-22");
}

TEST(Due, three_months_that_end_on_a_sunday_are_booked_by_the_friday_before) {
    Due found = due_of(months(3), before(working_days(15)), "2026-11-30");
    EXPECT_EQ(iso(found.date), "2027-02-28");
    EXPECT_EQ(iso(found.book_by), "2027-02-26");
    EXPECT_EQ(iso(found.warn_on()), "2027-02-08");
}

TEST(Due, eight_days_of_an_order_count_the_day_it_was_made) {
    EXPECT_EQ(iso(due_of(days_counting_the_first(8), {}, "2026-12-24").date), "2026-12-31");
}

TEST(Due, weeks_and_months_are_of_the_calendar) {
    EXPECT_EQ(iso(due_of(weeks(6), {}, "2026-11-22").date), "2027-01-03");
    EXPECT_EQ(iso(due_of(months(6), {}, "2026-08-31").date), "2027-02-28");
}

TEST(Due, a_limit_counted_back_ends_before_its_event) {
    EXPECT_EQ(iso(due_of(before(working_days(2)), {}, "2026-12-29").date), "2026-12-23");
    EXPECT_EQ(iso(due_of(before(weeks(1)), {}, "2026-12-29").date), "2026-12-22");
}

TEST(Due, hours_are_elapsed_whatever_the_wall_clock_does) {
    Clock clock{.limit = hours(72), .warn = {hours(48), before(hours(6))}};
    Due found = due(clock, from_london(on("2027-03-27"), 12h), calendar(), {});
    EXPECT_EQ(long_time(*found.at), "30 March 2027 at 1:00pm");
    ASSERT_EQ(found.warnings.size(), 2u);
    EXPECT_EQ(long_time(*found.warnings[1].at), "30 March 2027 at 7:00am");
    EXPECT_EQ(iso(found.date), "2027-03-30");
    EXPECT_EQ(long_time(*due(clock, from_london(on("2026-11-20"), 18h + 5min), calendar(), {}).at),
              "23 November 2026 at 6:05pm");
}

TEST(Due, hours_from_a_date_alone_is_a_bug) {
    EXPECT_THROW(due_of(hours(72), {}, "2027-03-27"), Bug);
}

TEST(Due, from_an_instant_counts_from_its_day_in_london) {
    Clock clock{.limit = working_days(1)};
    Instant friday_late = from_london(on("2026-07-17"), 23h + 59min);
    EXPECT_EQ(iso(due(clock, friday_late, calendar(), {}).date), "2026-07-20");
    EXPECT_EQ(iso(due(clock, friday_late + 1min, calendar(), {}).date), "2026-07-20") << "a Saturday";
}

TEST(Due, warnings_come_in_order_and_never_after_the_day) {
    Due found = due(clocks[1], on("2026-11-02"), calendar(), {});
    ASSERT_EQ(found.warnings.size(), 2u);
    EXPECT_EQ(iso(found.warnings[0].date), "2026-11-16");
    EXPECT_EQ(iso(found.warnings[1].date), "2026-12-21");
    LocalPolicy shorter{.from = first_date, .lengths = {{Duty::complete_assessment, working_days(5)}}};
    for (const Moment& warning : due(clocks[1], on("2026-11-02"), calendar(), shorter).warnings)
        EXPECT_LE(warning.date, on("2026-11-09"));
}

TEST(Due, a_local_length_counts_from_the_day_its_policy_is_in_force) {
    LocalPolicy policy{.from = on("2026-11-03"), .lengths = {{Duty::complete_assessment, working_days(40)}}};
    EXPECT_EQ(iso(due(clocks[1], on("2026-11-02"), calendar(), policy).date), "2027-01-07") << "45";
    EXPECT_EQ(iso(due(clocks[1], on("2026-11-03"), calendar(), policy).date), "2026-12-31") << "40";
}

TEST(Due, is_never_before_its_start_and_may_be_booked_on_a_working_day) {
    EXPECT_TRUE(rc::check([] {
        Limit limit{*rc::gen::inRange(0, 60),
                    *rc::gen::element(Unit::working_days, Unit::weeks, Unit::months, Unit::days_counting_the_first)};
        Date start = on("2012-01-01") + std::chrono::days(*rc::gen::inRange(0, 6900));
        Due found = due(Clock{.limit = limit}, start, calendar(), {});
        RC_ASSERT(found.date >= start);
        RC_ASSERT(calendar().is_working_day(found.book_by) && found.book_by <= found.date);
        Due backward = due(Clock{.limit = before(limit)}, start, calendar(), {});
        RC_ASSERT(backward.date <= start);
    }));
}

TEST(Allowed, a_step_in_the_table_gives_its_row) {
    auto row = allowed(toy, {.noun = Noun::assessment,
                             .from = State::none,
                             .on = Event::assessment_started,
                             .to = State::started,
                             .by = Role::business_support,
                             .day = on("2026-11-22")});
    ASSERT_TRUE(row);
    EXPECT_EQ((*row)->says, "Anybody may start.");
}

TEST(Allowed, a_step_that_is_not_in_the_table_names_what_can_be_done) {
    auto row = allowed(toy, {.noun = Noun::assessment,
                             .from = State::started,
                             .on = Event::assessment_started,
                             .to = State::started,
                             .day = on("2026-11-22")});
    ASSERT_FALSE(row);
    EXPECT_EQ(row.error().because, Because::conflict);
    EXPECT_EQ(
        row.error().sentence,
        "The assessment here is \"started\", so \"assessment started\" cannot follow: what can be recorded now is: "
        "assessment authorised.");
}

TEST(Allowed, an_unmet_condition_gives_the_way_out_and_a_wrong_role_says_whose_it_is) {
    Step step{.noun = Noun::assessment,
              .from = State::started,
              .on = Event::assessment_authorised,
              .to = State::closed,
              .by = Role::team_manager,
              .day = on("2026-11-22"),
              .situation = {.anything_left_open = true}};
    EXPECT_EQ(allowed(toy, step).error().sentence, "End the plan first, or sign off without closing.");
    step.situation.anything_left_open = false;
    EXPECT_TRUE(allowed(toy, step));
    step.by = Role::social_worker;
    auto refused = allowed(toy, step);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().because, Because::forbidden);
    EXPECT_NE(refused.error().sentence.find("team manager or head of service"), std::string::npos);
}

TEST(Allowed, a_row_before_its_commencement_is_inert) {
    EXPECT_FALSE(allowed(toy, {.noun = Noun::assessment,
                               .from = State::started,
                               .on = Event::assessment_stopped,
                               .to = State::stopped,
                               .day = last_date}));
    EXPECT_EQ(next_steps(toy, Noun::assessment, State::started, last_date).size(), 1u);
}

TEST(MissingFacts, are_those_of_the_level_that_are_not_known) {
    std::string_view known[] = {"analysis"};
    auto missing = missing_facts(toy, Noun::assessment, Level::sign_off, known);
    ASSERT_EQ(missing.size(), 1u);
    EXPECT_EQ(missing[0]->fact, "child_seen");
}

TEST(Words, a_limit_is_written_as_people_say_it) {
    EXPECT_EQ(words(working_days(45)), "45 working days");
    EXPECT_EQ(words(working_days(1)), "1 working day");
    EXPECT_EQ(words(before(working_days(2))), "2 working days before");
    EXPECT_EQ(words(working_days(0)), "the same day");
    EXPECT_EQ(words(hours(72)), "72 hours");
}

TEST(Words, a_stable_word_is_read_as_people_say_it) {
    EXPECT_EQ(plain("hold_first_core_group"), "hold first core group");
    EXPECT_EQ(plain("section47_enquiry"), "section 47 enquiry");
    EXPECT_EQ(plain("complete_section47_enquiry"), "complete section 47 enquiry");
}

TEST(Words, every_word_of_the_process_is_read_back_as_what_it_was_written_from) {
    auto both_ways = []<class E>(E) {
        for (E value : all_values<E>()) {
            EXPECT_FALSE(word(value).empty());
            EXPECT_EQ(parse_word<E>(word(value)), value) << word(value);
        }
    };
    both_ways(Duty{});
    both_ways(Event{});
    both_ways(State{});
    both_ways(Noun{});
    both_ways(Condition{});
    both_ways(Unit{});
    both_ways(Level{});
    both_ways(Evidence{});
}
