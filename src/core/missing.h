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
