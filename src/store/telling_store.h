// Rows of what is owed to whom.
#pragma once

#include "core/telling.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Telling> {
    static constexpr std::string_view name = "telling";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::Telling>> columns();
};
