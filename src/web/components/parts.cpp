#include "web/components/parts.h"

#include <algorithm>
#include <array>

namespace kith::web {

std::string spaced(std::string_view classes) {
    return classes.empty() ? std::string() : " " + std::string(classes);
}

bool is_page(Heading heading) {
    return heading >= Heading::page_plain;
}

std::string sized(Heading heading, std::string_view element) {
    std::string_view size;
    switch (heading) {
        case Heading::none:
        case Heading::page_plain:
            return {};
        case Heading::small:
        case Heading::page_small:
            size = "s";
            break;
        case Heading::medium:
        case Heading::page_medium:
            size = "m";
            break;
        case Heading::large:
        case Heading::page_large:
            size = "l";
            break;
        case Heading::extra_large:
        case Heading::page_extra_large:
            size = "xl";
            break;
    }
    return " " + std::string(element) + "--" + std::string(size);
}

std::string described(std::string_view given, const std::string& id, const SafeHtml& hint, const SafeHtml& error) {
    std::string ids(given);
    if (!hint.empty()) ids += spaced(id + "-hint");
    if (!error.empty()) ids += spaced(id + "-error");
    if (!ids.empty() && ids.front() == ' ') ids.erase(0, 1);
    return ids;
}

std::string choice_id(const Choice& choice, const std::string& group, std::size_t index) {
    if (!choice.id.empty()) return choice.id;
    return index == 1 ? group : group + "-" + std::to_string(index);
}

bool is_chosen(const Choice& choice, const std::optional<std::string>& value) {
    return choice.checked || (value && *value == choice.value);
}

bool is_chosen(const Choice& choice, const std::vector<std::string>& values) {
    return choice.checked || std::find(values.begin(), values.end(), choice.value) != values.end();
}

bool is_selected(const SelectItem& item, const std::optional<std::string>& value) {
    return item.selected || (value && *value == item.value);
}

std::vector<DatePart> parts_of(const DateInput& date) {
    const std::string& id = id_of(date);
    bool none_named = !date.wrong.day && !date.wrong.month && !date.wrong.year;
    auto part = [&](const char* name, const char* label, const std::string& value, bool wrong, const char* width,
                    const char* birthday) {
        std::string prefix = date.name.empty() ? "" : date.name + "-";
        bool marked = wrong || (none_named && !date.error.empty());
        std::string classes = marked ? " govuk-input--error" : "";
        return DatePart{id + "-" + name, prefix + name, label, value, classes + width, date.birthday ? birthday : "",
                        marked};
    };
    std::vector<DatePart> all;
    if (date.fields != DateFields::month_year) {
        all.push_back(part("day", "Day", date.day, date.wrong.day, " govuk-input--width-2", "bday-day"));
    }
    all.push_back(part("month", "Month", date.month, date.wrong.month, " govuk-input--width-2", "bday-month"));
    if (date.fields != DateFields::day_month) {
        all.push_back(part("year", "Year", date.year, date.wrong.year, " govuk-input--width-4", "bday-year"));
    }
    return all;
}

Attributes with(Attributes attributes, Attribute one) {
    attributes.push_back(std::move(one));
    return attributes;
}

std::string_view kind_class(ButtonKind kind) {
    constexpr std::array<std::string_view, 5> classes = {"", " govuk-button--secondary", " govuk-button--warning",
                                                         " govuk-button--inverse", " govuk-button--start"};
    return classes[static_cast<std::size_t>(kind)];
}

std::string_view colour_class(Colour colour) {
    constexpr std::array<std::string_view, 10> classes = {"",
                                                          " govuk-tag--grey",
                                                          " govuk-tag--green",
                                                          " govuk-tag--teal",
                                                          " govuk-tag--blue",
                                                          " govuk-tag--purple",
                                                          " govuk-tag--magenta",
                                                          " govuk-tag--red",
                                                          " govuk-tag--orange",
                                                          " govuk-tag--yellow"};
    return classes[static_cast<std::size_t>(colour)];
}

std::string_view urgency_class(Urgency urgency) {
    constexpr std::array<std::string_view, 4> classes = {"", " kith-date--soon", " kith-date--today",
                                                         " kith-date--overdue"};
    return classes[static_cast<std::size_t>(urgency)];
}

bool any_actions(const SummaryList& list) {
    return std::any_of(list.rows.begin(), list.rows.end(), [](const SummaryRow& row) { return !row.actions.empty(); });
}

std::string character_limit(const CharacterCount& count) {
    return "You can enter up to " + std::to_string(count.limit) +
           (count.count_in == CountIn::words ? " words" : " characters");
}

Attributes count_attributes(const CharacterCount& count) {
    Attributes attributes = {{"data-module", "govuk-character-count"}, {"data-maxlength", std::to_string(count.limit)}};
    if (count.threshold) attributes.push_back({"data-threshold", std::to_string(*count.threshold)});
    if (count.count_in == CountIn::characters) attributes.push_back({"data-count-type", "characters"});
    if (count.count_in == CountIn::words) attributes.push_back({"data-count-type", "words"});
    return attributes;
}

}  // namespace kith::web
