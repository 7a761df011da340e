#include "web/person/place_pages.h"

#include <fmt/format.h>

#include "actions/describe_person.h"
#include "actions/place.h"
#include "web/person/place_end_form.html.h"
#include "web/person/place_form.html.h"
#include "web/person/place_secret_form.html.h"

namespace kith::web {

using namespace core;

std::vector<PlaceLine> place_lines(const std::vector<actions::KnownPlace>& places, PersonId person) {
    std::vector<PlaceLine> lines;
    for (const actions::KnownPlace& known : places) {
        std::string from;
        for (const std::string& name : known.not_known_to)
            from += (from.empty() ? "" : ", ") + name;
        std::string address = "/people/" + to_text(person) + "/places/" + to_text(known.place.id);
        lines.push_back({std::string(says(known.place.kind)), known.place.text, known.place.postcode,
                         known.protected_place ? fmt::format("Must not be known to {}. {}", from, known.why) : "",
                         address + "/secret", address + "/end"});
    }
    return lines;
}

namespace {

struct Whose {
    Person person;
    std::string page;  ///< the child's or the adult's
};

Result<Whose> person_in_path(Visit& visit, Act act) {
    auto id = TRY(id_in_path<PersonId>(visit));
    auto whose = actions::look(visit.service, [&](store::Reader& reader) -> Result<Whose> {
        Person person = TRY(actions::person_for(reader, visit.actor, act, id));
        bool is_child = actions::is_shown_as_child(reader, person, visit.today);
        return Whose{std::move(person), (is_child ? "/children/" : "/people/") + to_text(id)};
    });
    if (whose) visit.shown.push_back(id);
    return whose;
}

Result<Place> place_in_path(Visit& visit, Act act) {
    auto person = TRY(id_in_path<PersonId>(visit));
    auto place = TRY(id_in_path<PlaceId>(visit, "place"));
    return actions::look(visit.service, [&](store::Reader& reader) {
        return actions::place_for(reader, visit.actor, act, person, place);
    });
}

FormHead head_of(const Whose& whose, std::string heading) {
    std::string name = full_name(whose.person);
    return {.heading = std::move(heading), .caption = name, .back = whose.page, .back_text = name};
}

FormHead head_of(const Whose& whose, const Place& place, std::string heading) {
    FormHead head = head_of(whose, std::move(heading));
    head.title = head.heading + ": " + head.caption;
    head.caption += ": " + std::string(says(place.kind));
    return head;
}

// A new place

Answered show_new(Visit& visit) {
    Whose whose = TRY(person_in_path(visit, Act::record_person));
    return http::Response::html(render(form_page<PlaceFormPage>(visit, head_of(whose, "Add a place"), {})));
}

Answered record(Visit& visit) {
    Whose whose = TRY(person_in_path(visit, Act::record_person));
    FormState form(visit.form);
    Place place{
        .person = whose.person.id,
        .kind = form.required_choice<PlaceKind>("kind", "Choose what kind of place it is.").value_or(PlaceKind::other)};
    place.text = form.required_text("text", "Say where it is, or “not known”.");
    place.postcode = form.text("postcode", 10);
    place.from = form.date_of_a_life("from");
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::record_place(work, place));
            return whose.page + "?done=place-recorded";
        },
        [&]() -> Result<std::string> {
            return render(form_page<PlaceFormPage>(visit, head_of(whose, "Add a place"), form));
        });
}

// The end of one

PlaceEndFormPage end_page(const Visit& visit, const Whose& whose, const Place& place, FormState form) {
    auto page = form_page<PlaceEndFormPage>(visit, head_of(whose, place, "No longer there"), std::move(form));
    page.version = std::to_string(place.version);
    return page;
}

Answered show_end(Visit& visit) {
    Whose whose = TRY(person_in_path(visit, Act::record_person));
    Place place = TRY(place_in_path(visit, Act::record_person));
    http::Form form;
    put_date(form, "until", visit.today);
    return http::Response::html(render(end_page(visit, whose, place, FormState(form))));
}

