#include "returns/cin/report_sheets.h"

#include <algorithm>

#include "returns/cin/labels.h"

namespace kith::returns::cin {

namespace {

/// One sheet, row after row.
class Sheet {
  public:
    Sheet(Workbook& book, std::string_view name, std::initializer_list<SheetColumn> columns) : book_(book) {
        book_.sheet(name, std::span(columns.begin(), columns.size()));
    }
    Sheet& row() {
        book_.row();
        return *this;
    }
    Sheet& text(std::string_view value) {
        book_.text(value.substr(0, 32'000));
        return *this;
    }
    Sheet& number(std::size_t value) {
        book_.number(value);
        return *this;
    }

  private:
    Workbook& book_;
};

void tell_summary(Workbook& book, const Report& report) {
    Sheet sheet(book, "Summary", {{"Children in need census", 100}});
    sheet.row().text(report.file);
    sheet.row().text(summary_of(report.checked) + ".");
    sheet.row().text(rules_used(report.checked));
    if (report.checked.basis.provisional) sheet.row().text(provisional_note);
    sheet.row().text(
        "An error must be put right before the return is accepted. A query is put right, or left with a reason: an "
        "unusual "
        "date that is true stays as it is.");
    sheet.row().text("Sheet \"By rule\" says what was found and what it means. Sheet \"Findings\" names every place.");
    if (report.checked.not_kept > 0)
        sheet.row().text(std::to_string(report.checked.not_kept) + " more findings are not shown.");
    for (const Note& note : report.checked.notes)
        sheet.row().text("Passed over, line " + std::to_string(note.line) + ": " + note.element + " in " + note.within);
}

void tell_by_rule(Workbook& book, const Checked& checked) {
    Sheet sheet(book, "By rule",
                {{"Kind", 8},
                 {"What it means", 70},
                 {"Where", 28},
                 {"Rule", 9},
                 {"The rule in its own words", 60},
                 {"Where these leave a doubt: how they are read", 50}});
    for (const auto& [rule, count] : rules_by_weight(checked)) {
        std::string doubt(rule->doubt);
        if (rule->provisional()) doubt += doubt.empty() ? "Wording of January 2026." : " Wording of January 2026.";
        sheet.row().text(name_of(rule->severity())).text(rule->explain);
        sheet.text(children_and_places(checked, *rule, count)).text(rule->code).text(rule->says).text(doubt);
    }
}

void tell_findings(Workbook& book, const Checked& checked) {
    Sheet sheet(book, "Findings",
                {{"Child", 22},
                 {"Kind", 8},
                 {"What is wrong", 70},
                 {"Where", 28},
                 {"Written there", 24},
                 {"Line of the file", 10},
                 {"Rule", 9},
                 {"Module", 24},
                 {"Element", 28}});
    std::vector<const Finding*> findings;
    for (const Finding& finding : checked.findings)
        findings.push_back(&finding);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding* a, const Finding* b) { return a->child < b->child; });
    for (const Finding* it : findings) {
        sheet.row().text(shown_child(it->child)).text(name_of(it->rule->severity())).text(it->rule->explain);
        sheet.text(label_of(it->element)).text(it->value.empty() ? "(nothing)" : it->value).number(it->line);
        sheet.text(it->rule->code).text(it->module).text(it->element);
    }
}

std::string shown(MaybeDate date) {
    return date ? iso(*date) : std::string();
}

void tell_comparison(Workbook& book, const Comparison& comparison) {
    Sheet sheet(book, "Compared", {{"Change", 22}, {"Child", 22}, {"What", 32}, {"Was", 14}, {"Is", 14}});
    for (const Gone& gone : comparison.dropped)
        sheet.row().text(gone.was_open ? "no longer there, was open" : "no longer there").text(gone.child);
    for (const std::string& child : comparison.gained)
        sheet.row().text("new").text(child);
    for (const Moved& moved : comparison.moved)
        sheet.row()
            .text("different date")
            .text(moved.child)
            .text(label_of(moved.element))
            .text(shown(moved.was))
            .text(shown(moved.is));
    for (const RuleCount& count : comparison.counts)
        sheet.row().text("findings").text("").text(count.rule->code).number(count.was).number(count.is);
}

}  // namespace

void tell_workbook(const Report& report, Workbook& workbook) {
    tell_summary(workbook, report);
    tell_by_rule(workbook, report.checked);
    tell_findings(workbook, report.checked);
    if (report.comparison) tell_comparison(workbook, *report.comparison);
}

}  // namespace kith::returns::cin
