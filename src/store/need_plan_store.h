// Rows of child in need plans.
#pragma once

#include "core/need_plan.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::NeedPlan> {
    static constexpr std::string_view name = "need_plan";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::NeedPlan>> columns();
};

template <>
struct kith::store::Table<kith::core::NeedPlanMember> {
    static constexpr std::string_view name = "need_plan_member";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::NeedPlanMember>> columns();
};

template <>
struct kith::store::Table<kith::core::NeedPlanAction> {
    static constexpr std::string_view name = "need_plan_action";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::NeedPlanAction>> columns();
};

template <>
struct kith::store::Table<kith::core::NeedPlanReview> {
    static constexpr std::string_view name = "need_plan_review";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::NeedPlanReview>> columns();
};

template <>
struct kith::store::Table<kith::core::NeedPlanVisit> {
    static constexpr std::string_view name = "need_plan_visit";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int version = 2;
    static constexpr int keys = 1;
    static std::span<const Column<core::NeedPlanVisit>> columns();
};
