// A text that repeats a place which somebody must not know: for what goes to the family or outside, the form comes back
// and asks; for what stays inside, it is noted on the child's timeline. One mechanism for every form of staff.
//
// The texts of the form are searched before the action runs, and the outcome goes into the action's own transaction
// (Visit::with_form): a refusal lands beside its field like any other, and a reason is recorded with what it allows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "actions/place_in_text.h"
#include "web/form_state.h"
#include "web/html.h"
#include "web/visit.h"

namespace kith::web {

/// Whether what the form of this route says is given to the family or to somebody outside: the written assessment, the
/// conference's decision and reports, plans, the closure letter, answers to reporters.
bool goes_out(std::string_view route);

/// The reason that lets a text go out all the same.
inline constexpr std::string_view place_may_be_known = "place_may_be_known_why";

struct PlacesInForm {
    std::vector<actions::GivenAway> found;
    bool going_out = false;
};

/// The protected places that the posted form gives away, of the families that its page shows.
PlacesInForm places_in_form(const Visit& visit);

/// Within the transaction of the form: refused, or noted.
Result<void> settle_places(const Visit& visit, const PlacesInForm& places, actions::Work& work);

/// The form that came back, with the question in it.
http::Response with_question_about_places(const Visit& visit, http::Response page);

struct PlaceQuestion {
    FormState form;
};
SafeHtml place_question(const PlaceQuestion& question);

}  // namespace kith::web
