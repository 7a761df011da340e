#include "store/place_store.h"

namespace kith::store {

std::span<const Column<core::Place>> Table<core::Place>::columns() {
    static constexpr std::array all{
        column<&core::Place::id>("id"),          column<&core::Place::version>("version"),
        column<&core::Place::person>("person"),  column<&core::Place::kind>("kind"),
        column<&core::Place::text>("text"),      column<&core::Place::postcode>("postcode"),
        column<&core::Place::from>("from_date"), column<&core::Place::until>("until_date"),
    };
    return all;
}

std::span<const Column<core::PlaceSecret>> Table<core::PlaceSecret>::columns() {
    static constexpr std::array all{
        column<&core::PlaceSecret::id>("id"),
        column<&core::PlaceSecret::place>("place"),
        column<&core::PlaceSecret::not_known_to>("not_known_to"),
        column<&core::PlaceSecret::reason>("reason"),
        column<&core::PlaceSecret::set_by>("set_by"),
        column<&core::PlaceSecret::set_at>("set_at"),
        column<&core::PlaceSecret::ended_at>("ended_at"),
    };
    return all;
}

}  // namespace kith::store
