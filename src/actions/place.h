// Where a person can be found: recorded, ended and kept secret, in one way for children and for the adults around them.
#pragma once

#include <string>
#include <vector>

#include "actions/service.h"
#include "core/person.h"
#include "core/place.h"

namespace kith::actions {

/// A place where somebody can be found; an earlier one of the same kind ends the day before.
Result<core::Place> record_place(Work& work, core::Place place);

struct EndPlace {
    core::PlaceId place;
    int version = 1;
    Date until;  ///< the last day
};
/// They are not there any more. The place and who must not know it stay in the record.
Result<core::Place> end_place(Work& work, const EndPlace& command);

struct KeepPlaceSecret {
    core::PlaceId place;
    core::PersonId not_known_to;  ///< nil: from every family member and anyone outside
    std::string reason;
    std::vector<core::PlaceId> same;  ///< the same place as others of the family have it: kept secret with it
};
/// Refused as a whole where one of `same` may not be kept secret by this actor, or is another place.
Result<core::PlaceSecret> keep_place_secret(Work& work, const KeepPlaceSecret& command);

/// The same place on the records of people around, not yet secret there: a brother who lives with the child, or the
/// mother. Whoever must not know where the child is would find it there.
struct SamePlace {
    core::Person person;
    core::Place place;
};
std::vector<SamePlace> same_place_around(store::Reader& reader, const core::Actor& actor, const core::Place& place);

/// From whom a place is kept now: a name, or "everyone in the family", and why.
struct KeptFrom {
    std::string who;
    std::string why;
};
std::vector<KeptFrom> kept_from(store::Reader& reader, core::PlaceId place);

/// The place of that person, for whoever may do that with them.
Result<core::Place> place_for(store::Reader& reader, const core::Actor& actor, core::Act act, core::PersonId person,
                              core::PlaceId place);

/// From whom a place of this person might be kept: the family, as far as this actor may read it.
std::vector<core::Person> people_around(store::Reader& reader, const core::Actor& actor, core::PersonId person);

}  // namespace kith::actions
