// The form that books a child protection conference.
#include <algorithm>

#include "actions/child_record.h"
#include "web/conference/book.html.h"
#include "web/conference/conference_pages.h"
#include "web/protection/other_children.h"

namespace kith::web {

using namespace core;

namespace {

/// Which conference this child is owed, and by when.
void fill_kind(BookConferencePage& page, const std::vector<OpenDuty>& duties) {
    page.kind =
        "For a child on a child protection plan this is a review. For any other child it is an initial "
        "conference.";
    for (const OpenDuty& each : duties) {
        switch (each.duty) {
            case Duty::hold_transfer_in_conference:
                page.kind = "The child moved here on another authority’s plan, which goes on until this conference.";
                break;
            case Duty::hold_initial_conference:
                page.kind = "This will be the initial conference.";
                break;
            case Duty::hold_first_review_after_birth:
            case Duty::hold_first_review_conference:
            case Duty::hold_review_conference:
                page.kind = "The child is on a child protection plan: this will be a review.";
                break;
            default:
                continue;
        }
        page.due = weekday_and_date(each.due);
        return;
    }
}

Result<http::Response> book_page(Visit& visit, FormState form, int status) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    auto record = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::child_record(reader, visit.actor, id, 0); }));
    visit.shown = actions::shown_in(record);
    bool moved_in = std::ranges::any_of(
        record.duties, [](const OpenDuty& each) { return each.duty == Duty::hold_transfer_in_conference; });
    if (form.value("transferred_in").empty()) form.set("transferred_in", moved_in ? "yes" : "no");
    FormHead head{.heading = "Book a child protection conference about " + full_name(record.child),
                  .back = "/children/" + to_text(id),
                  .back_text = "Back to the child",
                  .title = "Book a conference"};
    auto page = form_page<BookConferencePage>(visit, std::move(head), std::move(form));
    page.others = other_children(visit, record, page.form);
    fill_kind(page, record.duties);
    return http::Response::html(render(page), status);
}

Answered new_conference(Visit& visit) {
    return book_page(visit, {}, 200);
}

Answered book(Visit& visit) {
    FormState form(visit.form);
    actions::CallConference command;
    Answer transferred = form.choice("transferred_in", Answer::no);
    command.children.push_back({TRY(id_in_path<PersonId>(visit)), transferred});
    for (const std::string& each : form.values("others"))
        if (auto other = parse_id_as<PersonId>(each)) command.children.push_back({*other, transferred});
    if (auto at = required_moment(form, "starts", "Give the date of the conference.")) command.starts_at = *at;
    command.venue = form.text("venue", 300);
    command.late_why = form.text("late_why", 2'000);
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            return address_of(TRY(actions::call_conference(work, command)).id) + "?done=saved";
        },
        book_page);
}

}  // namespace

RouteTable conference_booking_routes() {
    May arranges{Act::arrange_conference};
    return {
        {http::Method::get, "/children/{id}/conferences/new", {arranges, new_conference}},
        {http::Method::post, "/children/{id}/conferences/new", {arranges, book}},
    };
}

}  // namespace kith::web
