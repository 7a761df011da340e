#include <fmt/format.h>

#include "returns/cin/labels.h"
#include "returns/cin/report.h"

namespace kith::returns::cin {

/// Control characters of a file never reach a terminal.
static std::string printable(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto c = static_cast<unsigned char>(text[i]);
        bool c1 = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
        if (c1) ++i;
        out.push_back(c1 || c < 0x20 || c == 0x7F ? '?' : text[i]);
    }
    return out;
}

static void append_finding(std::string& out, const Finding& finding) {
    std::string value = finding.value.empty() ? "nothing" : '"' + printable(finding.value) + '"';
    out += fmt::format("    line {}", finding.line);
    if (!finding.child.empty()) out += fmt::format(", child {}", printable(finding.child));
    if (std::string_view(finding.element) == "-")
        out += "\n";
    else if (std::string_view(finding.element) == finding.module)
        out += fmt::format(": {}\n", finding.element);
    else
        out += fmt::format(": {} ({}) is {}\n", label_of(finding.element), finding.element, value);
}

static void append_rule(std::string& out, const Checked& checked, const Rule* rule, std::size_t count) {
    out += fmt::format("\n{} {}, {}, at {} {}\n  {}\n", name_of(rule->severity()), rule->code,
                       what_to_do(rule->severity()), count, count == 1 ? "place" : "places", rule->explain);
    if (rule->provisional()) out += "  (Wording of January 2026.)\n";
    for (const Finding& finding : checked.findings)
        if (finding.rule == rule) append_finding(out, finding);
}

static std::string shown(MaybeDate date) {
    return date ? iso(*date) : "not there";
}

static void append_comparison(std::string& out, const Comparison& comparison) {
    out += fmt::format("\nCompared with {}\n", printable(comparison.last_file));
    out += fmt::format("  Children who are no longer there: {}\n", comparison.dropped.size());
    for (const Gone& gone : comparison.dropped)
        out += fmt::format("    {}{}\n", printable(gone.child),
                           gone.was_open ? " (was open at the end: should still be here)" : "");
    out += fmt::format("  Children who are new: {}\n", comparison.gained.size());
    for (const std::string& child : comparison.gained)
        out += fmt::format("    {}\n", printable(child));
    out += fmt::format("  Dates that are different: {}\n", comparison.moved.size());
    for (const Moved& moved : comparison.moved)
        out += fmt::format("    {}: {} was {}, is {}\n", printable(moved.child), label_of(moved.element),
                           shown(moved.was), shown(moved.is));
    out += "  Findings by rule, then and now:\n";
    for (const RuleCount& count : comparison.counts)
        out += fmt::format("    {:<9}{:>8}{:>8}\n", count.rule->code, count.was, count.is);
}

std::string text_report(const Report& report) {
    const Checked& checked = report.checked;
    std::string out = fmt::format("{}: {}.\n{}\n", report.file, summary_of(checked), rules_used(checked));
    if (checked.basis.provisional) out += fmt::format("{}\n", provisional_note);
    for (const auto& [rule, count] : rules_by_weight(checked))
        append_rule(out, checked, rule, count);
    if (checked.not_kept > 0) out += fmt::format("\n{} more findings are not shown.\n", checked.not_kept);
    if (!checked.notes.empty()) out += "\nElements that a census does not have; they were passed over:\n";
    for (const Note& note : checked.notes)
        out += fmt::format("    line {}: {} in {}\n", note.line, printable(note.element), printable(note.within));
    if (report.comparison) append_comparison(out, *report.comparison);
    return out;
}

}  // namespace kith::returns::cin
