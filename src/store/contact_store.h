// Rows of contacts, and of the children they are about.
#pragma once

#include "core/contact.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Contact> {
    static constexpr std::string_view name = "contact";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int version = 2;  // 2: heard_by
    static constexpr int keys = 1;
    static std::span<const Column<core::Contact>> columns();
};

template <>
struct kith::store::Table<kith::core::ContactChild> {
    static constexpr std::string_view name = "contact_child";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::ContactChild>> columns();
};
