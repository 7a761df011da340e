// Proposing to close: why, the family's view, what stays, how to come back. The manager's answer is on the referral.
#pragma once

#include <string>
#include <vector>

#include "actions/closure.h"
#include "web/components/components.h"
#include "web/form_state.h"
#include "web/layout/layout.h"
#include "web/routes/route.h"

namespace kith::web {

struct ClosurePage {
    Layout layout;
    std::string token;
    std::string address;
    std::string back;
    std::string child;
    FormState form;
    std::vector<Choice> reasons;  ///< those that can be, after what has happened
    std::vector<ErrorLink> errors;
};

RouteTable closure_routes();

}  // namespace kith::web
