// From a referral to help: allocated, assessed, signed off, and a child in need plan or a closure. Each step is taken
// on its own day and stops where today is too early for the next.
#pragma once

#include "cli/demo/family.h"
#include "cli/demo/names.h"
#include "core/assessment.h"
#include "core/referral.h"

namespace kith::cli {

/// A family whose children are open, and who works with them.
struct Case {
    Family& family;
    const Worry& worry;
    Desk desk;
    bool assessed = false;  ///< an assessment was signed off
};

/// How long things take: as they do, or with nothing late, for a story that must have come so far by today.
enum class Pace { usual, prompt };

/// Who does what for which outcome: what the plan says.
struct PlannedHelp {
    int reviews_at_least = 0;  ///< before the one that ends it
    struct Action {
        std::string_view outcome;
        std::string_view action;
        std::string_view owner;
    };
    std::vector<Action> actions = {
        {"The children know who they can talk to", "Six support sessions at school", "School nurse"},
        {"The parents feel less alone with it", "Weekly sessions at the family hub", "Family hub"}};
};

/// Decided at the front door and allocated. False: it ends here, closed or still waiting.
Result<bool> accept(World& world, Case& open, core::ReferralDecision decision);

/// The assessment of all children together, started by the referral or here, written and signed off. False: under way.
Result<bool> assess(World& world, Case& open, core::AssessmentOutcome outcome, Pace pace = Pace::usual);

/// The plan that an assessment, an enquiry or a conference opened: made with the family, visited, reviewed and ended.
/// False: it goes on.
Result<bool> help(World& world, Case& open, const PlannedHelp& planned = {});

/// Closed by the manager for each child, the letters given or not yet.
Result<void> close(World& world, Case& open, core::AssessmentOutcome after);

}  // namespace kith::cli
