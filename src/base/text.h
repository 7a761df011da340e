// Text as people type it: always UTF-8, in normal form C, without NUL. What cannot be stored is refused at the form.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

/// The text in normal form C with line ends as "\n"; nothing when it is not UTF-8 or holds NUL or another control
/// character than tab and line feed.
std::optional<std::string> clean_text(std::string_view typed);

/// Without white space at both ends.
std::string_view trim(std::string_view text);

/// For finding people: case folded, accents removed, apostrophes and hyphens dropped, runs of white space made one.
/// "Zoë O’Brien-Smith" and "zoe obrien smith" both give "zoe obriensmith" or equal keys per word.
std::string fold(std::string_view text);

/// How alike two folded names are: 0 to 1000 (Jaro-Winkler, in thousandths).
int likeness(std::string_view a, std::string_view b);

/// Number of characters that a person would count (code points).
std::size_t length(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char at);

}  // namespace kith
