#include "core/out_of_hours_note.h"

#include "core/missing.h"

namespace kith::core {

Result<OutOfHoursNote> write_note(OutOfHoursNote note, const Actor& actor, Instant now) {
    if (is_blank(note.happened)) return refuse(Because::invalid, "happened", "Say what happened, and what you did.");
    note.written_by = actor.id;
    note.written_at = now;
    return note;
}

Result<OutOfHoursNote> read_note(OutOfHoursNote note, const Actor& actor, Instant now) {
    if (note.read_at) return refuse(Because::conflict, "", "This note has been read already.");
    if (actor.id == note.written_by || actor.role == Role::out_of_hours)
        return refuse(Because::forbidden, "",
                      "This note waits for the child’s worker or their manager: it says that the day has taken over.");
    note.read_by = actor.id;
    note.read_at = now;
    ++note.version;
    return note;
}

Date day_zero_of_note(Instant written_at) {
    constexpr auto day_begins = std::chrono::hours(9);
    LondonTime time = london(written_at);
    return time.since_midnight < day_begins ? time.date - std::chrono::days(1) : time.date;
}

}  // namespace kith::core
