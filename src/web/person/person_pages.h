// Finding a person; the page of an adult; what is known about a person, to be corrected; who is in a child's family.
#pragma once

#include <string>
#include <vector>

#include "core/person.h"
#include "web/components/choices.h"
#include "web/components/record.h"
#include "web/person/place_pages.h"
#include "web/routes/route.h"
#include "web/step_form.h"

namespace kith::web {

struct FindPersonPage {
    Layout layout;
    std::string typed;
    bool searched = false;
    struct Found {
        std::string href;
        std::string name;
        std::string born;
        std::string open;
    };
    std::vector<Found> found;
};

/// Somebody in the families of children. A place that somebody must not know is on it without its text.
struct AdultPage {
    Layout layout;
    std::string address;
    std::vector<SummaryRow> facts;
    std::vector<SummaryRow> children;
    std::vector<PlaceLine> places;
    bool may_change = false;
    bool may_keep_secret = false;
};

struct PersonDetailsPage : SingleForm {
    bool unborn = false;
    std::string characteristics;  ///< the page of a child's numbers and characteristics; empty: an adult
    std::vector<SelectItem> ethnicities;
};

/// A new relation: the search first, then what they are to the child.
struct NewRelationPage : FormPage {
    std::string back;
    std::string child;
    std::string typed;
    bool searched = false;
    bool anybody_found = false;
    std::vector<Choice> people;
};

struct RelationPage : SingleForm {};

RouteTable person_routes();
RouteTable relation_routes();

}  // namespace kith::web
