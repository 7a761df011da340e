#include "store/authority_store.h"

namespace kith::store {

std::span<const Column<core::Authority>> Table<core::Authority>::columns() {
    static constexpr std::array all{
        column<&core::Authority::id>("id"),
        column<&core::Authority::name>("name"),
    };
    return all;
}

}  // namespace kith::store
