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
    static constexpr std::array all{std::pair{bay, "bay"sv}, std::pair{grey, "grey"sv},
                                    std::pair{chestnut, "chestnut"sv}};
};

namespace kith::store {

template <>
struct Table<toy::Horse> {
    static constexpr std::string_view name = "horse";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int version = 2;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{
        column("id", &toy::Horse::id),           column("name", &toy::Horse::name),
        column("colour", &toy::Horse::colour),   column("legs", &toy::Horse::legs),
        column("wild", &toy::Horse::wild),       column("born", &toy::Horse::born),
        column("seen_at", &toy::Horse::seen_at), column("nicknames", &toy::Horse::nicknames),
        column("foals", &toy::Horse::foals),     column("brand", &toy::Horse::brand),
        column("version", &toy::Horse::version),
    };
};

template <>
struct Table<toy::Rider> {
    static constexpr std::string_view name = "rider";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{
        column("id", &toy::Rider::id),
        column("horse_id", &toy::Rider::horse_id),
        column("since", &toy::Rider::since),
        column("note", &toy::Rider::note),
    };
};

template <>
struct Table<toy::HorseWord> {
    static constexpr std::string_view name = "horse_word";
    static constexpr Durability durability = Durability::derived;
    static constexpr int keys = 2;
    static constexpr auto columns = std::tuple{
        column("word", &toy::HorseWord::word),
        column("horse_id", &toy::HorseWord::horse_id),
    };
};

}  // namespace kith::store
