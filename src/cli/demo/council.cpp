#include "cli/demo/council.h"

#include <fmt/format.h>

#include "actions/authority.h"
#include "cli/demo/names.h"
#include "cli/demo/people.h"
#include "cli/demo/stories.h"
#include "cli/demo/world.h"

namespace kith::cli {

using namespace core;

namespace {

Result<void> found(World& world) {
    AuthorityProfile profile{.id = AuthorityId(world.ids()),
                             .name = "Hartmere Council",
                             .phone = "01632 960 100",
                             .out_of_hours_phone = "01632 960 199",
                             .opening_hours = "Monday to Friday, 8:30am to 5pm",
                             .website = "hartmere.example",
                             .dfe_number = std::string(demo_dfe_number)};
    return actions::found_authority(world.service, profile);
}

/// Who does what in the stories: the first of each role, and every social worker with the manager of their team.
void take_post(World& world, const Staff& staff) {
    Actor actor{staff.id, staff.name, staff.role, staff.team, staff.social_work_qualified};
    if (staff.role == Role::front_door) world.front_door = actor;
    if (staff.role == Role::out_of_hours) world.night = actor;
    if (staff.role == Role::business_support) world.minutes = actor;
    if (staff.role == Role::conference_chair) world.chairs.push_back(actor);
    if (staff.role == Role::social_worker) world.desks.push_back({actor, {}});
    if (staff.role == Role::team_manager) world.managers.push_back(actor);
}

void seat_managers(World& world) {
    for (Desk& desk : world.desks)
        for (const Actor& manager : world.managers)
            if (manager.team == desk.worker.team) desk.manager = manager;
}

Result<void> add_people(World& world, const std::function<void(std::string_view)>& say) {
    const actions::Service& service = world.service;
    const Actor nobody;
    std::string hash = TRY(actions::password_hash(demo_password));
    std::vector<TeamId> teams;
    for (const DemoTeam& each : demo_teams())
        teams.push_back(TRY(actions::perform(service, nobody, [&](actions::Work& work) -> Result<Team> {
                            return actions::record_team(work, {.name = each.name, .phone = each.phone});
                        })).id);
    for (const DemoStaff& each : demo_staff()) {
        Staff staff{.name = each.name,
                    .sign_in_name = each.sign_in_name,
                    .role = each.role,
                    .team = teams[each.team],
                    .phone = each.phone,
                    .social_work_qualified = each.social_work_qualified};
        staff = TRY(actions::perform(service, nobody, [&](actions::Work& work) {
            return actions::add_staff(work, {staff, hash});
        }));
        take_post(world, staff);
        if (each.shown) say(fmt::format("  {:<22} {:<14} {}", each.sign_in_name, demo_password, each.what));
    }
    seat_managers(world);
    return {};
}

/// A bigger council has more social workers, six to a team; nobody signs in as them.
Result<void> add_more_workers(World& world, std::int64_t children) {
    Team team;
    for (std::int64_t i = 0; i < children / 60; ++i) {
        bool leads = i % 6 == 0;
        if (leads)
            team = TRY(world.as({}, "founding a team", [&](actions::Work& work) -> Result<Team> {
                return actions::record_team(
                    work, {.name = fmt::format("Family team {}", i / 6 + 1), .phone = "01632 960 150"});
            }));
        std::string given(world.dice.pick(given_names()).name), family(world.dice.pick(family_names()));
        Staff staff{.name = given + " " + family,
                    .sign_in_name = fmt::format("worker.{}", i + 1),
                    .role = leads ? Role::team_manager : Role::social_worker,
                    .team = team.id,
                    .phone = "01632 960 151",
                    .social_work_qualified = true};
        take_post(world, TRY(world.as({}, "adding staff", [&](actions::Work& work) {
                      return actions::add_staff(work, {staff, ""});
                  })));
    }
    seat_managers(world);
    return {};
}

}  // namespace

Result<void> build_council(store::Store& store, const CouncilSize& size,
                           const std::function<void(std::string_view)>& say) {
    CHECK(!store.authority());
    World world(store, size.seed, size.now);
    world.now = size.now - std::chrono::days(6 * 366);
    TRY(found(world));
    say("Sign-ins (name, password, role):");
    TRY(add_people(world, say));
    TRY(add_more_workers(world, size.children));
    TRY(tell_stories(world, size.children, say));
    world.now = size.now;
    return {};
}

}  // namespace kith::cli
