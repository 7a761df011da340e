// What an authority tells families about itself: on every public and family page, and in every letter.
#pragma once

#include <string>

#include "base/id.h"

namespace kith::core {

struct AuthorityProfile {
    Id<struct AuthorityProfileTag> id;
    std::string name;                ///< "Hartmere Council"
    std::string phone;               ///< children's services, opening hours
    std::string out_of_hours_phone;  ///< evenings, nights, weekends, bank holidays
    std::string opening_hours;       ///< "Monday to Friday, 8:30am to 5pm"
    std::string website;
};

}  // namespace kith::core
