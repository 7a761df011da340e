// The local authority whose records these are. A SQLite file holds one; a PostgreSQL database holds many that never see
// each other.
#pragma once

#include <string>

#include "base/id.h"

namespace kith::core {

using AuthorityId = Id<struct AuthorityTag>;

struct Authority {
    AuthorityId id;
    std::string name;
};

}  // namespace kith::core
