// A strategy discussion: recorded at any hour in one short form, decided for each child, completed afterwards; and the
// interim safety plan, which is printed for the family.
#pragma once

#include <string>
#include <vector>

#include "actions/strategy_discussion.h"
#include "web/protection/fields.h"
#include "web/routes/route.h"

namespace kith::web {

struct NewStrategyPage : SingleForm {
    std::vector<Choice> others;  ///< children whom it may be about as well
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
        std::string hear_href;  ///< empty: nothing to follow up
        std::string agency;
    };
    std::vector<Attendance> attendance;
    struct Addition {
        std::string title;
        std::string said;
        std::string added;  ///< by whom, when
    };
    std::vector<Addition> additions;
    Table tellings;
    std::vector<Action> safety_plans;
    std::vector<SelectItem> managers;
    std::vector<SelectItem> child_items;
    struct Open {  ///< a part of the record that was left open: its field's ending, and what it is about
        std::string row;
        std::string about;
        bool says_why = true;
        bool says_when = true;
    };
    std::vector<Open> absences;  ///< row: the agency's word
    std::vector<Open> unreasoned;
    std::vector<Open> untold;
    bool undecided = false;
    bool may_work = false;
    bool may_complete = false;
    bool open() const { return !view.record.discussion.completed_at; }
};

/// What an agency said after the discussion.
struct HearAgencyPage : SingleForm {};

struct SafetyPlanFormPage : SingleForm {};
struct SafetyPlanPage : RecordPage {
    actions::SafetyPlanView view;
    std::vector<SummaryRow> rows;
    std::string back;
};

/// The page of a discussion, with the forms that complete its record.
Result<http::Response> strategy_page(Visit& visit, FormState form, int status);
std::string address_of(core::StrategyDiscussionId id);

RouteTable strategy_discussion_routes();
RouteTable strategy_record_routes();

}  // namespace kith::web
