// What an event does to people's lists: it opens the duties that the law starts on it and discharges those it stops.
//
// Every step calls `after` once for each thing that happened and saves the rows it returns in the same change. Which
// duties those are stands in the rulebook, nowhere else.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "core/duty.h"
#include "core/process.h"

namespace kith::actions {

/// Whose list a duty goes to, and from which record.
struct Subject {
    core::RecordKind about = core::RecordKind::contact;
    RawId record;
    core::PersonId child;  ///< nil when no child is identified
    core::StaffId owner;   ///< nil: the team's
    core::TeamId team;
};

/// When something happened: the day that counts, and the instant for clocks in hours.
struct When {
    Date date;
    std::optional<Instant> at;
    /// Duties whose day 0 is another day than the event's (see Clock::counts_from): an assessment's end counts from the
    /// referral, an initial conference from the strategy discussion.
    std::map<core::Duty, Date> day_zero = {};
};
When when(Instant at);

/// The duty rows that change: opened by the event, discharged by it, or lapsed because the need for them went (open
/// duties of the child, or of the record when no child is known). A duty that one event both discharges and starts is
/// discharged first.
std::vector<core::OpenDuty> after(Work& work, core::Event event, const Subject& subject, const When& happened);

/// One dated duty for what was left out when a record was started (level "complete by"): due the next working day.
core::OpenDuty missing_facts(Work& work, const Subject& subject, std::string what);

/// Open duties that stop at once, because the need for them went: a pregnancy loss, a step stopped.
std::vector<core::OpenDuty> cancel_open(Work& work, core::PersonId child, std::string_view why);

}  // namespace kith::actions
