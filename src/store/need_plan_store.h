// Rows of child in need plans.
#pragma once

#include "core/need_plan.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::NeedPlan> {
    static constexpr std::string_view name = "need_plan";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns =
        std::tuple{column("id", &core::NeedPlan::id),
                   column("version", &core::NeedPlan::version),
                   column("child", &core::NeedPlan::child),
                   column("referral", &core::NeedPlan::referral),
                   column("assessment", &core::NeedPlan::assessment),
                   column("worker", &core::NeedPlan::worker),
                   column("team", &core::NeedPlan::team),
                   column("decided_on", &core::NeedPlan::decided_on),
                   column("met_on", &core::NeedPlan::met_on),
                   column("already_helps", &core::NeedPlan::already_helps),
                   column("family_wants", &core::NeedPlan::family_wants),
                   column("child_wants", &core::NeedPlan::child_wants),
                   column("child_wants_missing_why", &core::NeedPlan::child_wants_missing_why),
                   column("worries", &core::NeedPlan::worries),
                   column("if_things_go_wrong", &core::NeedPlan::if_things_go_wrong),
                   column("next_review", &core::NeedPlan::next_review),
                   column("state", &core::NeedPlan::state),
                   column("ended_on", &core::NeedPlan::ended_on),
                   column("end_reason", &core::NeedPlan::end),
                   column("ended_why", &core::NeedPlan::ended_why)};
};

template <>
struct kith::store::Table<kith::core::NeedPlanMember> {
    static constexpr std::string_view name = "need_plan_member";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::NeedPlanMember::id),
                                               column("plan", &core::NeedPlanMember::plan),
                                               column("person", &core::NeedPlanMember::person),
                                               column("name", &core::NeedPlanMember::name),
                                               column("part", &core::NeedPlanMember::part),
                                               column("invited", &core::NeedPlanMember::invited),
                                               column("came", &core::NeedPlanMember::came),
                                               column("agreement", &core::NeedPlanMember::agreement),
                                               column("in_their_words", &core::NeedPlanMember::in_their_words),
                                               column("answered_on", &core::NeedPlanMember::answered_on)};
};

template <>
struct kith::store::Table<kith::core::NeedPlanAction> {
    static constexpr std::string_view name = "need_plan_action";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::NeedPlanAction::id),
                                               column("plan", &core::NeedPlanAction::plan),
                                               column("position", &core::NeedPlanAction::position),
                                               column("outcome", &core::NeedPlanAction::outcome),
                                               column("action", &core::NeedPlanAction::action),
                                               column("owner", &core::NeedPlanAction::owner),
                                               column("owner_person", &core::NeedPlanAction::owner_person),
                                               column("owner_staff", &core::NeedPlanAction::owner_staff),
                                               column("by_date", &core::NeedPlanAction::by),
                                               column("how_we_know", &core::NeedPlanAction::how_we_know),
                                               column("state", &core::NeedPlanAction::state),
                                               column("settled_on", &core::NeedPlanAction::settled_on),
                                               column("progress", &core::NeedPlanAction::progress)};
};

template <>
struct kith::store::Table<kith::core::NeedPlanReview> {
    static constexpr std::string_view name = "need_plan_review";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns =
        std::tuple{column("id", &core::NeedPlanReview::id),
                   column("plan", &core::NeedPlanReview::plan),
                   column("held_on", &core::NeedPlanReview::held_on),
                   column("recorded_by", &core::NeedPlanReview::recorded_by),
                   column("family_view", &core::NeedPlanReview::family_view),
                   column("family_view_missing_why", &core::NeedPlanReview::family_view_missing_why),
                   column("child_view", &core::NeedPlanReview::child_view),
                   column("child_view_missing_why", &core::NeedPlanReview::child_view_missing_why),
                   column("progress", &core::NeedPlanReview::progress),
                   column("decision", &core::NeedPlanReview::decision),
                   column("reasons", &core::NeedPlanReview::reasons),
                   column("next_review", &core::NeedPlanReview::next_review)};
};

template <>
struct kith::store::Table<kith::core::NeedPlanVisit> {
    static constexpr std::string_view name = "need_plan_visit";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::NeedPlanVisit::id),
                                               column("plan", &core::NeedPlanVisit::plan),
                                               column("visited_on", &core::NeedPlanVisit::visited_on),
                                               column("visited_by", &core::NeedPlanVisit::visited_by),
                                               column("seen", &core::NeedPlanVisit::seen),
                                               column("not_seen_why", &core::NeedPlanVisit::not_seen_why),
                                               column("note", &core::NeedPlanVisit::note)};
};
