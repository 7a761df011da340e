// The canonical bytes of a Change: JSON without spaces, in one order only, hashed as stored and never rewritten.
//
//     {"kind":"contact received","version":1,"rows":[{"table":"contact","version":1,"row":{"id":"3f2a…","at":1764…}}]}
//
// Rows in the order in which they were saved, columns in the order of their table, nulls kept; ids as text, instants as
// microseconds, dates as ISO, bytes as hexadecimal. A redaction adds "redaction" after "rows".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/schema.h"
#include "store/table.h"

namespace kith::store {

void append_json_string(std::string& out, std::string_view text);

/// Writes one Change, piece by piece.
class ChangeText {
  public:
    void begin(std::string_view kind, int version);
    void row(const TableInfo& table, std::span<const Value> values);
    void end_rows() { text_ += ']'; }
    /// Between end_rows and finish, for a redaction only.
    void append(std::string_view text) { text_ += text; }
    std::string& finish();

    /// One row as it is written in the list.
    static void append_row(std::string& out, const TableInfo& table, std::size_t columns,
                           std::span<const Value> values);

  private:
    std::string text_;
    bool first_ = true;
};

struct RowBody {
    std::string table;
    int version = 1;
    RowImage row;  ///< null, integer or text, as JSON has them
};

struct RedactionBody {
    std::vector<std::int64_t> entries;
    std::string why, authorised_by, legal_basis;
    std::vector<RowBody> removed;  ///< the keys of rows that nothing stands in for
};

struct ChangeBody {
    std::string kind;
    int version = 1;
    std::vector<RowBody> rows;
    std::optional<RedactionBody> redaction;
};

std::string redaction_text(const RedactionBody& redaction);

/// Reads exactly what is written here; throws Fault for anything else.
ChangeBody read_change(std::string_view text);

/// The row's values in the order of the table, brought to today's shape. A column that is not there is null.
std::vector<Value> row_values(const Schema& schema, const TableInfo& table, RowBody row);

}  // namespace kith::store
