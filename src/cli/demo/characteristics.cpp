#include "cli/demo/characteristics.h"

#include "cli/demo/names.h"
#include "cli/demo/people.h"
#include "core/identifiers.h"

namespace kith::cli {

using namespace core;

/// One for each pupil, of schools that there are not, with its check letter.
static std::string invented_pupil_number(World& world, int year_of_entry) {
    int pupil = world.pupils++;
    std::string number =
        fmt::format("A{}{:04}{:02}{:03}", demo_dfe_number, 2000 + pupil / 1000, year_of_entry % 100, pupil % 1000);
    number[0] = *upn_check_letter(number);
    return number;
}

static std::vector<Disability> invented_disabilities(Dice& dice) {
    static constexpr Disability usual[] = {Disability::learning,  Disability::learning, Disability::autism,
                                           Disability::autism,    Disability::autism,   Disability::behaviour,
                                           Disability::behaviour, Disability::mobility, Disability::communication,
                                           Disability::hearing,   Disability::vision,   Disability::personal_care};
    std::vector<Disability> chosen{dice.pick(usual)};
    Disability second = dice.pick(usual);
    if (dice.percent(40) && second != chosen[0]) chosen.push_back(second);
    return chosen;
}

static void invent_pupil_number(World& world, Person& child, Date then) {
    constexpr int age_of_entry = 4;
    if (age_on(*child.date_of_birth, then) < age_of_entry) return;
    if (world.facts.percent(97)) {
        int born_in = static_cast<int>(std::chrono::year_month_day(*child.date_of_birth).year());
        child.pupil_number = invented_pupil_number(world, born_in + age_of_entry);
    } else
        child.no_pupil_number = world.facts.percent(50) ? NoPupilNumber::never_at_school_in_england
                                                        : NoPupilNumber::educated_outside_england;
}

void invent_characteristics(World& world, Person& child, Date then) {
    child.ethnicity = world.facts.pick(cli::ethnicities());
    child.disabilities = child.disabled ? invented_disabilities(world.facts) : std::vector{Disability::none};
    if (child.date_of_birth) invent_pupil_number(world, child, then);
}

}  // namespace kith::cli
