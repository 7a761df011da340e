// Rows of what reporters were told.
#pragma once

#include "core/reporter_answer.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::ReporterAnswer> {
    static constexpr std::string_view name = "reporter_answer";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::ReporterAnswer>> columns();
};
