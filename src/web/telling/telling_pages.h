// What each adult and child is owed to know: a table on every record that owes it, and a page for each where it is
// recorded as given, or a manager decides how it may be shown.
#pragma once

#include <string>
#include <vector>

#include "actions/telling.h"
#include "web/components/choices.h"
#include "web/components/record.h"
#include "web/routes/route.h"
#include "web/step_form.h"

namespace kith::web {

struct TellingTable {
    std::string caption;
    std::vector<actions::TellingLine> lines;
};
SafeHtml telling_table(const TellingTable& options);

struct TellingPage : FormPage {
    std::string back;
    actions::TellingRecord record;
    std::string about;               ///< who is owed it and about whom, the name once where they are the same
    std::string not_yet;             ///< a manager's decision that stands, before anything is given; empty: none
    std::string letter;              ///< to print; empty: none, or not to be given
    bool waits_for_manager = false;  ///< undecided, and this person does not decide it
    std::vector<SummaryRow> facts;
    std::vector<SelectItem> hows;
    std::vector<Choice> showings;
    std::vector<Choice> reasons;
    bool review_is_due = false;
    bool against_decision = false;

    const core::Telling& telling() const { return record.line.telling; }
};

RouteTable telling_routes();

}  // namespace kith::web
