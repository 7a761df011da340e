#include "core/census_note.h"

#include "base/text.h"

namespace kith::core {

std::string_view says(CensusAnswer answer) {
    switch (answer) {
        case CensusAnswer::waiting:
            return "Waiting for the data team";
        case CensusAnswer::accepted:
            return "Accepted: it is explained";
        case CensusAnswer::please_correct:
            return "Please correct what is recorded";
    }
    return "";
}

Result<CensusNote> write_census_note(CensusNote note, const Actor& actor, Instant now) {
    if (trim(note.note).empty())
        return refuse(Because::invalid, "note", "Write in a sentence why it is true as it is recorded.");
    note.written_by = actor.id;
    note.written_at = now;
    note.answer = CensusAnswer::waiting;
    return note;
}

Result<CensusNote> answer_census_note(CensusNote note, const AnswerCensusNote& command, const Actor& actor,
                                      Instant now) {
    if (note.answer != CensusAnswer::waiting)
        return refuse(Because::conflict, "", "This note has been answered. A new note can be written for the child.");
    if (command.answer == CensusAnswer::waiting) return refuse(Because::invalid, "answer", "Choose an answer.");
    if (actor.id == note.written_by)
        return refuse(Because::forbidden, "", "Who wrote the note does not answer it. Ask a colleague.");
    if (command.answer == CensusAnswer::please_correct && trim(command.words).empty())
        return refuse(Because::invalid, "words", "Say what is not right in what is recorded.");
    note.answer = command.answer;
    note.answer_words = command.words;
    note.answered_by = actor.id;
    note.answered_at = now;
    ++note.version;
    return note;
}

}  // namespace kith::core
