// A place where somebody can be found: home, school, nursery, GP, visit place. Every one of them reveals where a family
// is, so each is a fact of its own that may carry "must not be known to" (practice corrections 19).
//
// The one rule of disclosure is `may_be_known_to`. Pages for staff show a protected place behind its warning; a
// document, print, file name or page for a family member shows it only when that rule says so.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/words.h"
#include "core/ids.h"

namespace kith::core {

enum class PlaceKind { home, school, nursery, gp, hospital, workplace, visit_place, other };

struct Place {
    PlaceId id;
    int version = 1;
    PersonId person;
    PlaceKind kind = PlaceKind::home;
    std::string text;      ///< name and street as people say it; lines kept
    std::string postcode;  ///< upper case, one space; empty when not known
    std::optional<Date> from;
    std::optional<Date> until;
};

/// "Must not be known to": one row per place and person. `from_everyone` (nil person) hides it from all family members.
struct PlaceSecret {
    Id<struct PlaceSecretTag> id;
    PlaceId place;
    PersonId not_known_to;  ///< nil: nobody in the family or outside may know
    std::string reason;
    StaffId set_by;
    Instant set_at;
    std::optional<Instant> ended_at;
};

/// Whether this person may be shown the place. The safe answer rules: any open secret for them, or for everyone, hides
/// it.
bool may_be_known_to(const Place& place, std::span<const PlaceSecret> secrets, PersonId reader);

/// Whether anybody at all must not know it: such a place is never printed by default.
bool is_protected(const Place& place, std::span<const PlaceSecret> secrets);

std::string_view says(PlaceKind kind);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::PlaceKind> {
    using P = kith::core::PlaceKind;
    static constexpr std::array all{Word{P::home, "home"sv},
                                    Word{P::school, "school"sv},
                                    Word{P::nursery, "nursery"sv},
                                    Word{P::gp, "gp"sv},
                                    Word{P::hospital, "hospital"sv},
                                    Word{P::workplace, "workplace"sv},
                                    Word{P::visit_place, "visit_place"sv},
                                    Word{P::other, "other"sv}};
};
