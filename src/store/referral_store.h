// Rows of referrals, of who is accountable for a child, and of closures.
#pragma once

#include "core/accountable_worker.h"
#include "core/closure.h"
#include "core/referral.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Referral> {
    static constexpr std::string_view name = "referral";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::Referral::id),
                                               column("version", &core::Referral::version),
                                               column("child", &core::Referral::child),
                                               column("contact", &core::Referral::contact),
                                               column("received_at", &core::Referral::received_at),
                                               column("accepted_at", &core::Referral::accepted_at),
                                               column("decided_at", &core::Referral::decided_at),
                                               column("recorded_at", &core::Referral::recorded_at),
                                               column("source", &core::Referral::source),
                                               column("source_detail", &core::Referral::source_detail),
                                               column("reason", &core::Referral::reason),
                                               column("need", &core::Referral::need),
                                               column("team", &core::Referral::team),
                                               column("state", &core::Referral::state),
                                               column("decision", &core::Referral::decision),
                                               column("decided_by", &core::Referral::decided_by),
                                               column("decision_reasons", &core::Referral::decision_reasons),
                                               column("service", &core::Referral::service),
                                               column("closed_on", &core::Referral::closed_on)};
};

template <>
struct kith::store::Table<kith::core::ChildWorker> {
    static constexpr std::string_view name = "child_worker";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::ChildWorker::id),
                                               column("child", &core::ChildWorker::child),
                                               column("staff", &core::ChildWorker::staff),
                                               column("team", &core::ChildWorker::team),
                                               column("role", &core::ChildWorker::role),
                                               column("from_at", &core::ChildWorker::from),
                                               column("until_at", &core::ChildWorker::until),
                                               column("arranged_by", &core::ChildWorker::arranged_by),
                                               column("taken_over_from", &core::ChildWorker::taken_over_from),
                                               column("note", &core::ChildWorker::note)};
};

template <>
struct kith::store::Table<kith::core::Closure> {
    static constexpr std::string_view name = "closure";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns =
        std::tuple{column("id", &core::Closure::id),
                   column("version", &core::Closure::version),
                   column("child", &core::Closure::child),
                   column("referral", &core::Closure::referral),
                   column("reason", &core::Closure::reason),
                   column("closes_on", &core::Closure::closes_on),
                   column("why", &core::Closure::why),
                   column("family_view", &core::Closure::family_view),
                   column("family_view_missing_why", &core::Closure::family_view_missing_why),
                   column("child_view", &core::Closure::child_view),
                   column("child_view_missing_why", &core::Closure::child_view_missing_why),
                   column("services_that_stay", &core::Closure::services_that_stay),
                   column("how_to_come_back", &core::Closure::how_to_come_back),
                   column("proposed_by", &core::Closure::proposed_by),
                   column("proposed_at", &core::Closure::proposed_at),
                   column("state", &core::Closure::state),
                   column("decided_by", &core::Closure::decided_by),
                   column("decided_at", &core::Closure::decided_at),
                   column("decision_reasons", &core::Closure::decision_reasons)};
};
