#include "web/out_of_hours/out_of_hours_pages.h"

#include <fmt/format.h>

#include "actions/people.h"
#include "core/emergency_protection.h"
#include "web/out_of_hours/handover.html.h"
#include "web/out_of_hours/new_note.html.h"
#include "web/out_of_hours/note.html.h"

namespace kith::web {

using namespace core;

namespace {

std::string reached(const std::string& name, const std::string& phone) {
    return phone.empty() ? name : name + ", " + phone;
}

HandoverPage::Child line_of(const actions::HandoverChild& of, const Visit& visit) {
    std::string id = to_text(of.child.id);
    HandoverPage::Child shown{.name = full_name(of.child),
                              .href = "/children/" + id,
                              .age = of.child.stage == Stage::unborn ? "Unborn" : age_in_words(of.child, visit.today),
                              .ends = {},
                              .reasons = {},
                              .worker = reached(of.worker, of.worker_phone),
                              .team = reached(of.team, of.team_phone),
                              .note_href = "/children/" + id + "/out-of-hours-note"};
    if (of.first_end)
        shown.ends = fmt::format("{}: {}", time_left(*of.first_end, visit.now), hour_in_words(*of.first_end));
    for (const actions::HandoverReason& each : of.reasons)
        shown.reasons.push_back(
            {.text = each.text,
             .href = each.address.empty() ? record_href(each.about, each.record, of.child.id) : each.address});
    return shown;
}

Answered show_handover(Visit& visit) {
    actions::Handover found = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::handover(visit.service, reader, visit.actor, visit.now);
    }));
    HandoverPage page{.layout = layout_for(visit, "Handover to nights and weekends"),
                      .day_is_back = long_time(found.day_is_back),
                      .children = {}};
    for (const actions::HandoverChild& each : found.children) {
        page.children.push_back(line_of(each, visit));
        visit.shown.push_back(each.child.id);
    }
    return http::Response::html(render(page));
}

Result<Person> child_in_path(Visit& visit) {
    auto id = TRY(id_in_path<PersonId>(visit));
    Person child = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::child_for(reader, visit.actor, Act::read_child, id);
    }));
    visit.shown.push_back(id);
    return child;
}

NewNotePage new_note_page(const Visit& visit, const Person& child, FormState form) {
    FormHead head{.heading = "Note back to the day",
                  .caption = full_name(child),
                  .back = "/children/" + to_text(child.id),
                  .back_text = "Child’s record"};
    return form_page<NewNotePage>(visit, std::move(head), std::move(form));
}

Answered show_new_note(Visit& visit) {
    Person child = TRY(child_in_path(visit));
    return http::Response::html(render(new_note_page(visit, child, {})));
}

Answered write_note(Visit& visit) {
    Person child = TRY(child_in_path(visit));
    FormState form(visit.form);
    OutOfHoursNote note{.child = child.id};
    note.happened = form.required_text("happened", "Say what happened, and what you did.", 50'000);
    note.needed = form.long_text("needed");
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            return "/out-of-hours-notes/" + to_text(TRY(actions::write_note(work, note)).id) + "?done=saved";
        },
        [&]() -> Result<std::string> { return render(new_note_page(visit, child, form)); });
}

Answered show_note(Visit& visit) {
    auto id = TRY(id_in_path<OutOfHoursNoteId>(visit));
    actions::NoteView view = TRY(
        actions::look(visit.service, [&](store::Reader& reader) { return actions::note(reader, visit.actor, id); }));
    visit.shown.push_back(view.child.id);
    NotePage page;
    page.child = full_name(view.child);
    begin(page, visit, "Note from out of hours", "/out-of-hours-notes/" + to_text(id), {});
    page.child_href = "/children/" + to_text(view.child.id);
    page.facts = {
        fact("Written", fmt::format("{}, by {}", long_time(view.note.written_at), view.written_by)),
        fact("What happened", view.note.happened),
        fact("What the day has to do", view.note.needed, "Nothing beyond reading this"),
        fact("Read", view.note.read_at ? fmt::format("{}, by {}", long_time(*view.note.read_at), view.read_by) : "",
             "Not yet")};
    if (view.note.about != RecordKind::person)
        page.record = {.text = "Where it is recorded",
                       .href = record_href(view.note.about, view.note.record, view.child.id)};
    page.may_read = view.may_read;
    return http::Response::html(render(page));
}

Answered read_note(Visit& visit) {
    auto id = TRY(id_in_path<OutOfHoursNoteId>(visit));
    auto place = perform_form(visit, [&](actions::Work& work) -> Result<std::string> {
        return "/out-of-hours-notes/" + to_text(TRY(actions::read_note(work, id)).id) + "?done=saved";
    });
    if (!place) return tl::unexpected(place.error());
    return http::Response::see_other(*place);
}

}  // namespace

RouteTable out_of_hours_routes() {
    May nights{Act::work_out_of_hours}, reads{Act::read_child};
    return {
        {http::Method::get, "/out-of-hours", {nights, show_handover}},
        {http::Method::get, "/children/{id}/out-of-hours-note", {nights, show_new_note}},
        {http::Method::post, "/children/{id}/out-of-hours-note", {nights, write_note}},
        {http::Method::get, "/out-of-hours-notes/{id}", {reads, show_note}},
        {http::Method::post, "/out-of-hours-notes/{id}/read", {reads, read_note}},
    };
}

}  // namespace kith::web
