// Staff record a contact that came by phone, in person, by letter, by email or from the police: the public form's
// questions on one page, with when it was received and who took it.
#pragma once

#include <string>
#include <vector>

#include "web/components/choices.h"
#include "web/layout/layout.h"
#include "web/report/report_pages.h"
#include "web/routes/route.h"

namespace kith::web {

struct RecordContactPage {
    Layout layout;
    bool sees_front_door = false;
    std::string token;
    FormState form;
    std::vector<ReportedChild> children;
    std::vector<SelectItem> colleagues;  ///< who may have taken the call

    std::string in(const ReportedChild& child, std::string_view field) const {
        return child.prefix + std::string(field);
    }
};
std::string child_legend(const RecordContactPage& page, const ReportedChild& child);  ///< "Child 2"

RouteTable record_contact_routes();

}  // namespace kith::web
