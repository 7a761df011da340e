#include "base/csv.h"
#include "returns/cin/labels.h"
#include "returns/cin/report.h"

namespace kith::returns::cin {

std::string csv_heading() {
    std::string out = "\xEF\xBB\xBF";  // so that a spreadsheet takes it for UTF-8
    append_csv_row(out,
                   {"Rule", "Kind", "Child", "What is wrong", "Where", "Module", "Element", "Written there", "Line"});
    return out;
}

static std::string_view unless_dash(std::string_view name) {
    return name == "-" ? "" : name;
}

void append_csv(std::string& out, const Finding& finding) {
    append_csv_row(out, {finding.rule->code, name_of(finding.rule->severity()), finding.child, finding.rule->explain,
                         label_of(finding.element), unless_dash(finding.module), unless_dash(finding.element),
                         finding.value, std::to_string(finding.line)});
}

}  // namespace kith::returns::cin
