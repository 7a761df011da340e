// What a person must be signed in for. Each noun declares its own routes beside its pages.
#include "web/child/child_pages.h"
#include "web/front_door/front_door_pages.h"
#include "web/person/person_pages.h"
#include "web/routes/route.h"
#include "web/work/work_pages.h"

namespace kith::web {

RouteTable staff_routes() {
    RouteTable routes;
    add(routes, work_routes());
    add(routes, front_door_routes());
    add(routes, person_routes());
    add(routes, child_routes());
    return routes;
}

}  // namespace kith::web
