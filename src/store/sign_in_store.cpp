#include "store/sign_in_store.h"

namespace kith::store {

std::span<const Column<store::StaffPassword>> Table<store::StaffPassword>::columns() {
    static constexpr std::array all{
        column<&StaffPassword::staff>("staff"),
        column<&StaffPassword::hash>("hash"),
        column<&StaffPassword::changed_at>("changed_at"),
    };
    return all;
}

std::span<const Column<store::SignInAttempt>> Table<store::SignInAttempt>::columns() {
    static constexpr std::array all{
        column<&SignInAttempt::id>("id"),         column<&SignInAttempt::sign_in_name>("sign_in_name"),
        column<&SignInAttempt::peer>("peer"),     column<&SignInAttempt::at>("at"),
        column<&SignInAttempt::failed>("failed"),
    };
    return all;
}

}  // namespace kith::store
