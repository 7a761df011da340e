// The note that somebody who works at night or at a weekend leaves for whoever works with the child by day: what
// happened, and what the day has to do. It is owed to be read by 9am on the next working day, and says who read it. It
// takes the place of no record: what was done stands where it was done.
//
// Practice corrections, "what practitioners expect on day one": a note back by 09:00.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/result.h"
#include "core/change.h"
#include "core/ids.h"
#include "core/staff.h"

namespace kith::core {

struct OutOfHoursNote {
    OutOfHoursNoteId id;
    int version = 1;
    PersonId child;
    std::string happened;
    std::string needed;                     ///< what the day has to do; empty: nothing beyond reading
    RecordKind about = RecordKind::person;  ///< where it is recorded: the record's kind and id, or the child
    RawId record;
    StaffId written_by;
    Instant written_at;
    StaffId read_by;
    std::optional<Instant> read_at;
};

Result<OutOfHoursNote> write_note(OutOfHoursNote note, const Actor& actor, Instant now);

/// Read by somebody who works by day: not by who wrote it, nor by another night worker. Once.
Result<OutOfHoursNote> read_note(OutOfHoursNote note, const Actor& actor, Instant now);

/// The day from which reading it is counted: a note of the small hours belongs to the evening before, and is read the
/// same morning.
Date day_zero_of_note(Instant written_at);

}  // namespace kith::core
