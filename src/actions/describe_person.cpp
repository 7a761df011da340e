#include "actions/describe_person.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/people.h"
#include "actions/step.h"
#include "actions/timeline.h"
#include "base/text.h"
#include "core/identifiers.h"
#include "core/place_in_text.h"
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

/// A number names one person.
static Result<void> refuse_numbers_of_another(store::Reader& reader, const Person& person) {
    auto held_by_another = [&](std::string_view column, const std::string& number) {
        return !number.empty() &&
               reader.scalar<std::int64_t>(fmt::format("SELECT 1 FROM person WHERE {} = $1 AND id <> $2", column),
                                           number, person.id);
    };
    if (held_by_another("nhs_number", person.nhs_number))
        return refuse(Because::invalid, "nhs_number",
                      "Another record has this NHS number. Check it, or find out whether both are the same person.");
    if (held_by_another("pupil_number", person.pupil_number))
        return refuse(
            Because::conflict, "pupil_number",
            "Another record has this unique pupil number. Check it, or look whether both are the same child.");
    if (held_by_another("local_number", person.local_number))
        return refuse(Because::conflict, "local_number",
                      "Another record has this number of the authority. Check it in the system it came from.");
    return {};
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
    note(before.disabled != after.disabled || before.disabilities != after.disabilities, "disability");
    note(before.nhs_number != after.nhs_number, "NHS number");
    note(before.nhs_trace != after.nhs_trace || before.nhs_trace_on != after.nhs_trace_on ||
             before.nhs_trace_source != after.nhs_trace_source,
         "check of the NHS number");
    note(before.pupil_number != after.pupil_number || before.no_pupil_number != after.no_pupil_number,
         "unique pupil number");
    note(before.former_pupil_number != after.former_pupil_number, "former unique pupil number");
    note(before.local_number != after.local_number, "number of the authority");
    note(before.plans_elsewhere != after.plans_elsewhere, "protection plans elsewhere");
    note(before.phone != after.phone, "phone");
    note(before.safe_to_contact != after.safe_to_contact, "safe ways to reach them");
    return words;
}

static Result<void> describe_adult(Person& person, const DescribePerson& command) {
    RecordCharacteristics facts{.ethnicity = command.ethnicity, .sex = command.sex, .nhs_number = command.nhs_number};
    auto number = NhsNumber::parse(trim(command.nhs_number));
    if (number && number->digits() == person.nhs_number) {
        facts.nhs_trace = person.nhs_trace;
        facts.nhs_trace_on = person.nhs_trace_on;
        facts.nhs_trace_source = person.nhs_trace_source;
    }
    Person with_facts = TRY(core::record_characteristics(person, facts));
    person.ethnicity = with_facts.ethnicity;
    person.sex = with_facts.sex;
    person.nhs_number = with_facts.nhs_number;
    person.nhs_trace = with_facts.nhs_trace;
    person.nhs_trace_on = with_facts.nhs_trace_on;
    person.nhs_trace_source = with_facts.nhs_trace_source;
    person.disabled = command.disabled;
    return {};
}

static Result<Person> described(Work& work, Person person, const DescribePerson& command) {
    TRY(check_birth(person, command, work.today));
    person.given_name = command.given_name;
    person.family_name = command.family_name;
    person.known_as = command.known_as;
    person.date_of_birth = command.date_of_birth;
    person.birth_date_is = command.date_of_birth ? command.birth_date_is : BirthDateIs::not_known;
    person.first_language = command.first_language;
    person.communication = command.communication;
    person.phone = command.phone;
    person.safe_to_contact = command.safe_to_contact;
    if (!is_shown_as_child(work.store, person, work.today)) TRY(describe_adult(person, command));
    return person;
}

/// The timeline says which facts changed, for a child.
static Person save_changed(Work& work, const Person& before, Person person) {
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

Result<Person> describe_person(Work& work, const DescribePerson& command) {
    Person before = TRY(person_for(work.store, work.actor, Act::record_person, command.id));
    if (before.version != command.version) return changed_meanwhile();
    Person person = TRY(described(work, before, command));
    TRY(refuse_numbers_of_another(work.store, person));
    return save_changed(work, before, std::move(person));
}

Result<Person> record_characteristics(Work& work, PersonId id, int version, const RecordCharacteristics& command) {
    Person before = TRY(child_for(work.store, work.actor, Act::record_person, id));
    if (before.version != version) return changed_meanwhile();
    Person person = TRY(core::record_characteristics(before, command));
    if (person.nhs_trace_on && *person.nhs_trace_on > work.today)
        return refuse(Because::invalid, "nhs_trace_on",
                      "The day on which the NHS number was checked is still to come.");
    if (before.stage == Stage::unborn) person.sex = before.sex;
    TRY(refuse_numbers_of_another(work.store, person));
    return save_changed(work, before, std::move(person));
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
