// What a measurement needs in an invented council, whatever its size: one social worker with so many children and open
// duties, a front door with so many waiting contacts, and one child with a long timeline.
#pragma once

#include <string>

#include "actions/service.h"

namespace kith::bench {

constexpr int open_duties = 60;
constexpr int waiting_contacts = 120;
constexpr int timeline_entries = 300;

struct Measured {
    core::PersonId child;
    std::string worker_session;  ///< tokens for the cookie
    std::string door_session;
};

/// As served: England's rulebook, random ids, the clock of this machine.
actions::Service service(store::Store& store, const core::LocalPolicy& policy);

/// Adds what is missing; a second time only signs in again.
Measured measured(const actions::Service& service);

}  // namespace kith::bench
