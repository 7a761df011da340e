// The workbook of a check as it is told: which sheets, columns and cells. Who listens makes the file: the native
// program (report_xlsx.cpp) or the browser's page. Text is text: a listener never makes a formula of it.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>

#include "returns/cin/report.h"

namespace kith::returns::cin {

struct SheetColumn {
    std::string_view title;
    double width;  ///< in characters
};

class Workbook {
  public:
    virtual ~Workbook() = default;
    virtual void sheet(std::string_view name, std::span<const SheetColumn> columns) = 0;
    virtual void row() = 0;
    virtual void text(std::string_view value) = 0;
    virtual void number(std::size_t value) = 0;
};

void tell_workbook(const Report& report, Workbook& workbook);

}  // namespace kith::returns::cin
