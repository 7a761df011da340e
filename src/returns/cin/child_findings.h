// What the rules of the census say of one child while people record: each rule once, with what it found and where that
// is recorded. Pure.
//
// As everywhere in the census, a year is judged as of its last day; but what must be done within so many working days
// is judged today, so that nobody is told in May that an assessment will be late in March.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/change.h"
#include "returns/cin/build.h"
#include "returns/cin/validate.h"

namespace kith::returns::cin {

struct ChildFinding {
    const Rule* rule = nullptr;
    std::string about;  ///< the elements and what stands there: "CINreferralDate 2026-05-05; CINclosureDate -"
    core::RecordKind kind = core::RecordKind::person;  ///< where it is recorded …
    RawId record;                                      ///< … which may be the child's own record
    std::string_view field;                            ///< the element that it is first about
};

/// The census year that a day belongs to: 2027 from 1 April 2026.
CensusYear census_year_on(Date day);

/// Rules in the order of the specification. Nothing when the child is not reported in that year.
std::vector<ChildFinding> child_findings(const core::ChildHistory& history, const BuiltChild& built,
                                         const CensusYear& year, Date today, const WorkingDays& calendar);

/// "referral date 5 May 2026; closure date not recorded".
std::string about_in_words(std::string_view about);

}  // namespace kith::returns::cin
