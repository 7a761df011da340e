#include "returns/cin/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace kith::returns::cin {

static std::string counted(std::size_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::string summary_of(const Checked& checked) {
    return fmt::format("{} and {} in {}", counted(checked.errors, "error", "errors"),
                       counted(checked.queries, "query", "queries"), counted(checked.children, "child", "children"));
}

std::string census_name(int year) {
    return fmt::format("{}-{:02}", year - 1, year % 100);
}

std::string rules_used(const Checked& checked) {
    std::string text = fmt::format("Checked by the rules of {}", census_name(checked.basis.year));
    if (checked.basis.by_nearest) text += ", the nearest that are known";
    if (checked.basis.by_newest) text += ", the newest, because the header names no year";
    if (checked.basis.window.end)
        text += fmt::format("; the census year runs from {} to {}", long_date(*checked.basis.window.start),
                            long_date(*checked.basis.window.end));
    else
        text += "; the header has no reference date, so nothing could be compared with the census year";
    return text + ".";
}

std::string_view what_to_do(Severity severity) {
    return severity == Severity::error ? "must be put right" : "put right, or give a reason";
}

std::vector<std::pair<const Rule*, std::size_t>> rules_by_weight(const Checked& checked) {
    std::vector<std::pair<const Rule*, std::size_t>> rules(checked.by_rule.begin(), checked.by_rule.end());
    std::sort(rules.begin(), rules.end(), [](const auto& a, const auto& b) {
        if (a.first->severity() != b.first->severity()) return a.first->severity() == Severity::error;
        if (a.second != b.second) return a.second > b.second;
        return a.first->code < b.first->code;
    });
    return rules;
}

static std::string number_of_children(const Checked& checked, const Rule& rule) {
    std::set<std::string_view> children;
    for (const Finding& finding : checked.findings)
        if (finding.rule == &rule && !finding.child.empty()) children.insert(finding.child);
    if (children.empty()) return "";
    return (checked.not_kept > 0 ? "at least " : "") + counted(children.size(), "child", "children");
}

std::string children_and_places(const Checked& checked, const Rule& rule, std::size_t places) {
    std::string children = number_of_children(checked, rule);
    std::string at = places == 1 ? "at one place" : fmt::format("at {} places", places);
    return children.empty() ? "the whole return" : children + ", " + at;
}

std::string_view shown_child(std::string_view child) {
    return child.empty() ? "-" : child;
}

// ---- Tab-separated values -------------------------------------------------------------------------------------------

std::string tsv_heading() {
    return "rule\tseverity\tchild\tmodule\telement\tvalue\tline\n";
}

void append_escaped(std::string& out, std::string_view text) {
    for (char c : text)
        switch (c) {
            case '\t':
                out += "\\t";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\\':
                out += "\\\\";
                break;
            default:
                out += c;
        }
}

void append_tsv(std::string& out, const Finding& finding) {
    out.append(finding.rule->code).append("\t").append(name_of(finding.rule->severity())).append("\t");
    append_escaped(out, shown_child(finding.child));
    out.append("\t").append(finding.module).append("\t").append(finding.element).append("\t");
    append_escaped(out, finding.value);
    out.append("\t").append(std::to_string(finding.line)).append("\n");
}

static std::string shown(MaybeDate date) {
    return date ? iso(*date) : std::string();
}

std::string tsv_comparison(const Comparison& comparison) {
    std::string out = "\nchange\tchild\telement\twas\tis\n";
    auto row = [&](std::string_view change, std::string_view child, std::string_view element, std::string_view was,
                   std::string_view is) {
        out.append(change).append("\t");
        append_escaped(out, child);
        out.append("\t").append(element).append("\t").append(was).append("\t").append(is).append("\n");
    };
    for (const Gone& gone : comparison.dropped)
        row("dropped", gone.child, "", gone.was_open ? "open" : "closed", "");
    for (const std::string& child : comparison.gained)
        row("gained", child, "", "", "");
    for (const Moved& moved : comparison.moved)
        row("moved", moved.child, moved.element, shown(moved.was), shown(moved.is));
    for (const RuleCount& count : comparison.counts)
        row("count", "-", count.rule->code, std::to_string(count.was), std::to_string(count.is));
    return out;
}

}  // namespace kith::returns::cin
