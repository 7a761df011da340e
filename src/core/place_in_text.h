// Whether a text gives a place away: repeats its postcode, or the line that says where it is, however they are typed.
//
// A person's own words are never changed by this, and nobody is stopped from writing where somebody is where that is
// the record's business. What it is for: a text that goes to a family, and a place in it that somebody there must not
// know (ICO reprimands of 2022 and 2023: safe addresses in reports, letters and assessments).
//
// It finds the postcode in any case and spacing, and the first telling line of the address ("12 Mill Lane", "Hill
// Street School", "Flat 3, Rosebank House") with the usual short forms of street words. It does not find a place that
// is described ("above the bakery"): a person still reads what goes out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/place.h"

namespace kith::core {

/// A text made ready to be searched for many places.
class SearchedText {
  public:
    explicit SearchedText(std::string_view text);

    /// Whether these folded words stand in it, street words in full on both sides, each found whole.
    bool holds_words(std::string_view words) const;
    /// Whether these letters and digits stand in it, beginning and ending with its words.
    bool holds_letters(std::string_view letters) const;

  private:
    std::string folded_;
    std::string in_full_;
};

/// What of the place the text repeats, as the record has it: "12 Mill Lane", or the postcode; nothing when neither.
std::optional<std::string> place_in_text(const SearchedText& text, const Place& place);

/// The line of an address that tells where it is, folded, street words in full; empty when it has none, such as "not
/// known" or a town alone.
std::string telling_line(std::string_view address);

}  // namespace kith::core
