// What is still missing from a record: one fact each, with the way to put it right.
//
// Sign-off is where refusal lives, and it refuses once: everything that is missing is listed together, so that nobody
// sends the same record five times. "Not known because …" is an answer; blank is not.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kith::core {

struct Missing {
    std::string field;     ///< the field of the form that holds it
    std::string sentence;  ///< what to do, in plain words; ends in a full stop
};

/// Collects what is missing in the order of the form.
/// What the one at that place is called in a sentence: by name; "child 2" where names are not at hand.
inline std::string called(const std::vector<std::string>& names, std::size_t at) {
    return at < names.size() && !names[at].empty() ? names[at] : "child " + std::to_string(at + 1);
}

class MissingList {
  public:
    /// Asks for a text: white space is no answer.
    MissingList& text(std::string_view value, std::string_view field, std::string_view sentence);
    /// Asks for one of two texts: the fact, or why it could not be had.
    MissingList& either(std::string_view value, std::string_view why_not, std::string_view field,
                        std::string_view sentence);
    /// Asks for whatever the caller tested.
    MissingList& fact(bool have, std::string_view field, std::string_view sentence);

    std::vector<Missing> take() { return std::move(list_); }

  private:
    std::vector<Missing> list_;
};

/// One refusal that names everything: the field of the first, the sentences of all, one a line.
Result<void> refuse_if_any(std::span<const Missing> missing);

/// True of nothing but white space.
bool is_blank(std::string_view text);

}  // namespace kith::core
