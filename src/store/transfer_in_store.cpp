#include "store/transfer_in_store.h"

namespace kith::store {

std::span<const Column<core::TransferIn>> Table<core::TransferIn>::columns() {
    static constexpr std::array all{
        column<&core::TransferIn::id>("id"),
        column<&core::TransferIn::child>("child"),
        column<&core::TransferIn::from_authority>("from_authority"),
        column<&core::TransferIn::told_by>("told_by"),
        column<&core::TransferIn::told_on>("told_on"),
        column<&core::TransferIn::moved_on>("moved_on"),
        column<&core::TransferIn::plan_since>("plan_since"),
        column<&core::TransferIn::category>("category"),
        column<&core::TransferIn::worries>("worries"),
        column<&core::TransferIn::records>("records"),
        column<&core::TransferIn::safe_now>("safe_now"),
        column<&core::TransferIn::recorded_by>("recorded_by"),
        column<&core::TransferIn::recorded_at>("recorded_at"),
    };
    return all;
}

}  // namespace kith::store
