// The invented council while it is being built: who works there, what day it is, and the one way to do something in it.
//
// Its clock is moved by hand, so that each action happens at its own time in the last six years. A step for which today
// is too early is not taken: whatever was begun is then under way, on time or late, as in life.
#pragma once

#include <fmt/format.h>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "actions/service.h"
#include "cli/demo/dice.h"
#include "rulebook/england/england.h"

namespace kith::cli {

/// A social worker with the manager who signs off for them.
struct Desk {
    core::Actor worker;
    core::Actor manager;
};

struct World {
    World(store::Store& into, std::uint64_t seed, Instant present)
        : store(into), ids(seeded_ids(seed)), dice(seed), facts(seed ^ 0xfac75), now(present), today(present) {}
    World(const World&) = delete;

    /// Does it, as that person, now. A refusal names the family and the step.
    template <class F>
    auto as(const core::Actor& actor, std::string_view step, F action) {
        auto done = actions::perform(service, actor, std::move(action));
        if (!done) {
            Refusal& why = done.error();
            why.sentence = fmt::format("{}, {} on {}: {} {}", about, step, iso_utc(now), why.field, why.sentence);
        }
        return done;
    }

    /// Moves the clock on by so many days, to working hours. False when that is still to come: the clock then stays.
    bool after_days(int calendar_days, int hour = 0);
    /// Moves the clock on by a few hours, or not at all when that is still to come.
    bool after_hours(int hours);
    bool move_to(Instant then);

    store::Store& store;
    IdSource ids;
    Dice dice;
    Dice facts;  ///< what national lists ask: thrown apart, so that more questions do not change the stories
    Instant now;
    const Instant today;
    std::string about = "The council";  ///< whose story is being told: "The Abara family"
    core::LocalPolicy policy;
    actions::Service service{store,
                             rulebook::england(),
                             policy,
                             WorkingDays::england_and_wales(),
                             [this] { return ids(); },
                             [this] { return now; }};

    core::Actor front_door, night, minutes;
    std::vector<core::Actor> chairs;
    std::vector<core::Actor> managers;
    std::vector<Desk> desks;
    std::int64_t children = 0;  ///< recorded so far
    int pupils = 0;             ///< numbers given out so far
};

}  // namespace kith::cli
