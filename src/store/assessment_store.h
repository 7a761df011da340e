// Rows of assessments, of each child's part in one, and of parents' accounts.
#pragma once

#include "core/assessment.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Assessment> {
    static constexpr std::string_view name = "assessment";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns =
        std::tuple{column("id", &core::Assessment::id),
                   column("version", &core::Assessment::version),
                   column("worker", &core::Assessment::worker),
                   column("team", &core::Assessment::team),
                   column("started_on", &core::Assessment::started_on),
                   column("recorded_at", &core::Assessment::recorded_at),
                   column("review_point", &core::Assessment::review_point),
                   column("reviewed_on", &core::Assessment::reviewed_on),
                   column("review_note", &core::Assessment::review_note),
                   column("purpose", &core::Assessment::purpose),
                   column("culture_religion_language", &core::Assessment::culture_religion_language),
                   column("strengths", &core::Assessment::strengths),
                   column("difficulties", &core::Assessment::difficulties),
                   column("already_helps", &core::Assessment::already_helps),
                   column("parenting_capacity", &core::Assessment::parenting_capacity),
                   column("family_and_environment", &core::Assessment::family_and_environment),
                   column("professionals", &core::Assessment::professionals),
                   column("no_parent_known", &core::Assessment::no_parent_known),
                   column("state", &core::Assessment::state),
                   column("submitted_by", &core::Assessment::submitted_by),
                   column("submitted_at", &core::Assessment::submitted_at),
                   column("signed_off_by", &core::Assessment::signed_off_by),
                   column("signed_off_at", &core::Assessment::signed_off_at),
                   column("sign_off_reasons", &core::Assessment::sign_off_reasons),
                   column("authorised_without", &core::Assessment::authorised_without),
                   column("override_reason", &core::Assessment::override_reason),
                   column("stopped_why", &core::Assessment::stopped_why)};
};

template <>
struct kith::store::Table<kith::core::AssessmentChild> {
    static constexpr std::string_view name = "assessment_child";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::AssessmentChild::id),
                                               column("assessment", &core::AssessmentChild::assessment),
                                               column("child", &core::AssessmentChild::child),
                                               column("referral", &core::AssessmentChild::referral),
                                               column("counts_from", &core::AssessmentChild::counts_from),
                                               column("seen", &core::AssessmentChild::seen),
                                               column("seen_on", &core::AssessmentChild::seen_on),
                                               column("not_seen_why", &core::AssessmentChild::not_seen_why),
                                               column("voice", &core::AssessmentChild::voice),
                                               column("observation", &core::AssessmentChild::observation),
                                               column("voice_missing_why", &core::AssessmentChild::voice_missing_why),
                                               column("development", &core::AssessmentChild::development),
                                               column("analysis", &core::AssessmentChild::analysis),
                                               column("grounds", &core::AssessmentChild::grounds),
                                               column("factors", &core::AssessmentChild::factors),
                                               column("outcome", &core::AssessmentChild::outcome),
                                               column("outcome_reasons", &core::AssessmentChild::outcome_reasons),
                                               column("help_offered", &core::AssessmentChild::help_offered)};
};

template <>
struct kith::store::Table<kith::core::ParentAccount> {
    static constexpr std::string_view name = "parent_account";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::ParentAccount::id),
                                               column("assessment", &core::ParentAccount::assessment),
                                               column("person", &core::ParentAccount::person),
                                               column("spoken_on", &core::ParentAccount::spoken_on),
                                               column("account", &core::ParentAccount::account),
                                               column("not_obtained_why", &core::ParentAccount::not_obtained_why)};
};
