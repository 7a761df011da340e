// Rows for signing in that are durable and never journalled: a password's hash leaves in no journal, copy or replay.
#pragma once

#include <string>

#include "base/date.h"
#include "core/ids.h"
#include "store/table.h"

namespace kith::store {

struct StaffPassword {
    core::StaffId staff;
    std::string hash;  ///< Argon2id, as libsodium writes it
    Instant changed_at;
};

struct SignInAttempt {
    RawId id;
    std::string sign_in_name;
    std::string peer;
    Instant at;
    bool failed = false;
};

}  // namespace kith::store

template <>
struct kith::store::Table<kith::store::StaffPassword> {
    static constexpr std::string_view name = "staff_password";
    static constexpr Durability durability = Durability::durable;
    static constexpr int keys = 1;
    static std::span<const Column<store::StaffPassword>> columns();
};

template <>
struct kith::store::Table<kith::store::SignInAttempt> {
    static constexpr std::string_view name = "sign_in_attempt";
    static constexpr Durability durability = Durability::durable;
    static constexpr int keys = 1;
    static std::span<const Column<store::SignInAttempt>> columns();
};
