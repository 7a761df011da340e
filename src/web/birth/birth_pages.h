// A birth, a new expected date, twins, and a pregnancy that ended: one page about an unborn child's record.
#pragma once

#include <string>

#include "actions/birth.h"
#include "web/protection/fields.h"
#include "web/routes/route.h"

namespace kith::web {

struct BirthPage : RecordPage {
    std::string child_name;
    std::string expected;
    std::string question;  ///< a date that looks impossible, asked about once
    bool unborn = false;
};

/// Asked once more, on a page of its own: nothing of it can be taken back.
struct PregnancyEndedPage : SingleForm {};

RouteTable birth_routes();

}  // namespace kith::web
