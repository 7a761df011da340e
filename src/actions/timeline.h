// Entries for a child's timeline, made by the action that made it happen and saved in the same change.
#pragma once

#include <string>

#include "actions/service.h"
#include "core/timeline.h"

namespace kith::actions {

/// What happened to a child's record. The title is a short sentence and never holds an address, school or other place.
struct Happened {
    core::PersonId child;
    Instant at;
    core::RecordKind about = core::RecordKind::contact;
    RawId record;
    std::string_view kind;  ///< the change's name
    std::string title;
    std::string text;
};
core::TimelineEntry timeline_entry(Work& work, Happened happened);

}  // namespace kith::actions
