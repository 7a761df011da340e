// A record as it stood: its Changes, oldest first, read back from the journal with the rows that each wrote. For people
// who want to see how a plan came to be; nothing is decided by it.
#pragma once

#include <string>
#include <vector>

#include "base/function_ref.h"
#include "store/canonical.h"
#include "store/transaction.h"

namespace kith::store {

/// One Change of a record. A body that was taken out for good has no rows.
struct PastChange {
    std::string kind;  ///< "child in need plan changed"
    Instant at;
    RawId actor;  ///< nil: the public
    std::vector<RowBody> rows;
};
std::vector<PastChange> history_of(Reader& reader, const RawId& record);

/// The end of the journal as this snapshot sees it: every Change that it does not see has a commit order from here on.
/// Some that it does see may too (PostgreSQL, beside a transaction that is still under way).
std::int64_t journal_end(Reader& reader);
/// How many Changes have a commit order from there on.
std::int64_t changes_from(Reader& reader, std::int64_t commit_order);
/// Each of them in order.
void each_change_from(Reader& reader, std::int64_t commit_order, FunctionRef<void(const PastChange&)> visit);

/// The values of a journalled row, as the cursor of a table would show them.
class PastRow final : public RowView {
  public:
    PastRow(const Schema& schema, const TableInfo& table, RowBody row)
        : values_(row_values(schema, table, std::move(row))) {}

    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    std::string_view text(int column) const override;
    BytesView bytes(int column) const override;
    RawId id(int column) const override;
    Date date(int column) const override;

  private:
    std::vector<Value> values_;
};

/// The rows of one table that a Change wrote, in today's shape.
template <Mapped T>
std::vector<T> rows_of(const PastChange& change, const Schema& schema = kith_schema()) {
    std::vector<T> rows;
    for (const RowBody& row : change.rows)
        if (row.table == Table<T>::name) rows.push_back(row_from<T>(PastRow(schema, table_info<T>(), row)));
    return rows;
}

}  // namespace kith::store
