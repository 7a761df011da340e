// Rows of places, and of who must not know them.
#pragma once

#include "core/place.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Place> {
    static constexpr std::string_view name = "place";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns =
        std::tuple{column("id", &core::Place::id),          column("version", &core::Place::version),
                   column("person", &core::Place::person),  column("kind", &core::Place::kind),
                   column("text", &core::Place::text),      column("postcode", &core::Place::postcode),
                   column("from_date", &core::Place::from), column("until_date", &core::Place::until)};
};

template <>
struct kith::store::Table<kith::core::PlaceSecret> {
    static constexpr std::string_view name = "place_secret";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::PlaceSecret::id),
                                               column("place", &core::PlaceSecret::place),
                                               column("not_known_to", &core::PlaceSecret::not_known_to),
                                               column("reason", &core::PlaceSecret::reason),
                                               column("set_by", &core::PlaceSecret::set_by),
                                               column("set_at", &core::PlaceSecret::set_at),
                                               column("ended_at", &core::PlaceSecret::ended_at)};
};
