// What was sent to the DfE's daily API, when, and what it answered; and the children whose facts were not taken.
#pragma once

#include <string>
#include <vector>

#include "web/components/record.h"
#include "web/layout/layout.h"
#include "web/routes/route.h"

namespace kith::web {

struct DfeApiPage {
    Layout layout;
    std::vector<SummaryRow> now;  ///< what is held there, since when, and what waits
    std::string failed;           ///< the last sending failed as a whole: when and why; empty: it did not
    std::string under_way;        ///< a run that goes on now; empty: none
    struct Run {
        std::string when;
        std::string what;    ///< "Built" or "Sent"
        std::string counts;  ///< "12 new, 3 updated, 0 deleted, 1,189 unchanged"
        std::string answer;
        std::string by;
    };
    std::vector<Run> runs;
    struct Fault {
        std::string number;  ///< la_child_id
        std::string name;    ///< empty: this person may not read the child
        std::string href;
        std::string state;  ///< "Not taken", "Cannot be sent"
        std::string why;
        std::string since;
    };
    std::vector<Fault> faults;
    std::string more_faults;  ///< "and 20 more", or empty
};

RouteTable dfe_api_routes();

}  // namespace kith::web
