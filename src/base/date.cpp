#include "base/date.h"

#include <array>
#include <charconv>
#include <cstring>

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

namespace {

/// Puts a short text together without asking for memory in between: pages hold hundreds of dates.
class Line {
  public:
    Line& operator<<(std::string_view text) {
        std::memcpy(end_, text.data(), text.size());
        end_ += text.size();
        return *this;
    }
    /// One or two digits.
    Line& operator<<(unsigned number) {
        if (number >= 10) return two(number);
        *end_++ = static_cast<char>('0' + number);
        return *this;
    }
    /// Two digits of a number from 0 to 99.
    Line& two(unsigned number) {
        *end_++ = static_cast<char>('0' + number / 10);
        *end_++ = static_cast<char>('0' + number % 10);
        return *this;
    }
    /// Four digits of a year.
    Line& four(int number) { return two(static_cast<unsigned>(number) / 100).two(static_cast<unsigned>(number) % 100); }
    std::string text() const { return {text_.data(), static_cast<const char*>(end_)}; }

  private:
    std::array<char, 64> text_;  // the longest is "Wednesday 30 September 2026 at 12:59pm"
    char* end_ = text_.data();
};

}  // namespace

static constexpr std::string_view month_names[] = {"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
static constexpr std::string_view day_names[] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                 "Thursday", "Friday", "Saturday"};

static void put_iso(Line& line, Date date) {
    auto [y, m, d] = parts(date);
    line.four(y) << "-";
    line.two(m) << "-";
    line.two(d);
}
static void put_long(Line& line, Date date) {
    auto [y, m, d] = parts(date);
    line << d << " " << month_names[m - 1] << " ";
    line.four(y);
}

std::string iso(Date date) {
    Line line;
    put_iso(line, date);
    return line.text();
}
std::string long_date(Date date) {
    Line line;
    put_long(line, date);
    return line.text();
}
std::string weekday_and_date(Date date) {
    Line line;
    line << day_names[weekday(date).c_encoding()] << " ";
    put_long(line, date);
    return line.text();
}
std::string short_date(Date date) {
    auto [y, m, d] = parts(date);
    Line line;
    line << d << "/" << m << "/";
    line.four(y);
    return line.text();
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
    year_month_day day(floor<days>(instant));
    if (day.month() < March || day.month() > October) return false;
    if (day.month() > March && day.month() < October) return true;
    year y = day.year();
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
    auto minutes = static_cast<unsigned>(local.since_midnight.count());
    unsigned hour = minutes / 60;
    Line line;
    put_long(line, local.date);
    line << " at " << (hour % 12 == 0 ? 12 : hour % 12) << ":";
    line.two(minutes % 60) << (hour < 12 ? "am" : "pm");
    return line.text();
}

std::string iso_utc(Instant instant) {
    Date date = floor<days>(instant);
    auto second = static_cast<unsigned>(floor<seconds>(instant - date).count());
    Line line;
    put_iso(line, date);
    line << "T";
    line.two(second / 3600) << ":";
    line.two(second / 60 % 60) << ":";
    line.two(second % 60) << "Z";
    return line.text();
}

}  // namespace kith
