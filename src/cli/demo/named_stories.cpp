#include "cli/demo/named_stories.h"

#include "actions/people.h"
#include "cli/demo/characteristics.h"
#include "cli/demo/door.h"
#include "cli/demo/help.h"
#include "cli/demo/protection.h"

namespace kith::cli {

using namespace core;

static Person child(std::string given, std::string family, Sex sex, std::optional<Date> born) {
    Person person;
    person.given_name = std::move(given);
    person.family_name = std::move(family);
    person.sex = sex;
    person.date_of_birth = born;
    person.birth_date_is = born ? BirthDateIs::verified : BirthDateIs::not_known;
    return person;
}

static Adult adult(std::string given, std::string family, RelationKind kind, std::string phone) {
    Adult made;
    made.person.given_name = std::move(given);
    made.person.family_name = std::move(family);
    made.person.sex = kind == RelationKind::mother ? Sex::female : Sex::male;
    made.person.phone = std::move(phone);
    made.kind = kind;
    return made;
}

static void begin(World& world, int days_ago, std::string about) {
    world.now = from_london(london_date(world.today) - std::chrono::days(days_ago), std::chrono::hours(9));
    world.about = std::move(about);
}

/// Sam Castellane's: the social worker whose sign-in is shown.
static const Desk& shown_desk(const World& world) {
    return world.desks.front();
}

/// Another worker sees Tomos beside the accountable one.
static Result<void> work_alongside(World& world, const Case& open) {
    const Actor& other = world.desks.back().worker;
    if (other.id == open.desk.worker.id) return {};
    TRY(world.as(open.desk.manager, "adding a co-worker", [&](actions::Work& work) {
        return actions::join_as_co_worker(work, open.family.children.front().id, other.id, "Time with Tomos, weekly.");
    }));
    return {};
}

static Result<void> tell_of_carys(World& world) {
    begin(world, 120, "Carys Penhaligon's family");
    Date then = london_date(world.now);
    Family family;
    family.name = "Penhaligon";
    family.children = {child("Tomos", "Penhaligon", Sex::male, add_months(then, -64)),
                       child("Wren", "Penhaligon", Sex::female, add_months(then, -4))};
    for (Person& each : family.children)
        invent_characteristics(world, each, then);
    family.adults = {adult("Carys", "Penhaligon", RelationKind::mother, "07700 900417"),
                     adult("Dafydd", "Penhaligon", RelationKind::father, "07700 900418")};
    family.home = "14 Heron Walk, Hartmere";
    family.school = "Hartmere Green Primary School";
    static constexpr Worry worry{ReporterKind::professional,
                                 Channel::phone,
                                 "Hartmere hospital",
                                 "Nurse in A&E",
                                 "accident_and_emergency",
                                 "Carys came to us last night feeling suicidal. She has had severe postnatal "
                                 "depression since Wren was born. She "
                                 "is safe with us and has asked for help with the baby and with Tomos, who is five.",
                                 "Dafydd is with the children. Carys asked for help herself.",
                                 "4B"};
    Contact contact = TRY(tell(world, family, worry));
    TRY(decide(world, family, contact, ContactDecision::referral));
    world.children += 2;
    Case open{family, worry, shown_desk(world)};
    if (!TRY(accept(world, open, ReferralDecision::assessment))) return {};
    TRY(work_alongside(world, open));
    if (!TRY(assess(world, open, AssessmentOutcome::child_in_need, Pace::prompt))) return {};
    PlannedHelp planned;
    planned.reviews_at_least = 9;
    planned.actions = {{"Tomos has somebody of his own to talk to", "Support sessions at school", "School nurse"},
                       {"Carys feels less guilt and more able to cope", "Free weekly counselling at the family hub",
                        "Counsellor, family hub"}};
    TRY(help(world, open, planned));
    return {};
}

static Result<void> tell_of_an_unborn_baby(World& world) {
    begin(world, 75, "Baby Okonjo-Hale's family");
    Family family;
    family.name = "Okonjo-Hale";
    Person baby = child("", "Okonjo-Hale", Sex::unknown, {});
    baby.stage = Stage::unborn;
    baby.expected_date = london_date(world.today) + std::chrono::days(38);
    family.children = {baby};
    family.adults = {adult("Ife", "Okonjo-Hale", RelationKind::mother, "07700 900533")};
    family.home = "3 Saltmarsh Road, Hartmere";
    static constexpr Worry worry{
        ReporterKind::professional,
        Channel::phone,
        "Riverside maternity",
        "Midwife",
        "other_health",
        "Ife is six months pregnant and has been hurt by her partner twice this month. He waits "
        "outside her appointments.",
        "Her sister would take her in.",
        "3B"};
    Contact contact = TRY(tell(world, family, worry));
    TRY(decide(world, family, contact, ContactDecision::strategy_discussion));
    world.children += 1;
    Case open{family, worry, shown_desk(world)};
    if (!TRY(accept(world, open, ReferralDecision::strategy_discussion))) return {};
    TRY(protect(world, open, Finding::plan, Pace::prompt));
    return {};
}

Result<void> tell_named_stories(World& world) {
    TRY(tell_of_carys(world));
    return tell_of_an_unborn_baby(world);
}

}  // namespace kith::cli
