// A small reader of HTML for tests: tags with their attributes sorted, and text, entities decoded.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kith::web {

struct Token {
    std::string tag;  ///< "p", "/p", or empty for text
    std::map<std::string, std::string> attributes;
    std::string text;

    bool operator==(const Token&) const = default;
};

/// Throws std::runtime_error for what is not closed.
std::vector<Token> tokens_of(std::string_view html);

/// One token a line, white space made one and dropped beside tags: what two equal pieces of markup have in common.
std::string normalised(std::string_view html);

std::string decoded(std::string_view text);

}  // namespace kith::web
