#include "web/form_state.h"

#include <fmt/format.h>

namespace kith::web {

std::vector<std::string> FormState::values(std::string_view name) const {
    std::vector<std::string> values;
    for (std::string_view each : typed_.all(name))
        values.emplace_back(each);
    return values;
}

std::string FormState::error(std::string_view name) const {
    for (const auto& [field, sentence] : errors_)
        if (field == name) return sentence;
    return {};
}

std::vector<ErrorLink> FormState::error_links() const {
    std::vector<ErrorLink> links;
    for (const auto& [field, sentence] : errors_) {
        bool is_date = typed_.has(field + "-day");
        links.push_back({.text = sentence, .href = field.empty() ? "" : "#" + field + (is_date ? "-day" : "")});
    }
    return links;
}

void FormState::set(std::string_view name, std::string_view value) {
    http::Form changed;
    for (const auto& [each, its] : typed_.entries())
        if (each != name) changed.add(each, its);
    changed.add(name, value);
    typed_ = std::move(changed);
}

// An action names what it refuses by the record's word; a form asks for the day without "_on" or "_at", and for one of
// several rows with the row's id behind it.
static std::string field_asked(const http::Form& typed, std::string_view name) {
    std::string whole(name);
    bool is_moment = name.ends_with("_on") || name.ends_with("_at");
    if (!is_moment || typed.has(whole) || typed.has(whole + "-day")) return whole;
    std::string brief = whole.substr(0, whole.size() - 3);
    if (typed.has(brief + "-day")) return brief;
    for (const auto& [each, value] : typed.entries())
        if (each.starts_with(brief + "-") && each.ends_with("-day")) return each.substr(0, each.size() - 4);
    return whole;
}

void FormState::add_error(std::string_view name, std::string_view sentence) {
    std::string field = field_asked(typed_, name);
    if (error(field).empty()) errors_.emplace_back(std::move(field), sentence);
}

std::string FormState::text(std::string_view name, std::size_t longest) {
    constexpr std::string_view lost = "\xEF\xBF\xBD";  // U+FFFD: what arrived there was no text (http/form.h)
    auto cleaned = clean_text(typed_.get(name));
    if (!cleaned || cleaned->find(lost) != std::string::npos) {
        add_error(name, "This holds signs that cannot be stored. Type it again without them.");
        return {};
    }
    std::string text(trim(*cleaned));
    if (std::size_t now = length(text); now > longest)
        add_error(name, fmt::format("This must be {} characters or fewer. It has {}.", longest, now));
    return text;
}

std::string FormState::required_text(std::string_view name, std::string_view sentence, std::size_t longest) {
    std::string typed = text(name, longest);
    if (typed.empty()) add_error(name, sentence);
    return typed;
}

static std::optional<int> whole_number(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > 4) return std::nullopt;
    int number = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::optional<Date> FormState::date_of_a_life(std::string_view name) {
    std::string n(name);
    std::string day = value(n + "-day"), month = value(n + "-month"), year = value(n + "-year");
    if (trim(day).empty() && trim(month).empty() && trim(year).empty()) return std::nullopt;
    auto d = whole_number(day), m = whole_number(month), y = whole_number(year);
    if (!d || !m || !y) {
        add_error(name, "Enter the day, month and year as numbers, such as 27 3 2021, or leave all three empty.");
        return std::nullopt;
    }
    auto date = make_date(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
    if (!date) add_error(name, fmt::format("{} {} {} is not a real date. Check the day, month and year.", *d, *m, *y));
    return date;
}

std::optional<Date> FormState::date(std::string_view name) {
    constexpr Date long_ago = std::chrono::year{1990} / 1 / 1;
    auto typed = date_of_a_life(name);
    if (!typed || *typed >= long_ago) return typed;
    add_error(name, "This is long before any work that is recorded here. Check the year.");
    return std::nullopt;
}

std::optional<Date> FormState::required_date(std::string_view name, std::string_view sentence) {
    auto typed = date(name);
    if (!typed && error(name).empty()) add_error(name, sentence);
    return typed;
}

}  // namespace kith::web
