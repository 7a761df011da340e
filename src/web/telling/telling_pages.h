// What each adult and child is owed to know: a table on every record that owes it, and a page for each where it is
// recorded as given, or a manager decides how it may be shown.
#pragma once

#include <string>
#include <vector>

#include "actions/telling.h"
#include "web/components/components.h"
#include "web/form_state.h"
#include "web/layout/layout.h"
#include "web/routes/route.h"

namespace kith::web {

struct TellingTable {
    std::string caption;
    std::vector<actions::TellingLine> lines;
};
SafeHtml telling_table(const TellingTable& options);

struct TellingPage {
    Layout layout;
    std::string token;
    std::string address;
    std::string back;
    actions::TellingRecord record;
    FormState form;
    std::vector<SummaryRow> facts;
    std::vector<SelectItem> hows;
    std::vector<Choice> showings;
    std::vector<Choice> reasons;
    std::vector<ErrorLink> errors;
    bool review_is_due = false;
    bool against_decision = false;

    const core::Telling& telling() const { return record.line.telling; }
};

RouteTable telling_routes();

}  // namespace kith::web
