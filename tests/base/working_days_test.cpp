#include "base/working_days.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "base/result.h"

using namespace kith;
using namespace std::chrono;

static Date on(const char* iso) {
    return *parse_date(iso);
}

static const WorkingDays& calendar() {
    static const WorkingDays days = WorkingDays::england_and_wales();
    return days;
}

static std::string day_and_month(Date date) {
    static const char* days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    year_month_day ymd(date);
    return std::string(days[weekday(date).c_encoding()]) + " " + std::to_string(unsigned(ymd.day())) + " " +
           months[unsigned(ymd.month()) - 1];
}

struct Year {
    int year;
    const char* easter;
    const char* holidays;
};
// The published lists, written as they are published.
static const Year published[] = {
    {2012, "8 Apr",
     "Mon 2 Jan, Fri 6 Apr, Mon 9 Apr, Mon 7 May, Mon 4 Jun, Tue 5 Jun, Mon 27 Aug, Tue 25 Dec, Wed 26 Dec"},
    {2013, "31 Mar", "Tue 1 Jan, Fri 29 Mar, Mon 1 Apr, Mon 6 May, Mon 27 May, Mon 26 Aug, Wed 25 Dec, Thu 26 Dec"},
    {2014, "20 Apr", "Wed 1 Jan, Fri 18 Apr, Mon 21 Apr, Mon 5 May, Mon 26 May, Mon 25 Aug, Thu 25 Dec, Fri 26 Dec"},
    {2015, "5 Apr", "Thu 1 Jan, Fri 3 Apr, Mon 6 Apr, Mon 4 May, Mon 25 May, Mon 31 Aug, Fri 25 Dec, Mon 28 Dec"},
    {2016, "27 Mar", "Fri 1 Jan, Fri 25 Mar, Mon 28 Mar, Mon 2 May, Mon 30 May, Mon 29 Aug, Mon 26 Dec, Tue 27 Dec"},
    {2017, "16 Apr", "Mon 2 Jan, Fri 14 Apr, Mon 17 Apr, Mon 1 May, Mon 29 May, Mon 28 Aug, Mon 25 Dec, Tue 26 Dec"},
    {2018, "1 Apr", "Mon 1 Jan, Fri 30 Mar, Mon 2 Apr, Mon 7 May, Mon 28 May, Mon 27 Aug, Tue 25 Dec, Wed 26 Dec"},
    {2019, "21 Apr", "Tue 1 Jan, Fri 19 Apr, Mon 22 Apr, Mon 6 May, Mon 27 May, Mon 26 Aug, Wed 25 Dec, Thu 26 Dec"},
    {2020, "12 Apr", "Wed 1 Jan, Fri 10 Apr, Mon 13 Apr, Fri 8 May, Mon 25 May, Mon 31 Aug, Fri 25 Dec, Mon 28 Dec"},
    {2021, "4 Apr", "Fri 1 Jan, Fri 2 Apr, Mon 5 Apr, Mon 3 May, Mon 31 May, Mon 30 Aug, Mon 27 Dec, Tue 28 Dec"},
    {2022, "17 Apr",
     "Mon 3 Jan, Fri 15 Apr, Mon 18 Apr, Mon 2 May, Thu 2 Jun, Fri 3 Jun, Mon 29 Aug, Mon 19 Sep, Mon 26 Dec, Tue 27 "
     "Dec"},
    {2023, "9 Apr",
     "Mon 2 Jan, Fri 7 Apr, Mon 10 Apr, Mon 1 May, Mon 8 May, Mon 29 May, Mon 28 Aug, Mon 25 Dec, Tue 26 Dec"},
    {2024, "31 Mar", "Mon 1 Jan, Fri 29 Mar, Mon 1 Apr, Mon 6 May, Mon 27 May, Mon 26 Aug, Wed 25 Dec, Thu 26 Dec"},
    {2025, "20 Apr", "Wed 1 Jan, Fri 18 Apr, Mon 21 Apr, Mon 5 May, Mon 26 May, Mon 25 Aug, Thu 25 Dec, Fri 26 Dec"},
    {2026, "5 Apr", "Thu 1 Jan, Fri 3 Apr, Mon 6 Apr, Mon 4 May, Mon 25 May, Mon 31 Aug, Fri 25 Dec, Mon 28 Dec"},
    {2027, "28 Mar", "Fri 1 Jan, Fri 26 Mar, Mon 29 Mar, Mon 3 May, Mon 31 May, Mon 30 Aug, Mon 27 Dec, Tue 28 Dec"},
    {2028, "16 Apr", "Mon 3 Jan, Fri 14 Apr, Mon 17 Apr, Mon 1 May, Mon 29 May, Mon 28 Aug, Mon 25 Dec, Tue 26 Dec"},
    {2029, "1 Apr", "Mon 1 Jan, Fri 30 Mar, Mon 2 Apr, Mon 7 May, Mon 28 May, Mon 27 Aug, Tue 25 Dec, Wed 26 Dec"},
    {2030, "21 Apr", "Tue 1 Jan, Fri 19 Apr, Mon 22 Apr, Mon 6 May, Mon 27 May, Mon 26 Aug, Wed 25 Dec, Thu 26 Dec"},
};

