#include "web/routes/route.h"

namespace kith::web {

void add(RouteTable& to, RouteTable rows) {
    for (auto& row : rows)
        to.push_back(std::move(row));
}

}  // namespace kith::web
