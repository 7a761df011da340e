#include "core/person.h"

#include <fmt/format.h>

namespace kith::core {

std::string full_name(const Person& person) {
    std::string given = person.known_as.empty() ? person.given_name : person.known_as;
    if (person.stage == Stage::unborn) {
        std::string due =
            person.expected_date ? fmt::format(" (due {})", long_date(*person.expected_date)) : " (unborn)";
        if (given.empty()) given = "Baby";
        return given + (person.family_name.empty() ? "" : " " + person.family_name) + due;
    }
    if (given.empty() && person.family_name.empty())
        return person.local_number.empty() ? "Child, name not known"
                                           : fmt::format("Name not known (CIN {})", person.local_number);
    if (given.empty()) return person.family_name + " (given name not known)";
    return person.family_name.empty() ? given : given + " " + person.family_name;
}

static std::string count(long n, std::string_view unit) {
    return fmt::format("{} {}{}", n, unit, n == 1 ? "" : "s");
}

std::string age_in_words(const Person& person, Date today) {
    if (person.stage == Stage::unborn)
        return person.expected_date ? "due " + long_date(*person.expected_date) : "unborn";
    if (!person.date_of_birth || *person.date_of_birth > today) return "";
    Date born = *person.date_of_birth;
    std::string about = person.birth_date_is == BirthDateIs::estimated ? "about " : "";
    if (int years = age_on(born, today); years >= 2) return about + count(years, "year");
    int months = 0;
    while (add_months(born, months + 1) <= today)
        ++months;
    if (months >= 3) return about + count(months, "month");
    return about + count((today - born).count() / 7, "week");
}

bool is_child(const Person& person, Date today) {
    return !is_verified_adult(person, today) && person.stage != Stage::pregnancy_ended;
}

bool is_verified_adult(const Person& person, Date today) {
    return person.date_of_birth && person.birth_date_is == BirthDateIs::verified &&
           age_on(*person.date_of_birth, today) >= 18;
}

std::string_view says(RelationKind kind) {
    switch (kind) {
        case RelationKind::mother:
            return "Mother";
        case RelationKind::father:
            return "Father";
        case RelationKind::parent:
            return "Parent";
        case RelationKind::step_parent:
            return "Step-parent";
        case RelationKind::partner_of_parent:
            return "Partner of a parent";
        case RelationKind::carer:
            return "Carer";
        case RelationKind::grandparent:
            return "Grandparent";
        case RelationKind::sibling:
            return "Brother or sister";
        case RelationKind::half_sibling:
            return "Half-brother or half-sister";
        case RelationKind::aunt_or_uncle:
            return "Aunt or uncle";
        case RelationKind::other_relative:
            return "Other relative";
        case RelationKind::friend_of_family:
            return "Friend of the family";
    }
    return "";
}

std::string_view says(Sex sex) {
    switch (sex) {
        case Sex::female:
            return "Female";
        case Sex::male:
            return "Male";
        case Sex::unknown:
            return "Not known";
    }
    return "";
}

std::string_view says(BirthDateIs how_sure) {
    switch (how_sure) {
        case BirthDateIs::verified:
            return "Checked against a document";
        case BirthDateIs::stated:
            return "As somebody told us";
        case BirthDateIs::estimated:
            return "Estimated, or disputed";
        case BirthDateIs::not_known:
            return "Not known";
    }
    return "";
}

std::string_view says(ParentalResponsibility responsibility) {
    switch (responsibility) {
        case ParentalResponsibility::yes:
            return "Yes";
        case ParentalResponsibility::no:
            return "No";
        case ParentalResponsibility::not_known:
            return "Not known";
    }
    return "";
}

}  // namespace kith::core
