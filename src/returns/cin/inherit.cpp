#include "returns/cin/inherit.h"

#include <algorithm>

#include "core/characteristics.h"
#include "core/identifiers.h"
#include "returns/cin/inherit_episode.h"
#include "returns/cin/mapping.h"
#include "returns/cin/shape.h"

namespace kith::returns::cin {

namespace {

/// A pupil number that passes its own arithmetic, or nothing.
std::string pupil_number(const TextField& field, Misread& misread) {
    if (!field.given()) return {};
    auto number = core::Upn::parse(field.text);
    if (number && number->text() == field.text) return field.text;
    misread(field, number ? "Not in the spelling of a pupil number. Left blank." : number.error().sentence);
    return {};
}

std::vector<core::Disability> disabilities(const std::vector<TextField>& fields, Misread& misread) {
    std::vector<core::Disability> known;
    for (const TextField& field : fields) {
        auto disability = disability_of(field.text);
        if (!disability)
            misread(field, "No code of the list of disabilities. Left out.");
        else if (std::ranges::find(known, *disability) != known.end())
            misread(field, "Stands there twice. Kept once.");
        else
            known.push_back(*disability);
    }
    bool none_and_more = known.size() > 1 && std::erase(known, core::Disability::none) > 0;
    if (none_and_more) misread(fields.front(), "NONE beside others. The others were kept.");
    return known;
}

core::Sex sex(const ChildIdentifiers& from, Misread& misread) {
    const TextField& field = from.sex.given() ? from.sex : from.gender;
    if (!field.given()) return core::Sex::unknown;
    auto known = from.sex.given() ? sex_of(field.text) : sex_of_gender(field.text);
    if (!known) misread(field, "No word here for this code. Kept as unknown.");
    return known.value_or(core::Sex::unknown);
}

void read_stage(core::Person& person, const ChildIdentifiers& from, Misread& misread) {
    person.date_of_birth = from.birth;
    person.expected_date = from.expected_birth;
    if (person.date_of_birth) person.birth_date_is = core::BirthDateIs::stated;
    if (person.date_of_birth && person.expected_date)
        misread(from.expected_birth, "Beside a date of birth. Kept, and not reported again.");
    if (!person.date_of_birth && person.expected_date) person.stage = core::Stage::unborn;
}

bool is_plain(std::string_view number) {
    return number.size() <= 20 && std::ranges::all_of(number, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
           });
}

void read_numbers(core::Person& person, const ChildIdentifiers& from, Misread& misread) {
    person.local_number = from.la_child_id.text;
    if (!is_plain(person.local_number))
        misread(from.la_child_id, "At most 20 letters and digits are asked for. Kept as written.");
    person.pupil_number = pupil_number(from.upn, misread);
    person.former_pupil_number = pupil_number(from.former_upn, misread);
    if (!from.upn_unknown.given() || from.upn_unknown.text == referral_without_further_action) return;
    auto why = no_pupil_number_of(from.upn_unknown.text);
    if (!why) misread(from.upn_unknown, "No code of the list of reasons. Left blank.");
    if (why && person.pupil_number.empty()) person.no_pupil_number = why;
    if (why && !person.pupil_number.empty()) misread(from.upn_unknown, "Beside a pupil number. The number was kept.");
}

void name_what_cannot_be_read(const Child& child, Misread& misread) {
    every_field(child, [&](const auto& field) {
        if (field.malformed()) misread(field, "Cannot be read. Left blank.");
    });
    for (const TextField& field : child.repeated)
        misread(field, "Stands there twice where one may stand. The first was read.");
}

}  // namespace

core::Person inherit_person(const Child& child, std::vector<NotUnderstood>& not_understood) {
    Misread misread{child.identifiers.la_child_id.text, not_understood};
    const ChildIdentifiers& from = child.identifiers;
    core::Person person;
    read_numbers(person, from, misread);
    read_stage(person, from, misread);
    person.sex = sex(from, misread);
    person.died_on = from.death;
    const TextField& ethnicity = child.characteristics.ethnicity;
    if (core::find_ethnicity(ethnicity.text))
        person.ethnicity = ethnicity.text;
    else if (ethnicity.given() && ethnicity.text != ethnicity_not_obtained)
        misread(ethnicity, "No code of the list of ethnicities. Left blank.");
    person.disabilities = disabilities(child.characteristics.disabilities, misread);
    person.disabled = !person.disabilities.empty() && person.disabilities.front() != core::Disability::none;
    return person;
}

InheritedChild inherit(const Child& child, const InheritFrom& from, core::PersonId as) {
    InheritedChild made;
    Misread misread{child.identifiers.la_child_id.text, made.not_understood};
    name_what_cannot_be_read(child, misread);
    core::Person& person = made.history.child;
    person = inherit_person(child, made.not_understood);
    person.id = as.is_nil() ? core::PersonId(from.ids()) : as;
    if (as.is_nil())
        made.history.inherited.push_back({person.id,
                                          person.id,
                                          core::RecordKind::person,
                                          from.file,
                                          static_cast<int>(child.line),
                                          "Name and family",
                                          {},
                                          from.now});
    for (const Episode& episode : child.episodes)
        inherit_episode(episode, from, made.history, misread);
    std::ranges::stable_sort(made.not_understood, {}, &NotUnderstood::line);
    return made;
}

}  // namespace kith::returns::cin
