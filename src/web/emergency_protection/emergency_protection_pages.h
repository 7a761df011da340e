// Emergency protection of a child: how long it lasts and what has to be decided before, and the forms on it.
#pragma once

#include <string>
#include <vector>

#include "actions/emergency_protection.h"
#include "web/protection/fields.h"
#include "web/routes/route.h"
#include "web/work/work_pages.h"

namespace kith::web {

struct EmergencyForm : SingleForm {
    std::vector<SelectItem> owners;
    std::vector<Action> running;  ///< what is in force for the child already
};
struct StartEmergencyPage : EmergencyForm {};
struct EmergencyFactsPage : EmergencyForm {
    bool is_order = false;
};
struct OrderDecisionPage : SingleForm {};
struct EndEmergencyPage : SingleForm {
    std::vector<Choice> ends;
};

struct EmergencyProtectionPage {
    Layout layout;
    std::string child, child_href, power;
    std::string runs;  ///< how long it still lasts, as a warning; empty once it has ended
    std::string difference;
    std::vector<std::string> missing;
    struct Line {
        std::string when, what;
        bool past = false;
    };
    std::vector<Line> warnings;
    std::vector<DutyLine> duties;
    std::vector<Action> steps;
    std::vector<SummaryRow> facts, decision, end;
};

RouteTable emergency_protection_routes();

}  // namespace kith::web
