// Rows of the notes that the night leaves for the day.
#pragma once

#include "core/out_of_hours_note.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::OutOfHoursNote> {
    static constexpr std::string_view name = "out_of_hours_note";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::OutOfHoursNote>> columns();
};
