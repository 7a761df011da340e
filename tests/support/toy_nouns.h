// Two nouns that exist in tests only, with every kind of column: the store is tested without social care.
#pragma once

#include "store/store.h"

namespace kith::toy {

using HorseId = Id<struct HorseTag>;
using RiderId = Id<struct RiderTag>;

enum class Colour { bay, grey, chestnut };

struct Horse {
    HorseId id;
    std::string name;
    Colour colour = Colour::bay;
    int legs = 4;
    bool wild = false;
    std::optional<Date> born;
    std::optional<Instant> seen_at;
    std::vector<std::string> nicknames;
    std::vector<Colour> foals;
    Bytes brand;
    int version = 1;
    bool operator==(const Horse&) const = default;
};

struct Rider {
    RiderId id;
    HorseId horse_id;
    Date since;
    std::optional<std::string> note;
    bool operator==(const Rider&) const = default;
};

/// Derived: one row for each word of a horse's name.
struct HorseWord {
    std::string word;
    HorseId horse_id;
    bool operator==(const HorseWord&) const = default;
};

inline constexpr core::ChangeKind horse_foaled{"horse foaled", core::RecordKind::person};
inline constexpr core::ChangeKind horse_ridden{"horse ridden", core::RecordKind::person, 2};

const store::Schema& schema();

/// Saves the horse and its derived rows.
void save_horse(store::Writer& writer, const Horse& horse);
Horse a_horse(std::uint64_t number);

}  // namespace kith::toy

template <>
struct kith::Words<kith::toy::Colour> {
    using enum kith::toy::Colour;
    static constexpr std::array all{Word{bay, "bay"sv}, Word{grey, "grey"sv}, Word{chestnut, "chestnut"sv}};
};

namespace kith::store {

template <>
struct Table<toy::Horse> {
    static constexpr std::string_view name = "horse";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int version = 2;
    static constexpr int keys = 1;
    static std::span<const Column<toy::Horse>> columns();
};

template <>
struct Table<toy::Rider> {
    static constexpr std::string_view name = "rider";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static std::span<const Column<toy::Rider>> columns();
};

template <>
struct Table<toy::HorseWord> {
    static constexpr std::string_view name = "horse_word";
    static constexpr Durability durability = Durability::derived;
    static constexpr int keys = 2;
    static std::span<const Column<toy::HorseWord>> columns();
};

}  // namespace kith::store
