// What a database of this program looks like: the migrations that make it, the table of tables, and how rows written by
// older programs are read. Tests add toy nouns of their own.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "store/table.h"

namespace kith::store {

class Writer;

/// One file of migrations/: applied once, in the order of names, forward only. One text for both databases, with
/// {id} {instant} {date} {text} {int} {bytes} for types, {strict} after each table's last parenthesis, {authority} as
/// the first column of each table and {tenant} as the first of each key, foreign key and index:
///
///     CREATE TABLE contact (
///         {authority}
///         id       {id} NOT NULL,
///         child_id {id} NOT NULL,
///         at       {instant} NOT NULL,
///         PRIMARY KEY ({tenant} id),
///         FOREIGN KEY ({tenant} child_id) REFERENCES person ({tenant} id)
///     ) {strict};
///     CREATE INDEX contact_by_child ON contact ({tenant} child_id, at, id);
struct Migration {
    std::string_view name;  ///< "0001_ground"
    std::string_view sql;
};

/// The columns of a row as an older program wrote them: JSON scalars by name.
using RowImage = std::map<std::string, Value, std::less<>>;

/// Brings a journalled row of `table` from shape `from` to `from + 1`. Never removed once released.
struct Upcaster {
    std::string_view table;
    int from = 1;
    void (*step)(RowImage& row) = nullptr;
};

struct Schema {
    std::vector<Migration> migrations;
    std::vector<const TableInfo*> tables;
    std::vector<Upcaster> upcasters;
    std::vector<void (*)(Writer&)> rebuild;  ///< fills the derived tables after a replay

    const TableInfo* find(std::string_view table) const;
};

/// Kith's own: tables.cpp and migrations/*.sql.
const Schema& kith_schema();

}  // namespace kith::store
