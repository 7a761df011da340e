#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "returns/cin/report_sheets.h"

namespace kith::returns::cin {

namespace {

/// Text is always a string cell: "=1+1" is shown, never computed.
class XlsxFile : public Workbook {
  public:
    explicit XlsxFile(lxw_workbook* book)
        : book_(book), heading_(workbook_add_format(book)), wrapped_(workbook_add_format(book)) {
        format_set_bold(heading_);
        format_set_bottom(heading_, LXW_BORDER_THIN);
        format_set_text_wrap(wrapped_);
        format_set_align(wrapped_, LXW_ALIGN_VERTICAL_TOP);
    }

    void sheet(std::string_view name, std::span<const SheetColumn> columns) override {
        end_row();
        filter();
        widths_.clear();
        sheet_ = workbook_add_worksheet(book_, std::string(name).c_str());
        row_ = 0;
        columns_ = 0;
        for (const SheetColumn& column : columns) {
            widths_.push_back(column.width);
            worksheet_set_column(sheet_, columns_, columns_, column.width, nullptr);
            worksheet_write_string(sheet_, 0, columns_++, std::string(column.title).c_str(), heading_);
        }
        worksheet_freeze_panes(sheet_, 1, 0);
        worksheet_repeat_rows(sheet_, 0, 0);
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, a4);
        worksheet_fit_to_pages(sheet_, 1, 0);
    }
    void row() override {
        end_row();
        ++row_;
        column_ = 0;
    }
    void text(std::string_view value) override {
        double width = column_ < widths_.size() ? widths_[column_] : 0;
        if (width > 0) lines_ = std::max(lines_, std::ceil(double(value.size()) * spare / width));
        worksheet_write_string(sheet_, row_, column_++, std::string(value).c_str(), wrapped_);
    }
    void number(std::size_t value) override {
        worksheet_write_number(sheet_, row_, column_++, static_cast<double>(value), wrapped_);
    }
    bool close() {
        end_row();
        filter();
        return workbook_close(book_) == LXW_NO_ERROR;
    }

  private:
    static constexpr std::uint8_t a4 = 9;
    static constexpr double line_height = 15, most_height = 400;  ///< points
    static constexpr double spare = 1.1;                          ///< words break before the end of a line

    /// Not every program makes a row as high as its text asks.
    void end_row() {
        if (lines_ > 1) worksheet_set_row(sheet_, row_, std::min(line_height * lines_, most_height), nullptr);
        lines_ = 1;
    }
    void filter() {
        if (columns_ > 1 && row_ > 0) worksheet_autofilter(sheet_, 0, 0, row_, static_cast<lxw_col_t>(columns_ - 1));
    }

    lxw_workbook* book_;
    lxw_format* heading_;
    lxw_format* wrapped_;
    lxw_worksheet* sheet_ = nullptr;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0, columns_ = 0;
    std::vector<double> widths_;
    double lines_ = 1;  ///< of the row's longest text
};

}  // namespace

bool write_xlsx(const Report& report, const std::string& path) {
    lxw_workbook* book = workbook_new(path.c_str());
    if (!book) return false;
    XlsxFile file(book);
    tell_workbook(report, file);
    return file.close();
}

}  // namespace kith::returns::cin
