// Rows that join the steps: duties, decisions, timeline entries.
#pragma once

#include "core/decision.h"
#include "core/duty.h"
#include "core/timeline.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::OpenDuty> {
    static constexpr std::string_view name = "duty";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::OpenDuty>> columns();
};

template <>
struct kith::store::Table<kith::core::Decision> {
    static constexpr std::string_view name = "decision";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::Decision>> columns();
};

template <>
struct kith::store::Table<kith::core::TimelineEntry> {
    static constexpr std::string_view name = "timeline_entry";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::TimelineEntry>> columns();
};
