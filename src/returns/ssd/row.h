// One row of the dataset, filled by the names of its columns. What is not filled is null; blank text is null too. A
// name that the table does not have is a bug.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/function_ref.h"
#include "returns/ssd/tables.h"

namespace kith::returns::ssd {

using Cell = std::optional<std::string>;

class Row {
  public:
    explicit Row(const Table& table) : table_(&table), cells_(table.columns.size()) {}

    /// Cut to what the column holds.
    Row& text(std::string_view column, std::string_view value);
    /// The key of a row that is there, or nothing.
    Row& reference(std::string_view column, const Cell& key);
    Row& date(std::string_view column, std::optional<Date> value);
    Row& flag(std::string_view column, std::optional<bool> value);  ///< Y or N
    Row& whole(std::string_view column, std::int64_t value);
    /// Never cut: what does not fit is a bug.
    Row& json(std::string_view column, std::string value);

    const Table& table() const { return *table_; }
    const std::vector<Cell>& cells() const { return cells_; }
    const Cell& cell(std::string_view column) const { return cells_[column_of(*table_, column)]; }

  private:
    Cell& at(std::string_view column) { return cells_[column_of(*table_, column)]; }

    const Table* table_;
    std::vector<Cell> cells_;
};

using Rows = FunctionRef<void(const Row&)>;

/// {"NFA_FLAG":"Y","CP_FLAG":"N",…}: every name, Y for those that are set, then the comments' key, always blank:
/// comments are accounts of people, and nothing in the dataset needs them.
std::string flags(std::initializer_list<std::string_view> names, std::initializer_list<std::string_view> set,
                  std::string_view comments = {});

/// At most so many characters.
std::string_view cut(std::string_view text, std::size_t most);

}  // namespace kith::returns::ssd
