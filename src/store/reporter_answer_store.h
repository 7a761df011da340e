// Rows of what reporters were told.
#pragma once

#include "core/reporter_answer.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::ReporterAnswer> {
    static constexpr std::string_view name = "reporter_answer";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::ReporterAnswer::id),
                                               column("contact", &core::ReporterAnswer::contact),
                                               column("what", &core::ReporterAnswer::what),
                                               column("who", &core::ReporterAnswer::who),
                                               column("how", &core::ReporterAnswer::how),
                                               column("told_at", &core::ReporterAnswer::told_at),
                                               column("recorded_at", &core::ReporterAnswer::recorded_at),
                                               column("told_by", &core::ReporterAnswer::told_by),
                                               column("said", &core::ReporterAnswer::said)};
};
