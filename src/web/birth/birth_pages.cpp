#include "web/birth/birth_pages.h"

#include "actions/people.h"
#include "web/birth/birth.html.h"
#include "web/birth/pregnancy_ended.html.h"

namespace kith::web {

using namespace core;

namespace {

Result<http::Response> birth_page(Visit& visit, FormState form, int status, std::string question = {}) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    Person child = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::child_for(reader, visit.actor, Act::read_child, id);
    }));
    visit.shown.push_back(id);
    BirthPage page;
    if (!form.has_errors() && question.empty()) set_day(form, "expected", child.expected_date);
    begin(page, visit, "Birth", "/children/" + to_text(id), std::move(form));
    page.child_name = full_name(child);
    page.unborn = child.stage == Stage::unborn;
    page.question = std::move(question);
    return http::Response::html(render(page), status);
}

Answered show(Visit& visit) {
    return birth_page(visit, {}, 200);
}

Answered shown_again(Visit& visit, FormState form, int status) {
    return birth_page(visit, std::move(form), status);
}

template <class F>
Answered act(Visit& visit, FormState& form, F action) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            Person child = TRY(action(work, id));
            return "/children/" + to_text(child.id) + "?done=saved";
        },
        shown_again);
}

Answered record_birth(Visit& visit) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    FormState form(visit.form);
    RecordBirth command;
    if (auto born = form.required_date("born", "Give the date of birth.")) command.born_on = *born;
    command.given_name = form.text("given_name", 100);
    command.family_name = form.text("family_name", 100);
    command.sex = form.choice("sex", Sex::unknown);
    command.nhs_number = form.text("nhs_number", 20);
    if (!form.has_errors() && form.value("question").empty()) {
        Person child = TRY(actions::look(visit.service, [&](store::Reader& reader) {
            return actions::child_for(reader, visit.actor, Act::read_child, id);
        }));
        if (std::string question = question_about_birth(child, command); !question.empty())
            return birth_page(visit, std::move(form), 422, question + " If it is, record it again below.");
    }
    return act(visit, form,
               [&](actions::Work& work, PersonId child) { return actions::record_birth(work, child, command); });
}

Answered change_expected_date(Visit& visit) {
    FormState form(visit.form);
    auto expected = form.required_date("expected", "Give the new expected date.");
    return act(visit, form, [&](actions::Work& work, PersonId child) {
        return actions::change_expected_date(work, child, *expected);
    });
}

Answered split_twins(Visit& visit) {
    FormState form(visit.form);
    std::string why = form.text("why", 1'000);
    return act(visit, form,
               [&](actions::Work& work, PersonId child) { return actions::split_twins(work, child, why); });
}

Result<http::Response> pregnancy_ended_page(Visit& visit, FormState form, int status) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    Person child = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::child_for(reader, visit.actor, Act::read_child, id);
    }));
    if (child.stage != Stage::unborn)
        return refuse(Because::conflict, "", "This record is no longer that of an unborn baby.");
    visit.shown.push_back(id);
    FormHead head{.heading = "Has the pregnancy ended?",
                  .caption = full_name(child),
                  .back = "/children/" + to_text(id) + "/birth",
                  .back_text = "Back"};
    auto page = form_page<PregnancyEndedPage>(visit, std::move(head), std::move(form));
    return http::Response::html(render(page), status);
}

Answered ask_about_end(Visit& visit) {
    return pregnancy_ended_page(visit, {}, 200);
}

Answered end_pregnancy(Visit& visit) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    FormState form(visit.form);
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::end_pregnancy(work, id));
            return "/my-work?done=pregnancy-ended";  // the record is closed: most who recorded it cannot open it now
        },
        pregnancy_ended_page);
}

}  // namespace

RouteTable birth_routes() {
    May records{Act::record_person};
    return {
        {http::Method::get, "/children/{id}/birth", {records, show}},
        {http::Method::post, "/children/{id}/birth", {records, record_birth}},
        {http::Method::post, "/children/{id}/expected-date", {records, change_expected_date}},
        {http::Method::post, "/children/{id}/twins", {records, split_twins}},
        {http::Method::get, "/children/{id}/pregnancy-ended", {records, ask_about_end}},
        {http::Method::post, "/children/{id}/pregnancy-ended", {records, end_pregnancy}},
    };
}

}  // namespace kith::web
