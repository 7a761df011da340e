// What is chosen rather than typed, and dates: fieldsets, radios, checkboxes, days, lists. Drawn in choices.html.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "web/components/form.h"

namespace kith::web {

/// Wraps fields: `{% call fieldset({.legend = "Address"}) %} … {% endcall %}`.
struct Fieldset {
    SafeHtml legend;
    Heading legend_heading = Heading::none;
    std::string described_by;
    std::string role;
    std::string classes;
    Attributes attributes;
};
SafeHtml fieldset(const Fieldset& options, const SafeHtml& content = {});

/// One radio or checkbox, or (with `divider`) the word "or" between two. The first item's id is that of the group, so
/// that the error summary's link lands on it; later ones are "<id>-2", "<id>-3" …
struct Choice {
    std::string value;
    SafeHtml text;
    SafeHtml hint;
    SafeHtml conditional;  ///< shown when chosen: `input({…})`. Without JavaScript it is always shown.
    bool checked = false;
    bool disabled = false;
    bool exclusive = false;  ///< checkboxes: "None of these"
    SafeHtml divider;
    std::string id;
    std::string name;  ///< checkboxes: of its own
    Attributes attributes;
};
struct Radios {
    std::string id;
    std::string name;
    SafeHtml legend;
    Heading legend_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::optional<std::string> value;  ///< the one chosen
    std::vector<Choice> items;
    std::string classes;  ///< "govuk-radios--inline", "govuk-radios--small"
    Attributes attributes;
    std::string group_classes;
};
SafeHtml radios(const Radios& options);

struct Checkboxes {
    std::string id;
    std::string name;
    SafeHtml legend;
    Heading legend_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::vector<std::string> values;  ///< those chosen
    std::vector<Choice> items;
    std::string classes;  ///< "govuk-checkboxes--small"
    Attributes attributes;
    std::string group_classes;
};
SafeHtml checkboxes(const Checkboxes& options);

enum class DateFields { day_month_year, month_year, day_month };
/// Day, month and year: fields "<name>-day", "<name>-month", "<name>-year" with ids alike. What was typed is kept as
/// text. With an `error`, those in error are marked: all three, unless `wrong` names some.
struct DateInput {
    std::string id;
    std::string name;
    SafeHtml legend;
    Heading legend_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::string day;
    std::string month;
    std::string year;
    struct Wrong {
        bool day = false;
        bool month = false;
        bool year = false;
    };
    Wrong wrong;
    DateFields fields = DateFields::day_month_year;
    bool birthday = false;  ///< autocomplete with the reader's own date of birth
    std::string classes;
    Attributes attributes;
};
SafeHtml date_input(const DateInput& options);

struct SelectItem {
    std::string value;
    std::string text;
    bool selected = false;
    bool disabled = false;
    Attributes attributes;
};
struct Select {
    std::string id;
    std::string name;
    SafeHtml label;
    Heading label_heading = Heading::none;
    SafeHtml hint;
    SafeHtml error;
    std::optional<std::string> value;  ///< selects the item with this value
    std::vector<SelectItem> items;
    std::string classes;
    Attributes attributes;
};
SafeHtml select(const Select& options);

}  // namespace kith::web
