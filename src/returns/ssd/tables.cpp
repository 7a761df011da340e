#include "returns/ssd/tables.h"

#include <algorithm>
#include <vector>

#include "base/result.h"
#include "returns/ssd/table_parts.h"

namespace kith::returns::ssd {

namespace {

bool is_whole_key(const Table& of, const Column& column) {
    return column.key == KeyPart::primary && std::ranges::count(of.columns, KeyPart::primary, &Column::key) == 1;
}

}  // namespace

std::span<const Table> tables() {
    static const std::vector<Table> all = [] {
        std::vector<Table> joined;
        for (auto part : {tables_of_need(), tables_of_care(), tables_of_others()})
            joined.insert(joined.end(), part.begin(), part.end());
        return joined;
    }();
    return all;
}

const Table& table(std::string_view name) {
    auto found = std::ranges::find(tables(), name, &Table::name);
    CHECK(found != tables().end());
    return *found;
}

std::size_t column_of(const Table& table, std::string_view name) {
    auto found = std::ranges::find(table.columns, name, &Column::name);
    CHECK(found != table.columns.end());
    return static_cast<std::size_t>(found - table.columns.begin());
}

std::optional<Reference> key_referred_to(const Column& column) {
    Reference at = column.refers_to;
    while (!at.table.empty()) {
        const Table& of = table(at.table);
        const Column& next = of.columns[column_of(of, at.column)];
        if (is_whole_key(of, next)) return at;
        at = next.refers_to;
    }
    return std::nullopt;
}

}  // namespace kith::returns::ssd
