// The authority whose records these are: one row.
#pragma once

#include "core/authority.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Authority> {
    static constexpr std::string_view name = "authority";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::Authority>> columns();
};
