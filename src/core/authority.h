// The local authority whose records these are, and what it tells families about itself. A SQLite file holds one
// authority; a PostgreSQL database holds many that never see each other.
#pragma once

#include <string>

#include "base/id.h"

namespace kith::core {

using AuthorityId = Id<struct AuthorityTag>;

struct Authority {
    AuthorityId id;
    std::string name;
};

/// On every public and family page, and in every letter.
struct AuthorityProfile {
    AuthorityId id;
    std::string name;                ///< "Hartmere Council"
    std::string phone;               ///< children's services, opening hours
    std::string out_of_hours_phone;  ///< evenings, nights, weekends, bank holidays
    std::string opening_hours;       ///< "Monday to Friday, 8:30am to 5pm"
    std::string website;
    std::string dfe_number;  ///< the three digits by which the government knows it, or empty
};

}  // namespace kith::core
