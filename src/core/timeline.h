// One entry in a child's timeline: what happened, when, and who recorded it. Written by the action that made it happen,
// in the same change, so that every fact entered in any form stands on the timeline once, with its source one click
// away.
#pragma once

#include <string>

#include "base/date.h"
#include "core/change.h"
#include "core/ids.h"

namespace kith::core {

struct TimelineEntry {
    Id<struct TimelineEntryTag> id;
    PersonId child;
    Instant happened_at;
    Instant recorded_at;
    StaffId recorded_by;  ///< nil: recorded by somebody outside, through a public form
    RecordKind about = RecordKind::contact;
    RawId record;
    std::string kind;   ///< the change's name, such as "contact_received"
    std::string title;  ///< a short sentence; never an address, school or other place
    std::string text;   ///< the narrative, as recorded; may be empty
};

}  // namespace kith::core
