// Rows that say whose history a twin has inherited.
#pragma once

#include "core/birth.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::InheritedHistory> {
    static constexpr std::string_view name = "inherited_history";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::InheritedHistory::id),
                                               column("child", &core::InheritedHistory::child),
                                               column("from_person", &core::InheritedHistory::from),
                                               column("until_at", &core::InheritedHistory::until),
                                               column("why", &core::InheritedHistory::why),
                                               column("recorded_by", &core::InheritedHistory::recorded_by)};
};
