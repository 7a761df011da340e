// Telling whoever reported: the form with a letter ready to send or read out, and the letter as it went, to print.
#pragma once

#include <string>
#include <vector>

#include "core/reporter_answer.h"
#include "web/components/components.h"
#include "web/form_state.h"
#include "web/layout/layout.h"
#include "web/routes/route.h"

namespace kith::web {

struct TellReporterPage {
    Layout layout;
    std::string token;
    std::string action;
    std::string back;
    core::ReporterIsTold what = core::ReporterIsTold::receipt;
    FormState form;
    std::string limit;          ///< how much this reporter may know
    std::string safe_to_reach;  ///< as they asked; empty: they did not say

    bool tells() const { return what != core::ReporterIsTold::not_possible; }
};

struct ReporterLetterPage {
    Layout layout;
    std::string back;
    std::vector<SummaryRow> facts;
    std::string said;
};

RouteTable reporter_routes();

}  // namespace kith::web
