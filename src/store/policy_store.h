// The authority's own policies, as they were applied.
#pragma once

#include "core/policy.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::AppliedPolicy> {
    static constexpr std::string_view name = "applied_policy";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::AppliedPolicy::id),
                                               column("from_date", &core::AppliedPolicy::from),
                                               column("hash", &core::AppliedPolicy::hash),
                                               column("text", &core::AppliedPolicy::text),
                                               column("applied_by", &core::AppliedPolicy::applied_by),
                                               column("applied_at", &core::AppliedPolicy::applied_at)};
};
