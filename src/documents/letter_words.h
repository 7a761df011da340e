// The sentences that every letter has, and how a sentence speaks of the child.
#pragma once

#include "documents/letter.h"

namespace kith::documents {

/// "you" in a letter to the child, else the child's name.
std::string child_is(const Envelope& envelope);
/// "your" or "Amara's".
std::string child_has(const Envelope& envelope);
/// "What goes well: …", or that it is not known.
std::string said_of(std::string_view what, std::string_view text);
std::string worker_or_team(const Envelope& envelope);

LetterSection by_when(const Envelope& envelope, std::string_view what, const std::optional<Date>& day);
LetterSection who_decided(const std::string& name, std::string_view role, const std::optional<Instant>& at,
                          std::string_view reasons);
/// A decision of our own: a manager looks at it again, and a complaint costs nothing.
LetterSection if_you_do_not_agree(const Envelope& envelope);
/// A decision of a conference, which is many agencies'.
LetterSection if_you_do_not_agree_with_conference(const Envelope& envelope);
LetterSection who_can_help(const Envelope& envelope);

}  // namespace kith::documents
