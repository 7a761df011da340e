// A child whom a contact turns out to be about: named by the front door after it came in.
#pragma once

#include <string>
#include <vector>

#include "web/layout/layout.h"
#include "web/report/report_pages.h"
#include "web/routes/route.h"

namespace kith::web {

struct NameChildPage {
    Layout layout;
    std::string token;
    std::string contact;  ///< the address of the contact's page
    FormState form;
    std::vector<ReportedChild> children{{1, "child-1-"}};  ///< one: the fields are the public form's

    std::string in(const ReportedChild& which, std::string_view field) const {
        return which.prefix + std::string(field);
    }
};

RouteTable name_child_routes();

}  // namespace kith::web
