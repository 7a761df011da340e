// The Standard Safeguarding Dataset 1.4.5 as data: every table and column in the specification's order, with its type,
// its part in the key and what it refers to. A loader finds all 48 tables, whether the record can fill them or not.
//
// Columns are the union of the specification and the deployed extract; sizes are those deployed. Three references of
// the specification name columns that do not exist; they are set right here (docs/returns/ssd.md names them).
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace kith::returns::ssd {

inline constexpr std::string_view dataset_version = "1.4.5";

enum class ColumnType {
    text,
    date,    ///< "2024-12-10 00:00:00.000"
    whole,   ///< a count
    number,  ///< with a fraction
    truth,   ///< 0 or 1
    bytes,
};

enum class KeyPart { none, primary };

struct Reference {
    std::string_view table, column;

    bool operator==(const Reference&) const = default;
};

struct Column {
    std::string_view name;
    ColumnType type = ColumnType::text;
    int size = 0;  ///< text: most characters; 0: no limit
    KeyPart key = KeyPart::none;
    Reference refers_to = {};  ///< empty: to nothing
};

struct Table {
    std::string_view name;
    std::span<const Column> columns;
};

std::span<const Table> tables();

/// By its name. One that does not exist is a bug.
const Table& table(std::string_view name);
std::size_t column_of(const Table& table, std::string_view name);

/// The key that a reference ends at: a reference to a column that refers on (a visit's child to an episode's child) is
/// followed. Nothing where it ends at a column that is no table's whole key: no database can enforce it.
std::optional<Reference> key_referred_to(const Column& column);

}  // namespace kith::returns::ssd
