// The child page: identity bar, status, the accountable worker and phone, what is next due and when the child was last
// seen side by side, and the timeline, newest first.
#pragma once

#include <string>
#include <vector>

#include "actions/child_record.h"
#include "web/components/components.h"
#include "web/form_state.h"
#include "web/layout/layout.h"
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
    bool may_start_assessment = false;
    std::vector<Action> protection;  ///< the steps of protecting the child that this person may start
    std::vector<SummaryRow> facts;
    std::vector<SummaryRow> family;
    struct PlaceLine {
        std::string kind;
        std::string text;
        std::string postcode;
        std::string secret;  ///< who must not know it; empty: nobody
        std::string secret_href;
    };
    std::vector<PlaceLine> places;
    CensusBox census;
    Timeline timeline;
    std::vector<SelectItem> workers;  ///< to allocate to; empty: this person may not
    FormState form;                   ///< of the allocation
};

/// A new place, or the reason to keep one secret.
struct PlaceFormPage {
    Layout layout;
    std::string token;
    std::string action;
    std::string back;
    FormState form;
    std::string place;               ///< the place to be kept secret, as text
    std::vector<SelectItem> people;  ///< from whom
};

/// The same form with the reason for keeping a place secret.
struct PlaceSecretFormPage : PlaceFormPage {};

RouteTable child_routes();

}  // namespace kith::web
