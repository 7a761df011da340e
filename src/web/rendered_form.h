// A form as it stands on a page of ours, with what somebody typed put into it.
//
// The page says it all: which fields the form has now, what they are called, and what is saved in them. So one function
// serves every form: nothing is declared per form, and a form that is changed tomorrow is read as it is then. It reads
// the markup that our own components write (attributes in double quotes, user text escaped), not any HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "http/form.h"

namespace kith::web {

/// A field whose typed text is not the page's. Texts are as people read them: the words of a choice, a date as typed.
struct Difference {
    std::string label;
    std::string anchor;  ///< id of the field; empty: the page has no such field any more
    std::string on_page;
    std::string typed;
};

struct FilledForm {
    std::string page;     ///< the markup with what was typed in the fields
    std::string heading;  ///< the heading that stands over the form; empty: the form is not on the page
    bool found = false;
    bool is_the_page = false;        ///< the page's own heading stands over it: there is nothing else to get past
    bool changed_meanwhile = false;  ///< the page's form carries another version than what was typed
    std::vector<Difference> differences;
    std::vector<Difference> without_field;  ///< typed, and the page has no field for it any more

    bool says_something() const { return !differences.empty() || !without_field.empty(); }
};

/// The form that posts to `action`. Tokens and the version are the page's own and stay.
FilledForm fill_form(const std::string& page, std::string_view action, const http::Form& typed);

/// Fields that a form carries for the program and nobody types.
bool is_bookkeeping(std::string_view field);

/// A field's name for people where no label is at hand: "outcome_reasons-<id>" is "Outcome reasons".
std::string words_of_field(std::string_view name);

/// What stands between the tags, as plain text.
std::string text_between(std::string_view page, std::string_view opening, std::string_view closing);

}  // namespace kith::web
