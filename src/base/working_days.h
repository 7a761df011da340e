// Working days: the unit that most of the law's clocks count in.
//
// A working day is not a Saturday, not a Sunday and not a bank holiday of the division. England and Wales is known by
// rule and by a table of one-off days for 2012 to 2030, plus dated local additions such as a newly proclaimed holiday.
// Outside those years the rules are applied as they stand, without the one-off days: a projection, not history.
//
// A council's own closure days and school holidays are working days. Counting is by civil date, never by time of day.
#pragma once

#include <set>
#include <vector>

#include "base/date.h"

namespace kith {

class WorkingDays {
  public:
    /// England and Wales, with dated additions (proclaimed at short notice; never a council's own closure days).
    static WorkingDays england_and_wales(std::set<Date> additions = {});

    bool is_working_day(Date date) const;

    /// The n-th working day strictly after the start; the start is day 0 whether or not it is a working day.
    /// n = 0 is the start itself; a negative n is a bug.
    Date due(Date start, int n) const;

    /// The n-th working day strictly before the end; n = 0 is the end itself.
    Date due_before(Date end, int n) const;

    /// Working days d with start < d <= end; negative when end is before start.
    int elapsed(Date start, Date end) const;

    /// The last working day on or before the date.
    Date on_or_before(Date date) const;

    /// Bank holidays of a year in date order, additions included.
    std::vector<Date> holidays(int year) const;

  private:
    explicit WorkingDays(std::set<Date> additions);
    long long holidays_from_to(Date first, Date last) const;

    std::set<Date> additions_;
    std::vector<Date> weekday_holidays_;  // 1900 to 2199, sorted: what counting has to leave out besides weekends
};

/// Easter Sunday of the Gregorian calendar.
Date easter_sunday(int year);

}  // namespace kith
