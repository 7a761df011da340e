// Rows of the people who work here, their teams and the authority's profile.
#pragma once

#include "core/authority.h"
#include "core/staff.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::AuthorityProfile> {
    static constexpr std::string_view name = "authority_profile";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int version = 2;
    static constexpr int keys = 1;
    static std::span<const Column<core::AuthorityProfile>> columns();
};

template <>
struct kith::store::Table<kith::core::Team> {
    static constexpr std::string_view name = "team";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::Team>> columns();
};

template <>
struct kith::store::Table<kith::core::Staff> {
    static constexpr std::string_view name = "staff";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::Staff>> columns();
};
