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
    static std::span<const Column<core::Referral>> columns();
};

template <>
struct kith::store::Table<kith::core::ChildWorker> {
    static constexpr std::string_view name = "child_worker";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int version = 2;  // 2: ended_why
    static constexpr int keys = 1;
    static std::span<const Column<core::ChildWorker>> columns();
};

template <>
struct kith::store::Table<kith::core::Closure> {
    static constexpr std::string_view name = "closure";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::Closure>> columns();
};