Answered end(Visit& visit) {
    Whose whose = TRY(person_in_path(visit, Act::record_person));
    Place place = TRY(place_in_path(visit, Act::record_person));
    FormState form(visit.form);
    actions::EndPlace command{place.id, version_in(form),
                              form.required_date("until", "Say which was the last day there.").value_or(Date{})};
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::end_place(work, command));
            return whose.page + "?done=saved";
        },
        [&]() -> Result<std::string> { return render(end_page(visit, whose, place, form)); });
}

// Keeping one secret

PlaceSecretFormPage secret_page(const Visit& visit, const Whose& whose, const Place& place, FormState form) {
    auto page = form_page<PlaceSecretFormPage>(visit, head_of(whose, place, "Keep this place secret"), std::move(form));
    page.people.push_back({"everyone", "Everyone in the family, and anyone outside"});
    auto around = actions::look(visit.service, [&](store::Reader& reader) {
        for (const actions::SamePlace& each : actions::same_place_around(reader, visit.actor, place))
            page.same.push_back({.value = to_text(each.place.id),
                                 .text = fmt::format("{}: {}", full_name(each.person), says(each.place.kind))});
        for (const actions::KeptFrom& each : actions::kept_from(reader, place.id))
            page.kept.push_back(fact("Must not be known to " + each.who, each.why));
        return actions::people_around(reader, visit.actor, whose.person.id);
    });
    for (const Person& each : around)
        page.people.push_back({to_text(each.id), full_name(each)});
    return page;
}

Answered show_secret(Visit& visit) {
    Whose whose = TRY(person_in_path(visit, Act::keep_place_secret));
    Place place = TRY(place_in_path(visit, Act::keep_place_secret));
    http::Form form;  // each of the family is ticked: leaving one out is what has to be done by hand
    auto same = actions::look(
        visit.service, [&](store::Reader& reader) { return actions::same_place_around(reader, visit.actor, place); });
    for (const actions::SamePlace& each : same) {
        form.add("same", to_text(each.place.id));
        visit.shown.push_back(each.person.id);
    }
    return http::Response::html(render(secret_page(visit, whose, place, FormState(form))));
}

Answered keep_secret(Visit& visit) {
    Whose whose = TRY(person_in_path(visit, Act::keep_place_secret));
    Place place = TRY(place_in_path(visit, Act::keep_place_secret));
    FormState form(visit.form);
    actions::KeepPlaceSecret command{.place = place.id, .not_known_to = {}, .reason = {}, .same = {}};
    command.reason = form.required_text("reason", "Say why this place must not be known.", 2'000);
    std::string from = form.required_text("not_known_to", "Choose from whom.");
    if (auto person = parse_id_as<PersonId>(from))
        command.not_known_to = *person;
    else if (from != "everyone")
        form.add_error("not_known_to", "Choose from whom.");
    for (const std::string& each : form.values("same"))
        if (auto same = parse_id_as<PlaceId>(each)) command.same.push_back(*same);
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::keep_place_secret(work, command));
            return whose.page + "?done=place-secret";
        },
        [&]() -> Result<std::string> { return render(secret_page(visit, whose, place, form)); });
}

}  // namespace

RouteTable place_routes() {
    using enum http::Method;
    return {
        {get, "/people/{id}/places/new", {May{Act::record_person}, show_new}},
        {post, "/people/{id}/places/new", {May{Act::record_person}, record}},
        {get, "/people/{id}/places/{place}/end", {May{Act::record_person}, show_end}},
        {post, "/people/{id}/places/{place}/end", {May{Act::record_person}, end}},
        {get, "/people/{id}/places/{place}/secret", {May{Act::keep_place_secret}, show_secret}},
        {post, "/people/{id}/places/{place}/secret", {May{Act::keep_place_secret}, keep_secret}},
    };
}

}  // namespace kith::web
