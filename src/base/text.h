// Text as people type it: always UTF-8, in normal form C, without NUL. What cannot be stored is refused at the form.
// Unicode's own tables (ICU) decide; no language or locale of the machine does.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

/// The text in normal form C with line ends as "\n"; nothing when it is not UTF-8 or holds NUL or another control
/// character than tab and line feed. Emoji and right-to-left text are text. Signs that only turn the direction of
/// others (U+202A to U+202E, U+2066 to U+2069) are left out: nobody sees them, and they make one name look like
/// another.
std::optional<std::string> clean_text(std::string_view typed);

/// Without white space (ASCII) at both ends.
std::string_view trim(std::string_view text);

/// A key for finding people by name: case folded, accents removed, apostrophes of every kind dropped, anything else
/// that is not a letter, digit or vowel sign made a space, runs of spaces made one, none at the ends. "Zoë
/// O’Brien-Smith" and "ZOE  OBRIEN SMITH" both give "zoe obrien smith"; "Łukasz Størk" gives "lukasz stork". Folding
/// twice gives the same. A name of emoji alone gives "". What is not UTF-8 is left out.
std::string fold(std::string_view text);

/// How alike two folded names are: 0 to 1000 (Jaro-Winkler, in thousandths, on code points). 1000 only when they are
/// equal; a missing name is like nothing, not even another. Only the first 256 characters of each are compared.
int likeness(std::string_view a, std::string_view b);

/// Number of code points.
std::size_t length(std::string_view text);

/// The pieces between the separators: one more than there are separators, empty ones included.
std::vector<std::string_view> split(std::string_view text, char at);

}  // namespace kith
