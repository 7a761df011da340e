// What is known about a person, corrected or completed: child or adult.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/child_record.h"
#include "actions/service.h"
#include "core/person.h"

namespace kith::actions {

/// The person, if this actor may do that with them: as a child, or as somebody in the family of a child.
Result<core::Person> person_for(store::Reader& reader, const core::Actor& actor, core::Act act, core::PersonId id);

/// Whether the person's own page is a child's: unborn, open, under 18, or somebody's child here.
bool is_shown_as_child(store::Reader& reader, const core::Person& person, Date today);

struct DescribePerson {
    core::PersonId id;
    int version = 1;  ///< the one that was on screen
    std::string given_name;
    std::string family_name;
    std::string known_as;
    std::optional<Date> date_of_birth;
    core::BirthDateIs birth_date_is = core::BirthDateIs::not_known;
    std::string first_language;
    std::string communication;
    std::string phone;
    std::string safe_to_contact;
    // Of an adult; a child's have a form of their own (record_characteristics) and stay as they are.
    core::Sex sex = core::Sex::unknown;
    std::string ethnicity;  ///< a code of the national list, or empty: nobody has asked
    bool disabled = false;
    std::string nhs_number;  ///< as typed
};
/// The timeline says which facts changed and who changed them, never the facts.
Result<core::Person> describe_person(Work& work, const DescribePerson& command);

/// The answers to what the national lists ask about a child. Refused, beside what cannot be, for a number that is
/// another person's.
Result<core::Person> record_characteristics(Work& work, core::PersonId id, int version,
                                            const core::RecordCharacteristics& command);

/// Somebody in a child's family: who already has a record, or a new one with a name and a phone number.
struct RelatePerson {
    core::Relation relation;  ///< its `other` is nil for somebody new
    std::string given_name;
    std::string family_name;
    std::string phone;
};
Result<core::Relation> relate_person(Work& work, const RelatePerson& command);

/// A relation with both people, if this actor may do that with the child.
struct FamilyRelation {
    core::Relation relation;
    core::Person child;
    core::Person other;
};
Result<FamilyRelation> relation_for(store::Reader& reader, const core::Actor& actor, core::Act act, RawId relation);

/// A relation as it is now, or ended.
Result<core::Relation> change_relation(Work& work, const core::Relation& relation);

/// Somebody in the families of children.
struct AdultRecord {
    core::Person person;
    struct Child {
        core::Relation relation;
        core::Person child;
    };
    std::vector<Child> children;     ///< only those whose record this actor may read
    std::vector<KnownPlace> places;  ///< a secret one without its text, also where it is a child's secret
};
Result<AdultRecord> adult_record(store::Reader& reader, const core::Actor& actor, core::PersonId id);

}  // namespace kith::actions
