// What a check found, as text, tab- or comma-separated values, JSON, a web page or a workbook. All the same findings;
// the last two can be read by somebody who has never seen a rule number. Pure: each hands back its bytes (the
// workbook's library writes a file itself).
#pragma once

#include <string>
#include <string_view>

#include "returns/cin/compare.h"
#include "returns/cin/validate.h"

namespace kith::returns::cin {

struct Report {
    const Checked& checked;
    std::string file;                        ///< the name of the file, as it was given
    const Comparison* comparison = nullptr;  ///< with another file, if asked for
};

std::string text_report(const Report& report);
std::string json_report(const Report& report);
/// One page with everything in it: no script, nothing fetched.
std::string html_report(const Report& report);

/// One line of tab-separated values each: rule, severity, child, module, element, value, line. A tab, a line end and a
/// backslash in a value are written \t, \n, \r and \\. The child is "-" for the whole return and a nameless child.
std::string tsv_heading();
void append_tsv(std::string& out, const Finding& finding);
/// A value as it stands there.
void append_escaped(std::string& out, std::string_view text);
/// A second table, after an empty line: change, child, element, was, is.
std::string tsv_comparison(const Comparison& comparison);

/// Comma-separated values for a spreadsheet: a heading that marks the text as UTF-8, then a row for every flagged
/// element, with what is wrong in words. No cell is ever a formula.
std::string csv_heading();
void append_csv(std::string& out, const Finding& finding);

/// Writes a workbook: what was found by rule, by child, and each finding. No cell is ever a formula. False when the
/// file could not be written.
[[nodiscard]] bool write_xlsx(const Report& report, const std::string& path);

// ---- Shared by the reports ------------------------------------------------------------------------------------------

/// "2 errors and 5 queries in 310 children".
std::string summary_of(const Checked& checked);
/// "2025-26 rules", and what should be known about them.
std::string rules_used(const Checked& checked);
/// "2026-27" for 2027.
std::string census_name(int year);
/// What to do about it: "must be put right", "put right, or give a reason".
std::string_view what_to_do(Severity severity);
/// The rules that found something: errors first, then by how often.
std::vector<std::pair<const Rule*, std::size_t>> rules_by_weight(const Checked& checked);
/// "40 children, at 80 places": of a rule that looks at the whole return, "the whole return".
std::string children_and_places(const Checked& checked, const Rule& rule, std::size_t places);
std::string_view shown_child(std::string_view child);

inline constexpr std::string_view provisional_note =
    "The rules of 2026-27 are known only as of January 2026. They were revised on 25 February 2026; that revision has "
    "not "
    "been seen. Check what they find against the published rules.";

}  // namespace kith::returns::cin
