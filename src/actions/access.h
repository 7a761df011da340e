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

/// Returns when the row is durable. Throws when it cannot be: the page then does not leave.
void note_access(const Service& service, const core::Actor& actor, const Access& access, Instant now);

}  // namespace kith::actions
