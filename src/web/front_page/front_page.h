// The front page: a family or neighbour finds the form and the numbers; staff find the sign-in.
#pragma once

#include "core/authority.h"
#include "web/layout/layout.h"
#include "web/routes/route.h"

namespace kith::web {

struct FrontPage {
    Layout layout;
    core::AuthorityProfile authority;
};

RouteTable front_page_routes();

}  // namespace kith::web
