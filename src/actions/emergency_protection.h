// Emergency protection of a child (core/emergency_protection.h): recorded by anybody who may be alone on duty, for any
// child, at any hour. It opens the section 47 enquiry where none is open, and whatever is not known yet becomes a dated
// duty. An order ends the police protection before it; a power whose time passed without an end is ended by the next.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "core/emergency_protection.h"
#include "core/person.h"

namespace kith::actions {

struct StartEmergency {
    core::PersonId child;
    core::StartEmergencyProtection start;
    core::EmergencyFacts facts;  ///< as far as they are known
};
Result<core::EmergencyProtection> start_emergency_protection(Work& work, const StartEmergency& command);

struct OfEmergency {
    core::EmergencyProtectionId id;
    int version = 1;  ///< that the form was shown with
};
Result<core::EmergencyProtection> write_emergency_protection(Work& work, const OfEmergency& of,
                                                             core::EmergencyFacts facts);
/// By whoever was named, or by anybody who acts for them: who it was is recorded.
Result<core::EmergencyProtection> decide_on_order(Work& work, const OfEmergency& of, core::OrderDecision decision,
                                                  std::string why);
Result<core::EmergencyProtection> end_emergency_protection(Work& work, const OfEmergency& of,
                                                           const core::EndEmergencyProtection& command);

struct EmergencyView {
    core::EmergencyProtection protection;
    core::Person child;
    Instant counted;  ///< when its time is up, as Kith counts
    Instant until;    ///< the hour that holds
    std::string difference;
    std::optional<Instant> last_sitting;
    std::vector<core::EmergencyWarning> warnings;
    std::vector<core::Missing> missing;
    std::vector<core::OpenDuty> duties;
    std::string owner_name, owner_phone, recorded_by, order_decided_by, ended_by;
    bool may_write = false;
};
Result<EmergencyView> emergency_protection(const Service& service, store::Reader& reader, const core::Actor& actor,
                                           core::EmergencyProtectionId id);

/// What runs now for a child; newest first.
std::vector<core::EmergencyProtection> running_emergencies(store::Reader& reader, core::PersonId child);

/// The hour that holds, for a row that is at hand.
Instant lasts_until(const Service& service, store::Reader& reader, const core::EmergencyProtection& of);

}  // namespace kith::actions
