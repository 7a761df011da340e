// The mapping between a plain struct and its table: names and members, nothing else. Not an ORM: no relations, no
// queries built, nothing loaded behind your back. <noun>_store.h specialises Table for each struct that lies in a
// table:
//
//     template <> struct kith::store::Table<core::Contact> {
//         static constexpr std::string_view name = "contact";
//         static constexpr Durability durability = Durability::journalled;
//         static constexpr int keys = 1;  // how many of the first columns are the key
//         static constexpr auto columns = std::tuple{column("id", &core::Contact::id), …};
//     };
//
// and tables.cpp lists it. A table of the database that is not listed fails the contract test.
#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "store/value.h"

namespace kith::store {

/// What becomes of a table's rows when the journal is replayed.
enum class Durability {
    journalled,  ///< written by Changes only; replay gives the same rows
    durable,     ///< kept, not journalled: who looked at what, drafts, sessions, tokens, the outbox
    derived,     ///< worked out from the others; rebuilt
    journal,     ///< the journal itself; replay copies and checks it
};

template <class Struct, class Member>
struct Column {
    std::string_view name;
    Member Struct::*member;
};

template <class Struct, class Member>
constexpr Column<Struct, Member> column(std::string_view name, Member Struct::*member) {
    return {name, member};
}

template <class T>
struct Table;

template <class T>
concept Mapped = requires {
    Table<T>::columns;
};

struct ColumnInfo {
    std::string name;
    ColumnType type;
};

/// What the store knows of a table without its struct: enough to replay it.
struct TableInfo {
    std::string name;
    Durability durability = Durability::durable;
    int version = 1;  ///< of the shape of its rows, in the journal
    int keys = 1;
    std::vector<ColumnInfo> columns;

    std::string select;           ///< "SELECT a, b FROM t "
    std::string upsert_sqlite;    ///< INSERT … ON CONFLICT (keys) DO UPDATE …
    std::string upsert_postgres;  ///< the same with the authority leading the key
    std::string remove;           ///< "DELETE FROM t WHERE key = $1 …"
    std::string find;             ///< select … WHERE key = $1 …
};
/// A row of the table's own select, by its columns.
std::vector<Value> read_values(const TableInfo& table, const RowView& row);
TableInfo describe(std::string_view name, Durability durability, int version, int keys,
                   std::vector<ColumnInfo> columns);

template <class T>
consteval int shape_version() {
    if constexpr (requires { Table<T>::version; }) return Table<T>::version;
    return 1;
}

template <Mapped T>
const TableInfo& table_info() {
    static const TableInfo info = std::apply(
        [](const auto&... column) {
            const auto type_of = []<class S, class M>(const Column<S, M>&) { return Codec<M>::type; };
            return describe(Table<T>::name, Table<T>::durability, shape_version<T>(), Table<T>::keys,
                            {ColumnInfo{std::string(column.name), type_of(column)}...});
        },
        Table<T>::columns);
    return info;
}

template <Mapped T>
auto values_of(const T& row) {
    return std::apply([&](const auto&... column) { return std::array{to_value(row.*(column.member))...}; },
                      Table<T>::columns);
}

template <Mapped T>
T row_from(const RowView& view) {
    T row{};
    int at = 0;
    const auto read = [&]<class S, class M>(const Column<S, M>& column) { row.*(column.member) = view.get<M>(at++); };
    std::apply([&](const auto&... column) { (read(column), ...); }, Table<T>::columns);
    return row;
}

}  // namespace kith::store
