#include "web/front_page/front_page.h"

#include "web/front_page/front_page.html.h"

namespace kith::web {

static Answered front_page(Visit& visit) {
    if (visit.signed_in()) return http::Response::see_other("/my-work");
    return http::Response::html(render(FrontPage{layout_for(visit, "Children’s services"), visit.authority}));
}

RouteTable front_page_routes() {
    return {{http::Method::get, "/", {Anyone{}, front_page}}};
}

}  // namespace kith::web
