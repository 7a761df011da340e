// Rows that say whose history a twin has inherited.
#pragma once

#include "core/birth.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::InheritedHistory> {
    static constexpr std::string_view name = "inherited_history";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::InheritedHistory>> columns();
};
