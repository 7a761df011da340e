// Finding a person: by name, NHS number or date of birth.
#pragma once

#include <string>
#include <vector>

#include "web/components/components.h"
#include "web/layout/layout.h"
#include "web/routes/route.h"

namespace kith::web {

struct FindPersonPage {
    Layout layout;
    std::string typed;
    bool searched = false;
    struct Found {
        std::string href;
        std::string name;
        std::string born;
        std::string open;
    };
    std::vector<Found> found;
};

RouteTable person_routes();

}  // namespace kith::web
