// Rows of police protection and emergency protection orders.
#pragma once

#include "core/emergency_protection.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::EmergencyProtection> {
    static constexpr std::string_view name = "emergency_protection";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::EmergencyProtection>> columns();
};
