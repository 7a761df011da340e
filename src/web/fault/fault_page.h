// What somebody sees when a fault stopped the request: what happened, what to do, a reference to quote, and everything
// that was typed, ready to be sent again.
//
// The page asks nothing of the database, which may be what failed. What was typed comes back in it because nothing else
// may be able to keep it; the form carries its own token again, so that sending it twice does it once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "actions/fault.h"
#include "http/form.h"
#include "http/message.h"
#include "web/components/record.h"
#include "web/form_state.h"
#include "web/layout/layout.h"

namespace kith::web {

struct FaultPage {
    Layout layout;
    std::vector<std::string> paragraphs;
    std::string reference;
    std::string again;  ///< of a page that was asked for: its address; empty for a form
    std::string home;
    std::string action;               ///< where the form goes again; empty: there is nothing to send
    std::vector<HiddenField> fields;  ///< as sent
    std::vector<SummaryRow> typed;    ///< the same for people, without what only the program reads
};

struct FaultedRequest {
    const http::Request& request;
    std::string_view reference;
    actions::Fault fault = actions::Fault::other;
    Audience audience = Audience::public_;
    std::string nonce;
};

http::Response fault_response(const FaultedRequest& faulted);

}  // namespace kith::web
