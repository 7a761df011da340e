#include "cli/demo/family.h"

#include <algorithm>

#include "actions/people.h"
#include "actions/place.h"
#include "cli/demo/characteristics.h"
#include "cli/demo/names.h"
#include "store/person_store.h"
#include "store/place_store.h"

namespace kith::cli {

using namespace core;

/// Ten digits from the range that is never given to anybody, with a valid check digit.
static std::string invented_nhs_number(Dice& dice) {
    for (;;) {
        std::string digits = fmt::format("999{:06}", dice.below(1000000));
        int sum = 0;
        for (int i = 0; i < 9; ++i)
            sum += (digits[static_cast<std::size_t>(i)] - '0') * (10 - i);
        int check = (11 - sum % 11) % 11;
        if (check != 10) return digits + static_cast<char>('0' + check);
    }
}

static std::string mobile(Dice& dice) {
    return fmt::format("07700 900{:03}", dice.below(1000));
}

static Person invent_child(World& world, const Family& family, int age, Date then) {
    Dice& dice = world.dice;
    auto is_taken = [&](const GivenName& name) {
        return std::ranges::any_of(family.children, [&](const Person& each) { return each.given_name == name.name; });
    };
    const GivenName* picked = &dice.pick(given_names());
    while (is_taken(*picked))
        picked = &dice.pick(given_names());
    const GivenName& given = *picked;
    Person child;
    child.given_name = given.name;
    child.family_name = dice.percent(88) ? family.name : std::string(dice.pick(family_names()));
    child.sex = given.girl ? Sex::female : Sex::male;
    child.date_of_birth = then - std::chrono::days(age * 365 + dice.between(20, 350));
    child.birth_date_is = dice.percent(85) ? BirthDateIs::verified : BirthDateIs::stated;
    child.disabled = dice.percent(9);
    if (dice.percent(70)) child.nhs_number = invented_nhs_number(dice);
    invent_characteristics(world, child, then);
    return child;
}

static Adult invent_adult(World& world, std::string family_name, RelationKind kind) {
    Dice& dice = world.dice;
    bool woman = kind == RelationKind::mother || (kind == RelationKind::grandparent && dice.percent(80));
    const GivenName* given = &dice.pick(given_names());
    while (given->girl != woman)
        given = &dice.pick(given_names());
    Adult adult;
    adult.kind = kind;
    adult.person.given_name = given->name;
    adult.person.family_name = std::move(family_name);
    adult.person.sex = woman ? Sex::female : Sex::male;
    adult.person.phone = dice.percent(80) ? mobile(dice) : "";
    adult.person.date_of_birth =
        make_date(kind == RelationKind::grandparent ? dice.between(1955, 1972) : dice.between(1980, 2002),
                  static_cast<unsigned>(dice.between(1, 12)), static_cast<unsigned>(dice.between(1, 28)));
    adult.person.birth_date_is = BirthDateIs::stated;
    return adult;
}

static void invent_adults(World& world, Family& family) {
    Dice& dice = world.dice;
    family.adults.push_back(invent_adult(world, family.name, RelationKind::mother));
    if (dice.percent(72)) {
        std::string name = dice.percent(55) ? family.name : std::string(dice.pick(family_names()));
        family.adults.push_back(invent_adult(world, name, RelationKind::father));
        if (dice.percent(30)) family.adults.back().responsibility = ParentalResponsibility::not_known;
    }
    if (dice.percent(18)) {
        family.adults.push_back(
            invent_adult(world, std::string(dice.pick(family_names())), RelationKind::partner_of_parent));
        family.adults.back().responsibility = ParentalResponsibility::no;
    }
    if (dice.percent(25)) {
        family.adults.push_back(invent_adult(world, family.name, RelationKind::grandparent));
        family.adults.back().responsibility = ParentalResponsibility::no;
    }
}

Family invent_family(World& world, int most_children, Date then) {
    Dice& dice = world.dice;
    Family family;
    family.name = dice.pick(family_names());
    static constexpr int sizes[] = {1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4};
    int many = std::min(dice.pick(sizes), most_children);
    int age = dice.between(0, 13);
    for (int i = 0; i < many; ++i, age = std::max(0, age - dice.between(1, 3)))
        family.children.push_back(invent_child(world, family, age, then));
    invent_adults(world, family);
    family.home = fmt::format("{} {}, Hartmere", dice.between(1, 180), dice.pick(streets()));
    family.school = dice.pick(schools());
    family.home_is_secret = family.adults.size() > 1 && dice.percent(12);
    return family;
}

// What the front door learns while it makes enquiries: the facts that a reporter's form does not have.
static Result<void> complete_child(actions::Work& work, Person& child) {
    Person known = *work.store.find<Person>(child.id);
    child.version = known.version;
    child.team = known.team;
    child.accountable_worker = known.accountable_worker;
    child = TRY(actions::change_person(work, child, known.version));
    return {};
}

static Result<void> keep_home_secret(actions::Work& work, const Family& family) {
    for (const Person& child : family.children)
        for (const Place& place : work.store.list<Place>("WHERE person = $1 AND kind = 'home' ORDER BY id", child.id))
            TRY(actions::keep_place_secret(
                work, {place.id, family.adults.back().person.id, "Threats since they moved; police have been told."}));
    return {};
}

static Result<void> relate(actions::Work& work, const Family& family) {
    for (const Person& child : family.children)
        for (const Adult& adult : family.adults) {
            Relation relation;
            relation.child = child.id;
            relation.other = adult.person.id;
            relation.kind = adult.kind;
            relation.responsibility = adult.responsibility;
            if (adult.kind == RelationKind::mother) relation.responsibility_source = "Mother, by law";
            TRY(actions::record_relation(work, relation));
        }
    for (std::size_t i = 0; i < family.children.size(); ++i)
        for (std::size_t j = 0; j < family.children.size(); ++j)
            if (i != j)
                TRY(actions::record_relation(
                    work,
                    {.child = family.children[i].id, .other = family.children[j].id, .kind = RelationKind::sibling}));
    return {};
}

Result<void> record_around(actions::Work& work, Family& family) {
    for (Person& child : family.children)
        TRY(complete_child(work, child));
    for (Adult& adult : family.adults)
        adult.person = actions::record_person(work, adult.person);
    TRY(relate(work, family));
    if (family.home_is_secret) TRY(keep_home_secret(work, family));
    return {};
}

}  // namespace kith::cli
