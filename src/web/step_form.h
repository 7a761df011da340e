// What the pages of forms share: what each of them carries, sending a form once, showing it again with every error, and
// choices made of enums.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/words.h"
#include "web/components/choices.h"
#include "web/components/record.h"
#include "web/form_state.h"
#include "web/visit.h"

namespace kith::web {

/// What a page with forms carries, whatever it is about.
struct FormPage {
    Layout layout;
    std::string token;
    std::string address;  ///< of the form; of the record, where its page holds several whose addresses begin with it
    FormState form;
    std::vector<ErrorLink> errors;
};
/// Fills it. The title is the window's.
void begin(FormPage& page, const Visit& visit, std::string title, std::string address, FormState form);

/// What stands above the form of a page that is nothing else.
struct FormHead {
    std::string heading;
    std::string caption;  ///< above the heading, mostly whom it is about; empty: nothing
    std::string back;     ///< where the reader came from
    std::string back_text;
    std::string title;  ///< the window's; empty: "heading: caption"
};

/// A page that is one form, sent to its own address. Its template extends layout/form_page.html.
struct SingleForm : FormPage {
    FormHead head;
    std::string version;  ///< of what the form was filled from; empty: it makes something new
};

/// What a window's title can hold beside Kith's name; longer ones are the heading alone.
inline constexpr std::size_t longest_title = 60;

template <class P>
P form_page(const Visit& visit, FormHead head, FormState form) {
    P page;
    bool says_whom = head.title.empty() && !head.caption.empty();
    std::string title = says_whom ? head.heading + ": " + head.caption : head.title;
    bool fits = !title.empty() && title.size() <= longest_title;
    begin(page, visit, fits ? title : head.heading, visit.request.path, std::move(form));
    page.head = std::move(head);
    return page;
}

/// A fact on a page.
SummaryRow fact(std::string key, std::string value, std::string otherwise = "Not recorded");

/// What somebody said, and why it could not be had: whichever is recorded, and both where both are.
std::string said_or_why_not(const std::string& words, const std::string& why_not);

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
