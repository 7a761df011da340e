// Who the children and their mothers are, how they belong together, and where children live.
#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "core/characteristics.h"
#include "returns/cin/mapping.h"
#include "returns/ssd/child_rows.h"

namespace kith::returns::ssd {

namespace {

constexpr std::size_t most_of_an_address = 255;

void person_row(const core::Person& person, const Extract& extract, Rows rows) {
    static const Table& shape = table("ssd_person");
    bool born = person.stage == core::Stage::born;
    Row row(shape);
    row.text("pers_person_id", person_key(person, extract))
        .text("pers_forename", person.given_name)
        .text("pers_surname", person.family_name)
        .text("pers_sex", cin::code_of(person.sex))
        .text("pers_ethnicity", person.ethnicity.empty() ? cin::ethnicity_not_obtained : person.ethnicity)
        .text("pers_legacy_id", person.local_number)
        .text("pers_upn", person.pupil_number)
        .date("pers_death_date", person.died_on);
    if (born) row.date("pers_dob", person.date_of_birth);
    if (!born) row.date("pers_expected_dob", person.expected_date);
    if (person.pupil_number.empty() && person.no_pupil_number)
        row.text("pers_upn_unknown", cin::code_of(*person.no_pupil_number));
    row.flag("pers_is_mother", person.sex != core::Sex::male && std::ranges::binary_search(extract.mothers, person.id));
    rows(row);
}

void family_row(std::string_view key, std::string_view family, std::string_view person, Rows rows) {
    static const Table& shape = table("ssd_family");
    rows(Row(shape).text("fami_table_id", key).text("fami_family_id", family).text("fami_person_id", person));
}

/// The first of the child's mothers, else of the child and their brothers and sisters.
core::PersonId family_of(const RecordOfChild& record) {
    if (!record.mothers.empty()) return std::ranges::min_element(record.mothers, {}, &core::Person::id)->id;
    core::PersonId first = record.history.child.id;
    for (const core::Relation& each : record.relations)
        if (each.kind == core::RelationKind::sibling || each.kind == core::RelationKind::half_sibling)
            first = std::min(first, each.other);
    return first;
}

void mother_rows(const ChildInExtract& child, Rows rows) {
    static const Table& shape = table("ssd_mother");
    const core::Person& of = child.history.child;
    for (const core::Relation& relation : child.record.relations) {
        if (relation.kind != core::RelationKind::mother) continue;
        auto mother = std::ranges::find(child.record.mothers, relation.other, &core::Person::id);
        if (mother == child.record.mothers.end()) continue;
        Row row(shape);
        row.text("moth_table_id", to_text(relation.id))
            .text("moth_person_id", person_key(*mother, child.extract))
            .text("moth_childs_person_id", child.person);
        if (of.stage == core::Stage::born) row.date("moth_childs_dob", of.date_of_birth);
        rows(row);
    }
}

void disability_rows(const ChildInExtract& child, Rows rows) {
    static const Table& shape = table("ssd_disability");
    std::vector<core::Disability> each_once = child.history.child.disabilities;
    std::ranges::sort(each_once);
    each_once.erase(std::ranges::unique(each_once).begin(), each_once.end());
    for (core::Disability each : each_once) {
        std::string_view code = cin::code_of(each);
        std::string id = to_text(child.history.child.id) + "-" + std::string(code);
        rows(Row(shape)
                 .text("disa_person_id", child.person)
                 .text("disa_table_id", id)
                 .text("disa_disability_code", code));
    }
}

void former_number_row(const ChildInExtract& child, Rows rows) {
    static const Table& shape = table("ssd_linked_identifiers");
    const core::Person& person = child.history.child;
    if (person.former_pupil_number.empty()) return;
    rows(Row(shape)
             .text("link_table_id", to_text(person.id) + "-upn")
             .text("link_person_id", child.person)
             .text("link_identifier_type", "Former UPN")
             .text("link_identifier_value", person.former_pupil_number));
}

std::string address_json(const core::Place& place) {
    std::string in_one_line(trim(place.text));
    std::ranges::replace(in_one_line, '\n', ' ');
    std::string text;
    JsonWriter json(text);
    json.begin_object();
    for (std::string_view name : {"ROOM", "FLOOR", "FLAT", "BUILDING", "HOUSE"})
        json.text(name, "");
    json.text("STREET", cut(in_one_line, most_of_an_address));
    for (std::string_view name : {"TOWN", "UPRN", "EASTING", "NORTHING"})
        json.text(name, "");
    json.end_object();
    return text;
}

bool must_stay_out(const core::Place& place, const Extract& extract) {
    if (extract.protected_places == ProtectedPlaces::included) return false;
    return std::ranges::any_of(place_keys(place), [&](const std::string& key) {
        return std::ranges::binary_search(extract.known_protected, key);
    });
}

std::size_t address_rows(const ChildInExtract& child, Rows rows) {
    static const Table& shape = table("ssd_address");
    std::size_t left_out = 0;
    for (const core::Place& place : child.record.places) {
        if (place.kind != core::PlaceKind::home ||
            !child.within(place.from.value_or(child.extract.run_on), place.until))
            continue;
        if (must_stay_out(place, child.extract)) {
            ++left_out;
            continue;
        }
        std::string postcode = place.postcode;
        std::erase(postcode, ' ');
        rows(Row(shape)
                 .text("addr_table_id", to_text(place.id))
                 .json("addr_address_json", address_json(place))
                 .text("addr_person_id", child.person)
                 .text("addr_address_type", "Home")
                 .date("addr_address_start_date", place.from)
                 .date("addr_address_end_date", place.until)
                 .text("addr_address_postcode", postcode));
    }
    return left_out;
}

}  // namespace

std::string person_key(const core::Person& person, const Extract& extract) {
    if (!std::ranges::binary_search(extract.shared_numbers, person.local_number)) return core::reported_number(person);
    core::Person without_number;
    without_number.id = person.id;
    return core::reported_number(without_number);
}

std::vector<std::string> place_keys(const core::Place& place) {
    std::vector<std::string> keys;
    if (std::string text = fold(place.text); !text.empty()) keys.push_back("at " + text);
    std::string postcode = place.postcode;
    std::erase(postcode, ' ');
    if (!postcode.empty()) keys.push_back("in " + fold(postcode));
    keys.push_back("id " + to_text(place.id));
    return keys;
}

std::size_t person_rows(const ChildInExtract& child, Rows rows) {
    person_row(child.history.child, child.extract, rows);
    for (const core::Person& mother : child.record.mothers)
        person_row(mother, child.extract, rows);
    std::string family = to_text(family_of(child.record));
    family_row(to_text(child.history.child.id), family, child.person, rows);
    for (const core::Person& mother : child.record.mothers)
        family_row(joined_key(mother.id, mother.id), to_text(mother.id), person_key(mother, child.extract), rows);
    mother_rows(child, rows);
    disability_rows(child, rows);
    former_number_row(child, rows);
    return address_rows(child, rows);
}

}  // namespace kith::returns::ssd
