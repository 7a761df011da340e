// Fields of the protection pages, made from a form's state in one call each: `{{ textarea(area(page.form, "analysis",
// "What it means")) }}`. The name is the field's, its error and what was typed come from the form.
#pragma once

#include <functional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/interpreting.h"
#include "core/missing.h"
#include "web/step_form.h"

namespace kith::web {

Textarea area(const FormState& form, std::string name, std::string label, std::string hint = "");
Input line(const FormState& form, std::string name, std::string label, std::string hint = "");
DateInput day(const FormState& form, std::string name, std::string legend, std::string hint = "");
/// The time of day beside a `day`: the field "<name>-time".
Input clock(const FormState& form, std::string name, std::string label = "Time, for example 14:30");

/// Radios for the values of an enum, in the order of its words.
template <HasWords E>
Radios choose(const FormState& form, std::string name, std::string legend, std::string hint = "") {
    Radios radios{.name = name, .legend = legend, .hint = hint, .error = form.error(name), .value = form.value(name)};
    for (E each : all_values<E>())
        radios.items.push_back({.value = std::string(word(each)), .text = says(each)});
    return radios;
}
/// The same as a drop-down list, with a blank first line.
template <HasWords E>
Select pick(const FormState& form, std::string name, std::string label) {
    Select select{.name = name,
                  .label = label,
                  .error = form.error(name),
                  .value = form.value(name),
                  .items = {{.value = "", .text = "Choose"}}};
    for (E each : all_values<E>())
        select.items.push_back({.value = std::string(word(each)), .text = std::string(says(each))});
    return select;
}
Select pick_from(const FormState& form, std::string name, std::string label, std::vector<SelectItem> items);

/// The instant of "<name>-day…" and "<name>-time"; an error when either is missing or cannot be.
std::optional<Instant> required_moment(FormState& form, const std::string& name, std::string_view sentence);
std::optional<Instant> moment(FormState& form, const std::string& name);
void set_moment(FormState& form, const std::string& name, Instant at);
void set_day(FormState& form, const std::string& name, std::optional<Date> date);

/// Reads who interprets for the family (protection/interpreting.html) into the row that says so.
template <class Row>
void read_interpreting(FormState& form, Row& row) {
    row.interpreted_by = form.choice("interpreted_by", core::InterpretedBy::not_said);
    row.interpreter = form.text("interpreter", 300);
    row.relative_interprets_why = form.text("relative_interprets_why", 2'000);
}

/// What is still needed before sign-off: a list on the page, to whose lines the error summary links.
std::vector<std::string> sentences(std::span<const core::Missing> missing);

/// Puts a refusal into the form: one that lists everything becomes one error a line.
void add_refusal(FormState& form, const Refusal& refusal);

/// Runs the action of a posted form once for its token. The place to go on success; nothing when the form is to be
/// shown again with its errors; a refusal that is about no field is the page's answer.
template <class F>
Result<std::optional<http::Response>> posted(Visit& visit, FormState& form, F action) {
    if (form.has_errors()) return std::optional<http::Response>();
    auto place = perform_form(visit, std::move(action));
    if (place) return std::optional(http::Response::see_other(*place));
    bool about_a_field = place.error().because == Because::invalid || !place.error().field.empty();
    if (!about_a_field || place.error().because == Because::stale) return tl::unexpected(place.error());
    add_refusal(form, place.error());
    return std::optional<http::Response>();
}

/// As posted; the form again, with status 422, when it has errors. `again`: Answered(Visit&, FormState, int status).
template <class F, class Again>
Result<http::Response> answered(Visit& visit, FormState& form, F action, Again again) {
    auto done = TRY(posted(visit, form, std::move(action)));
    if (done) return *done;
    return again(visit, std::move(form), 422);
}

/// The page of a record: its address, below which the forms on it go, and what the record still lacks. A long one says
/// at its top what comes next and what is on it (protection/page_guide.html), and holds what is done in closed details.
struct RecordPage : FormPage {
    std::vector<std::string> missing;
    Action next;  ///< the one thing to do now; without an address it waits for somebody else; nothing: for the day
    std::vector<Action> contents;
    std::set<std::string, std::less<>> open_forms;  ///< ids of the details that stand open

    bool opens(std::string_view id) const { return open_forms.contains(id); }
};

}  // namespace kith::web
