#include "store/staff_store.h"

namespace kith::store {

std::span<const Column<core::AuthorityProfile>> Table<core::AuthorityProfile>::columns() {
    static constexpr std::array all{
        column<&core::AuthorityProfile::id>("id"),
        column<&core::AuthorityProfile::name>("name"),
        column<&core::AuthorityProfile::phone>("phone"),
        column<&core::AuthorityProfile::out_of_hours_phone>("out_of_hours_phone"),
        column<&core::AuthorityProfile::opening_hours>("opening_hours"),
        column<&core::AuthorityProfile::website>("website"),
        column<&core::AuthorityProfile::dfe_number>("dfe_number"),
    };
    return all;
}

std::span<const Column<core::Team>> Table<core::Team>::columns() {
    static constexpr std::array all{
        column<&core::Team::id>("id"),
        column<&core::Team::name>("name"),
        column<&core::Team::phone>("phone"),
    };
    return all;
}

std::span<const Column<core::Staff>> Table<core::Staff>::columns() {
    static constexpr std::array all{
        column<&core::Staff::id>("id"),
        column<&core::Staff::version>("version"),
        column<&core::Staff::name>("name"),
        column<&core::Staff::sign_in_name>("sign_in_name"),
        column<&core::Staff::role>("role"),
        column<&core::Staff::team>("team"),
        column<&core::Staff::phone>("phone"),
        column<&core::Staff::social_work_qualified>("social_work_qualified"),
        column<&core::Staff::disabled_at>("disabled_at"),
    };
    return all;
}

}  // namespace kith::store
