// A transfer in: another authority tells us that a child on its child protection plan has moved here for good. From the
// day of that news a conference is owed here within 15 working days; until it has been held the other authority's plan
// goes on, and the plan made here is a new one. A stay for a while is *not* a transfer.
//
// Guidance: Working Together, children who move; census guide 4.8.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/date.h"
#include "base/result.h"
#include "core/ids.h"
#include "core/protection_plan.h"
#include "core/staff.h"

namespace kith::core {

struct TransferIn {
    Id<struct TransferInTag> id;
    PersonId child;
    std::string from_authority;
    std::string told_by;  ///< who told us: name, role, and how to ring them
    Date told_on;         ///< day 0 of the conference's timescale
    std::optional<Date> moved_on;
    std::optional<Date> plan_since;         ///< of the plan there
    std::optional<AbuseCategory> category;  ///< under which it runs there; empty: not said
    std::string worries;                    ///< what the plan there is about
    std::string records;                    ///< what they sent, what is still awaited, who asks for it
    std::string safe_now;                   ///< who sees the child until the conference, and when
    StaffId recorded_by;
    Instant recorded_at;
};

/// Refused without the other authority and the day it told us, for a day to come, for a child who is on a plan here,
/// and while another transfer waits for its conference. All else may follow.
Result<TransferIn> notify_transfer_in(TransferIn transfer, std::span<const ProtectionPlan> of_the_child,
                                      bool another_waits, const Actor& actor, Instant now);

}  // namespace kith::core
