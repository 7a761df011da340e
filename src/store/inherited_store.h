// Rows that say what was brought over from another system's file.
#pragma once

#include "core/inherited.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Inherited> {
    static constexpr std::string_view name = "inherited";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("record", &core::Inherited::record),
                                               column("child", &core::Inherited::child),
                                               column("about", &core::Inherited::about),
                                               column("source", &core::Inherited::source),
                                               column("line", &core::Inherited::line),
                                               column("not_known", &core::Inherited::not_known),
                                               column("plans_before", &core::Inherited::plans_before),
                                               column("brought_at", &core::Inherited::brought_at)};
};
