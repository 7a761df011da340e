// The child page: identity bar, status, the accountable worker and phone, what is next due and when the child was last
// seen side by side, and the timeline, newest first.
#pragma once

#include <string>
#include <vector>

#include "actions/child_record.h"
#include "web/components/choices.h"
#include "web/components/record.h"
#include "web/form_state.h"
#include "web/layout/layout.h"
#include "web/person/place_pages.h"
#include "web/returns/census_box.h"
#include "web/routes/route.h"
#include "web/work/work_pages.h"

namespace kith::web {

struct ChildPage {
    Layout layout;
    std::string token;
    std::string address;  ///< of this page
    std::string id;
    int version = 1;
    IdentityBar identity;
    std::string next_due;
    std::string last_seen;
    std::vector<DutyLine> duties;
    struct WorkLine {
        std::string href;
        std::string what;
        std::string now;
    };
    std::vector<WorkLine> work;
    bool may_change = false;       ///< what is known, the family, places
    bool may_keep_secret = false;  ///< a place
    bool may_start_assessment = false;
    std::vector<Action> protection;  ///< the steps of protecting the child that this person may start
    std::vector<SummaryRow> facts;
    std::vector<SummaryRow> characteristics;
    std::vector<SummaryRow> family;
    std::vector<PlaceLine> places;
    CensusBox census;
    Timeline timeline;
    std::vector<SelectItem> workers;  ///< to allocate to; empty: this person may not
    FormState form;                   ///< of the allocation
};

RouteTable child_routes();

}  // namespace kith::web
