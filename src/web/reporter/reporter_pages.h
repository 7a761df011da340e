// Telling whoever reported: the form with a letter ready to send or read out, and the letter as it went, to print.
#pragma once

#include <string>
#include <vector>

#include "core/reporter_answer.h"
#include "web/components/record.h"
#include "web/routes/route.h"
#include "web/step_form.h"

namespace kith::web {

struct TellReporterPage : SingleForm {
    core::ReporterIsTold what = core::ReporterIsTold::receipt;
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
