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
    static constexpr auto columns = std::tuple{column("id", &core::OpenDuty::id),
                                               column("version", &core::OpenDuty::version),
                                               column("duty", &core::OpenDuty::duty),
                                               column("about", &core::OpenDuty::about),
                                               column("record", &core::OpenDuty::record),
                                               column("child", &core::OpenDuty::child),
                                               column("starts", &core::OpenDuty::starts),
                                               column("due", &core::OpenDuty::due),
                                               column("due_at", &core::OpenDuty::due_at),
                                               column("warn_on", &core::OpenDuty::warn_on),
                                               column("owner", &core::OpenDuty::owner),
                                               column("team", &core::OpenDuty::team),
                                               column("clock", &core::OpenDuty::clock),
                                               column("edition", &core::OpenDuty::edition),
                                               column("what", &core::OpenDuty::what),
                                               column("opened_at", &core::OpenDuty::opened_at),
                                               column("closed_at", &core::OpenDuty::closed_at),
                                               column("met_on", &core::OpenDuty::met_on),
                                               column("closed_how", &core::OpenDuty::closed_how),
                                               column("late_reason", &core::OpenDuty::late_reason),
                                               column("late_approved_by", &core::OpenDuty::late_approved_by)};
};

template <>
struct kith::store::Table<kith::core::Decision> {
    static constexpr std::string_view name = "decision";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::Decision::id),
                                               column("about", &core::Decision::about),
                                               column("record", &core::Decision::record),
                                               column("child", &core::Decision::child),
                                               column("outcome", &core::Decision::outcome),
                                               column("decided_by", &core::Decision::decided_by),
                                               column("role", &core::Decision::role),
                                               column("decided_at", &core::Decision::decided_at),
                                               column("edition", &core::Decision::edition),
                                               column("policy_hash", &core::Decision::policy_hash),
                                               column("reasons", &core::Decision::reasons),
                                               column("child_view", &core::Decision::child_view),
                                               column("child_view_missing", &core::Decision::child_view_missing),
                                               column("parents_view", &core::Decision::parents_view),
                                               column("parents_view_missing", &core::Decision::parents_view_missing),
                                               column("alternatives", &core::Decision::alternatives),
                                               column("dissent", &core::Decision::dissent),
                                               column("review_on", &core::Decision::review_on)};
};

template <>
struct kith::store::Table<kith::core::TimelineEntry> {
    static constexpr std::string_view name = "timeline_entry";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::TimelineEntry::id),
                                               column("child", &core::TimelineEntry::child),
                                               column("happened_at", &core::TimelineEntry::happened_at),
                                               column("recorded_at", &core::TimelineEntry::recorded_at),
                                               column("recorded_by", &core::TimelineEntry::recorded_by),
                                               column("about", &core::TimelineEntry::about),
                                               column("record", &core::TimelineEntry::record),
                                               column("kind", &core::TimelineEntry::kind),
                                               column("title", &core::TimelineEntry::title),
                                               column("text", &core::TimelineEntry::text)};
};
