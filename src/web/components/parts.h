// Small words that the components' markup is put together with. For the .html files of this folder only.
#pragma once

#include <string>
#include <string_view>

#include "web/components/choices.h"
#include "web/components/record.h"

namespace kith::web {

/// " a b", to go on in a class attribute; nothing for nothing.
std::string spaced(std::string_view classes);

bool is_page(Heading heading);
/// " govuk-label--l", " govuk-fieldset__legend--m"; nothing for the plain size.
std::string sized(Heading heading, std::string_view element);

/// A field's id is its name where none is given.
template <class Field>
const std::string& id_of(const Field& field) {
    return field.id.empty() ? field.name : field.id;
}

/// The ids that aria-describedby holds: what is given, the hint's, the error's.
std::string described(std::string_view given, const std::string& id, const SafeHtml& hint, const SafeHtml& error);

/// A field's hint and error, as they stand above it.
SafeHtml hint_and_error(const std::string& id, const SafeHtml& hint_text, const SafeHtml& error);

/// h1 to h4.
SafeHtml heading(const int& level, const std::string& classes, const SafeHtml& text);

/// The id of the choice at a place in its group: the first has the group's own.
std::string choice_id(const Choice& choice, const std::string& group, std::size_t index);
bool is_chosen(const Choice& choice, const std::optional<std::string>& value);
bool is_chosen(const Choice& choice, const std::vector<std::string>& values);
bool is_selected(const SelectItem& item, const std::optional<std::string>& value);

/// The fields of a date: which are marked wrong, and how wide they are.
struct DatePart {
    std::string id;
    std::string name;
    std::string label;
    std::string value;
    std::string classes;
    std::string autocomplete;
    bool wrong = false;
};
std::vector<DatePart> parts_of(const DateInput& date);

/// These and one more.
Attributes with(Attributes attributes, Attribute one);

std::string_view kind_class(ButtonKind kind);
std::string_view colour_class(Colour colour);
std::string_view urgency_class(Urgency urgency);

bool any_actions(const SummaryList& list);
std::string character_limit(const CharacterCount& count);
/// The attributes that the script of the character count reads.
Attributes count_attributes(const CharacterCount& count);

}  // namespace kith::web
