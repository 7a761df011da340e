// Rows of people and what they are to each other.
#pragma once

#include "core/person.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Person> {
    static constexpr std::string_view name = "person";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int version = 3;
    static constexpr int keys = 1;
    static std::span<const Column<core::Person>> columns();
};

template <>
struct kith::store::Table<kith::core::Relation> {
    static constexpr std::string_view name = "relation";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::Relation>> columns();
};
