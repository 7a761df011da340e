#include "base/json.h"
#include "returns/cin/report.h"

namespace kith::returns::cin {

static void write_date(JsonWriter& json, std::string_view name, MaybeDate date) {
    if (date)
        json.text(name, iso(*date));
    else
        json.null(name);
}

static void write_findings(JsonWriter& json, const Checked& checked) {
    json.key("findings").begin_array();
    for (const Finding& finding : checked.findings)
        json.begin_object()
            .text("rule", finding.rule->code)
            .text("severity", name_of(finding.rule->severity()))
            .text("child", shown_child(finding.child))
            .text("module", finding.module)
            .text("element", finding.element)
            .text("value", finding.value)
            .integer("line", finding.line)
            .end_object();
    json.end_array();
}

static void write_rules(JsonWriter& json, const Checked& checked) {
    json.key("rules").begin_array();
    for (const auto& [rule, count] : rules_by_weight(checked))
        json.begin_object()
            .text("rule", rule->code)
            .text("severity", name_of(rule->severity()))
            .integer("count", static_cast<std::int64_t>(count))
            .text("says", rule->says)
            .text("explain", rule->explain)
            .text("doubt", rule->doubt)
            .truth("provisional", rule->provisional())
            .end_object();
    json.end_array();
}

static void write_notes(JsonWriter& json, const Checked& checked) {
    json.key("passed_over").begin_array();
    for (const Note& note : checked.notes)
        json.begin_object()
            .integer("line", note.line)
            .text("element", note.element)
            .text("within", note.within)
            .end_object();
    json.end_array();
}

static void write_comparison(JsonWriter& json, const Comparison& comparison) {
    json.key("comparison").begin_object().text("file", comparison.last_file);
    json.key("dropped").begin_array();
    for (const Gone& gone : comparison.dropped)
        json.begin_object().text("child", gone.child).truth("was_open", gone.was_open).end_object();
    json.end_array().key("gained").begin_array();
    for (const std::string& child : comparison.gained)
        json.text(child);
    json.end_array().key("moved").begin_array();
    for (const Moved& moved : comparison.moved) {
        json.begin_object().text("child", moved.child).text("element", moved.element);
        write_date(json, "was", moved.was);
        write_date(json, "is", moved.is);
        json.end_object();
    }
    json.end_array().key("counts").begin_array();
    for (const RuleCount& count : comparison.counts)
        json.begin_object()
            .text("rule", count.rule->code)
            .integer("was", static_cast<std::int64_t>(count.was))
            .integer("is", static_cast<std::int64_t>(count.is))
            .end_object();
    json.end_array().end_object();
}

std::string json_report(const Report& report) {
    const Checked& checked = report.checked;
    std::string out;
    JsonWriter json(out);
    json.begin_object()
        .text("file", report.file)
        .integer("rules_year", checked.basis.year)
        .truth("provisional", checked.basis.provisional);
    write_date(json, "window_start", checked.basis.window.start);
    write_date(json, "window_end", checked.basis.window.end);
    json.integer("children", static_cast<std::int64_t>(checked.children))
        .integer("errors", static_cast<std::int64_t>(checked.errors))
        .integer("queries", static_cast<std::int64_t>(checked.queries))
        .integer("findings_not_kept", static_cast<std::int64_t>(checked.not_kept));
    write_findings(json, checked);
    write_rules(json, checked);
    write_notes(json, checked);
    if (report.comparison) write_comparison(json, *report.comparison);
    json.end_object();
    return out + "\n";
}

}  // namespace kith::returns::cin
