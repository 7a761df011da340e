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
    static constexpr auto columns = std::tuple{column("id", &core::ProtectionPlan::id),
                                               column("version", &core::ProtectionPlan::version),
                                               column("child", &core::ProtectionPlan::child),
                                               column("started_on", &core::ProtectionPlan::started_on),
                                               column("conference", &core::ProtectionPlan::conference),
                                               column("category", &core::ProtectionPlan::category),
                                               column("accountable_worker", &core::ProtectionPlan::accountable_worker),
                                               column("team", &core::ProtectionPlan::team),
                                               column("already_helps", &core::ProtectionPlan::already_helps),
                                               column("contingency", &core::ProtectionPlan::contingency),
                                               column("family_view", &core::ProtectionPlan::family_view),
                                               column("child_view", &core::ProtectionPlan::child_view),
                                               column("child_view_missing", &core::ProtectionPlan::child_view_missing),
                                               column("visit_every_days", &core::ProtectionPlan::visit_every_days),
                                               column("visited_by", &core::ProtectionPlan::visited_by),
                                               column("last_review", &core::ProtectionPlan::last_review),
                                               column("reviewed_on", &core::ProtectionPlan::reviewed_on),
                                               column("review_by", &core::ProtectionPlan::review_by),
                                               column("review_booked", &core::ProtectionPlan::review_booked),
                                               column("ended_on", &core::ProtectionPlan::ended_on),
                                               column("end_reason", &core::ProtectionPlan::end),
                                               column("end_why", &core::ProtectionPlan::end_why),
                                               column("inherited_from", &core::ProtectionPlan::inherited_from)};
};

template <>
struct kith::store::Table<kith::core::PlanChange> {
    static constexpr std::string_view name = "plan_change";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::PlanChange::id),
                                               column("plan", &core::PlanChange::plan),
                                               column("position", &core::PlanChange::position),
                                               column("must_change", &core::PlanChange::must_change),
                                               column("how_we_will_know", &core::PlanChange::how_we_will_know),
                                               column("by_date", &core::PlanChange::by),
                                               column("progress", &core::PlanChange::progress),
                                               column("achieved_on", &core::PlanChange::achieved_on)};
};

template <>
struct kith::store::Table<kith::core::PlanAction> {
    static constexpr std::string_view name = "plan_action";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{
        column("id", &core::PlanAction::id),         column("plan", &core::PlanAction::plan),
        column("change", &core::PlanAction::change), column("position", &core::PlanAction::position),
        column("who", &core::PlanAction::who),       column("what", &core::PlanAction::what),
        column("by_date", &core::PlanAction::by),    column("status", &core::PlanAction::status),
        column("note", &core::PlanAction::note),     column("looked_at_on", &core::PlanAction::looked_at_on)};
};

template <>
struct kith::store::Table<kith::core::PlanCategory> {
    static constexpr std::string_view name = "plan_category";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::PlanCategory::id),
                                               column("plan", &core::PlanCategory::plan),
                                               column("category", &core::PlanCategory::category),
                                               column("from_date", &core::PlanCategory::from),
                                               column("conference", &core::PlanCategory::conference),
                                               column("why", &core::PlanCategory::why)};
};

template <>
struct kith::store::Table<kith::core::ProtectionVisit> {
    static constexpr std::string_view name = "protection_visit";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::ProtectionVisit::id),
                                               column("plan", &core::ProtectionVisit::plan),
                                               column("child", &core::ProtectionVisit::child),
                                               column("visited_at", &core::ProtectionVisit::visited_at),
                                               column("by_staff", &core::ProtectionVisit::by),
                                               column("seen", &core::ProtectionVisit::seen),
                                               column("seen_alone", &core::ProtectionVisit::seen_alone),
                                               column("why_not", &core::ProtectionVisit::why_not),
                                               column("child_said", &core::ProtectionVisit::child_said),
                                               column("account", &core::ProtectionVisit::account)};
};

template <>
struct kith::store::Table<kith::core::CoreGroupMember> {
    static constexpr std::string_view name = "core_group_member";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::CoreGroupMember::id),
                                               column("plan", &core::CoreGroupMember::plan),
                                               column("person", &core::CoreGroupMember::person),
                                               column("staff", &core::CoreGroupMember::staff),
                                               column("name", &core::CoreGroupMember::name),
                                               column("role", &core::CoreGroupMember::role),
                                               column("agency", &core::CoreGroupMember::agency),
                                               column("from_date", &core::CoreGroupMember::from),
                                               column("until_date", &core::CoreGroupMember::until),
                                               column("left_why", &core::CoreGroupMember::left_why)};
};

template <>
struct kith::store::Table<kith::core::CoreGroupMeeting> {
    static constexpr std::string_view name = "core_group_meeting";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::CoreGroupMeeting::id),
                                               column("version", &core::CoreGroupMeeting::version),
                                               column("plan", &core::CoreGroupMeeting::plan),
                                               column("number", &core::CoreGroupMeeting::number),
                                               column("held_at", &core::CoreGroupMeeting::held_at),
                                               column("led_by", &core::CoreGroupMeeting::led_by),
                                               column("family_said", &core::CoreGroupMeeting::family_said),
                                               column("progress", &core::CoreGroupMeeting::progress),
                                               column("worries", &core::CoreGroupMeeting::worries),
                                               column("next_on", &core::CoreGroupMeeting::next_on),
                                               column("recorded_by", &core::CoreGroupMeeting::recorded_by)};
};

template <>
struct kith::store::Table<kith::core::CoreGroupAttendance> {
    static constexpr std::string_view name = "core_group_attendance";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns =
        std::tuple{column("id", &core::CoreGroupAttendance::id), column("meeting", &core::CoreGroupAttendance::meeting),
                   column("member", &core::CoreGroupAttendance::member),
                   column("came", &core::CoreGroupAttendance::came), column("note", &core::CoreGroupAttendance::note)};
};
