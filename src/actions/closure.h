// Ending the authority's work with one child: proposed by the worker, closed by a manager, with the letter owed; and
// gently, when a pregnancy was lost.
#pragma once

#include <string>

#include "actions/service.h"
#include "core/closure.h"
#include "core/referral.h"

namespace kith::actions {

/// What has happened since the referral and what is still open, counted from the child's records.
core::WhatHappened what_happened(store::Reader& reader, const core::Referral& referral);

/// `command` without ids; they are set here from the referral.
Result<core::Closure> propose_closure(Work& work, core::ReferralId referral, core::ProposeClosure command);

struct DecideClosure {
    core::ClosureId id;
    int version = 1;
    std::string reasons;
};
/// Closes the referral and ends everybody's work with the child. Open duties end; the letter is owed to each adult.
Result<core::Closure> authorise_closure(Work& work, const DecideClosure& command);
Result<core::Closure> return_closure(Work& work, const DecideClosure& command);

/// The referral that a proposal to close is about; refused when there is no such proposal.
Result<core::ReferralId> referral_of_closure(store::Reader& reader, core::ClosureId id);

/// Called by the action that records the end of a pregnancy, in its transaction: stops the assessment, ends the child
/// in need plan, stops everything that is owed, and closes the referral. Asks nothing of anybody.
void stop_for_lost_pregnancy(Work& work, core::PersonId child);

}  // namespace kith::actions
