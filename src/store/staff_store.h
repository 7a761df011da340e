// Rows of the people who work here, their teams and the authority's profile.
#pragma once

#include "core/authority.h"
#include "core/staff.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::AuthorityProfile> {
    static constexpr std::string_view name = "authority_profile";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int version = 2;
    static constexpr int keys = 1;
    static constexpr auto columns =
        std::tuple{column("id", &core::AuthorityProfile::id),
                   column("name", &core::AuthorityProfile::name),
                   column("phone", &core::AuthorityProfile::phone),
                   column("out_of_hours_phone", &core::AuthorityProfile::out_of_hours_phone),
                   column("opening_hours", &core::AuthorityProfile::opening_hours),
                   column("website", &core::AuthorityProfile::website),
                   column("dfe_number", &core::AuthorityProfile::dfe_number)};
};

template <>
struct kith::store::Table<kith::core::Team> {
    static constexpr std::string_view name = "team";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::Team::id), column("name", &core::Team::name),
                                               column("phone", &core::Team::phone)};
};

template <>
struct kith::store::Table<kith::core::Staff> {
    static constexpr std::string_view name = "staff";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::Staff::id),
                                               column("version", &core::Staff::version),
                                               column("name", &core::Staff::name),
                                               column("sign_in_name", &core::Staff::sign_in_name),
                                               column("role", &core::Staff::role),
                                               column("team", &core::Staff::team),
                                               column("phone", &core::Staff::phone),
                                               column("social_work_qualified", &core::Staff::social_work_qualified),
                                               column("disabled_at", &core::Staff::disabled_at)};
};
