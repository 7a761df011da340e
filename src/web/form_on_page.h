// The fields of one form, read out of a page of ours: what rendered_form.h fills.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/markup.h"

namespace kith::web {

enum class ControlKind { text, area, hidden, choice, list, button };

struct Option {
    std::string value;
    std::string text;
    MarkupTag tag;
};

struct Control {
    ControlKind kind = ControlKind::text;
    std::string name;
    std::string legend;  ///< of the fieldset around it
    MarkupTag tag;
    std::size_t text_end = 0;     ///< of a textarea's content, which begins behind the tag
    std::string text;             ///< a textarea's content, unescaped
    std::vector<Option> options;  ///< of a list
};

/// The controls of one form, and the labels by the id they are for.
struct FormOnPage {
    std::string_view page;
    MarkupTag opening;
    std::vector<Control> controls;
    std::map<std::string, std::string> labels;
};

/// The opening tag of the form that posts to an address; nothing when the page has none.
std::optional<MarkupTag> opening_of(std::string_view page, std::string_view action);

/// Reads from the opening tag to "</form>". The page must outlive what is returned.
FormOnPage read_form(std::string_view page, const MarkupTag& opening);

/// The markup between a tag and its closing tag; for elements that do not hold their like.
std::string content_of(std::string_view page, const MarkupTag& tag);

}  // namespace kith::web
