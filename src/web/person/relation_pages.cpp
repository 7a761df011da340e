#include <fmt/format.h>

#include "actions/describe_person.h"
#include "actions/people.h"
#include "web/person/new_relation.html.h"
#include "web/person/person_pages.h"
#include "web/person/relation.html.h"
#include "web/protection/fields.h"

namespace kith::web {

using namespace core;

namespace {

/// What both forms ask; its child and other person are known from elsewhere.
Relation relation_in(FormState& form) {
    Relation relation;
    relation.kind = form.required_choice<RelationKind>("kind", "Choose what they are to the child.")
                        .value_or(RelationKind::other_relative);
    relation.responsibility = form.choice("responsibility", ParentalResponsibility::not_known);
    relation.responsibility_source = form.text("responsibility_source", 500);
    relation.from = form.date_of_a_life("from");
    return relation;
}

void add_people(NewRelationPage& page, Visit& visit, const std::vector<actions::FoundPerson>& found, PersonId child) {
    for (const auto& [person, fit] : found) {
        if (person.id == child) continue;
        visit.shown.push_back(person.id);
        page.people.push_back(
            {.value = to_text(person.id),
             .text = full_name(person),
             .hint = person.date_of_birth ? long_date(*person.date_of_birth) : age_in_words(person, visit.today)});
    }
    page.anybody_found = !page.people.empty();
    if (page.anybody_found) page.people.push_back({.divider = "or"});
    page.people.push_back({.value = "new", .text = "Somebody new"});
}

Answered new_page(Visit& visit, FormState form) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    Person child = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::child_for(reader, visit.actor, Act::record_person, id);
    }));
    visit.shown.push_back(id);
    NewRelationPage page;
    begin(page, visit, "Add somebody to the family of " + full_name(child), visit.request.path, std::move(form));
    page.back = "/children/" + to_text(id);
    page.child = full_name(child);
    std::string typed(visit.query.has("q") ? visit.query.get("q") : visit.form.get("q"));
    page.typed = clean_text(trim(typed)).value_or("");
    page.searched = !page.typed.empty();
    std::vector<actions::FoundPerson> found;
    if (page.searched)
        found = TRY(actions::look(visit.service, [&](store::Reader& reader) {
            return actions::search_people(reader, visit.actor, page.typed, parse_date(page.typed));
        }));
    add_people(page, visit, found, id);
    return http::Response::html(render(page), page.form.has_errors() ? 422 : 200);
}

Answered show_new(Visit& visit) {
    return new_page(visit, {});
}

Answered relate(Visit& visit) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    FormState form(visit.form);
    actions::RelatePerson command;
    command.relation = relation_in(form);
    command.relation.child = id;
    command.given_name = form.text("given_name", 100);
    command.family_name = form.text("family_name", 100);
    command.phone = form.text("phone", 50);
    std::string person = form.value("person");
    if (auto known = parse_id_as<PersonId>(person))
        command.relation.other = *known;
    else if (person != "new")
        form.add_error("person", "Choose somebody from those found, or somebody new.");
    auto action = [&](actions::Work& work) -> Result<std::string> {
        TRY(actions::relate_person(work, command));
        return fmt::format("/children/{}?done=relation-recorded", to_text(id));
    };
    return answered(visit, form, action,
                    [](Visit& again, FormState errors, int) { return new_page(again, std::move(errors)); });
}

Result<actions::FamilyRelation> relation_in_path(Visit& visit) {
    auto id = TRY(id_in_path<decltype(Relation::id)>(visit));
    auto shown = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::relation_for(reader, visit.actor, Act::record_person, id);
    }));
    visit.shown.insert(visit.shown.end(), {shown.child.id, shown.other.id});
    return shown;
}

Answered relation_page(Visit& visit, const actions::FamilyRelation& shown, FormState form) {
    FormHead head{.heading = fmt::format("{} in the family of {}", full_name(shown.other), full_name(shown.child)),
                  .back = "/children/" + to_text(shown.child.id),
                  .back_text = full_name(shown.child)};
    auto page = form_page<RelationPage>(visit, std::move(head), std::move(form));
    return http::Response::html(render(page), page.form.has_errors() ? 422 : 200);
}

Answered show_relation(Visit& visit) {
    actions::FamilyRelation shown = TRY(relation_in_path(visit));
    FormState form;
    form.set("kind", word(shown.relation.kind));
    form.set("responsibility", word(shown.relation.responsibility));
    form.set("responsibility_source", shown.relation.responsibility_source);
    set_day(form, "from", shown.relation.from);
    set_day(form, "until", shown.relation.until);
    return relation_page(visit, shown, std::move(form));
}

Answered change_relation(Visit& visit) {
    actions::FamilyRelation shown = TRY(relation_in_path(visit));
    FormState form(visit.form);
    Relation relation = relation_in(form);
    relation.id = shown.relation.id;
    relation.until = form.date_of_a_life("until");
    auto action = [&](actions::Work& work) -> Result<std::string> {
        TRY(actions::change_relation(work, relation));
        return fmt::format("/children/{}?done=relation-recorded", to_text(shown.child.id));
    };
    return answered(visit, form, action, [&](Visit& again, FormState errors, int) {
        return relation_page(again, shown, std::move(errors));
    });
}

}  // namespace

RouteTable relation_routes() {
    return {
        {http::Method::get, "/children/{id}/relations/new", {May{Act::record_person}, show_new}},
        {http::Method::post, "/children/{id}/relations/new", {May{Act::record_person}, relate}},
        {http::Method::get, "/relations/{id}", {May{Act::record_person}, show_relation}},
        {http::Method::post, "/relations/{id}", {May{Act::record_person}, change_relation}},
    };
}

}  // namespace kith::web
