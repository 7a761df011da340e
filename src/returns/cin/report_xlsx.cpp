#include <xlsxwriter.h>

#include <algorithm>

#include "returns/cin/labels.h"
#include "returns/cin/report.h"

namespace kith::returns::cin {

namespace {

/// Writes row after row. Text is always a string cell: "=1+1" is shown, never computed.
class Sheet {
  public:
    Sheet(lxw_workbook* book, const char* name, std::initializer_list<std::pair<const char*, double>> columns)
        : sheet_(workbook_add_worksheet(book, name)),
          heading_(workbook_add_format(book)),
          wrapped_(workbook_add_format(book)) {
        format_set_bold(heading_);
        format_set_bottom(heading_, LXW_BORDER_THIN);
        format_set_text_wrap(wrapped_);
        format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
        for (const auto& [title, width] : columns) {
            worksheet_set_column(sheet_, column_, column_, width, nullptr);
            worksheet_write_string(sheet_, 0, column_++, title, heading_);
        }
        worksheet_freeze_panes(sheet_, 1, 0);
        worksheet_repeat_rows(sheet_, 0, 0);
        columns_ = column_;
    }

    Sheet& row() {
        ++row_;
        column_ = 0;
        return *this;
    }
    Sheet& text(std::string_view value) {
        std::string shown(value.substr(0, 32'000));
        worksheet_write_string(sheet_, row_, column_++, shown.c_str(), wrapped_);
        return *this;
    }
    Sheet& number(std::size_t value) {
        worksheet_write_number(sheet_, row_, column_++, static_cast<double>(value), wrapped_);
        return *this;
    }
    void done() {
        if (row_ > 0) worksheet_autofilter(sheet_, 0, 0, row_, static_cast<lxw_col_t>(columns_ - 1));
    }

  private:
    lxw_worksheet* sheet_;
    lxw_format* heading_;
    lxw_format* wrapped_;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0, columns_ = 0;
};

void write_summary(lxw_workbook* book, const Report& report) {
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

void write_by_rule(lxw_workbook* book, const Checked& checked) {
    Sheet sheet(book, "By rule",
                {{"Rule", 9},
                 {"Kind", 8},
                 {"How often", 10},
                 {"What it means", 70},
                 {"Flagged when", 70},
                 {"How it was read", 50}});
    for (const auto& [rule, count] : rules_by_weight(checked)) {
        std::string doubt(rule->doubt);
        if (rule->provisional()) doubt += doubt.empty() ? "Wording of January 2026." : " Wording of January 2026.";
        sheet.row().text(rule->code).text(name_of(rule->severity())).number(count);
        sheet.text(rule->explain).text(rule->says).text(doubt);
    }
    sheet.done();
}

void write_findings(lxw_workbook* book, const Checked& checked) {
    Sheet sheet(book, "Findings",
                {{"Child", 22},
                 {"Rule", 9},
                 {"Kind", 8},
                 {"What is wrong", 70},
                 {"Where", 28},
                 {"Module", 24},
                 {"Element", 28},
                 {"Written there", 24},
                 {"Line", 10}});
    std::vector<const Finding*> findings;
    for (const Finding& finding : checked.findings)
        findings.push_back(&finding);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding* a, const Finding* b) { return a->child < b->child; });
    for (const Finding* it : findings) {
        sheet.row().text(shown_child(it->child)).text(it->rule->code).text(name_of(it->rule->severity()));
        sheet.text(it->rule->explain).text(label_of(it->element)).text(it->module).text(it->element);
        sheet.text(it->value).number(it->line);
    }
    sheet.done();
}

std::string shown(MaybeDate date) {
    return date ? iso(*date) : std::string();
}

void write_comparison(lxw_workbook* book, const Comparison& comparison) {
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
    sheet.done();
}

}  // namespace

bool write_xlsx(const Report& report, const std::string& path) {
    lxw_workbook* book = workbook_new(path.c_str());
    if (!book) return false;
    write_summary(book, report);
    write_by_rule(book, report.checked);
    write_findings(book, report.checked);
    if (report.comparison) write_comparison(book, *report.comparison);
    return workbook_close(book) == LXW_NO_ERROR;
}

}  // namespace kith::returns::cin
