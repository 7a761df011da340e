// A child who moved here on another authority's child protection plan: what they told us, and the conference owed.
#pragma once

#include <string>
#include <vector>

#include "actions/transfer_in.h"
#include "web/protection/fields.h"
#include "web/routes/route.h"

namespace kith::web {

struct TransferInPage : RecordPage {
    std::string child_name;
    struct Transfer {
        std::string title;
        std::vector<SummaryRow> rows;
    };
    std::vector<Transfer> transfers;
    std::string owed;          ///< "The conference is to be held by …"; empty: none is owed
    std::string on_plan_here;  ///< why nothing can be recorded; empty: it can
    Action booked;             ///< the conference that is to come; without an address none is booked
    bool may_record = false;
    bool may_arrange = false;
};

RouteTable transfer_in_routes();

}  // namespace kith::web
