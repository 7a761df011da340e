// From a strategy discussion to a child protection plan and its end: the discussion, an enquiry for each child, the
// conference, the plan with its core groups, visits and reviews.
#pragma once

#include "cli/demo/help.h"

namespace kith::cli {

enum class Protection {
    under_way,      ///< today is too early for the next step
    nothing_more,   ///< no enquiry, or one that found no continuing risk: an assessment goes on
    child_in_need,  ///< the conference made no protection plan
    plan_ended,     ///< at a review
};

/// `plan` says whether the enquiry is to find continuing risk and the conference to make a plan.
enum class Finding { no_continuing_risk, continuing_risk, plan };

/// The children moved here on another authority's plan: the news, the conference that it starts, the plan made here.
Result<Protection> take_over(World& world, Case& open);

Result<Protection> protect(World& world, Case& open, Finding finding, Pace pace = Pace::usual);

}  // namespace kith::cli
