// The authority's own policies, as they were applied.
#pragma once

#include "core/policy.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::AppliedPolicy> {
    static constexpr std::string_view name = "applied_policy";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::AppliedPolicy>> columns();
};
