// Checking a census file from anywhere: the stand-alone checker's script on a page of Kith's own. The file is read in
// the browser and never reaches the server, so there is nothing to keep and nothing to log.
#pragma once

#include <string>

#include "web/layout/layout.h"
#include "web/routes/route.h"

namespace kith::web {

struct CheckPage {
    Layout layout;
    std::string script;  ///< the checker's address; empty when Kith was built without it
};

RouteTable check_routes();

}  // namespace kith::web
