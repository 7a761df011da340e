// Rows of conferences and of all that hangs on one.
#pragma once

#include "core/conference.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Conference> {
    static constexpr std::string_view name = "conference";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns =
        std::tuple{column("id", &core::Conference::id),
                   column("version", &core::Conference::version),
                   column("state", &core::Conference::state),
                   column("starts_at", &core::Conference::starts_at),
                   column("venue", &core::Conference::venue),
                   column("team", &core::Conference::team),
                   column("instead_of", &core::Conference::instead_of),
                   column("late_why", &core::Conference::late_why),
                   column("chair", &core::Conference::chair),
                   column("chair_declares", &core::Conference::chair_declares),
                   column("declaration_by", &core::Conference::declaration_by),
                   column("declaration_accepted", &core::Conference::declaration_accepted),
                   column("chair_override_by", &core::Conference::chair_override_by),
                   column("chair_override_why", &core::Conference::chair_override_why),
                   column("attendance", &core::Conference::attendance),
                   column("attendance_why", &core::Conference::attendance_why),
                   column("invited_at", &core::Conference::invited_at),
                   column("met_parents_at", &core::Conference::met_parents_at),
                   column("met_parents_who", &core::Conference::met_parents_who),
                   column("not_met_why", &core::Conference::not_met_why),
                   column("not_quorate_why", &core::Conference::not_quorate_why),
                   column("early_review_considered", &core::Conference::early_review_considered),
                   column("exclusions", &core::Conference::exclusions),
                   column("minutes_by", &core::Conference::minutes_by),
                   column("minutes", &core::Conference::minutes),
                   column("decided_at", &core::Conference::decided_at),
                   column("did_not_proceed_why", &core::Conference::did_not_proceed_why),
                   column("reconvened_as", &core::Conference::reconvened_as)};
};

template <>
struct kith::store::Table<kith::core::ConferenceChild> {
    static constexpr std::string_view name = "conference_child";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns =
        std::tuple{column("id", &core::ConferenceChild::id),
                   column("conference", &core::ConferenceChild::conference),
                   column("child", &core::ConferenceChild::child),
                   column("kind", &core::ConferenceChild::kind),
                   column("enquiry", &core::ConferenceChild::enquiry),
                   column("plan", &core::ConferenceChild::plan),
                   column("due", &core::ConferenceChild::due),
                   column("child_view", &core::ConferenceChild::child_view),
                   column("child_view_missing", &core::ConferenceChild::child_view_missing),
                   column("decision", &core::ConferenceChild::decision),
                   column("category", &core::ConferenceChild::category),
                   column("threshold", &core::ConferenceChild::threshold),
                   column("dissent", &core::ConferenceChild::dissent),
                   column("plan_end", &core::ConferenceChild::plan_end),
                   column("outline", &core::ConferenceChild::outline),
                   column("accountable_worker", &core::ConferenceChild::accountable_worker),
                   column("first_core_group_on", &core::ConferenceChild::first_core_group_on),
                   column("review_on", &core::ConferenceChild::review_on),
                   column("stopped_why", &core::ConferenceChild::stopped_why)};
};

template <>
struct kith::store::Table<kith::core::ConferenceInvitation> {
    static constexpr std::string_view name = "conference_invitation";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns =
        std::tuple{column("id", &core::ConferenceInvitation::id),
                   column("conference", &core::ConferenceInvitation::conference),
                   column("invited_as", &core::ConferenceInvitation::invited_as),
                   column("person", &core::ConferenceInvitation::person),
                   column("name", &core::ConferenceInvitation::name),
                   column("role", &core::ConferenceInvitation::role),
                   column("agency", &core::ConferenceInvitation::agency),
                   column("adjustments", &core::ConferenceInvitation::adjustments),
                   column("not_invited_why", &core::ConferenceInvitation::not_invited_why),
                   column("relative_interprets_why", &core::ConferenceInvitation::relative_interprets_why),
                   column("came", &core::ConferenceInvitation::came),
                   column("said", &core::ConferenceInvitation::said),
                   column("said_nothing_why", &core::ConferenceInvitation::said_nothing_why)};
};

template <>
struct kith::store::Table<kith::core::ConferenceReport> {
    static constexpr std::string_view name = "conference_report";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::ConferenceReport::id),
                                               column("conference", &core::ConferenceReport::conference),
                                               column("asked_of", &core::ConferenceReport::asked_of),
                                               column("agency", &core::ConferenceReport::agency),
                                               column("asked_on", &core::ConferenceReport::asked_on),
                                               column("due_on", &core::ConferenceReport::due_on),
                                               column("received_on", &core::ConferenceReport::received_on),
                                               column("strengths", &core::ConferenceReport::strengths),
                                               column("concerns", &core::ConferenceReport::concerns),
                                               column("not_received_why", &core::ConferenceReport::not_received_why)};
};

template <>
struct kith::store::Table<kith::core::ReportShared> {
    static constexpr std::string_view name = "report_shared";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::ReportShared::id),
                                               column("conference", &core::ReportShared::conference),
                                               column("report", &core::ReportShared::report),
                                               column("adult", &core::ReportShared::adult),
                                               column("shared_on", &core::ReportShared::shared_on),
                                               column("how", &core::ReportShared::how),
                                               column("not_shared_why", &core::ReportShared::not_shared_why)};
};
