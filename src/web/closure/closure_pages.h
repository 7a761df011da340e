// Proposing to close: why, the family's view, what stays, how to come back. The manager's answer is on the referral.
#pragma once

#include <vector>

#include "actions/closure.h"
#include "web/components/choices.h"
#include "web/routes/route.h"
#include "web/step_form.h"

namespace kith::web {

struct ClosurePage : SingleForm {
    std::vector<Choice> reasons;  ///< those that can be, after what has happened
};

RouteTable closure_routes();

}  // namespace kith::web
