#include "actions/describe_person.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/people.h"
#include "actions/step.h"
#include "actions/timeline.h"
#include "base/text.h"
#include "core/identifiers.h"
#include "core/place_in_text.h"
#include "returns/cin/codes.h"
#include "store/person_key_store.h"
#include "store/person_store.h"
#include "store/process_store.h"

namespace kith::actions {

using namespace core;

Result<Person> person_for(store::Reader& reader, const Actor& actor, Act act, PersonId id) {
    auto as_child = child_for(reader, actor, act, id);
    if (as_child) return as_child;
    for (const Relation& relation : reader.list<Relation>("WHERE other = $1 ORDER BY id", id))
        if (child_for(reader, actor, act, relation.child))
            if (auto person = reader.find<Person>(id)) return *person;
    return no_such_record();
}

bool is_shown_as_child(store::Reader& reader, const Person& person, Date today) {
    if (person.stage != Stage::born || !person.team.is_nil() || !person.accountable_worker.is_nil()) return true;
    if (person.date_of_birth) return age_on(*person.date_of_birth, today) < 18;
    bool in_a_family =
        reader.scalar<std::int64_t>("SELECT 1 FROM relation WHERE other = $1 LIMIT 1", person.id).has_value();
    bool has_family =
        reader.scalar<std::int64_t>("SELECT 1 FROM relation WHERE child = $1 LIMIT 1", person.id).has_value();
    return has_family || !in_a_family;
}

static Result<void> check_birth(const Person& person, const DescribePerson& command, Date today) {
    if (person.stage != Stage::born && command.date_of_birth)
        return refuse(Because::invalid, "date_of_birth",
                      "This baby is not born yet here. Record the birth on the child's page first.");
    if (command.date_of_birth && *command.date_of_birth > today)
        return refuse(Because::invalid, "date_of_birth", "The date of birth cannot be in the future.");
    if (command.date_of_birth && command.birth_date_is == BirthDateIs::not_known)
        return refuse(Because::invalid, "birth_date_is", "Say how sure the date of birth is.");
    if (!command.date_of_birth && command.birth_date_is == BirthDateIs::verified)
        return refuse(Because::invalid, "date_of_birth", "Give the date of birth that was checked.");
    return {};
}

static Result<std::string> nhs_number(store::Reader& reader, const DescribePerson& command) {
    if (trim(command.nhs_number).empty()) return std::string();
    auto number = NhsNumber::parse(command.nhs_number);
    if (!number) return refuse(Because::invalid, "nhs_number", number.error().sentence);
    if (reader.scalar<std::int64_t>("SELECT 1 FROM person WHERE nhs_number = $1 AND id <> $2", number->digits(),
                                    command.id))
        return refuse(Because::invalid, "nhs_number",
                      "Another record has this NHS number. Check it, or find out whether both are the same person.");
    return number->digits();
}

static std::string changed_facts(const Person& before, const Person& after) {
    std::string words;
    auto note = [&](bool differs, std::string_view fact) {
        if (differs) words += (words.empty() ? "" : ", ") + std::string(fact);
    };
    note(before.given_name != after.given_name || before.family_name != after.family_name ||
             before.known_as != after.known_as,
         "name");
    note(before.date_of_birth != after.date_of_birth || before.birth_date_is != after.birth_date_is, "date of birth");
    note(before.sex != after.sex, "sex");
    note(before.ethnicity != after.ethnicity, "ethnicity");
    note(before.first_language != after.first_language, "first language");
    note(before.communication != after.communication, "communication");
    note(before.disabled != after.disabled, "disability");
    note(before.nhs_number != after.nhs_number, "NHS number");
    note(before.phone != after.phone, "phone");
    note(before.safe_to_contact != after.safe_to_contact, "safe ways to reach them");
    return words;
}

static Result<Person> described(Work& work, Person person, const DescribePerson& command) {
    TRY(check_birth(person, command, work.today));
    if (!command.ethnicity.empty() && !returns::cin::is_ethnicity(command.ethnicity))
        return refuse(Because::invalid, "ethnicity", "Choose an ethnicity from the list.");
    person.given_name = command.given_name;
    person.family_name = command.family_name;
    person.known_as = command.known_as;
    person.date_of_birth = command.date_of_birth;
    person.birth_date_is = command.date_of_birth ? command.birth_date_is : BirthDateIs::not_known;
    if (person.stage == Stage::born) person.sex = command.sex;
    person.ethnicity = command.ethnicity;
    person.first_language = command.first_language;
    person.communication = command.communication;
    person.disabled = command.disabled;
    person.nhs_number = TRY(nhs_number(work.store, command));
    person.phone = command.phone;
    person.safe_to_contact = command.safe_to_contact;
    return person;
}

Result<Person> describe_person(Work& work, const DescribePerson& command) {
    Person before = TRY(person_for(work.store, work.actor, Act::record_person, command.id));
    if (before.version != command.version) return changed_meanwhile();
    Person person = TRY(described(work, before, command));
    std::string facts = changed_facts(before, person);
    if (facts.empty()) return before;
    ++person.version;
    std::optional<TimelineEntry> entry;
    if (is_shown_as_child(work.store, person, work.today))
        entry = timeline_entry(work, {person.id, work.now, RecordKind::person, person.id, happened::person_changed.name,
                                      "Details changed: " + facts, ""});
    work.store.save(happened::person_changed, person.id, person, entry);
    store::put_person_keys(work.store, person);
    return person;
}

static Result<void> check_relation(const Relation& relation) {
    if (relation.responsibility == ParentalResponsibility::yes && trim(relation.responsibility_source).empty())
        return refuse(Because::invalid, "responsibility_source",
                      "Say how we know that they have parental responsibility: birth certificate seen, court order, "
                      "mother by law.");
    if (relation.from && relation.until && *relation.until < *relation.from)
        return refuse(Because::invalid, "until", "The end cannot be before the beginning.");
    return {};
}

Result<Relation> relate_person(Work& work, const RelatePerson& command) {
    TRY(child_for(work.store, work.actor, Act::record_person, command.relation.child));
    TRY(check_relation(command.relation));
    Relation relation = command.relation;
    if (relation.other.is_nil()) {
        if (trim(command.given_name + command.family_name).empty())
            return refuse(Because::invalid, "given_name", "Give at least one name, or choose somebody found.");
        Person person;
        person.given_name = command.given_name;
        person.family_name = command.family_name;
        person.phone = command.phone;
        relation.other = record_person(work, person).id;
    } else if (!work.store.find<Person>(relation.other)) {
        return refuse(Because::invalid, "person", "Choose somebody from those found, or somebody new.");
    }
    for (const Relation& known : work.store.list<Relation>("WHERE child = $1 ORDER BY id", relation.child))
        if (known.other == relation.other && !known.until)
            return refuse(Because::invalid, "person", "This person is in the family already. Change that relation.");
    return record_relation(work, relation);
}

Result<FamilyRelation> relation_for(store::Reader& reader, const Actor& actor, Act act, RawId id) {
    auto relation = reader.find<Relation>(id);
    if (!relation) return no_such_record();
    FamilyRelation found;
    found.child = TRY(child_for(reader, actor, act, relation->child));
    found.other = reader.find<Person>(relation->other).value_or(Person{});
    found.relation = std::move(*relation);
    return found;
}

Result<Relation> change_relation(Work& work, const Relation& relation) {
    auto before = work.store.find<Relation>(relation.id);
    if (!before) return no_such_record();
    TRY(child_for(work.store, work.actor, Act::record_person, before->child));
    TRY(check_relation(relation));
    if (relation.until && *relation.until > work.today)
        return refuse(Because::invalid, "until", "Record the end once it has come.");
    Relation changed = relation;
    changed.child = before->child;
    changed.other = before->other;
    work.store.save(happened::relation_changed, changed.child, changed);
    return changed;
}

/// The places that somebody must not know, of the children whose family this person is in.
static std::vector<Place> secret_places(store::Reader& reader, PersonId id) {
    std::vector<Place> places;
    for (const Relation& relation : reader.list<Relation>("WHERE other = $1 ORDER BY id", id))
        for (KnownPlace& known : known_places(reader, relation.child))
            if (known.protected_place) places.push_back(std::move(known.place));
    return places;
}

static bool gives_one_away(const Place& place, const std::vector<Place>& secret) {
    SearchedText text(place.text + "\n" + place.postcode);
    return std::ranges::any_of(
        secret, [&](const Place& each) { return fold(each.text) == fold(place.text) || place_in_text(text, each); });
}

Result<AdultRecord> adult_record(store::Reader& reader, const Actor& actor, PersonId id) {
    AdultRecord record;
    record.person = TRY(person_for(reader, actor, Act::read_child, id));
    for (const Relation& relation : reader.list<Relation>("WHERE other = $1 ORDER BY id", id))
        if (auto child = child_for(reader, actor, Act::read_child, relation.child))
            record.children.push_back({relation, *child});
    auto secret = secret_places(reader, id);
    for (KnownPlace& known : known_places(reader, id)) {
        known.protected_place = known.protected_place || gives_one_away(known.place, secret);
        if (known.protected_place) known.place.text = known.place.postcode = "";
        record.places.push_back(std::move(known));
    }
    return record;
}

}  // namespace kith::actions
