// What anyone can open, without an account.
#include "web/front_page/front_page.h"
#include "web/report/report_pages.h"
#include "web/routes/route.h"
#include "web/rulebook/rulebook_pages.h"
#include "web/sign_in/sign_in_pages.h"

namespace kith::web {

RouteTable public_routes() {
    RouteTable routes;
    add(routes, front_page_routes());
    add(routes, report_routes());
    add(routes, rulebook_routes());
    add(routes, sign_in_routes());
    return routes;
}

}  // namespace kith::web
