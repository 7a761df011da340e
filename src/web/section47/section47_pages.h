// A section 47 enquiry: what is found out about one child, and its outcome between the worker and the manager.
#pragma once

#include <string>
#include <vector>

#include "actions/section47_enquiry.h"
#include "web/protection/fields.h"
#include "web/returns/census_box.h"
#include "web/routes/route.h"

namespace kith::web {

struct EnquiryPage : RecordPage {
    actions::EnquiryView view;
    CensusBox census;
    std::vector<SummaryRow> facts;
    std::vector<SummaryRow> findings;
    Timeline steps;
    std::vector<SelectItem> leads;
    std::string child_href;
    bool owed = false;  ///< the strategy discussion
    bool may_work = false;
    bool may_endorse = false;
    bool may_lead = false;
    std::string conference_href;  ///< where the outcome leads
    std::string outcome_version;  ///< mark of the outcome that its form was filled from
    bool going_on() const;
    bool with_manager() const { return view.enquiry.state == core::EnquiryState::with_manager; }
};

RouteTable section47_routes();

}  // namespace kith::web
