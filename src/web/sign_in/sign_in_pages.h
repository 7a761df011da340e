// Signing in and out.
#pragma once

#include <string>

#include "web/form_state.h"
#include "web/layout/layout.h"
#include "web/routes/route.h"

namespace kith::web {

struct SignInPage {
    Layout layout;
    FormState form;
    std::string next;  ///< the page of ours that was asked for
};

/// Leads there, and afterwards to what was asked for.
http::Response to_sign_in(const Visit& visit);

/// What was just done, in words, from its stable word in the address; nothing else ever comes from an address to a
/// page.
std::string flash_for(std::string_view done);
/// As flash_for, of what was not done.
std::string news_for(std::string_view done);

RouteTable sign_in_routes();

}  // namespace kith::web
