// Reads the markup that our own templates write, tag by tag. See rendered_form.h for what it is for.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith::web {

struct MarkupTag {
    struct Part {
        std::string name;
        std::string value;               ///< unescaped
        std::size_t begin = 0, end = 0;  ///< of the attribute with the space before it
    };
    std::string name;  ///< "/form" for a closing tag
    std::vector<Part> parts;
    std::size_t begin = 0, end = 0;  ///< from "<" to behind ">"

    const Part* part(std::string_view attribute) const;
    std::string value(std::string_view attribute) const;  ///< empty when absent
    bool has(std::string_view attribute) const { return part(attribute) != nullptr; }
};

/// The next tag at or after a place; nothing at the end. Comments are passed over.
std::optional<MarkupTag> next_tag(std::string_view page, std::size_t from);

/// Markup without its tags, unescaped, runs of white space made one space.
std::string plain_text(std::string_view markup);
std::string unescaped(std::string_view markup);

}  // namespace kith::web
