// Rows of people and what they are to each other.
#pragma once

#include "core/person.h"
#include "store/table.h"

template <>
struct kith::store::Table<kith::core::Person> {
    static constexpr std::string_view name = "person";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int version = 2;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::Person::id),
                                               column("version", &core::Person::version),
                                               column("given_name", &core::Person::given_name),
                                               column("family_name", &core::Person::family_name),
                                               column("known_as", &core::Person::known_as),
                                               column("stage", &core::Person::stage),
                                               column("date_of_birth", &core::Person::date_of_birth),
                                               column("birth_date_is", &core::Person::birth_date_is),
                                               column("expected_date", &core::Person::expected_date),
                                               column("sex", &core::Person::sex),
                                               column("ethnicity", &core::Person::ethnicity),
                                               column("first_language", &core::Person::first_language),
                                               column("communication", &core::Person::communication),
                                               column("disabled", &core::Person::disabled),
                                               column("nhs_number", &core::Person::nhs_number),
                                               column("phone", &core::Person::phone),
                                               column("safe_to_contact", &core::Person::safe_to_contact),
                                               column("died_on", &core::Person::died_on),
                                               column("accountable_worker", &core::Person::accountable_worker),
                                               column("team", &core::Person::team),
                                               column("disabilities", &core::Person::disabilities),
                                               column("pupil_number", &core::Person::pupil_number),
                                               column("former_pupil_number", &core::Person::former_pupil_number),
                                               column("no_pupil_number", &core::Person::no_pupil_number),
                                               column("local_number", &core::Person::local_number),
                                               column("plans_elsewhere", &core::Person::plans_elsewhere)};
};

template <>
struct kith::store::Table<kith::core::Relation> {
    static constexpr std::string_view name = "relation";
    static constexpr Durability durability = Durability::journalled;
    static constexpr int keys = 1;
    static constexpr auto columns = std::tuple{column("id", &core::Relation::id),
                                               column("child", &core::Relation::child),
                                               column("other", &core::Relation::other),
                                               column("kind", &core::Relation::kind),
                                               column("responsibility", &core::Relation::responsibility),
                                               column("responsibility_source", &core::Relation::responsibility_source),
                                               column("from_date", &core::Relation::from),
                                               column("until_date", &core::Relation::until)};
};