TEST(WorkingDays, every_bank_holiday_from_2012_to_2030_is_as_published) {
    for (const Year& row : published) {
        std::string found;
        for (Date date : calendar().holidays(row.year))
            found += (found.empty() ? "" : ", ") + day_and_month(date);
        EXPECT_EQ(found, row.holidays) << row.year;
        EXPECT_EQ(day_and_month(easter_sunday(row.year)), std::string("Sun ") + row.easter) << row.year;
    }
    EXPECT_EQ(std::size(published), 19u);
}

TEST(WorkingDays, the_ordinary_monday_is_worked_when_its_holiday_was_moved) {
    for (const char* date : {"2012-05-28", "2020-05-04", "2022-05-30"})
        EXPECT_TRUE(calendar().is_working_day(on(date))) << date;
}

TEST(WorkingDays, the_rules_still_apply_outside_the_published_years) {
    EXPECT_FALSE(calendar().is_working_day(on("2035-12-25")));
    EXPECT_FALSE(calendar().is_working_day(on("2150-01-01")));
    EXPECT_FALSE(calendar().is_working_day(on("2008-03-21"))) << "Good Friday";
    EXPECT_EQ(iso(easter_sunday(2100)), "2100-03-28");
}

struct Example {
    const char* what;
    const char* start;
    int n;
    const char* due;
};
static const Example worked_examples[] = {
    {"one day from a Saturday", "2026-11-21", 1, "2026-11-23"},
    {"one day over Christmas", "2026-12-24", 1, "2026-12-29"},
    {"one day from Christmas Day", "2026-12-25", 1, "2026-12-29"},
    {"one day from a Sunday before a substitute day", "2026-12-27", 1, "2026-12-29"},
    {"one day from Maundy Thursday", "2027-03-25", 1, "2027-03-30"},
    {"15 days", "2026-11-23", 15, "2026-12-14"},
    {"15 days from a weekend", "2026-11-21", 15, "2026-12-11"},
    {"15 days over Christmas", "2026-12-10", 15, "2027-01-05"},
    {"15 days over Christmas and New Year", "2026-12-18", 15, "2027-01-13"},
    {"15 days over Christmas 2025", "2025-12-19", 15, "2026-01-14"},
    {"15 days over Easter 2026", "2026-03-20", 15, "2026-04-14"},
    {"15 days over Easter 2027", "2027-03-22", 15, "2027-04-14"},
    {"15 days in May", "2027-04-19", 15, "2027-05-11"},
    {"15 days over the State Funeral", "2022-09-14", 15, "2022-10-06"},
    {"5 days over the Jubilee", "2022-05-27", 5, "2022-06-07"},
    {"10 days", "2026-12-15", 10, "2026-12-31"},
    {"10 days over New Year", "2026-12-22", 10, "2027-01-08"},
    {"10 days over Easter", "2027-03-24", 10, "2027-04-09"},
    {"10 days over a year with a substitute day", "2027-12-20", 10, "2028-01-06"},
    {"20 days", "2026-12-07", 20, "2027-01-07"},
    {"45 days over Christmas", "2026-11-02", 45, "2027-01-07"},
    {"45 days from November", "2026-11-23", 45, "2027-01-28"},
    {"45 days over Easter and May", "2026-03-31", 45, "2026-06-08"},
};

