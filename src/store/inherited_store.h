// Rows that say what was brought over from another system's file.
#pragma once

#include "core/inherited.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Inherited> {
    static constexpr std::string_view name = "inherited";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::Inherited>> columns();
};
