// Work at night and at weekends: what to know when the day hands over, and what the day must know in the morning.
//
// The handover list is read and not kept: every child for whom something runs until the next working morning. A note
// back is written by hand, and by itself when somebody of the out-of-hours team does one of the urgent acts; it is owed
// to be read by 9am on the next working day (core/out_of_hours_note.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "core/out_of_hours_note.h"
#include "core/person.h"

namespace kith::actions {

struct HandoverReason {
    std::string text;
    core::RecordKind about = core::RecordKind::person;
    RawId record;
    std::string address{};           ///< where the record's kind alone does not say it
    std::optional<Instant> until{};  ///< of what runs out at an hour
};
struct HandoverChild {
    core::Person child;
    std::vector<HandoverReason> reasons;
    std::string worker, worker_phone, team, team_phone;
    std::optional<Instant> first_end;  ///< of what runs out before the day comes back
};
struct Handover {
    Instant day_is_back;                  ///< 9am on the next working day
    std::vector<HandoverChild> children;  ///< what runs out first, first; then by name
};
/// As many look-ups for many children as for one.
Result<Handover> handover(const Service& service, store::Reader& reader, const core::Actor& actor, Instant now);

/// By hand, on any child that the writer may read.
Result<core::OutOfHoursNote> write_note(Work& work, core::OutOfHoursNote note);
/// By itself: nothing unless the actor is of the out-of-hours team.
void note_back(Work& work, const core::Person& child, core::RecordKind about, const RawId& record,
               std::string happened);
Result<core::OutOfHoursNote> read_note(Work& work, core::OutOfHoursNoteId id);

struct NoteView {
    core::OutOfHoursNote note;
    core::Person child;
    std::string written_by, read_by;
    bool may_read = false;  ///< to say that the day has taken over
};
Result<NoteView> note(store::Reader& reader, const core::Actor& actor, core::OutOfHoursNoteId id);

}  // namespace kith::actions
