#include "store/birth_store.h"

namespace kith::store {

std::span<const Column<core::InheritedHistory>> Table<core::InheritedHistory>::columns() {
    static constexpr std::array all{
        column<&core::InheritedHistory::id>("id"),
        column<&core::InheritedHistory::child>("child"),
        column<&core::InheritedHistory::from>("from_person"),
        column<&core::InheritedHistory::until>("until_at"),
        column<&core::InheritedHistory::why>("why"),
        column<&core::InheritedHistory::recorded_by>("recorded_by"),
    };
    return all;
}

}  // namespace kith::store
