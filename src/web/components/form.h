// Fields of forms and what stands at them: labels, hints, errors, what is typed, the button. Drawn in form.html.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/html.h"

namespace kith::web {

/// How large a label or legend is set. `page_*` make it the page's one h1.
enum class Heading {
    none,
    small,
    medium,
    large,
    extra_large,
    page_plain,
    page_small,
    page_medium,
    page_large,
    page_extra_large
};

struct Label {
    SafeHtml text;
    Heading heading = Heading::none;
    std::string for_id;
    std::string classes;
    Attributes attributes;
};
SafeHtml label(const Label& options);

struct Hint {
    std::string id;
    SafeHtml text;
    std::string classes;
    Attributes attributes;
};
SafeHtml hint(const Hint& options);

struct ErrorMessage {
    std::string id;
    SafeHtml text;
    std::string classes;
    Attributes attributes;
    std::string hidden_prefix = "Error";
};
SafeHtml error_message(const ErrorMessage& options);

struct ErrorLink {
    SafeHtml text;
    std::string href;  ///< "#given_name"; empty: not a link
};
/// At the top of the page, before the h1; takes the focus. Nothing when there is neither an error nor a description.
struct ErrorSummary {
    std::vector<ErrorLink> errors;
    SafeHtml title = "There is a problem";
    SafeHtml description;
    std::string classes;
    Attributes attributes;
};
SafeHtml error_summary(const ErrorSummary& options);

struct Input {
    std::string id;
    std::string name;
    SafeHtml label;
    Heading label_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::string value;
    std::string type = "text";
    std::string inputmode;
    std::string autocomplete;
    std::optional<bool> spellcheck;
    SafeHtml prefix;
    SafeHtml suffix;
    std::string classes;  ///< "govuk-input--width-10"
    std::string described_by;
    Attributes attributes;
};
SafeHtml input(const Input& options);

struct Textarea {
    std::string id;
    std::string name;
    SafeHtml label;
    Heading label_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::string value;
    int rows = 5;
    std::string autocomplete;
    std::optional<bool> spellcheck;
    std::string classes;
    std::string described_by;
    Attributes attributes;
};
SafeHtml textarea(const Textarea& options);

/// What is counted. `characters` is as people count; `code_units` as UTF-16 does, which the original does unasked.
enum class CountIn { characters, words, code_units };
/// A textarea that says how much may still be written.
struct CharacterCount {
    std::string id;
    std::string name;
    SafeHtml label;
    Heading label_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::string value;
    int rows = 5;
    int limit = 0;
    CountIn count_in = CountIn::characters;
    std::optional<int> threshold;  ///< per cent, after which the count is shown
    std::string classes;
    Attributes attributes;
};
SafeHtml character_count(const CharacterCount& options);

struct PasswordInput {
    std::string id;
    std::string name;
    SafeHtml label;
    Heading label_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::string value;
    std::string autocomplete = "current-password";
    std::string classes;
    Attributes attributes;
};
SafeHtml password_input(const PasswordInput& options);

enum class ButtonKind { primary, secondary, warning, inverse, start };
/// A button, or with `href` a link that looks like one. `once` keeps a double click from sending twice.
struct Button {
    SafeHtml text;
    ButtonKind kind = ButtonKind::primary;
    std::string href;
    std::string name;
    std::string value;
    std::string type = "submit";
    std::string id;
    bool disabled = false;
    bool once = false;
    std::string classes;
    Attributes attributes;
};
SafeHtml button(const Button& options);

}  // namespace kith::web
