// Derived rows by which a person is found: folded words of every name, and how they sound.
#pragma once

#include <string>

#include "core/ids.h"
#include "core/person.h"
#include "store/table.h"

namespace kith::store {

class Writer;

struct PersonKey {
    std::string key;
    core::PersonId person;
};

/// Makes the keys of one person anew: called by whatever saves a person, in the same transaction.
void put_person_keys(Writer& writer, const core::Person& person);

/// Makes all keys anew after a replay.
void rebuild_person_keys(Writer& writer);

}  // namespace kith::store

template <>
struct kith::store::Table<kith::store::PersonKey> {
    static constexpr std::string_view name = "person_key";
    static constexpr Durability durability = Durability::derived;
    static constexpr int keys = 2;
    static std::span<const Column<store::PersonKey>> columns();
};
