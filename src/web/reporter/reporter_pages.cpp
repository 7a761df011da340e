#include "web/reporter/reporter_pages.h"

#include <fmt/format.h>

#include "actions/answer_reporter.h"
#include "actions/front_door.h"
#include "actions/step.h"
#include "web/front_door/front_door_pages.h"
#include "web/protection/fields.h"
#include "web/reporter/letter.html.h"
#include "web/reporter/tell_reporter.html.h"

namespace kith::web {

using namespace core;

namespace {

std::string title_for(ReporterIsTold what) {
    switch (what) {
        case ReporterIsTold::receipt:
            return "Tell whoever reported that it reached us";
        case ReporterIsTold::outcome:
            return "Tell whoever reported what was decided";
        case ReporterIsTold::not_possible:
            return "Nobody can be told";
    }
    return "";
}

std::vector<ContactChild> reported_children(const actions::ContactRecord& record) {
    std::vector<ContactChild> children;
    for (const auto& child : record.children)
        children.push_back(child.reported);
    return children;
}

FormState ready_to_send(const Visit& visit, const actions::ContactRecord& record, ReporterIsTold what) {
    const Contact& contact = record.contact;
    FormState form;
    form.set("who", contact.reporter_name.empty() ? contact.agency : contact.reporter_name);
    form.set("said",
             letter_to_reporter(contact, reported_children(record), what, visit.authority.name, visit.authority.phone));
    set_moment(form, "told_at", visit.now);
    return form;
}

Result<actions::ContactRecord> contact_in_path(Visit& visit) {
    ContactId id = TRY(id_in_path<ContactId>(visit));
    auto record = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::contact_record(reader, visit.actor, id); }));
    for (const auto& child : record.children)
        if (child.person) visit.shown.push_back(child.person->id);
    return record;
}

Answered tell_page(Visit& visit, const actions::ContactRecord& record, ReporterIsTold what, FormState form) {
    FormHead head{
        .heading = title_for(what), .back = "/contacts/" + to_text(record.contact.id), .back_text = "Contact"};
    auto page = form_page<TellReporterPage>(visit, std::move(head), std::move(form));
    page.what = what;
    page.limit = told_reporter_hint(record.contact);
    page.safe_to_reach = record.contact.safe_to_reach;
    return http::Response::html(render(page), page.form.has_errors() ? 422 : 200);
}

Answered show(Visit& visit) {
    auto record = TRY(contact_in_path(visit));
    auto what = parse_word<ReporterIsTold>(visit.query.get("what")).value_or(ReporterIsTold::receipt);
    return tell_page(visit, record, what, ready_to_send(visit, record, what));
}

Answered tell(Visit& visit) {
    auto record = TRY(contact_in_path(visit));
    FormState form(visit.form);
    actions::AnswerReporterCommand command;
    command.contact = record.contact.id;
    command.answer.what = form.choice("what", ReporterIsTold::receipt);
    command.answer.who = form.text("who", 300);
    if (!form.value("how").empty()) command.answer.how = form.choice("how", HowTold::phone);
    command.answer.said = form.long_text("said");
    if (auto at = required_moment(form, "told_at", "Give the day and the time.")) command.answer.told_at = *at;
    auto action = [&](actions::Work& work) -> Result<std::string> {
        TRY(actions::answer_reporter(work, command));
        return fmt::format("/contacts/{}?done=reporter-answered", to_text(command.contact));
    };
    return answered(visit, form, action, [&](Visit& again, FormState errors, int) {
        return tell_page(again, record, command.answer.what, std::move(errors));
    });
}

Answered letter(Visit& visit) {
    auto record = TRY(contact_in_path(visit));
    auto id = TRY(id_in_path<decltype(ReporterAnswer::id)>(visit, "answer"));
    auto answers = actions::look(
        visit.service, [&](store::Reader& reader) { return actions::answers_to_reporter(reader, record.contact.id); });
    for (const auto& [answer, by] : answers) {
        if (answer.id != id) continue;
        ReporterLetterPage page{.layout = layout_for(visit, std::string(says(answer.what)))};
        page.back = "/contacts/" + to_text(record.contact.id);
        page.facts = {fact("Told", answer.who), fact("How", answer.how ? std::string(says(*answer.how)) : ""),
                      fact("When", long_time(answer.told_at)), fact("By", by)};
        page.said = answer.said;
        return http::Response::html(render(page));
    }
    return actions::no_such_record();
}

}  // namespace

RouteTable reporter_routes() {
    return {
        {http::Method::get, "/contacts/{id}/answers/new", {May{Act::receive_contact}, show}},
        {http::Method::post, "/contacts/{id}/answers/new", {May{Act::receive_contact}, tell}},
        {http::Method::get, "/contacts/{id}/answers/{answer}", {SignedIn{}, letter}},
    };
}

}  // namespace kith::web
