// Rows of pre-proceedings and their meetings.
#pragma once

#include "core/pre_proceedings.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::PreProceedings> {
    static constexpr std::string_view name = "pre_proceedings";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::PreProceedings>> columns();
};

template <>
struct kith::store::Table<kith::core::PreProceedingsMeeting> {
    static constexpr std::string_view name = "pre_proceedings_meeting";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::PreProceedingsMeeting>> columns();
};
