#include "checker/checker.h"

#include <fmt/format.h>

#include <memory>
#include <optional>

#include "returns/cin/events.h"
#include "returns/cin/report_sheets.h"

namespace kith::checker {

namespace cin = returns::cin;

namespace {

struct Check {
    explicit Check(const cin::Options& options) : census(options), assembler(census.receiver()), events(assembler) {}

    cin::CensusCheck census;
    cin::Assembler assembler;
    cin::EventBytes events;
    std::string room;
    std::optional<cin::Checked> checked;
    std::string report;
};

std::unique_ptr<Check> current;

std::string escaped(std::string_view text) {
    std::string out;
    cin::append_escaped(out, text);
    return out;
}

void append_line(std::string& out, std::string_view name, std::string_view value) {
    out.append(name).append("\t");
    cin::append_escaped(out, value);
    out += '\n';
}

std::string refusal(const cin::Unreadable& unreadable) {
    return fmt::format("{}\t{}\n", unreadable.line, escaped(unreadable.why));
}

std::string summary(const cin::Checked& checked) {
    std::string out;
    append_line(out, "census", cin::census_name(checked.basis.year));
    append_line(out, "rules", cin::rules_used(checked));
    append_line(out, "sentence", cin::summary_of(checked));
    append_line(out, "children", std::to_string(checked.children));
    append_line(out, "errors", std::to_string(checked.errors));
    append_line(out, "queries", std::to_string(checked.queries));
    append_line(out, "not_kept", std::to_string(checked.not_kept));
    if (checked.basis.provisional) append_line(out, "provisional", cin::provisional_note);
    for (const cin::Note& note : checked.notes)
        append_line(out, "passed_over", fmt::format("line {}: {} in {}", note.line, note.element, note.within));
    return out;
}

std::string rows(const cin::Checked& checked, std::string heading, void (*append)(std::string&, const cin::Finding&)) {
    for (const cin::Finding& finding : checked.findings)
        append(heading, finding);
    return heading;
}

class WorkbookLines : public cin::Workbook {
  public:
    std::string lines;

    void sheet(std::string_view name, std::span<const cin::SheetColumn> columns) override {
        next("sheet");
        lines.append("\t").append(name);
        next("columns");
        for (const cin::SheetColumn& column : columns)
            lines += fmt::format("\t{}\t{}", column.title, column.width);
    }
    void row() override { next("row"); }
    void text(std::string_view value) override {
        lines += "\tt";
        cin::append_escaped(lines, value);
    }
    void number(std::size_t value) override { lines += fmt::format("\tn{}", value); }

  private:
    void next(std::string_view kind) {
        if (!lines.empty()) lines += '\n';
        lines += kind;
    }
};

std::string workbook(const cin::Checked& checked) {
    WorkbookLines workbook;
    cin::tell_workbook({checked, ""}, workbook);
    return std::move(workbook.lines);
}

std::string report_of(const Check& check, int report) {
    if (report == kith_report_refusal)
        return check.assembler.refused() ? refusal(*check.assembler.refused()) : std::string();
    if (!check.checked) return {};
    switch (report) {
        case kith_report_summary:
            return summary(*check.checked);
        case kith_report_tsv:
            return rows(*check.checked, cin::tsv_heading(), cin::append_tsv);
        case kith_report_csv:
            return rows(*check.checked, cin::csv_heading(), cin::append_csv);
        case kith_report_workbook:
            return workbook(*check.checked);
        default:
            return {};
    }
}

}  // namespace
}  // namespace kith::checker

using kith::checker::current;

void kith_checker_start(int rules_year) {
    kith::returns::cin::Options options;
    if (rules_year != 0) options.rules_year = rules_year;
    current = std::make_unique<kith::checker::Check>(options);
}

char* kith_checker_room(std::uint32_t size) {
    if (current->room.size() < size) current->room.resize(size);
    return current->room.data();
}

int kith_checker_take(std::uint32_t size) {
    if (!current->events.take(std::string_view(current->room).substr(0, size))) return 2;
    return current->assembler.refused() ? 1 : 0;
}

int kith_checker_finish(std::uint32_t line) {
    current->assembler.finish(line);
    if (current->assembler.refused()) return 1;
    current->checked = current->census.finish();
    return 0;
}

std::uint32_t kith_checker_children() {
    return static_cast<std::uint32_t>(current->census.so_far().children);
}

const char* kith_checker_report(int report) {
    current->report = kith::checker::report_of(*current, report);
    return current->report.data();
}

std::uint32_t kith_checker_report_size() {
    return static_cast<std::uint32_t>(current->report.size());
}
