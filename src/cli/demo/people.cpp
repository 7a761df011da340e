#include "cli/demo/people.h"

namespace kith::cli {

using core::Role;

std::span<const DemoTeam> demo_teams() {
    static const DemoTeam teams[] = {
        {"Front door", "01632 960 100"},
        {"Out of hours", "01632 960 199"},
        {"Riverside assessment team", "01632 960 110"},
        {"Hillside family team", "01632 960 120"},
        {"Conference service", "01632 960 130"},
    };
    return teams;
}

std::span<const DemoStaff> demo_staff() {
    static const DemoStaff staff[] = {
        {"farah.door", "Farah Lindqvist", Role::front_door, 0, "01632 960 101", true, "front-door worker", true},
        {"owen.night", "Owen Adeyemi", Role::out_of_hours, 1, "01632 960 199", true, "out-of-hours worker", true},
        {"sam.social", "Sam Castellane", Role::social_worker, 2, "01632 960 111", true, "social worker", true},
        {"mira.manager", "Mira Thornbury", Role::team_manager, 2, "01632 960 112", true, "team manager", true},
        {"cleo.chair", "Cleo Wexcombe", Role::conference_chair, 4, "01632 960 131", true, "conference chair", true},
        {"ade.admin", "Ade Fenwright", Role::administrator, 4, "01632 960 139", false, "administrator", true},
        {"hana.head", "Hana Oakshott", Role::head_of_service, 2, "01632 960 140", true, "head of service", false},
        {"femi.family", "Femi Larkspur", Role::family_support_worker, 3, "01632 960 121", false,
         "family support worker", false},
        {"bea.business", "Bea Quillan", Role::business_support, 4, "01632 960 132", false, "minute-taker", false},
        {"priya.social", "Priya Marchetti", Role::social_worker, 2, "01632 960 113", true, "social worker", false},
        {"tomasz.social", "Tomasz Bellweather", Role::social_worker, 3, "01632 960 122", true, "social worker", false},
        {"ngozi.manager", "Ngozi Hartley-Vane", Role::team_manager, 3, "01632 960 123", true, "team manager", false},
        {"idris.chair", "Idris Pemberton-Roy", Role::conference_chair, 4, "01632 960 133", true, "conference chair",
         false},
    };
    return staff;
}

}  // namespace kith::cli
