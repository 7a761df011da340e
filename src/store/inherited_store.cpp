#include "store/inherited_store.h"

namespace kith::store {

std::span<const Column<core::Inherited>> Table<core::Inherited>::columns() {
    static constexpr std::array all{
        column<&core::Inherited::record>("record"),
        column<&core::Inherited::child>("child"),
        column<&core::Inherited::about>("about"),
        column<&core::Inherited::source>("source"),
        column<&core::Inherited::line>("line"),
        column<&core::Inherited::not_known>("not_known"),
        column<&core::Inherited::plans_before>("plans_before"),
        column<&core::Inherited::brought_at>("brought_at"),
        column<&core::Inherited::review_meetings>("review_meetings"),
    };
    return all;
}

}  // namespace kith::store
