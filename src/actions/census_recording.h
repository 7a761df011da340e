// The census while people record: what its rules say of one child as saved, what can be done about it, and the notes to
// the data team. Looked up when a page is shown, on a snapshot; no write ever waits for a rule.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/child_record.h"
#include "actions/service.h"
#include "core/census_note.h"
#include "core/person.h"
#include "returns/cin/child_findings.h"

namespace kith::actions {

/// A finding with the latest note about exactly what it found.
struct CensusFinding {
    returns::cin::ChildFinding found;
    std::optional<core::CensusNote> note;

    bool explained() const { return note && note->answer == core::CensusAnswer::accepted; }
};

/// Of this child in the census year of today. Nothing for somebody who may not work on the child.
std::vector<CensusFinding> census_findings_today(store::Reader& reader, const core::Actor& actor, core::PersonId child,
                                                 Date today, const WorkingDays& calendar);
/// The same of a record that was read in this snapshot.
std::vector<CensusFinding> census_findings_today(store::Reader& reader, const core::Actor& actor,
                                                 const ChildRecord& record, Date today, const WorkingDays& calendar);

/// What the data team asked to be corrected, and that still stands there as it was found, with no newer note.
struct CorrectionAsked {
    core::Person child;
    CensusFinding finding;
    bool may_explain = true;  ///< false: it stands in the return of last year only
};
/// Of the children whose accountable worker this is; oldest first. No date is set by it.
std::vector<CorrectionAsked> corrections_asked(store::Reader& reader, const core::Actor& actor, Date today,
                                               const WorkingDays& calendar);

struct ExplainFinding {
    core::PersonId child;
    std::string rule;
    std::string about;
    std::string note;
};
/// Sends a note to the data team: by who may work on the child.
Result<core::CensusNote> explain_finding(Work& work, const ExplainFinding& command);

/// A note with its child, for who answers it or may work on the child.
struct CensusNoteView {
    core::CensusNote note;
    core::Person child;
    std::string written_by;
    bool may_answer = false;
    bool may_read_child = false;  ///< else the child is known by the census number only
};
Result<CensusNoteView> census_note(store::Reader& reader, const core::Actor& actor, core::CensusNoteId id);

/// By the data team: whoever may check the returns of every team.
Result<core::CensusNote> answer_note(Work& work, core::CensusNoteId id, int version,
                                     const core::AnswerCensusNote& command);

/// Notes that nobody has answered, oldest first; a manager's own team's.
std::vector<CensusNoteView> waiting_notes(store::Reader& reader, const core::Actor& actor);

}  // namespace kith::actions
