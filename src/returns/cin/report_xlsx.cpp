#include <xlsxwriter.h>

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
        filter();
        sheet_ = workbook_add_worksheet(book_, std::string(name).c_str());
        row_ = 0;
        columns_ = 0;
        for (const SheetColumn& column : columns) {
            worksheet_set_column(sheet_, columns_, columns_, column.width, nullptr);
            worksheet_write_string(sheet_, 0, columns_++, std::string(column.title).c_str(), heading_);
        }
        worksheet_freeze_panes(sheet_, 1, 0);
        worksheet_repeat_rows(sheet_, 0, 0);
    }
    void row() override {
        ++row_;
        column_ = 0;
    }
    void text(std::string_view value) override {
        worksheet_write_string(sheet_, row_, column_++, std::string(value).c_str(), wrapped_);
    }
    void number(std::size_t value) override {
        worksheet_write_number(sheet_, row_, column_++, static_cast<double>(value), wrapped_);
    }
    bool close() {
        filter();
        return workbook_close(book_) == LXW_NO_ERROR;
    }

  private:
    void filter() {
        if (columns_ > 1 && row_ > 0) worksheet_autofilter(sheet_, 0, 0, row_, static_cast<lxw_col_t>(columns_ - 1));
    }

    lxw_workbook* book_;
    lxw_format* heading_;
    lxw_format* wrapped_;
    lxw_worksheet* sheet_ = nullptr;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0, columns_ = 0;
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
