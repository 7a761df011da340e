// Rows of what the data team is told of census findings, and the figures of a day.
#pragma once

#include "core/census_note.h"
#include "store/table.h"

namespace kith::store {

/// How many children a rule found on a day, in one team; not journalled. The rule "-" is all of them together.
struct CensusDay {
    int census_year = 0;
    Date day;
    core::TeamId team;  ///< nil: open to no team
    std::string rule;
    int children = 0;   ///< found by the rule; with "-": reported
    int open = 0;       ///< findings that nobody has explained
    int explained = 0;  ///< findings with an accepted note
};

}  // namespace kith::store

template <>
struct kith::store::Table<kith::store::CensusDay> {
    static constexpr std::string_view name = "census_day";
    static constexpr Durability durability = Durability::durable;
    static constexpr int keys = 4;
    static std::span<const Column<store::CensusDay>> columns();
};

template <>
struct kith::store::Table<kith::core::CensusNote> {
    static constexpr std::string_view name = "census_note";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::CensusNote>> columns();
};
