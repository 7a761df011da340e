// Rows of places, and of who must not know them.
#pragma once

#include "core/place.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Place> {
    static constexpr std::string_view name = "place";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::Place>> columns();
};

template <>
struct kith::store::Table<kith::core::PlaceSecret> {
    static constexpr std::string_view name = "place_secret";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<core::PlaceSecret>> columns();
};
