// Civil dates and instants. A Date is a day in the calendar of Europe/London and knows no time; an Instant is a moment
// in UTC, to the microsecond. Nothing here reads a clock: now is always an argument.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith {

using Date = std::chrono::sys_days;
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// The first and last dates that Kith accepts anywhere.
inline constexpr Date first_date = Date(std::chrono::year{1900} / 1 / 1);
inline constexpr Date last_date = Date(std::chrono::year{2199} / 12 / 31);

/// The date, or nothing for 31 February and dates outside 1900 to 2199.
std::optional<Date> make_date(int year, unsigned month, unsigned day);

/// Reads exactly "2026-11-22".
std::optional<Date> parse_date(std::string_view iso);

std::string iso(Date date);               ///< "2026-11-22"
std::string long_date(Date date);         ///< "22 November 2026"
std::string weekday_and_date(Date date);  ///< "Sunday 22 November 2026"
std::string short_date(Date date);        ///< "22/11/2026", no leading zeros: for tables

/// Calendar months later (or earlier), the day clamped to the month's last: 31 August + 6 is 28 or 29 February.
Date add_months(Date date, int months);

/// Whole years lived on that day: a person born on 29 February is a year older on 1 March of a common year.
int age_on(Date born, Date day);

/// Europe/London: the hour goes forward at 01:00 UTC on the last Sunday of March, and back on the last of October.
struct LondonTime {
    Date date;
    std::chrono::minutes since_midnight{0};
    bool summer = false;
};
LondonTime london(Instant instant);
Date london_date(Instant instant);

/// The instant of a London wall-clock time. A time that the spring change skips is read as the hour after; of one that
/// the autumn change repeats, the first is meant.
Instant from_london(Date date, std::chrono::minutes since_midnight);

/// "22 November 2026 at 2:04pm", London time.
std::string long_time(Instant instant);
/// "2026-11-22T14:04:05Z".
std::string iso_utc(Instant instant);

inline std::int64_t micros(Instant instant) {
    return instant.time_since_epoch().count();
}
inline Instant from_micros(std::int64_t value) {
    return Instant(std::chrono::microseconds(value));
}

}  // namespace kith
