#include "web/step_form.h"

#include <charconv>

namespace kith::web {

void begin(FormPage& page, const Visit& visit, std::string title, std::string address, FormState form) {
    page.layout = layout_for(visit, std::move(title));
    page.layout.error = form.has_errors();
    page.token = new_form_token(visit);
    page.address = std::move(address);
    page.errors = error_lines(form);
    page.form = std::move(form);
}

SummaryRow fact(std::string key, std::string value, std::string otherwise) {
    return {.key = key, .value = value.empty() ? SafeHtml(otherwise) : SafeHtml(value)};
}

std::string said_or_why_not(const std::string& words, const std::string& why_not) {
    if (why_not.empty()) return words;
    return (words.empty() ? "" : words + "\n") + "Could not be had: " + why_not;
}

void put_date(http::Form& form, const std::string& name, const std::optional<Date>& date) {
    if (!date) return;
    std::chrono::year_month_day day(*date);
    form.add(name + "-day", std::to_string(static_cast<unsigned>(day.day())));
    form.add(name + "-month", std::to_string(static_cast<unsigned>(day.month())));
    form.add(name + "-year", std::to_string(static_cast<int>(day.year())));
}

int version_in(const FormState& form) {
    std::string text = form.value("version");
    int version = 0;
    std::from_chars(text.data(), text.data() + text.size(), version);
    return version;
}

std::vector<ErrorLink> error_lines(const FormState& form) {
    std::vector<ErrorLink> lines;
    for (const auto& [field, sentence] : form.errors()) {
        bool is_date = form.typed().has(field + "-day");
        bool has_place = !field.empty();
        std::string href = has_place ? "#" + field + (is_date ? "-day" : "") : "";
        for (std::string_view line : split(sentence, '\n'))
            lines.push_back({.text = line, .href = href});
    }
    return lines;
}

bool take_up(FormState& form, const Refusal& refusal) {
    if (refusal.because == Because::stale) return false;
    bool is_about_form = refusal.because == Because::invalid || !refusal.field.empty();
    if (is_about_form) form.add(refusal);
    return is_about_form;
}

}  // namespace kith::web
