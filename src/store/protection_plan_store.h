// Rows of child protection plans, their core groups and visits.
#pragma once

#include "core/core_group.h"
#include "core/protection_plan.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::ProtectionPlan> {
    static constexpr std::string_view name = "protection_plan";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::ProtectionPlan>> columns();
};

template <>
struct kith::store::Table<kith::core::PlanChange> {
    static constexpr std::string_view name = "plan_change";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::PlanChange>> columns();
};

template <>
struct kith::store::Table<kith::core::PlanAction> {
    static constexpr std::string_view name = "plan_action";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::PlanAction>> columns();
};

template <>
struct kith::store::Table<kith::core::PlanCategory> {
    static constexpr std::string_view name = "plan_category";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::PlanCategory>> columns();
};

template <>
struct kith::store::Table<kith::core::ProtectionVisit> {
    static constexpr std::string_view name = "protection_visit";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int version = 2;
    static constexpr int keys = 1;
    static std::span<const Column<core::ProtectionVisit>> columns();
};

template <>
struct kith::store::Table<kith::core::CoreGroupMember> {
    static constexpr std::string_view name = "core_group_member";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::CoreGroupMember>> columns();
};

template <>
struct kith::store::Table<kith::core::CoreGroupMeeting> {
    static constexpr std::string_view name = "core_group_meeting";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::CoreGroupMeeting>> columns();
};

template <>
struct kith::store::Table<kith::core::CoreGroupAttendance> {
    static constexpr std::string_view name = "core_group_attendance";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::CoreGroupAttendance>> columns();
};
