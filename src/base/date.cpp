#include "base/date.h"

#include <fmt/compile.h>

namespace kith {

using namespace std::chrono;

std::optional<Date> make_date(int y, unsigned m, unsigned d) {
    if (y < 1900 || y > 2199) return std::nullopt;
    year_month_day ymd{year(y), month(m), day(d)};
    if (!ymd.ok()) return std::nullopt;
    return Date(ymd);
}

static std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Date> parse_date(std::string_view iso) {
    if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
    auto y = digits(iso.substr(0, 4)), m = digits(iso.substr(5, 2)), d = digits(iso.substr(8, 2));
    if (!y || !m || !d) return std::nullopt;
    return make_date(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

struct Parts {
    int y;
    unsigned m, d;
};
static Parts parts(Date date) {
    year_month_day ymd(date);
    return {int(ymd.year()), unsigned(ymd.month()), unsigned(ymd.day())};
}

static constexpr const char* month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                              "July",    "August",   "September", "October", "November", "December"};
static constexpr const char* day_names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                            "Thursday", "Friday", "Saturday"};

std::string iso(Date date) {
    auto [y, m, d] = parts(date);
    return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}"), y, m, d);
}
std::string long_date(Date date) {
    auto [y, m, d] = parts(date);
    return fmt::format(FMT_COMPILE("{} {} {}"), d, month_names[m - 1], y);
}
std::string weekday_and_date(Date date) {
    return fmt::format(FMT_COMPILE("{} {}"), day_names[weekday(date).c_encoding()], long_date(date));
}
std::string short_date(Date date) {
    auto [y, m, d] = parts(date);
    return fmt::format(FMT_COMPILE("{}/{}/{}"), d, m, y);
}

Date add_months(Date date, int count) {
    year_month_day ymd(date);
    year_month_day moved = ymd + months(count);
    if (moved.ok()) return Date(moved);
    return Date(moved.year() / moved.month() / last);
}

int age_on(Date born, Date on) {
    auto b = parts(born), o = parts(on);
    int age = o.y - b.y;
    if (o.m < b.m || (o.m == b.m && o.d < b.d)) --age;
    return age;
}

static Date last_sunday(year y, month m) {
    return Date(y / m / Sunday[last]);
}

static bool is_summer(Instant instant) {
    year y = year_month_day(floor<days>(instant)).year();
    return instant >= last_sunday(y, March) + hours(1) && instant < last_sunday(y, October) + hours(1);
}

LondonTime london(Instant instant) {
    bool summer = is_summer(instant);
    Instant local = instant + hours(summer ? 1 : 0);
    Date date = floor<days>(local);
    return {date, floor<minutes>(local - date), summer};
}

Date london_date(Instant instant) {
    return london(instant).date;
}

Instant from_london(Date date, minutes since_midnight) {
    Instant as_utc = Instant(date) + since_midnight;
    Instant as_summer = as_utc - hours(1);
    return is_summer(as_summer) ? as_summer : as_utc;
}

std::string long_time(Instant instant) {
    LondonTime local = london(instant);
    long hour = local.since_midnight.count() / 60, minute = local.since_midnight.count() % 60;
    long shown = hour % 12 == 0 ? 12 : hour % 12;
    return fmt::format(FMT_COMPILE("{} at {}:{:02}{}"), long_date(local.date), shown, minute, hour < 12 ? "am" : "pm");
}

std::string iso_utc(Instant instant) {
    Date date = floor<days>(instant);
    long second = floor<seconds>(instant - date).count();
    auto [y, m, d] = parts(date);
    return fmt::format(FMT_COMPILE("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z"), y, m, d, second / 3600, second / 60 % 60,
                       second % 60);
}

}  // namespace kith
