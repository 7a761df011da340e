// Referrals: those that wait for a decision; one with its three times and which of them starts the timescale, the
// decision for this child (and for brothers and sisters, each their own), and closing.
#pragma once

#include <string>
#include <vector>

#include "actions/referral.h"
#include "actions/telling.h"
#include "web/components/choices.h"
#include "web/components/record.h"
#include "web/returns/census_box.h"
#include "web/routes/route.h"
#include "web/step_form.h"
#include "web/telling/telling_pages.h"

namespace kith::web {

struct ReferralsPage {
    Layout layout;
    struct Line {
        std::string href;
        std::string child;
        std::string received;
        std::string source;
    };
    std::vector<Line> lines;
};

struct ReferralPage : FormPage {
    CensusBox census;
    std::string child_href;
    actions::ReferralRecord record;
    std::vector<SummaryRow> times;
    std::vector<SummaryRow> facts;
    std::vector<SummaryRow> decision;
    std::vector<Action> next;  ///< what the decision asks for now, where this person may do it
    std::vector<Choice> same_for;
    std::vector<SelectItem> sources;
    std::vector<SelectItem> needs;
    std::vector<SummaryRow> closure;
    std::string closure_href;
    bool may_propose = false;  ///< to close
    bool may_close = false;
    bool waits_for_decision = false;          ///< the referral itself
    std::vector<std::string> before_closing;  ///< what is still open while a closure waits
    std::vector<actions::TellingLine> tellings;
    std::string letters;  ///< where the closing letter is printed
};

RouteTable referral_routes();

}  // namespace kith::web
