// A SQLite file to hand over: tables with their keys and what they refer to, filled row by row. It is written beside
// its name in one transaction and put in place when it is whole; a file that was there is as it was until then. It is
// not the record: no journal, no migrations, and nothing of it is ever read back.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith::store {

enum class ExportType { text, whole, number, bytes };

struct ExportColumn {
    std::string_view name;
    ExportType type = ExportType::text;
    bool is_key = false;
    std::string_view refers_to_table;  ///< empty: to nothing
    std::string_view refers_to_column;
};

struct ExportTable {
    std::string_view name;
    std::vector<ExportColumn> columns;
};

class SqliteExport {
  public:
    /// Throws Unavailable where the file cannot be made. The names must outlive it.
    SqliteExport(std::string path, std::vector<ExportTable> tables);
    ~SqliteExport();  ///< leaves nothing behind unless it was kept

    /// A row of that table, a cell for each column; nothing is NULL. A key that is there already is a Violation.
    void add(std::size_t table, std::span<const std::optional<std::string>> cells);

    /// Ends it: every reference is checked (Violation, with the table), then the file takes its place.
    void keep();

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace kith::store
