#include "store/person_store.h"

namespace kith::store {

std::span<const Column<core::Person>> Table<core::Person>::columns() {
    static constexpr std::array all{
        column<&core::Person::id>("id"),
        column<&core::Person::version>("version"),
        column<&core::Person::given_name>("given_name"),
        column<&core::Person::family_name>("family_name"),
        column<&core::Person::known_as>("known_as"),
        column<&core::Person::stage>("stage"),
        column<&core::Person::date_of_birth>("date_of_birth"),
        column<&core::Person::birth_date_is>("birth_date_is"),
        column<&core::Person::expected_date>("expected_date"),
        column<&core::Person::sex>("sex"),
        column<&core::Person::ethnicity>("ethnicity"),
        column<&core::Person::first_language>("first_language"),
        column<&core::Person::communication>("communication"),
        column<&core::Person::disabled>("disabled"),
        column<&core::Person::nhs_number>("nhs_number"),
        column<&core::Person::phone>("phone"),
        column<&core::Person::safe_to_contact>("safe_to_contact"),
        column<&core::Person::died_on>("died_on"),
        column<&core::Person::accountable_worker>("accountable_worker"),
        column<&core::Person::team>("team"),
        column<&core::Person::disabilities>("disabilities"),
        column<&core::Person::pupil_number>("pupil_number"),
        column<&core::Person::former_pupil_number>("former_pupil_number"),
        column<&core::Person::no_pupil_number>("no_pupil_number"),
        column<&core::Person::local_number>("local_number"),
        column<&core::Person::plans_elsewhere>("plans_elsewhere"),
        column<&core::Person::nhs_trace>("nhs_trace"),
        column<&core::Person::nhs_trace_on>("nhs_trace_on"),
        column<&core::Person::nhs_trace_source>("nhs_trace_source"),
    };
    return all;
}

std::span<const Column<core::Relation>> Table<core::Relation>::columns() {
    static constexpr std::array all{
        column<&core::Relation::id>("id"),
        column<&core::Relation::child>("child"),
        column<&core::Relation::other>("other"),
        column<&core::Relation::kind>("kind"),
        column<&core::Relation::responsibility>("responsibility"),
        column<&core::Relation::responsibility_source>("responsibility_source"),
        column<&core::Relation::from>("from_date"),
        column<&core::Relation::until>("until_date"),
    };
    return all;
}

}  // namespace kith::store
