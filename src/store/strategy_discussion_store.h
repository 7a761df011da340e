// Rows of strategy discussions and of interim safety plans.
#pragma once

#include "core/interim_safety_plan.h"
#include "core/strategy_discussion.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::StrategyDiscussion> {
    static constexpr std::string_view name = "strategy_discussion";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::StrategyDiscussion::id),
                                               column("version", &core::StrategyDiscussion::version),
                                               column("held_at", &core::StrategyDiscussion::held_at),
                                               column("entered_at", &core::StrategyDiscussion::entered_at),
                                               column("held_as", &core::StrategyDiscussion::held_as),
                                               column("contact", &core::StrategyDiscussion::contact),
                                               column("manager", &core::StrategyDiscussion::manager),
                                               column("recorded_by", &core::StrategyDiscussion::recorded_by),
                                               column("team", &core::StrategyDiscussion::team),
                                               column("information", &core::StrategyDiscussion::information),
                                               column("reasonable_cause", &core::StrategyDiscussion::reasonable_cause),
                                               column("actions", &core::StrategyDiscussion::actions),
                                               column("police_reference", &core::StrategyDiscussion::police_reference),
                                               column("completed_at", &core::StrategyDiscussion::completed_at),
                                               column("completed_by", &core::StrategyDiscussion::completed_by)};
};

template <>
struct kith::store::Table<kith::core::StrategyChild> {
    static constexpr std::string_view name = "strategy_child";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::StrategyChild::id),
                                               column("discussion", &core::StrategyChild::discussion),
                                               column("child", &core::StrategyChild::child),
                                               column("decision", &core::StrategyChild::decision),
                                               column("reasons", &core::StrategyChild::reasons),
                                               column("dissent", &core::StrategyChild::dissent),
                                               column("enquiry", &core::StrategyChild::enquiry),
                                               column("starts_the_enquiry", &core::StrategyChild::starts_the_enquiry)};
};

template <>
struct kith::store::Table<kith::core::StrategyAttendance> {
    static constexpr std::string_view name = "strategy_attendance";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::StrategyAttendance::id),
                                               column("discussion", &core::StrategyAttendance::discussion),
                                               column("agency", &core::StrategyAttendance::agency),
                                               column("name", &core::StrategyAttendance::name),
                                               column("role", &core::StrategyAttendance::role),
                                               column("took_part", &core::StrategyAttendance::took_part),
                                               column("missing_why", &core::StrategyAttendance::missing_why),
                                               column("follow_up_on", &core::StrategyAttendance::follow_up_on),
                                               column("followed_up_on", &core::StrategyAttendance::followed_up_on)};
};

template <>
struct kith::store::Table<kith::core::StrategyTelling> {
    static constexpr std::string_view name = "strategy_telling";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{
        column("id", &core::StrategyTelling::id),           column("discussion", &core::StrategyTelling::discussion),
        column("child", &core::StrategyTelling::child),     column("who_is_told", &core::StrategyTelling::who_is_told),
        column("told_by", &core::StrategyTelling::told_by), column("what", &core::StrategyTelling::what),
        column("told_at", &core::StrategyTelling::when),    column("not_yet_why", &core::StrategyTelling::not_yet_why)};
};

template <>
struct kith::store::Table<kith::core::InterimSafetyPlan> {
    static constexpr std::string_view name = "interim_safety_plan";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::InterimSafetyPlan::id),
                                               column("version", &core::InterimSafetyPlan::version),
                                               column("child", &core::InterimSafetyPlan::child),
                                               column("discussion", &core::InterimSafetyPlan::discussion),
                                               column("conference", &core::InterimSafetyPlan::conference),
                                               column("starts", &core::InterimSafetyPlan::starts),
                                               column("reviewed_by", &core::InterimSafetyPlan::reviewed_by),
                                               column("worries", &core::InterimSafetyPlan::worries),
                                               column("what_helps", &core::InterimSafetyPlan::what_helps),
                                               column("who_does_what", &core::InterimSafetyPlan::who_does_what),
                                               column("if_it_fails", &core::InterimSafetyPlan::if_it_fails),
                                               column("who_to_ring", &core::InterimSafetyPlan::who_to_ring),
                                               column("agreed_by", &core::InterimSafetyPlan::agreed_by),
                                               column("made_by", &core::InterimSafetyPlan::made_by),
                                               column("made_at", &core::InterimSafetyPlan::made_at),
                                               column("ended_at", &core::InterimSafetyPlan::ended_at),
                                               column("ended_why", &core::InterimSafetyPlan::ended_why)};
};
