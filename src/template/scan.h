// First step: a template's text cut into literal text, {{ expressions }} and {% statements %}. Comments are dropped,
// except those of the file's head, which say what the template is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "template/mistake.h"

namespace kith::templates {

struct Piece {
    enum Kind { literal, output, statement, comment };
    Kind kind = literal;
    Place place;
    std::string text;  ///< without the braces and the white space at both ends
};

/// Throws Mistake for a brace that is not closed.
std::vector<Piece> scan(std::string_view source, const std::string& file);

/// One past the end of the C++ string or character literal that begins at `from`; npos when it does not end.
std::size_t end_of_literal(std::string_view text, std::size_t from);

std::string_view trimmed(std::string_view text);

}  // namespace kith::templates
