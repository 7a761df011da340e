// Rows of conferences and of all that hangs on one.
#pragma once

#include "core/conference.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Conference> {
    static constexpr std::string_view name = "conference";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::Conference>> columns();
};

template <>
struct kith::store::Table<kith::core::ConferenceChild> {
    static constexpr std::string_view name = "conference_child";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::ConferenceChild>> columns();
};

template <>
struct kith::store::Table<kith::core::ConferenceInvitation> {
    static constexpr std::string_view name = "conference_invitation";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::ConferenceInvitation>> columns();
};

template <>
struct kith::store::Table<kith::core::ConferenceReport> {
    static constexpr std::string_view name = "conference_report";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::ConferenceReport>> columns();
};

template <>
struct kith::store::Table<kith::core::ReportShared> {
    static constexpr std::string_view name = "report_shared";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::ReportShared>> columns();
};
