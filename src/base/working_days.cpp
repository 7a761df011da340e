#include "base/working_days.h"

#include <algorithm>

#include "base/result.h"

namespace kith {

using namespace std::chrono;

// Anonymous Gregorian computus, with the letters it is always given in.
Date easter_sunday(int y) {
    int a = y % 19, b = y / 100, c = y % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451, n = h + l - 7 * m + 114;
    return Date(year(y) / month(unsigned(n / 31)) / day(unsigned(n % 31 + 1)));
}

// A bank holiday of the ordinary rules that a proclamation put on another day of the same year.
struct Moved {
    Date ordinary, actual;
};
static constexpr Moved moved_days[] = {
    {Date(2012y / 5 / 28), Date(2012y / 6 / 4)},  // spring, for the Diamond Jubilee
    {Date(2020y / 5 / 4), Date(2020y / 5 / 8)},   // early May, for 75 years since VE Day
    {Date(2022y / 5 / 30), Date(2022y / 6 / 2)},  // spring, for the Platinum Jubilee
};

static constexpr Date one_off_days[] = {
    Date(2012y / 6 / 5),   // Diamond Jubilee
    Date(2022y / 6 / 3),   // Platinum Jubilee
    Date(2022y / 9 / 19),  // State Funeral of Queen Elizabeth II
    Date(2023y / 5 / 8),   // Coronation of King Charles III
};

static Date new_year(year y) {
    Date first = Date(y / 1 / 1);
    if (weekday(first) == Saturday) return first + days(2);
    if (weekday(first) == Sunday) return first + days(1);
    return first;
}

static std::vector<Date> christmas_and_boxing_day(year y) {
    Date christmas = Date(y / 12 / 25);
    if (weekday(christmas) == Friday) return {christmas, christmas + days(3)};
    if (weekday(christmas) == Saturday) return {christmas + days(2), christmas + days(3)};
    if (weekday(christmas) == Sunday) return {christmas + days(1), christmas + days(2)};
    return {christmas, christmas + days(1)};
}

static std::vector<Date> england_and_wales_by_rule(int of_year) {
    year y(of_year);
    Date easter = easter_sunday(of_year);
    std::vector<Date> found = {new_year(y),
                               easter - days(2),
                               easter + days(1),
                               Date(y / May / Monday[1]),
                               Date(y / May / Monday[last]),
                               Date(y / August / Monday[last])};
    for (Date date : christmas_and_boxing_day(y))
        found.push_back(date);
    for (const Moved& moved : moved_days)
        std::replace(found.begin(), found.end(), moved.ordinary, moved.actual);
    for (Date date : one_off_days)
        if (year_month_day(date).year() == y) found.push_back(date);
    std::sort(found.begin(), found.end());
    return found;
}

static bool is_weekend(Date date) {
    return weekday(date) == Saturday || weekday(date) == Sunday;
}

WorkingDays::WorkingDays(std::set<Date> additions) : additions_(std::move(additions)) {
    for (int y = 1900; y <= 2199; ++y)
        for (Date date : holidays(y))
            if (!is_weekend(date)) weekday_holidays_.push_back(date);
}

WorkingDays WorkingDays::england_and_wales(std::set<Date> additions) {
    return WorkingDays(std::move(additions));
}

std::vector<Date> WorkingDays::holidays(int of_year) const {
    std::vector<Date> found = england_and_wales_by_rule(of_year);
    auto first = additions_.lower_bound(Date(year(of_year) / 1 / 1));
    auto end = additions_.upper_bound(Date(year(of_year) / 12 / 31));
    found.insert(found.end(), first, end);
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

bool WorkingDays::is_working_day(Date date) const {
    return !is_weekend(date) && !std::binary_search(weekday_holidays_.begin(), weekday_holidays_.end(), date);
}

// Mondays to Fridays are numbered through, Monday 5 January 1970 being 1, so that counting them is arithmetic: a
// Saturday and a Sunday carry the number of the Friday before.
static constexpr Date monday_1 = Date(1970y / 1 / 5);

static long long weekday_number(Date date) {
    long long days_on = (date - monday_1).count();
    long long weeks_on = days_on >= 0 ? days_on / 7 : (days_on - 6) / 7;
    return weeks_on * 5 + std::min(days_on - weeks_on * 7, 4LL) + 1;
}

static Date date_of_weekday(long long number) {
    long long from_zero = number - 1;
    long long weeks_on = from_zero >= 0 ? from_zero / 5 : (from_zero - 4) / 5;
    return monday_1 + days(weeks_on * 7 + (from_zero - weeks_on * 5));
}

long long WorkingDays::holidays_from_to(Date first, Date end) const {
    auto from = std::lower_bound(weekday_holidays_.begin(), weekday_holidays_.end(), first);
    auto to = std::upper_bound(weekday_holidays_.begin(), weekday_holidays_.end(), end);
    return to > from ? to - from : 0;
}

Date WorkingDays::due(Date start, int n) const {
    CHECK(n >= 0);
    if (n == 0) return start;
    Date found = date_of_weekday(weekday_number(start) + n);
    for (;;) {
        Date further = date_of_weekday(weekday_number(start) + n + holidays_from_to(start + days(1), found));
        if (further == found) return found;
        found = further;
    }
}

Date WorkingDays::due_before(Date end, int n) const {
    CHECK(n >= 0);
    if (n == 0) return end;
    Date eve = end - days(1);
    Date found = date_of_weekday(weekday_number(eve) + 1 - n);
    for (;;) {
        Date further = date_of_weekday(weekday_number(eve) + 1 - n - holidays_from_to(found, eve));
        if (further == found) return found;
        found = further;
    }
}

int WorkingDays::elapsed(Date start, Date end) const {
    if (end < start) return -elapsed(end, start);
    return static_cast<int>(weekday_number(end) - weekday_number(start) - holidays_from_to(start + days(1), end));
}

Date WorkingDays::on_or_before(Date date) const {
    return is_working_day(date) ? date : due_before(date, 1);
}

}  // namespace kith
