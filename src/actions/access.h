// Who looked at whom: one row for each request that shows a person, durable before the page leaves.
#pragma once

#include <string>
#include <vector>

#include "actions/service.h"

namespace kith::actions {

struct Access {
    std::string action;   ///< the page, such as "/children/{id}"
    std::string purpose;  ///< why this person may: "own child", "team", "duty"
    std::vector<core::PersonId> shown;
};

/// Where the row is: in the log, or aside, because the database takes nothing at present.
enum class Noted { in_log, aside };

/// Returns when the row is durable. Throws when it cannot be: the page then does not leave.
void note_access(const Service& service, const core::Actor& actor, const Access& access, Instant now);

/// The same for a page that only shows: its row may lie aside, where there is such a place with room.
Noted note_reading(const Service& service, const core::Actor& actor, const Access& access, Instant now);

}  // namespace kith::actions
