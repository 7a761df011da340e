// A child's history as the census of one year reports it: what is in scope, which dates belong to the year, and which
// referral each piece of work followed. Pure: the same history and year give the same Child.
//
// A file of a year says what was so on its last day, whenever it is built: what ended, was decided or was born after
// that day was then still open, undecided or unborn. Nothing is made fit: a date that a rule objects to is reported as
// it is recorded, and the rule speaks. What the census has no place for is left out *and named* (LeftOut).
//
// Source: the census specification, sections 2 and 7, as set down in docs/returns/cin.md.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/working_days.h"
#include "core/child_history.h"
#include "returns/cin/census.h"

namespace kith::returns::cin {

/// 2027 is 1 April 2026 to 31 March 2027, both included.
struct CensusYear {
    int year = 0;
    Date first, last;

    bool holds(Date day) const { return first <= day && day <= last; }
};
CensusYear census_year(int year);

/// Work that the census has no place for, with what would give it one.
struct LeftOut {
    std::string child;  ///< LAchildID
    Date on;            ///< the day on which it began
    std::string what;   ///< "An assessment began before this census year and is still open: …"
};

struct BuiltChild {
    std::optional<Child> child;  ///< nothing: not in scope this year
    std::vector<LeftOut> left_out;
};

BuiltChild build_child(const core::ChildHistory& history, const CensusYear& year, const WorkingDays& calendar);

struct FileDetails {
    std::string authority;  ///< DfE number, three digits
    Instant made_at;
    std::string release;  ///< of the software; may be empty
};
Header build_header(const CensusYear& year, const FileDetails& details);

}  // namespace kith::returns::cin
