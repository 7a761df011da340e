#include "web/person/person_pages.h"

#include "actions/people.h"
#include "web/person/find_person.html.h"

namespace kith::web {

using namespace core;

static Answered find(Visit& visit) {
    FindPersonPage page{.layout = layout_for(visit, "Find a person"), .typed = std::string(trim(visit.query.get("q")))};
    page.searched = !page.typed.empty();
    if (page.searched) {
        auto found = TRY(actions::look(visit.service, [&](store::Reader& reader) {
            return actions::search_people(reader, visit.actor, clean_text(page.typed).value_or(""),
                                          parse_date(page.typed));
        }));
        for (const actions::FoundPerson& each : found) {
            const Person& person = each.person;
            visit.shown.push_back(person.id);
            page.found.push_back(
                {"/children/" + to_text(person.id), full_name(person),
                 person.date_of_birth ? long_date(*person.date_of_birth) : age_in_words(person, visit.today),
                 person.team.is_nil() ? "Not open" : "Open"});
        }
    }
    return http::Response::html(render(page));
}

RouteTable person_routes() {
    return {{http::Method::get, "/people", {May{Act::search_people}, find}}};
}

}  // namespace kith::web
