// A row of a route table: who may, and the handler. There is one table per audience; the authorisation matrix
// (docs/permissions.md) is generated from them, and nothing is served that is not in one.
#pragma once

#include <functional>
#include <string_view>
#include <variant>
#include <vector>

#include "core/staff.h"
#include "http/router.h"
#include "web/visit.h"

namespace kith::web {

/// Anyone, without an account.
struct Anyone {};
/// Anyone signed in.
struct SignedIn {};
/// Signed in with a role that may do this at least for some records; the action decides about the record at hand.
struct May {
    core::Act act;
};
using Who = std::variant<Anyone, SignedIn, May>;

struct Page {
    Who who;
    std::function<Answered(Visit&)> handle;
};

using RouteTable = std::vector<http::Route<Page>>;

RouteTable public_routes();
RouteTable staff_routes();

/// Rows of one noun, declared beside its pages and joined by staff_routes().
void add(RouteTable& to, RouteTable rows);

}  // namespace kith::web
