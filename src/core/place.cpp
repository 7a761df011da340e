#include "core/place.h"

#include <algorithm>

namespace kith::core {

static bool holds(const PlaceSecret& secret, const Place& place) {
    return secret.place == place.id && !secret.ended_at;
}

bool may_be_known_to(const Place& place, std::span<const PlaceSecret> secrets, PersonId reader) {
    return std::ranges::none_of(secrets, [&](const PlaceSecret& secret) {
        return holds(secret, place) && (secret.not_known_to.is_nil() || secret.not_known_to == reader);
    });
}

bool is_protected(const Place& place, std::span<const PlaceSecret> secrets) {
    return std::ranges::any_of(secrets, [&](const PlaceSecret& secret) { return holds(secret, place); });
}

std::string_view says(PlaceKind kind) {
    switch (kind) {
        case PlaceKind::home:
            return "Home";
        case PlaceKind::school:
            return "School";
        case PlaceKind::nursery:
            return "Nursery";
        case PlaceKind::gp:
            return "GP surgery";
        case PlaceKind::hospital:
            return "Hospital";
        case PlaceKind::workplace:
            return "Workplace";
        case PlaceKind::visit_place:
            return "Place of visits";
        case PlaceKind::other:
            return "Other place";
    }
    return "";
}

}  // namespace kith::core
