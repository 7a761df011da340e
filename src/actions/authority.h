// What this authority tells families about itself, and the teams and people in it.
#pragma once

#include <vector>

#include "actions/service.h"
#include "core/authority.h"
#include "core/staff.h"

namespace kith::actions {

/// A plain profile when none has been described yet.
core::AuthorityProfile authority_profile(store::Reader& reader);

/// Founds the authority of an empty database with its profile. Refused for a second one.
Result<void> found_authority(const Service& service, core::AuthorityProfile profile);
Result<void> describe_authority(Work& work, core::AuthorityProfile profile);
core::Team record_team(Work& work, core::Team team);

struct AddStaff {
    core::Staff staff;
    std::string password_hash;  ///< made outside the transaction with store::hash_password
};
/// Refused when the sign-in name is taken or empty.
Result<core::Staff> add_staff(Work& work, const AddStaff& command);
/// Signs the person out everywhere at once; their work and name stay.
Result<void> disable_staff(Work& work, core::StaffId id);
Result<void> disable_staff_named(Work& work, const std::string& sign_in_name);

std::vector<core::Staff> staff_who_may(store::Reader& reader, core::Act act);
std::vector<core::Team> teams(store::Reader& reader);

/// A hash for a password that is good enough: 12 characters or more, no other rule (docs: ASVS, NCSC).
Result<std::string> password_hash(std::string_view password);

/// Compares a form's token with the session's, in the same time whatever they are.
bool same_token(std::string_view sent, std::string_view expected);

}  // namespace kith::actions
