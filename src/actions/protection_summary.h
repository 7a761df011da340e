// What of the protection thread a child has: for the child page, and for closing the work with the child.
#pragma once

#include <optional>
#include <vector>

#include "actions/child_record.h"
#include "core/child_history.h"

namespace kith::actions {

/// Plans, conferences, enquiries and strategy discussions, the strongest first.
std::vector<OpenWork> protection_work_of(store::Reader& reader, const core::ChildHistory& history);

/// The last day on which somebody saw the child in an enquiry or on a visit under a protection plan.
std::optional<Date> last_seen_in_protection(store::Reader& reader, const core::ChildHistory& history);

/// Adds what has happened since the referral, and what is still open.
void count_protection(store::Reader& reader, const core::Referral& referral, core::WhatHappened& happened);

}  // namespace kith::actions
