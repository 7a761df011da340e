// Rows of strategy discussions and of interim safety plans.
#pragma once

#include "core/interim_safety_plan.h"
#include "core/strategy_discussion.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::StrategyDiscussion> {
    static constexpr std::string_view name = "strategy_discussion";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int version = 2;  // 2: who interprets
    static constexpr int keys = 1;
    static std::span<const Column<core::StrategyDiscussion>> columns();
};

template <>
struct kith::store::Table<kith::core::StrategyChild> {
    static constexpr std::string_view name = "strategy_child";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::StrategyChild>> columns();
};

template <>
struct kith::store::Table<kith::core::StrategyAttendance> {
    static constexpr std::string_view name = "strategy_attendance";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::StrategyAttendance>> columns();
};

template <>
struct kith::store::Table<kith::core::StrategyTelling> {
    static constexpr std::string_view name = "strategy_telling";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::StrategyTelling>> columns();
};

template <>
struct kith::store::Table<kith::core::StrategyAddition> {
    static constexpr std::string_view name = "strategy_addition";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::StrategyAddition>> columns();
};

template <>
struct kith::store::Table<kith::core::InterimSafetyPlan> {
    static constexpr std::string_view name = "interim_safety_plan";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::InterimSafetyPlan>> columns();
};
