// A strategy discussion: recorded at any hour in one short form, decided for each child, completed afterwards; and the
// interim safety plan, which is printed for the family.
#pragma once

#include <string>
#include <vector>

#include "actions/strategy_discussion.h"
#include "web/protection/fields.h"
#include "web/routes/route.h"

namespace kith::web {

struct NewStrategyPage : RecordPage {
    std::string child_name;
    std::vector<Choice> others;  ///< brothers and sisters whom it may be about as well
};

struct StrategyPage : RecordPage {
    actions::StrategyView view;
    std::vector<SummaryRow> facts;
    struct Child {
        std::string row;
        std::string id;
        std::string name;
        std::string decision;  ///< empty: not decided yet
        std::string reasons;
        std::string enquiry_href;
        std::string safety_href;
    };
    std::vector<Child> children;
    struct Attendance {
        std::string says;
        std::string missing;
        std::string follow_up_action;  ///< empty: nothing to follow up
    };
    std::vector<Attendance> attendance;
    Table tellings;
    std::vector<Action> safety_plans;
    std::vector<SelectItem> managers;
    std::vector<SelectItem> child_items;
    bool undecided = false;
    bool may_complete = false;
    bool open() const { return !view.record.discussion.completed_at; }
};

struct SafetyPlanFormPage : RecordPage {
    std::string child_name;
};
struct SafetyPlanPage : RecordPage {
    actions::SafetyPlanView view;
    std::vector<SummaryRow> rows;
    std::string back;
};

RouteTable strategy_discussion_routes();

}  // namespace kith::web
