#include <fmt/format.h>

#include <algorithm>

#include "returns/cin/labels.h"
#include "returns/cin/report.h"

namespace kith::returns::cin {

namespace {

constexpr std::string_view style = R"(
body{font:16px/1.5 system-ui,Arial,sans-serif;color:#0b0c0c;margin:0 auto;max-width:62rem;padding:1rem}
h1{font-size:1.9rem;line-height:1.2}h2{margin-top:2.5rem;border-top:2px solid #0b0c0c;padding-top:.5rem}h3{margin-bottom:.25rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #b1b4b6}
td{overflow-wrap:anywhere}.n{text-align:right}.tag,td a{white-space:nowrap}.tag{font-weight:700;padding:0 .4rem;color:#fff;background:#942514}.q{background:#004e75}
.note{border-left:5px solid #f47738;padding:.25rem 1rem}.minor{color:#505a5f}summary{cursor:pointer}a{color:#1a65a6}
@media print{details>*{display:block}}
)";

std::string escaped(std::string_view text) {
    std::string out;
    for (char c : text)
        switch (c) {
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '&':
                out += "&amp;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    return out;
}

std::string tag(const Rule& rule) {
    return fmt::format("<span class=\"tag{}\">{}</span>", rule.severity() == Severity::query ? " q" : "",
                       name_of(rule.severity()));
}

std::string where(const Finding& finding) {
    return fmt::format("{} <span class=\"minor\">({})</span>", escaped(label_of(finding.element)), finding.element);
}

std::string value_of(const Finding& finding) {
    bool group = std::string_view(finding.element) == finding.module;
    if (finding.value.empty()) return group ? "" : "<span class=\"minor\">nothing</span>";
    return escaped(finding.value);
}

void append_summary(std::string& out, const Report& report) {
    const Checked& checked = report.checked;
    out += fmt::format("<h1>Children in need census: {}</h1>\n<p><strong>{}.</strong> {}</p>\n", escaped(report.file),
                       summary_of(checked), rules_used(checked));
    if (checked.basis.provisional) out += fmt::format("<p class=\"note\">{}</p>\n", provisional_note);
    out +=
        "<p>An <strong>error</strong> must be put right before the return is accepted. A <strong>query</strong> is put "
        "right, "
        "or left with a reason: an unusual date that is true stays as it is. Line numbers are those of the file.</p>\n";
    if (checked.not_kept > 0)
        out += fmt::format("<p class=\"note\">{} more findings are not shown on this page.</p>\n", checked.not_kept);
}

void append_overview(std::string& out, const Checked& checked) {
    out += "<h2 id=\"overview\">What was found</h2>\n";
    if (checked.by_rule.empty()) {
        out += "<p>Nothing.</p>\n";
        return;
    }
    out +=
        "<table><thead><tr><th scope=\"col\">Kind<th scope=\"col\">What it means<th scope=\"col\">Where"
        "<th scope=\"col\">Rule</tr></thead><tbody>\n";
    for (const auto& [rule, count] : rules_by_weight(checked))
        out += fmt::format("<tr><td>{}<td>{}<td>{}<td><a href=\"#r{}\">{}</a></tr>\n", tag(*rule),
                           escaped(rule->explain), children_and_places(checked, *rule, count), rule->code, rule->code);
    out += "</tbody></table>\n";
}

std::string heading_case(std::string words) {
    if (words[0] == 't') words[0] = 'T';  // "the whole return"
    if (words[0] == 'a') words[0] = 'A';  // "at least 40 children"
    return words;
}

void append_rule(std::string& out, const Checked& checked, const Rule& rule,
                 const std::vector<const Finding*>& findings) {
    out += fmt::format("<section id=\"r{}\"><h3>{} {}</h3>\n<p class=\"minor\">Rule {}, in its own words: {}</p>\n",
                       rule.code, tag(rule), escaped(rule.explain), rule.code, escaped(rule.says));
    if (!rule.doubt.empty())
        out += fmt::format("<p class=\"minor\">Its words leave a doubt. How they are read here: {}</p>\n",
                           escaped(rule.doubt));
    if (rule.provisional()) out += "<p class=\"minor\">Wording of January 2026.</p>\n";
    out += fmt::format(
        "<details{}><summary>{}</summary>\n<table><thead><tr><th scope=\"col\">Child"
        "<th scope=\"col\">What<th scope=\"col\">Written there<th scope=\"col\" class=\"n\">Line</tr></thead>"
        "<tbody>\n",
        findings.size() <= 20 ? " open" : "", heading_case(children_and_places(checked, rule, findings.size())));
    for (const Finding* finding : findings)
        out += fmt::format("<tr><td>{}<td>{}<td>{}<td class=\"n\">{}</tr>\n", escaped(shown_child(finding->child)),
                           where(*finding), value_of(*finding), finding->line);
    out += "</tbody></table></details></section>\n";
}

void append_by_rule(std::string& out, const Checked& checked) {
    std::map<const Rule*, std::vector<const Finding*>> by_rule;
    for (const Finding& finding : checked.findings)
        by_rule[finding.rule].push_back(&finding);
    out += "<h2 id=\"by-rule\">By rule</h2>\n";
    for (const auto& [rule, count] : rules_by_weight(checked))
        append_rule(out, checked, *rule, by_rule[rule]);
}

void append_by_child(std::string& out, const Checked& checked) {
    std::vector<const Finding*> findings;
    for (const Finding& finding : checked.findings)
        findings.push_back(&finding);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding* a, const Finding* b) { return a->child < b->child; });
    out +=
        "<h2 id=\"by-child\">By child</h2>\n<table><thead><tr><th scope=\"col\">Child<th scope=\"col\">What is wrong"
        "<th scope=\"col\">Where<th scope=\"col\">Written there<th scope=\"col\" "
        "class=\"n\">Line</tr></thead><tbody>\n";
    for (const Finding* finding : findings)
        out += fmt::format("<tr><td>{}<td>{} <a href=\"#r{}\">{}</a> {}<td>{}<td>{}<td class=\"n\">{}</tr>\n",
                           escaped(shown_child(finding->child)), tag(*finding->rule), finding->rule->code,
                           finding->rule->code, escaped(finding->rule->explain), where(*finding), value_of(*finding),
                           finding->line);
    out += "</tbody></table>\n";
}

void append_notes(std::string& out, const Checked& checked) {
    if (checked.notes.empty()) return;
    out += "<h2>Passed over</h2>\n<p>These elements are none of a census's; they were not read.</p>\n<ul>\n";
    for (const Note& note : checked.notes)
        out += fmt::format("<li>line {}: {} in {}</li>\n", note.line, escaped(note.element), escaped(note.within));
    out += "</ul>\n";
}

std::string shown(MaybeDate date) {
    return date ? iso(*date) : "not there";
}

void append_comparison(std::string& out, const Comparison& comparison) {
    out += fmt::format("<h2 id=\"compared\">Compared with {}</h2>\n", escaped(comparison.last_file));
    out += fmt::format("<details open><summary>Children who are no longer there: {}</summary><ul>\n",
                       comparison.dropped.size());
    for (const Gone& gone : comparison.dropped)
        out += fmt::format("<li>{}{}</li>\n", escaped(gone.child),
                           gone.was_open ? ": was open at the end, should still be here" : "");
    out += fmt::format("</ul></details>\n<details><summary>Children who are new: {}</summary><ul>\n",
                       comparison.gained.size());
    for (const std::string& child : comparison.gained)
        out += fmt::format("<li>{}</li>\n", escaped(child));
    out += fmt::format(
        "</ul></details>\n<details open><summary>Dates that are different: {}</summary>\n<table><thead><tr>"
        "<th scope=\"col\">Child<th scope=\"col\">Date<th scope=\"col\">Was<th scope=\"col\">Is</tr></thead>"
        "<tbody>\n",
        comparison.moved.size());
    for (const Moved& moved : comparison.moved)
        out += fmt::format("<tr><td>{}<td>{}<td>{}<td>{}</tr>\n", escaped(moved.child), label_of(moved.element),
                           shown(moved.was), shown(moved.is));
    out +=
        "</tbody></table></details>\n<h3>Findings by rule</h3>\n<table><thead><tr><th scope=\"col\">Rule<th "
        "scope=\"col\">"
        "What it means<th scope=\"col\" class=\"n\">Then<th scope=\"col\" class=\"n\">Now</tr></thead><tbody>\n";
    for (const RuleCount& count : comparison.counts)
        out += fmt::format("<tr><td>{}<td>{}<td class=\"n\">{}<td class=\"n\">{}</tr>\n", count.rule->code,
                           escaped(count.rule->explain), count.was, count.is);
    out += "</tbody></table>\n";
}

}  // namespace

std::string html_report(const Report& report) {
    std::string out =
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n";
    out += fmt::format("<title>Children in need census: {}</title>\n<style>{}</style>\n</head>\n<body>\n",
                       escaped(report.file), style);
    append_summary(out, report);
    append_overview(out, report.checked);
    if (!report.checked.findings.empty()) {
        append_by_rule(out, report.checked);
        append_by_child(out, report.checked);
    }
    append_notes(out, report.checked);
    if (report.comparison) append_comparison(out, *report.comparison);
    return out + "</body>\n</html>\n";
}

}  // namespace kith::returns::cin
