#include "store/emergency_protection_store.h"

namespace kith::store {

std::span<const Column<core::EmergencyProtection>> Table<core::EmergencyProtection>::columns() {
    static constexpr std::array all{
        column<&core::EmergencyProtection::id>("id"),
        column<&core::EmergencyProtection::version>("version"),
        column<&core::EmergencyProtection::child>("child"),
        column<&core::EmergencyProtection::power>("power"),
        column<&core::EmergencyProtection::began_at>("began_at"),
        column<&core::EmergencyProtection::enquiry>("enquiry"),
        column<&core::EmergencyProtection::recorded_by>("recorded_by"),
        column<&core::EmergencyProtection::recorded_at>("recorded_at"),
        column<&core::EmergencyProtection::owner>("owner"),
        column<&core::EmergencyProtection::police>("police"),
        column<&core::EmergencyProtection::court>("court"),
        column<&core::EmergencyProtection::court_route>("court_route"),
        column<&core::EmergencyProtection::order_decision>("order_decision"),
        column<&core::EmergencyProtection::order_why>("order_why"),
        column<&core::EmergencyProtection::order_decided_by>("order_decided_by"),
        column<&core::EmergencyProtection::order_decided_at>("order_decided_at"),
        column<&core::EmergencyProtection::sealed_until>("sealed_until"),
        column<&core::EmergencyProtection::asked_for_by_police>("asked_for_by_police"),
        column<&core::EmergencyProtection::extended_until>("extended_until"),
        column<&core::EmergencyProtection::ended_at>("ended_at"),
        column<&core::EmergencyProtection::end>("end_reason"),
        column<&core::EmergencyProtection::ended_why>("ended_why"),
        column<&core::EmergencyProtection::ended_by>("ended_by"),
    };
    return all;
}

}  // namespace kith::store
