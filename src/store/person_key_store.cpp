#include "store/person_key_store.h"

#include "matching/person_keys.h"
#include "store/person_store.h"
#include "store/transaction.h"

namespace kith::store {

std::span<const Column<store::PersonKey>> Table<store::PersonKey>::columns() {
    static constexpr std::array all{
        column<&PersonKey::key>("key"),
        column<&PersonKey::person>("person"),
    };
    return all;
}

void put_person_keys(Writer& writer, const core::Person& person) {
    writer.run("DELETE FROM person_key WHERE person = $1", person.id);
    for (const std::string& key : matching::keys_of(person))
        writer.put(PersonKey{key, person.id});
}

void rebuild_person_keys(Writer& writer) {
    writer.run("DELETE FROM person_key");
    for (const core::Person& person : writer.list<core::Person>("ORDER BY id"))
        put_person_keys(writer, person);
}

}  // namespace kith::store
