// The mapping between a plain struct and its table: names and members, nothing else. Not an ORM: no relations, no
// queries built, nothing loaded behind your back. <noun>_store.h specialises Table for each struct that lies in a
// table:
//
//     template <> struct kith::store::Table<core::Contact> {
//         static constexpr std::string_view name = "contact";
//         static constexpr Durability durability = Durability::journalled;
//         static constexpr int keys = 1;  // how many of the first columns are the key
//         static std::span<const Column<core::Contact>> columns();
//     };
//
// <noun>_store.cpp has the columns, column<&core::Contact::id>("id") and so on, and tables.cpp lists the table. A table
// of the database that is not listed fails the contract test.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
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

/// One member of a struct and the column it lies in. All columns of a struct are of one type, so that what is done with
/// a table's columns is a loop.
template <class Struct>
struct Column {
    std::string_view name;
    ColumnType type;
    Value (*read_member)(const Struct&);
    void (*set_member)(Struct&, const RowView&, int at);
};

template <auto member>
struct MemberOf;
template <class Struct, class Member, Member Struct::*member>
struct MemberOf<member> {
    static Value read(const Struct& row) { return Codec<Member>::encode(row.*member); }
    static void set(Struct& row, const RowView& view, int at) { row.*member = Codec<Member>::decode(view, at); }
    static constexpr Column<Struct> in(std::string_view name) { return {name, Codec<Member>::type, read, set}; }
};

template <auto member>
constexpr auto column(std::string_view name) {
    return MemberOf<member>::in(name);
}

template <class T>
struct Table;

template <class T>
concept Mapped = requires {
    Table<T>::columns();
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
    static const TableInfo info = [] {
        std::vector<ColumnInfo> columns;
        for (const Column<T>& column : Table<T>::columns())
            columns.push_back({std::string(column.name), column.type});
        return describe(Table<T>::name, Table<T>::durability, shape_version<T>(), Table<T>::keys, std::move(columns));
    }();
    return info;
}

template <Mapped T>
std::vector<Value> values_of(const T& row) {
    std::vector<Value> values;
    values.reserve(Table<T>::columns().size());
    for (const Column<T>& column : Table<T>::columns())
        values.push_back(column.read_member(row));
    return values;
}

template <Mapped T>
T row_from(const RowView& view) {
    T row{};
    int at = 0;
    for (const Column<T>& column : Table<T>::columns())
        column.set_member(row, view, at++);
    return row;
}

}  // namespace kith::store
