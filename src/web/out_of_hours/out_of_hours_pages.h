// The handover list for nights and weekends, and the notes that go back to the day.
#pragma once

#include <string>
#include <vector>

#include "actions/out_of_hours.h"
#include "web/protection/fields.h"
#include "web/routes/route.h"
#include "web/work/work_pages.h"

namespace kith::web {

struct HandoverPage {
    Layout layout;
    std::string day_is_back;
    struct Child {
        std::string name, href, age;
        std::string ends;  ///< what runs out before the day is back, as a warning; empty: nothing
        std::vector<Action> reasons;
        std::string worker, team;
        std::string note_href;
    };
    std::vector<Child> children;
};

struct NewNotePage : SingleForm {};

struct NotePage : FormPage {
    std::string child, child_href;
    std::vector<SummaryRow> facts;
    Action record;
    bool may_read = false;
};

RouteTable out_of_hours_routes();

}  // namespace kith::web
