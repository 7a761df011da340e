// Helplines that letters to families name: for whom, what for, and how to reach them, each with its source and the day
// on which that was last checked. A number that nobody has checked for a year is not printed, and where we hold none
// none is made up: the authority's policy file gives it under [helplines], and what it says wins.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/process.h"

namespace kith::rulebook {

enum class HelplineFor { parents, children };

struct Helpline {
    std::string_view name;
    HelplineFor who = HelplineFor::parents;
    std::string_view what_for;
    std::string_view reach;  ///< number and hours; empty: the authority's policy gives it
    Date checked_on{};
    core::Source source;
};
std::span<const Helpline> helplines();

/// A sentence for each helpline that a letter of this day names; then those that the authority adds, for everybody.
std::vector<std::string> helplines_in_words(HelplineFor who, Date day, const core::LocalPolicy& policy);

}  // namespace kith::rulebook
