#include "web/protection/fields.h"

#include <fmt/format.h>

#include <charconv>

#include "base/text.h"

namespace kith::web {

Textarea area(const FormState& form, std::string name, std::string label, std::string hint) {
    return {
        .name = name, .label = label, .hint = hint, .error = form.error(name), .value = form.value(name), .rows = 3};
}

Input line(const FormState& form, std::string name, std::string label, std::string hint) {
    return {.name = name, .label = label, .hint = hint, .error = form.error(name), .value = form.value(name)};
}

DateInput day(const FormState& form, std::string name, std::string legend, std::string hint) {
    return {.name = name,
            .legend = legend,
            .hint = hint,
            .error = form.error(name),
            .day = form.value(name + "-day"),
            .month = form.value(name + "-month"),
            .year = form.value(name + "-year")};
}

Input clock(const FormState& form, std::string name, std::string label) {
    Input input = line(form, name + "-time", label);
    input.classes = "govuk-input--width-5";
    return input;
}

Select pick_from(const FormState& form, std::string name, std::string label, std::vector<SelectItem> items) {
    items.insert(items.begin(), {.value = "", .text = "Choose"});
    return {
        .name = name, .label = label, .error = form.error(name), .value = form.value(name), .items = std::move(items)};
}

static std::optional<std::chrono::minutes> time_of_day(std::string_view text) {
    text = trim(text);
    std::size_t colon = text.find_first_of(":.");
    if (colon == std::string_view::npos) return std::nullopt;
    int hour = -1, minute = -1;
    auto read = [](std::string_view part, int& into) {
        auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), into);
        return error == std::errc() && end == part.data() + part.size();
    };
    bool good = read(text.substr(0, colon), hour) && read(text.substr(colon + 1), minute);
    if (!good || hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
    return std::chrono::hours(hour) + std::chrono::minutes(minute);
}

std::optional<Instant> moment(FormState& form, const std::string& name) {
    auto date = form.date(name);
    if (!date) return std::nullopt;
    auto time = time_of_day(form.value(name + "-time"));
    if (!time) form.add_error(name + "-time", "Give the time as hours and minutes, such as 14:30.");
    return time ? std::optional(from_london(*date, *time)) : std::nullopt;
}

std::optional<Instant> required_moment(FormState& form, const std::string& name, std::string_view sentence) {
    auto at = moment(form, name);
    if (!at && form.error(name).empty() && form.error(name + "-time").empty()) form.add_error(name, sentence);
    return at;
}

void set_day(FormState& form, const std::string& name, std::optional<Date> date) {
    if (!date) return;
    std::chrono::year_month_day ymd(*date);
    form.set(name + "-day", fmt::format("{}", static_cast<unsigned>(ymd.day())));
    form.set(name + "-month", fmt::format("{}", static_cast<unsigned>(ymd.month())));
    form.set(name + "-year", fmt::format("{}", static_cast<int>(ymd.year())));
}

void set_moment(FormState& form, const std::string& name, Instant at) {
    LondonTime time = london(at);
    set_day(form, name, time.date);
    auto minutes = time.since_midnight.count();
    form.set(name + "-time", fmt::format("{}:{:02}", minutes / 60, minutes % 60));
}

std::vector<std::string> sentences(std::span<const core::Missing> missing) {
    std::vector<std::string> lines;
    for (const core::Missing& each : missing)
        lines.push_back(each.sentence);
    return lines;
}

void add_refusal(FormState& form, const Refusal& refusal) {
    std::vector<std::string_view> lines = split(refusal.sentence, '\n');
    if (lines.size() == 1) return form.add(refusal);
    for (std::size_t i = 1; i < lines.size(); ++i)
        form.add_error(fmt::format("missing-{}", i), lines[i]);
}

}  // namespace kith::web
