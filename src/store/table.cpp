#include "store/table.h"

namespace kith::store {

namespace {

std::string joined(const std::vector<ColumnInfo>& columns, std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i)
        out += (i == 0 ? "" : ", ") + columns[i].name;
    return out;
}

std::string key_is(const std::vector<ColumnInfo>& columns, std::size_t keys) {
    std::string out = "WHERE ";
    for (std::size_t i = 0; i < keys; ++i)
        out += (i == 0 ? "" : " AND ") + columns[i].name + " = $" + std::to_string(i + 1);
    return out;
}

std::string upsert(const TableInfo& table, std::size_t keys, std::string_view tenant) {
    std::string out = "INSERT INTO " + table.name + " (" + joined(table.columns, table.columns.size()) + ") VALUES (";
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        out += (i == 0 ? "$" : ", $") + std::to_string(i + 1);
    out += ") ON CONFLICT (" + std::string(tenant) + joined(table.columns, keys) + ") DO ";
    if (keys == table.columns.size()) return out + "NOTHING";
    out += "UPDATE SET ";
    for (std::size_t i = keys; i < table.columns.size(); ++i)
        out += (i == keys ? "" : ", ") + table.columns[i].name + " = excluded." + table.columns[i].name;
    return out;
}

Value read_value(ColumnType type, const RowView& row, int column) {
    if (row.is_null(column)) return Null{};
    switch (type) {
        case ColumnType::id:
            return row.id(column);
        case ColumnType::text:
            return std::string(row.text(column));
        case ColumnType::integer:
            return row.integer(column);
        case ColumnType::date:
            return row.date(column);
        case ColumnType::bytes:
            return row.get<Bytes>(column);
    }
    return Null{};
}

}  // namespace

std::vector<Value> read_values(const TableInfo& table, const RowView& row) {
    std::vector<Value> values;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        values.push_back(read_value(table.columns[i].type, row, static_cast<int>(i)));
    return values;
}

TableInfo describe(std::string_view name, Durability durability, int version, int keys,
                   std::vector<ColumnInfo> columns) {
    TableInfo table{.name = std::string(name), .durability = durability, .version = version, .keys = keys};
    table.columns = std::move(columns);
    const auto key_count = static_cast<std::size_t>(keys);
    if (table.columns.empty()) return table;
    table.select = "SELECT " + joined(table.columns, table.columns.size()) + " FROM " + table.name + " ";
    table.upsert_sqlite = upsert(table, key_count, "");
    table.upsert_postgres = upsert(table, key_count, "authority_id, ");
    table.remove = "DELETE FROM " + table.name + " " + key_is(table.columns, key_count);
    table.find = table.select + key_is(table.columns, key_count);
    return table;
}

}  // namespace kith::store
