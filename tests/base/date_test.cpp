#include "base/date.h"

#include <date/tz.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

using namespace kith;
using namespace std::chrono;

static Date on(const char* iso) {
    return *parse_date(iso);
}

TEST(Date, an_impossible_date_is_nothing) {
    for (const char* text : {"2026-02-31", "2026-11-2", "2026-13-01", "2026-00-10", "2027-02-29", "1899-12-31",
                             "2200-01-01", "", "2026/11/22", "+026-11-22", "2026-11-22 ", "20261-1-22"})
        EXPECT_FALSE(parse_date(text)) << text;
    EXPECT_FALSE(make_date(2026, 2, 31));
    EXPECT_FALSE(make_date(2026, 300, 1));
    EXPECT_EQ(iso(on("2026-11-22")), "2026-11-22");
    EXPECT_EQ(iso(on("2028-02-29")), "2028-02-29");
}

TEST(Date, is_written_as_people_read_it) {
    EXPECT_EQ(long_date(on("2026-11-22")), "22 November 2026");
    EXPECT_EQ(weekday_and_date(on("2026-11-02")), "Monday 2 November 2026");
    EXPECT_EQ(short_date(on("2026-01-02")), "2/1/2026");
}

TEST(Date, months_clamp_to_the_last_day) {
    EXPECT_EQ(iso(add_months(on("2026-08-31"), 6)), "2027-02-28");
    EXPECT_EQ(iso(add_months(on("2027-08-31"), 6)), "2028-02-29");
    EXPECT_EQ(iso(add_months(on("2026-11-30"), 3)), "2027-02-28");
    EXPECT_EQ(iso(add_months(on("2026-11-23"), 3)), "2027-02-23");
    EXPECT_EQ(iso(add_months(on("2026-03-31"), -1)), "2026-02-28");
}

TEST(Date, a_leap_day_birthday_is_had_on_the_first_of_march) {
    EXPECT_EQ(age_on(on("2020-02-29"), on("2026-02-28")), 5);
    EXPECT_EQ(age_on(on("2020-02-29"), on("2026-03-01")), 6);
    EXPECT_EQ(age_on(on("2008-11-22"), on("2026-11-21")), 17);
    EXPECT_EQ(age_on(on("2008-11-22"), on("2026-11-22")), 18);
}

TEST(Date, written_and_read_again_is_the_same) {
    EXPECT_TRUE(rc::check([] {
        Date date = first_date + days(*rc::gen::inRange(0, 109573));
        RC_ASSERT(parse_date(iso(date)) == date);
    }));
}

TEST(Date, adding_months_keeps_the_day_or_takes_the_last_of_the_month) {
    EXPECT_TRUE(rc::check([] {
        Date date = first_date + days(*rc::gen::inRange(0, 90000));
        int count = *rc::gen::inRange(-24, 200);
        year_month_day before(date), after(add_months(date, count));
        RC_ASSERT((after.year() / after.month()) == (before.year() / before.month() + months(count)));
        auto last_day = (after.year() / after.month() / last).day();
        RC_ASSERT(after.day() == std::min(before.day(), last_day));
    }));
}

// 1996 to 2037: since when Europe has this rule, and as far as the peer's tables are surely laid out.
static rc::Gen<Instant> any_instant() {
    constexpr std::int64_t first = 820'454'400, end = 2'145'916'800;
    return rc::gen::map(rc::gen::inRange(first, end), [](std::int64_t s) { return Instant(seconds(s)); });
}

TEST(LondonTime, agrees_with_the_time_zone_database_at_any_instant) {
    const auto* zone = date::locate_zone("Europe/London");
    EXPECT_TRUE(rc::check([zone] {
        Instant instant = *any_instant();
        LondonTime ours = london(instant);
        seconds offset = zone->get_info(instant).offset;
        RC_ASSERT(ours.summer == (offset == hours(1)));
        RC_ASSERT(ours.date == floor<days>(instant + offset));
        RC_ASSERT(ours.since_midnight == floor<minutes>(instant + offset - ours.date));
    }));
}

TEST(LondonTime, agrees_with_the_time_zone_database_around_every_change) {
    const auto* zone = date::locate_zone("Europe/London");
    Instant at = Date(1996y / 1 / 1);
    int changes = 0;
    while (at < Instant(Date(2037y / 1 / 1))) {
        Instant change = zone->get_info(at).end;
        for (auto away : {seconds(-1), seconds(0), seconds(1)})
            EXPECT_EQ(london(change + away).summer, zone->get_info(change + away).offset == hours(1))
                << iso_utc(change);
        at = change + hours(1);
        ++changes;
    }
    EXPECT_GE(changes, 82);
}

TEST(LondonTime, to_london_and_back_is_the_same_instant_outside_the_repeated_hour) {
    EXPECT_TRUE(rc::check([] {
        Instant instant = floor<minutes>(*any_instant());
        LondonTime local = london(instant);
        Instant back = from_london(local.date, local.since_midnight);
        RC_ASSERT(back == instant || (back == instant - hours(1) && london(back).summer && !local.summer));
    }));
}

TEST(LondonTime, a_time_that_the_spring_change_skips_is_the_hour_after_and_a_repeated_one_is_the_first) {
    EXPECT_EQ(iso_utc(from_london(on("2027-03-28"), minutes(90))), "2027-03-28T01:30:00Z");
    EXPECT_EQ(long_time(from_london(on("2027-03-28"), minutes(90))), "28 March 2027 at 2:30am");
    EXPECT_EQ(iso_utc(from_london(on("2026-10-25"), minutes(90))), "2026-10-25T00:30:00Z");
    EXPECT_EQ(iso_utc(from_london(on("2026-11-22"), minutes(90))), "2026-11-22T01:30:00Z");
}

TEST(LondonTime, is_written_with_noon_and_midnight_as_twelve) {
    EXPECT_EQ(long_time(from_london(on("2026-11-22"), hours(14) + minutes(4))), "22 November 2026 at 2:04pm");
    EXPECT_EQ(long_time(from_london(on("2026-07-22"), hours(0))), "22 July 2026 at 12:00am");
    EXPECT_EQ(long_time(from_london(on("2026-07-22"), hours(12))), "22 July 2026 at 12:00pm");
}

TEST(LondonTime, elapsed_hours_take_no_notice_of_daylight_saving) {
    Instant friday = from_london(on("2026-11-20"), hours(18) + minutes(5));
    EXPECT_EQ(long_time(friday + hours(72)), "23 November 2026 at 6:05pm");
    Instant saturday = from_london(on("2027-03-27"), hours(12));
    EXPECT_EQ(long_time(saturday + hours(72)), "30 March 2027 at 1:00pm");
}

TEST(Instant, microseconds_are_cut_not_rounded_when_written) {
    EXPECT_EQ(iso_utc(from_micros(-1)), "1969-12-31T23:59:59Z");
    EXPECT_EQ(iso_utc(from_micros(1'795'356'245'999'999)), "2026-11-22T14:04:05Z");
    EXPECT_EQ(micros(from_micros(42)), 42);
}
