#include "cli/demo/council.h"

#include <fmt/format.h>

#include "actions/authority.h"
#include "actions/front_door.h"
#include "actions/receive_contact.h"
#include "cli/demo/people.h"
#include "rulebook/england/england.h"

namespace kith::cli {

using namespace core;

namespace {

struct Council {
    store::Store& store;
    IdSource ids;
    Instant now;
    LocalPolicy policy;
    WorkingDays days = WorkingDays::england_and_wales();

    actions::Service service() {
        return {store, rulebook::england(), policy, days, [this] { return ids(); }, [this] { return now; }};
    }
};

Result<void> found(Council& council) {
    AuthorityProfile profile{.id = AuthorityId(council.ids()),
                             .name = "Hartmere Council",
                             .phone = "01632 960 100",
                             .out_of_hours_phone = "01632 960 199",
                             .opening_hours = "Monday to Friday, 8:30am to 5pm",
                             .website = "hartmere.example"};
    return actions::found_authority(council.service(), profile);
}

Result<void> add_people(Council& council, const std::function<void(std::string_view)>& say) {
    actions::Service service = council.service();
    const Actor nobody;
    std::string hash = TRY(actions::password_hash(demo_password));
    std::vector<TeamId> teams;
    for (const DemoTeam& each : demo_teams())
        teams.push_back(TRY(actions::perform(service, nobody, [&](actions::Work& work) -> Result<Team> {
                            return actions::record_team(work, {.name = each.name, .phone = each.phone});
                        })).id);
    for (const DemoStaff& each : demo_staff()) {
        Staff staff{.name = each.name, .sign_in_name = each.sign_in_name, .role = each.role, .team = teams[each.team], .phone = each.phone,
                    .social_work_qualified = each.social_work_qualified};
        TRY(actions::perform(service, nobody, [&](actions::Work& work) { return actions::add_staff(work, {staff, hash}); }));
        if (each.shown) say(fmt::format("  {:<22} {:<14} {}", each.sign_in_name, demo_password, each.what));
    }
    return {};
}

}  // namespace

Result<void> build_council(store::Store& store, const CouncilSize& size, const std::function<void(std::string_view)>& say) {
    if (store.authority()) return refuse(Because::conflict, "data", "This database already holds a council. Choose an empty directory.");
    Council council{store, seeded_ids(size.seed), size.now, {}};
    TRY(found(council));
    say("Sign-ins (name, password, role):");
    TRY(add_people(council, say));
    return {};
}

}  // namespace kith::cli
