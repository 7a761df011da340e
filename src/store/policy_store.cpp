#include "store/policy_store.h"

namespace kith::store {

std::span<const Column<core::AppliedPolicy>> Table<core::AppliedPolicy>::columns() {
    static constexpr std::array all{
        column<&core::AppliedPolicy::id>("id"),
        column<&core::AppliedPolicy::from>("from_date"),
        column<&core::AppliedPolicy::hash>("hash"),
        column<&core::AppliedPolicy::text>("text"),
        column<&core::AppliedPolicy::applied_by>("applied_by"),
        column<&core::AppliedPolicy::applied_at>("applied_at"),
    };
    return all;
}

}  // namespace kith::store
