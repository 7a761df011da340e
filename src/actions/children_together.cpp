#include "actions/children_together.h"

#include "actions/authority.h"
#include "actions/people.h"
#include "store/contact_store.h"
#include "store/person_store.h"

namespace kith::actions {

using namespace core;

std::vector<Person> reported_together_with(store::Reader& reader, const Actor& actor, PersonId child) {
    auto others = reader.list<Person>(
        "WHERE id <> $1 AND id IN (SELECT person FROM contact_child WHERE contact IN "
        "(SELECT contact FROM contact_child WHERE person = $1)) ORDER BY given_name, family_name, id",
        child);
    std::erase_if(others, [&](const Person& each) {
        return !may_for_child(actor, Act::read_child, allocation_of(reader, each));
    });
    return others;
}

}  // namespace kith::actions