TEST(WorkingDays, every_worked_example_falls_due_as_written) {
    for (const Example& row : worked_examples)
        EXPECT_EQ(iso(calendar().due(on(row.start), row.n)), row.due) << row.what << " from " << row.start;
}

TEST(WorkingDays, a_month_limit_on_a_weekend_is_booked_on_the_last_working_day_before) {
    Date limit = add_months(on("2026-11-30"), 3);
    EXPECT_EQ(iso(limit), "2027-02-28");
    EXPECT_EQ(iso(calendar().on_or_before(limit)), "2027-02-26");
    EXPECT_EQ(iso(calendar().on_or_before(on("2026-12-28"))), "2026-12-24");
}

TEST(WorkingDays, a_strategy_discussion_on_monday_is_fifteen_days_old_on_the_fifteenth_day_and_sixteen_the_day_after) {
    EXPECT_EQ(calendar().elapsed(on("2026-11-23"), on("2026-12-14")), 15);
    EXPECT_EQ(calendar().elapsed(on("2026-11-23"), on("2026-12-15")), 16);
    EXPECT_EQ(calendar().elapsed(on("2026-11-23"), on("2026-11-23")), 0);
    EXPECT_EQ(calendar().elapsed(on("2026-12-14"), on("2026-11-23")), -15);
}

TEST(WorkingDays, a_newly_proclaimed_holiday_moves_what_falls_due_after_it) {
    auto proclaimed = WorkingDays::england_and_wales({on("2026-11-27")});
    EXPECT_EQ(iso(proclaimed.due(on("2026-11-23"), 15)), "2026-12-15");
    EXPECT_FALSE(proclaimed.is_working_day(on("2026-11-27")));
    EXPECT_EQ(proclaimed.holidays(2026).size(), 9u);
}

TEST(WorkingDays, an_addition_on_a_weekend_or_on_a_bank_holiday_changes_no_count) {
    auto added = WorkingDays::england_and_wales({on("2026-11-28"), on("2026-12-25")});
    EXPECT_EQ(iso(added.due(on("2026-11-23"), 45)), iso(calendar().due(on("2026-11-23"), 45)));
}

TEST(WorkingDays, a_negative_count_is_a_bug) {
    EXPECT_THROW(calendar().due(on("2026-11-23"), -1), Bug);
}

static rc::Gen<Date> any_date() {
    return rc::gen::map(rc::gen::inRange<int>(0, 109572), [](int n) { return first_date + days(n); });
}

TEST(WorkingDays, due_and_elapsed_are_inverse) {
    EXPECT_TRUE(rc::check([] {
        Date start = *any_date();
        int n = *rc::gen::inRange(1, 2000);
        Date due = calendar().due(start, n);
        RC_ASSERT(calendar().elapsed(start, due) == n);
        RC_ASSERT(calendar().elapsed(start, due - days(1)) == n - 1);
        RC_ASSERT(calendar().is_working_day(due));
    }));
}

TEST(WorkingDays, counting_back_is_the_mirror_of_counting_on) {
    EXPECT_TRUE(rc::check([] {
        Date end = *any_date();
        int n = *rc::gen::inRange(1, 500);
        Date due = calendar().due_before(end, n);
        RC_ASSERT(calendar().is_working_day(due));
        RC_ASSERT(calendar().elapsed(due - days(1), end - days(1)) == n);
    }));
}

TEST(WorkingDays, counting_by_arithmetic_agrees_with_walking_day_by_day) {
    EXPECT_TRUE(rc::check([] {
        std::set<Date> additions = *rc::gen::container<std::set<Date>>(any_date());
        auto some = WorkingDays::england_and_wales(additions);
        Date start = *any_date(), walked = start;
        int n = *rc::gen::inRange(0, 60);
        for (int counted = 0; counted < n;)
            counted += some.is_working_day(walked += days(1));
        RC_ASSERT(some.due(start, n) == walked);
    }));
}

TEST(WorkingDays, elapsed_adds_up_across_any_day_between) {
    EXPECT_TRUE(rc::check([] {
        Date a = *any_date(), b = *any_date(), c = *any_date();
        RC_ASSERT(calendar().elapsed(a, b) + calendar().elapsed(b, c) == calendar().elapsed(a, c));
    }));
}
