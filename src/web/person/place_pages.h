// The places of a person, child or adult: a new one, the end of one, and keeping one secret.
#pragma once

#include <string>
#include <vector>

#include "actions/child_record.h"
#include "web/components/choices.h"
#include "web/components/record.h"
#include "web/routes/route.h"
#include "web/step_form.h"

namespace kith::web {

struct PlaceFormPage : SingleForm {};
/// Where it is stays unsaid on the forms about a place: it may be secret already.
struct PlaceEndFormPage : SingleForm {};
struct PlaceSecretFormPage : SingleForm {
    std::vector<SelectItem> people;  ///< from whom
    std::vector<SummaryRow> kept;    ///< from whom it is kept already, and why
    std::vector<Choice> same;        ///< others of the family who have the same place
};

/// A place as a person's page shows it.
struct PlaceLine {
    std::string kind;
    std::string text;
    std::string postcode;
    std::string secret;  ///< who must not know it; empty: nobody
    std::string secret_href;
    std::string end_href;
};
std::vector<PlaceLine> place_lines(const std::vector<actions::KnownPlace>& places, core::PersonId person);

RouteTable place_routes();

}  // namespace kith::web
