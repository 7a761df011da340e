// Rows of assessments, of each child's part in one, and of parents' accounts.
#pragma once

#include "core/assessment.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Assessment> {
    static constexpr std::string_view name = "assessment";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::Assessment>> columns();
};

template <>
struct kith::store::Table<kith::core::AssessmentChild> {
    static constexpr std::string_view name = "assessment_child";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::AssessmentChild>> columns();
};

template <>
struct kith::store::Table<kith::core::ParentAccount> {
    static constexpr std::string_view name = "parent_account";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::ParentAccount>> columns();
};
