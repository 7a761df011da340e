// A contact becomes referrals, one for each child, and each is decided: assessment, strategy discussion, immediate
// protection, or it ends at once. From the first on the child is open, and its timescales count from the contact.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "core/closure.h"
#include "core/contact.h"
#include "core/duty.h"
#include "core/person.h"
#include "core/referral.h"

namespace kith::actions {

/// Called by the decision on the contact, in its transaction: a referral for each child that is identified and has none
/// open. Where the decision was urgent the referral is decided with it and waits for nothing.
Result<std::vector<core::Referral>> make_referrals(Work& work, const core::Contact& contact);

struct DecideReferralCommand {
    core::ReferralId referral;
    int version = 1;  ///< the one that was on screen
    core::DecideReferral decision;
    core::ReferralSource source = core::ReferralSource::not_known;
    std::vector<core::ReferralId> same_for;  ///< brothers and sisters from the same contact, each their own decision
};
/// Decides on one child's referral, and on those of brothers and sisters for which the same was chosen. "Assessment"
/// starts one assessment about all of them.
Result<core::Referral> decide_referral(Work& work, const DecideReferralCommand& command);

/// One referral with what its page shows.
struct ReferralRecord {
    core::Referral referral;
    core::Person child;
    std::string contact_reference;
    std::string decided_by_name;
    std::vector<std::pair<core::Referral, std::string>> siblings;  ///< from the same contact, with the child's name
    std::optional<core::Closure> closure;                          ///< the last one, if any
    core::WhatHappened happened;
    std::vector<core::OpenDuty> duties;  ///< open ones about it, soonest first
    bool may_decide = false;
};
Result<ReferralRecord> referral_record(store::Reader& reader, const core::Actor& actor, core::ReferralId id);

/// Referrals that still wait for a decision, the oldest first, with the child's name.
std::vector<std::pair<core::Referral, std::string>> waiting_referrals(store::Reader& reader, int most = 200);

/// The child's open referral.
std::optional<core::Referral> open_referral(store::Reader& reader, core::PersonId child);

}  // namespace kith::actions
