// What the pages of a step share: sending a form once, showing it again with every error, and choices made of enums.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/words.h"
#include "web/components/components.h"
#include "web/form_state.h"
#include "web/visit.h"

namespace kith::web {

/// A fact on a page; "Not recorded" when there is none.
SummaryRow fact(std::string key, const std::string& value);

/// Fills the three fields of a date.
void put_date(http::Form& form, const std::string& name, const std::optional<Date>& date);

/// The version of the record that the form was shown with.
int version_in(const FormState& form);

/// Every error with its link, those that name several things a line each.
std::vector<ErrorLink> error_lines(const FormState& form);

/// True when the refusal is shown on the form: what was typed stays. Otherwise it gets a page of its own; where
/// somebody else was first, that is the form's page with both texts (web/draft/).
bool take_up(FormState& form, const Refusal& refusal);

/// Performs the action once for this rendered form and goes where it says; or shows the page again with what was typed
/// and every error. F: Result<std::string>(Work&), the address. Again: Result<std::string>(), the page.
template <class F, class Again>
Answered send(Visit& visit, FormState& form, F action, Again again) {
    if (!form.has_errors()) {
        auto place = perform_form(visit, std::move(action));
        if (place) return http::Response::see_other(*place);
        if (!take_up(form, place.error())) return tl::unexpected(place.error());
    }
    return http::Response::html(TRY(again()), 422);
}

template <HasWords E>
std::vector<Choice> choices() {
    std::vector<Choice> items;
    for (E each : all_values<E>())
        items.push_back({.value = std::string(word(each)), .text = says(each)});
    return items;
}

template <HasWords E>
std::vector<SelectItem> select_items() {
    std::vector<SelectItem> items;
    for (E each : all_values<E>())
        items.push_back({.value = std::string(word(each)), .text = std::string(says(each))});
    return items;
}

}  // namespace kith::web
