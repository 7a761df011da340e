// Letters to the family (documents/letter.h) made from the record: who may be sent one, and the letter itself. Printing
// is the worker's; what was given to whom is recorded as told (actions/telling.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "core/person.h"
#include "core/telling.h"
#include "documents/letter.h"

namespace kith::actions {

struct LetterKey {
    documents::LetterKind kind = documents::LetterKind::assessment;
    RawId record;  ///< of the assessment, the conference, the referral that closes, or the pre-proceedings
    core::PersonId child;
    core::PersonId reader;
};

struct LetterToFamily {
    documents::Letter letter;
    core::Person child;
    core::Person reader;
    std::string reads;                     ///< the reader's language and formats, as recorded
    std::optional<core::Telling> telling;  ///< where it is owed
};
/// Refused for a record that is not ready for it (not authorised, not decided, not closed), for a person who is not
/// owed it, and where a manager has decided that this person is told only, or not yet. With known domestic abuse a
/// manager decides first. Places and numbers that this reader must not know are taken out.
Result<LetterToFamily> letter_to_family(const Service& service, store::Reader& reader, const core::Actor& actor,
                                        const LetterKey& key);

/// One line of the list: to whom, about which child, or why it cannot be printed now.
struct PossibleLetter {
    LetterKey key;
    std::string to;
    std::string about;
    std::string not_now;
};
/// The letters of that kind about this record that there may be, children in the record's order.
Result<std::vector<PossibleLetter>> letters_about(const Service& service, store::Reader& reader,
                                                  const core::Actor& actor, documents::LetterKind kind, RawId record);

}  // namespace kith::actions
