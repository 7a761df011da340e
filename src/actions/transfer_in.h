// A child on another authority's child protection plan has moved here: recorded, and the conference owed from that
// news.
#pragma once

#include <string>
#include <vector>

#include "actions/service.h"
#include "core/conference.h"
#include "core/duty.h"
#include "core/person.h"
#include "core/transfer_in.h"

namespace kith::actions {

/// Opens the duty to hold the transfer-in conference, counted from the day we were told. A child whom no team holds
/// goes to the team of whoever records it. The id and who recorded it are set here.
Result<core::TransferIn> notify_transfer_in(Work& work, core::TransferIn transfer);

struct TransferInView {
    core::Person child;
    std::vector<core::TransferIn> transfers;  ///< newest first
    std::vector<std::string> recorded_by;     ///< names, alongside
    std::optional<core::OpenDuty> owed;       ///< the conference, while it is
    std::optional<core::Conference> booked;   ///< the one to come, once it is booked
    bool on_plan_here = false;
};
Result<TransferInView> transfers_in(store::Reader& reader, const core::Actor& actor, core::PersonId child);

}  // namespace kith::actions
