// A note to the data team about what a census rule found and is true as recorded: written by the worker, answered by
// the data team.
#pragma once

#include <string>
#include <vector>

#include "actions/census_recording.h"
#include "web/components/record.h"
#include "web/form_state.h"
#include "web/layout/layout.h"
#include "web/routes/route.h"

namespace kith::web {

struct ExplainPage {
    Layout layout;
    std::string token;
    std::string action;
    std::string child_href;
    std::string version;  ///< a mark of exactly what was found
    std::vector<SummaryRow> facts;
    FormState form;
};

struct CensusNotePage {
    Layout layout;
    std::string token;
    std::string action;
    std::string child_href;  ///< empty: may not read the child
    std::vector<SummaryRow> facts;
    int version = 0;
    bool may_answer = false;
    FormState form;
};

RouteTable explain_routes();

}  // namespace kith::web
