// Working days: the unit that most of the law's clocks count in.
//
// A working day is not a Saturday, not a Sunday and not a bank holiday of the division (docs: working days, England and
// Wales, 2012 to 2030, by rule and one-off table, plus dated local additions such as a newly proclaimed holiday).
#pragma once

#include <functional>
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
    /// n = 0 is the start itself.
    Date due(Date start, int n) const;

    /// The n-th working day strictly before the end.
    Date due_before(Date end, int n) const;

    /// Working days d with start < d <= end; negative when end is before start.
    int elapsed(Date start, Date end) const;

    /// The last working day on or before the date.
    Date on_or_before(Date date) const;

    /// Bank holidays of a year in date order, additions included.
    std::vector<Date> holidays(int year) const;

  private:
    std::set<Date> additions_;
};

/// Easter Sunday of the Gregorian calendar.
Date easter_sunday(int year);

}  // namespace kith
