// A child protection plan as the family sees it, and the forms by which the core group works on it.
#pragma once

#include <string>
#include <vector>

#include "actions/protection_plan.h"
#include "web/protection/fields.h"
#include "web/returns/census_box.h"
#include "web/routes/route.h"

namespace kith::web {

struct PlanPage : RecordPage {
    actions::PlanView view;
    CensusBox census;
    std::string child_href;
    std::vector<SummaryRow> facts;
    struct Change {
        std::string must_change;
        std::string how;
        std::string by;
        std::vector<std::string> actions;
    };
    std::vector<Change> changes;
    std::vector<std::string> other_actions;
    std::vector<std::string> members;
    Timeline visits;
    Timeline meetings;
    bool may_work = false;
    bool may_end = false;
    bool running() const { return core::is_running(view.plan); }
};

struct VisitPage : RecordPage {
    std::string child_name;
};

struct CoreGroupPage : RecordPage {
    std::string child_name;
    struct Line {
        std::string row;
        std::string text;
    };
    std::vector<Line> members;
    std::vector<Line> actions;
};

RouteTable protection_plan_routes();

}  // namespace kith::web
