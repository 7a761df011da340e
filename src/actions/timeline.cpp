#include "actions/timeline.h"

namespace kith::actions {

core::TimelineEntry timeline_entry(Work& work, Happened happened) {
    return {.id = work.new_id<decltype(core::TimelineEntry::id)>(),
            .child = happened.child,
            .happened_at = happened.at,
            .recorded_at = work.now,
            .recorded_by = work.actor.id,
            .about = happened.about,
            .record = happened.record,
            .kind = std::string(happened.kind),
            .title = std::move(happened.title),
            .text = std::move(happened.text)};
}

}  // namespace kith::actions
