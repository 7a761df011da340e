// What the actions about a conference share: reading one for somebody who may act on it, and its timeline entries.
#pragma once

#include <string>

#include "actions/conference.h"
#include "actions/timeline.h"

namespace kith::actions {

/// The conference, when this person may do that for at least one of its children.
Result<core::ConferenceRecord> conference_for(Work& work, core::Act act, core::ConferenceId id);

core::TimelineEntry conference_entry(Work& work, const core::Conference& conference, core::PersonId child,
                                     const core::ChangeKind& kind, Instant at, std::string title,
                                     std::string text = "");

}  // namespace kith::actions
