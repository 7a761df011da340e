#include "web/person/person_pages.h"

#include <fmt/format.h>

#include "actions/describe_person.h"
#include "actions/people.h"
#include "web/person/adult.html.h"
#include "web/person/characteristics_pages.h"
#include "web/person/details.html.h"
#include "web/person/find_person.html.h"
#include "web/step_form.h"

namespace kith::web {

using namespace core;

namespace {

Answered find(Visit& visit) {
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
                {"/people/" + to_text(person.id), full_name(person),
                 person.date_of_birth ? long_date(*person.date_of_birth) : age_in_words(person, visit.today),
                 person.team.is_nil() ? "Not open" : "Open"});
        }
    }
    return http::Response::html(render(page));
}

std::string born(const Person& person) {
    if (!person.date_of_birth) return "";
    return fmt::format("{} ({})", long_date(*person.date_of_birth), says(person.birth_date_is));
}

AdultPage adult_page(const Visit& visit, const actions::AdultRecord& record) {
    const Person& person = record.person;
    AdultPage page{.layout = layout_for(visit, full_name(person)), .address = "/people/" + to_text(person.id)};
    page.may_change = may(visit.actor.role, Act::record_person);
    page.may_keep_secret = may(visit.actor.role, Act::keep_place_secret);
    page.facts = {fact("Date of birth", born(person)),
                  fact("Sex", std::string(says(person.sex))),
                  fact("Ethnicity", ethnicity_in_words(person.ethnicity)),
                  fact("First language", person.first_language),
                  fact("Communication and interpreter", person.communication),
                  fact("NHS number", person.nhs_number),
                  fact("Phone", person.phone),
                  fact("Safe ways to reach them", person.safe_to_contact)};
    if (!person.known_as.empty()) page.facts.insert(page.facts.begin(), fact("First names", person.given_name));
    for (const auto& [relation, child] : record.children) {
        std::string text = std::string(says(relation.kind));
        if (relation.responsibility == ParentalResponsibility::yes)
            text += ", with parental responsibility: " + relation.responsibility_source;
        if (relation.until) text += fmt::format(", until {}", long_date(*relation.until));
        page.children.push_back(
            {.key = full_name(child),
             .value = text,
             .actions = {{.text = "Open", .href = "/children/" + to_text(child.id), .hidden = full_name(child)}}});
    }
    page.places = place_lines(record.places, person.id);
    return page;
}

Answered show(Visit& visit) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    bool is_child = false;
    auto record = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        auto found = actions::adult_record(reader, visit.actor, id);
        is_child = found && actions::is_shown_as_child(reader, found->person, visit.today);
        return found;
    }));
    if (is_child) return http::Response::see_other("/children/" + to_text(id));
    visit.shown.push_back(id);
    for (const auto& [relation, child] : record.children)
        visit.shown.push_back(child.id);
    return http::Response::html(render(adult_page(visit, record)));
}

FormState as_it_is(const Person& person) {
    http::Form typed;
    typed.add("version", std::to_string(person.version));
    typed.add("given_name", person.given_name);
    typed.add("family_name", person.family_name);
    typed.add("known_as", person.known_as);
    put_date(typed, "date_of_birth", person.date_of_birth);
    typed.add("birth_date_is", word(person.birth_date_is));
    typed.add("sex", word(person.sex));
    typed.add("ethnicity", person.ethnicity);
    typed.add("first_language", person.first_language);
    typed.add("communication", person.communication);
    typed.add("disabled", person.disabled ? "yes" : "no");
    typed.add("nhs_number", person.nhs_number);
    typed.add("phone", person.phone);
    typed.add("safe_to_contact", person.safe_to_contact);
    return FormState(std::move(typed));
}

Result<Person> person_in_path(Visit& visit) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    Person person = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::person_for(reader, visit.actor, Act::record_person, id);
    }));
    visit.shown.push_back(id);
    return person;
}

Result<std::string> details_page(Visit& visit, FormState form) {
    Person person = TRY(person_in_path(visit));
    std::string name = full_name(person);
    FormHead head{.heading = "What we know about " + name, .back = "/people/" + to_text(person.id), .back_text = name};
    auto page = form_page<PersonDetailsPage>(visit, std::move(head), std::move(form));
    page.version = page.form.value("version");
    page.unborn = person.stage == Stage::unborn;
    page.ethnicities = ethnicity_items();
    bool is_child = actions::look(
        visit.service, [&](store::Reader& reader) { return actions::is_shown_as_child(reader, person, visit.today); });
    if (is_child) page.characteristics = "/children/" + to_text(person.id) + "/characteristics";
    return render(page);
}

Answered show_details(Visit& visit) {
    Person person = TRY(person_in_path(visit));
    return http::Response::html(TRY(details_page(visit, as_it_is(person))));
}

actions::DescribePerson command_of(FormState& form, PersonId id) {
    actions::DescribePerson command;
    command.id = id;
    command.version = version_in(form);
    command.given_name = form.text("given_name", 100);
    command.family_name = form.text("family_name", 100);
    command.known_as = form.text("known_as", 100);
    command.date_of_birth = form.date_of_a_life("date_of_birth");
    command.birth_date_is = form.choice("birth_date_is", BirthDateIs::not_known);
    command.sex = form.choice("sex", Sex::unknown);
    command.ethnicity = form.text("ethnicity", 4);
    command.first_language = form.text("first_language", 100);
    command.communication = form.text("communication", 1'000);
    command.disabled = form.value("disabled") == "yes";
    command.nhs_number = form.text("nhs_number", 30);
    command.phone = form.text("phone", 50);
    command.safe_to_contact = form.text("safe_to_contact", 1'000);
    return command;
}

Answered change_details(Visit& visit) {
    PersonId id = TRY(person_in_path(visit)).id;
    FormState form(visit.form);
    actions::DescribePerson command = command_of(form, id);
    auto action = [&](actions::Work& work) -> Result<std::string> {
        TRY(actions::describe_person(work, command));
        bool is_child = actions::is_shown_as_child(
            work.store, *actions::person_for(work.store, work.actor, Act::record_person, id), work.today);
        return fmt::format("/{}/{}?done=person-changed", is_child ? "children" : "people", to_text(id));
    };
    return send(visit, form, action, [&] { return details_page(visit, form); });
}

}  // namespace

RouteTable person_routes() {
    return {
        {http::Method::get, "/people", {May{Act::search_people}, find}},
        {http::Method::get, "/people/{id}", {May{Act::read_child}, show}},
        {http::Method::get, "/people/{id}/details", {May{Act::record_person}, show_details}},
        {http::Method::post, "/people/{id}/details", {May{Act::record_person}, change_details}},
    };
}

}  // namespace kith::web
