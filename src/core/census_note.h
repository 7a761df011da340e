// What a worker tells the data team about a finding of the census rules that is true as it is recorded, and what the
// data team answers. A note speaks of exactly what was found: one rule, and the values that it found. When one of these
// is corrected, the note no longer answers for it.
//
// A note changes nothing that is recorded, and nobody is ever asked to make a true date fit.
//
// Source: practice corrections 27 to 29.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/change.h"
#include "core/ids.h"
#include "core/staff.h"

namespace kith::core {

enum class CensusAnswer {
    waiting,         ///< nobody has answered yet
    accepted,        ///< explained: the return goes with it
    please_correct,  ///< something recorded is not right, in the data team's words
};
std::string_view says(CensusAnswer answer);

using CensusNoteId = Id<struct CensusNoteTag>;

struct CensusNote {
    CensusNoteId id;
    int version = 1;
    PersonId child;
    int census_year = 0;  ///< 2027 is 2026-27: in which it was written
    std::string rule;     ///< "8670Q"
    std::string about;    ///< what the rule found: elements and values, as returns/cin/child_findings.h writes them
    std::string note;     ///< why it is true as recorded
    StaffId written_by;
    Instant written_at;
    CensusAnswer answer = CensusAnswer::waiting;
    std::string answer_words;
    StaffId answered_by;
    std::optional<Instant> answered_at;
};

/// Refused without words.
Result<CensusNote> write_census_note(CensusNote note, const Actor& actor, Instant now);

struct AnswerCensusNote {
    CensusAnswer answer = CensusAnswer::accepted;
    std::string words;  ///< needed where something is to be corrected
};
/// Once, and by another person than who wrote it.
Result<CensusNote> answer_census_note(CensusNote note, const AnswerCensusNote& command, const Actor& actor,
                                      Instant now);

namespace happened {
inline constexpr ChangeKind census_note_written{"census note written", RecordKind::person};
inline constexpr ChangeKind census_note_answered{"census note answered", RecordKind::person};
}  // namespace happened

}  // namespace kith::core

template <>
struct kith::Words<kith::core::CensusAnswer> {
    using enum kith::core::CensusAnswer;
    static constexpr std::array all{
        Word{waiting, "waiting"sv},
        Word{accepted, "accepted"sv},
        Word{please_correct, "please_correct"sv},
    };
};
