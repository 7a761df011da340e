// One invented family: brothers and sisters, the adults around them, and where they live.
#pragma once

#include <string>
#include <vector>

#include "cli/demo/world.h"
#include "core/person.h"

namespace kith::cli {

struct Adult {
    core::Person person;
    core::RelationKind kind = core::RelationKind::mother;
    core::ParentalResponsibility responsibility = core::ParentalResponsibility::yes;
};

struct Family {
    std::string name;
    std::vector<core::Person> children;  ///< ids are set once the front door has recorded them
    std::vector<Adult> adults;           ///< the mother first
    std::string home;
    std::string school;
    bool home_is_secret = false;  ///< from the last of the adults
};

/// At most so many children, as old as they would have been on `then`.
Family invent_family(World& world, int most_children, Date then);

/// Records the adults, how they are related, and which places must not be known, once the children are recorded.
Result<void> record_around(actions::Work& work, Family& family);

}  // namespace kith::cli
