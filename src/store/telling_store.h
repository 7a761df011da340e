// Rows of what is owed to whom.
#pragma once

#include "core/telling.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Telling> {
    static constexpr std::string_view name = "telling";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::Telling::id),
                                               column("version", &core::Telling::version),
                                               column("child", &core::Telling::child),
                                               column("who", &core::Telling::who),
                                               column("owed", &core::Telling::owed),
                                               column("about", &core::Telling::about),
                                               column("record", &core::Telling::record),
                                               column("owed_from", &core::Telling::owed_from),
                                               column("state", &core::Telling::state),
                                               column("told_at", &core::Telling::told_at),
                                               column("recorded_at", &core::Telling::recorded_at),
                                               column("how", &core::Telling::how),
                                               column("told_by", &core::Telling::told_by),
                                               column("format", &core::Telling::format),
                                               column("talk_through", &core::Telling::talk_through),
                                               column("talk_through_missing", &core::Telling::talk_through_missing),
                                               column("left_out", &core::Telling::left_out),
                                               column("showing", &core::Telling::showing),
                                               column("reason", &core::Telling::reason),
                                               column("reason_in_words", &core::Telling::reason_in_words),
                                               column("legal_advice", &core::Telling::legal_advice),
                                               column("decided_by", &core::Telling::decided_by),
                                               column("decided_at", &core::Telling::decided_at),
                                               column("review_on", &core::Telling::review_on)};
};
