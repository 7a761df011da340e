// What adults and children are owed to know: who is owed it, that it was told or given, and a manager's decision not to
// tell somebody yet. A duty goes with what the law owes by a day; no timer ever tells anybody anything.
#pragma once

#include <string>
#include <vector>

#include "actions/service.h"
#include "core/duty.h"
#include "core/person.h"
#include "core/telling.h"

namespace kith::actions {

/// From this age a child is owed it in a form that they understand; local practice, no law names an age.
inline constexpr int told_from_age = 5;

/// Parents, carers and whoever has parental responsibility, each once.
std::vector<core::PersonId> adults_of(store::Reader& reader, core::PersonId child);

/// Rows for everyone who is owed this about the child: those adults, and the child. Saved by the step that owes it, in
/// its own change.
std::vector<core::Telling> owe(Work& work, core::Owed owed, core::RecordKind about, RawId record,
                               const core::Person& child, Date from);

/// The change that a telling row is saved under: it belongs to the record that owes it.
const core::ChangeKind& change_of_telling(core::RecordKind about);

struct RecordToldCommand {
    core::TellingId telling;
    int version = 1;
    core::RecordTold told;
};
Result<core::Telling> record_told(Work& work, const RecordToldCommand& command);

struct DecideShowingCommand {
    core::TellingId telling;
    int version = 1;
    core::DecideShowing decision;
};
/// A manager's decision. Not telling yet opens the duty to look at it again on the day that was set.
Result<core::Telling> decide_showing(Work& work, const DecideShowingCommand& command);

/// One line of what is owed, for a page.
struct TellingLine {
    core::Telling telling;
    std::string who;
    std::string told_by_name;
    std::string decided_by_name;
};
std::vector<TellingLine> tellings_of_record(store::Reader& reader, RawId record);
std::vector<TellingLine> tellings_of_child(store::Reader& reader, core::PersonId child);

struct TellingRecord {
    TellingLine line;
    core::Person child;
    bool may_decide = false;  ///< decide how it may be shown, or not yet
};
Result<TellingRecord> telling_record(store::Reader& reader, const core::Actor& actor, core::TellingId id);

}  // namespace kith::actions
