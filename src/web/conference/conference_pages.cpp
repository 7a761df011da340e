#include "web/conference/conference_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/child_record.h"
#include "web/conference/book.html.h"
#include "web/conference/conference.html.h"
#include "web/letter/letter_pages.h"
#include "web/protection/other_children.h"

namespace kith::web {

using namespace core;

RouteTable conference_decision_routes();

namespace {

std::string address_of(ConferenceId id) {
    return "/conferences/" + to_text(id);
}

Result<http::Response> book_page(Visit& visit, FormState form, int status) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    auto record = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::child_record(reader, visit.actor, id, 0); }));
    visit.shown = actions::shown_in(record);
    bool moved_in = visit.query.get("transferred_in") == word(Answer::yes);
    if (form.value("transferred_in").empty()) form.set("transferred_in", moved_in ? "yes" : "no");
    FormHead head{.heading = "Book a child protection conference about " + full_name(record.child),
                  .back = "/children/" + to_text(id),
                  .back_text = "Back to the child",
                  .title = "Book a conference"};
    auto page = form_page<BookConferencePage>(visit, std::move(head), std::move(form));
    page.others = other_children(visit, record, page.form);
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

std::vector<SummaryRow> facts_of(const actions::ConferenceView& view) {
    const Conference& conference = view.record.conference;
    std::vector<SummaryRow> rows{
        fact("State", std::string(says(conference.state))),
        fact("When", long_time(conference.starts_at)),
        fact("Where", conference.venue),
        fact("Chair", view.chair_name, "Not named yet"),
        fact("How adults take part", std::string(says(conference.attendance)) +
                                         (conference.attendance_why.empty() ? "" : ": " + conference.attendance_why)),
        fact("Invitations", conference.invited_at ? "Went out " + long_time(*conference.invited_at) : "Not sent yet")};
    auto add = [&](std::string key, const std::string& text) {
        if (!text.empty()) rows.push_back(fact(std::move(key), text));
    };
    add("Why it is late", conference.late_why);
    add("Declared by the chair", conference.chair_declares);
    add("Why that does not matter", conference.declaration_accepted);
    add("Why this chair although not independent", conference.chair_override_why);
    if (conference.met_parents_at)
        add("Chair met before", conference.met_parents_who + ", " + long_time(*conference.met_parents_at));
    add("Why the chair did not meet the parents first", conference.not_met_why);
    add("Why it went ahead without a quorum", conference.not_quorate_why);
    add("Early review", conference.early_review_considered);
    add("Why it did not proceed", conference.did_not_proceed_why);
    if (conference.decided_at) add("Signed off", long_time(*conference.decided_at));
    return rows;
}

SummaryRow quorum_of(const actions::ConferenceView& view, const Visit& visit) {
    Date day = london_date(view.record.conference.starts_at);
    int there = agencies_present(view.record.invitations), needed = quorum_under(visit.service.policy, day);
    return fact("Quorum", fmt::format("{} of {} agencies{}", there, needed,
                                      there < needed ? ". The chair may go ahead with reasons" : ""));
}

std::vector<SummaryRow> decided_rows(const ConferenceChild& row) {
    std::vector<SummaryRow> rows{fact("Decision", std::string(says(*row.decision)))};
    if (row.category) rows.push_back(fact("Category", std::string(says(*row.category))));
    if (row.plan_end) rows.push_back(fact("Why the plan ends", std::string(says(*row.plan_end))));
    rows.push_back(fact("Why", row.threshold));
    rows.push_back(fact("Child's view", row.child_view.empty() ? row.child_view_missing : row.child_view));
    rows.push_back(fact("Who disagreed", row.dissent, "Nobody"));
    if (row.first_core_group_on) rows.push_back(fact("First core group", weekday_and_date(*row.first_core_group_on)));
    if (row.review_on) rows.push_back(fact("Review conference", weekday_and_date(*row.review_on)));
    return rows;
}

void fill_children(ConferencePage& page, Visit& visit) {
    for (std::size_t i = 0; i < page.view.children.size(); ++i) {
        const ConferenceChild& row = page.view.record.children[i];
        const Person& child = page.view.children[i];
        visit.shown.push_back(child.id);
        ConferencePage::Child shown{.name = full_name(child),
                                    .href = "/children/" + to_text(child.id),
                                    .kind = std::string(says(row.kind)),
                                    .due = weekday_and_date(row.due)};
        if (row.decision) {
            shown.decision = says(*row.decision);
            shown.rows = decided_rows(row);
        }
        if (page.held() && page.is_chair) shown.decide_href = page.address + "/children/" + to_text(row.id);
        bool has_plan = row.kind == ConferenceKind::review || page.view.record.conference.decided_at;
        if (has_plan && !row.plan.is_nil()) shown.plan_href = "/child-protection-plans/" + to_text(row.plan);
        page.children.push_back(std::move(shown));
    }
}

std::vector<PersonId> ids_of(const std::vector<Person>& children) {
    std::vector<PersonId> ids;
    for (const Person& each : children)
        ids.push_back(each.id);
    return ids;
}

void fill_people(ConferencePage& page, Visit& visit) {
    for (const ConferenceInvitation& row : page.view.record.invitations) {
        std::string about = row.role.empty() ? std::string(says(row.invited_as)) : row.role;
        if (!row.agency.empty()) about += ", " + row.agency;
        bool is_to_come = page.called() && row.came == CameToConference::not_known;
        page.people.push_back({to_text(row.id), row.name, about, is_to_come ? "" : std::string(says(row.came)),
                               row.said.empty() ? row.said_nothing_why : row.said, row.not_invited_why});
        if (!row.person.is_nil()) visit.shown.push_back(row.person);
        if (row.invited_as == InvitedAs::parent_or_carer && !row.person.is_nil())
            page.adults.push_back({.value = to_text(row.person), .text = row.name});
        if (page.form.has_errors()) continue;
        page.form.set("came-" + to_text(row.id), row.came == CameToConference::not_known ? "" : word(row.came));
        page.form.set("said-" + to_text(row.id), row.said);
        page.form.set("nothing-" + to_text(row.id), row.said_nothing_why);
        page.form.set("adjustments-" + to_text(row.id), row.adjustments);
    }
}

void fill_reports(ConferencePage& page, Visit& visit) {
    const ConferenceRecord& record = page.view.record;
    page.shared = {.caption = "Reports shared with the family",
                   .caption_classes = "govuk-table__caption--s",
                   .head = {{.text = "Report"}, {.text = "With"}, {.text = "When and how, or why not"}},
                   .empty = "No report has been shared yet."};
    for (const ConferenceReport& report : record.reports) {
        bool settled = report.received_on || !report.not_received_why.empty();
        std::string state = report.received_on ? "came in on " + long_date(*report.received_on)
                            : settled          ? "did not come: " + report.not_received_why
                                               : "asked for, due by " + weekday_and_date(report.due_on);
        bool no_strengths = report.received_on && is_blank(report.strengths);
        page.reports.push_back(
            {to_text(report.id), report.asked_of, state, no_strengths ? "Names no strengths" : "", settled});
        if (report.received_on) page.received_reports.push_back({.value = to_text(report.id), .text = report.asked_of});
        for (std::size_t i = 0; i < record.shared.size(); ++i) {
            const ReportShared& each = record.shared[i];
            if (each.report != report.id) continue;
            if (!each.adult.is_nil()) visit.shown.push_back(each.adult);
            page.shared.rows.push_back({{.text = report.asked_of},
                                        {.text = page.view.shared_with[i]},
                                        {.text = each.shared_on ? long_date(*each.shared_on) + ", " + each.how
                                                                : "Not shared: " + each.not_shared_why}});
        }
    }
}

/// Each form of the page shows what is saved, but for the one that was sent and comes back.
void prefill(FormState& form, const ConferenceRecord& record, const Visit& visit) {
    const Conference& conference = record.conference;
    if (!form.typed().has("minutes")) {
        form.set("minutes", conference.minutes);
        for (const ConferenceChild& row : record.children)
            form.set("minutes-" + to_text(row.id), row.minutes);
    }
    if (!form.typed().has("minutes_sent-day")) set_day(form, "minutes_sent", visit.today);
    if (!form.typed().has("held-day")) set_moment(form, "held", conference.starts_at);
    if (!form.typed().has("chair")) {
        if (!conference.chair.is_nil()) form.set("chair", to_text(conference.chair));
        form.set("relative", "no");
    }
    if (form.typed().has("attendance_why")) return;
    form.set("attendance", word(conference.attendance));
    form.set("attendance_why", conference.attendance_why);
}

std::vector<Action> letters_of(const Conference& conference) {
    using documents::LetterKind;
    std::vector<LetterKind> kinds;
    if (conference.state == ConferenceState::called) kinds = {LetterKind::conference_invitation};
    if (conference.state == ConferenceState::decided)
        kinds = {LetterKind::conference_decision, LetterKind::conference_minutes};
    std::vector<Action> letters;
    for (LetterKind kind : kinds)
        letters.push_back({.text = std::string(says(kind)), .href = letters_href(kind, conference.id)});
    return letters;
}

Result<http::Response> conference_page(Visit& visit, FormState form, int status) {
    auto id = TRY(id_in_path<ConferenceId>(visit));
    ConferencePage page;
    page.view = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::conference(visit.service, reader, visit.actor, id);
    }));
    http::Form came_back = form.typed();
    prefill(form, page.view.record, visit);
    begin(page, visit, "Child protection conference", address_of(id), std::move(form));
    page.decides_on_chairs = may(visit.actor.role, Act::decide_on_chair);
    page.is_chair = page.view.record.conference.chair == visit.actor.id;
    page.may_arrange = may(visit.actor.role, Act::arrange_conference) || may(visit.actor.role, Act::chair_conference);
    page.facts = facts_of(page.view);
    if (!page.called() || agencies_present(page.view.record.invitations) > 0)
        page.facts.push_back(quorum_of(page.view, visit));
    fill_children(page, visit);
    page.census = census_box_at(visit, ids_of(page.view.children), RecordKind::conference, id);
    fill_people(page, visit);
    fill_reports(page, visit);
    fill_minutes(page);
    page.letters = letters_of(page.view.record.conference);
    if (page.called()) page.before_inviting = sentences(page.view.before_inviting);
    if (page.called()) page.questions = sentences(page.view.questions);
    if (page.held()) page.missing = sentences(page.view.missing);
    for (const Staff& each : page.view.chairs) {
        auto standing = chair_standing(page.view.ties, each.id);
        std::string note = standing == ChairStanding::blocked        ? " (not independent)"
                           : standing == ChairStanding::must_declare ? " (to be declared)"
                                                                     : "";
        page.chairs.push_back({.value = to_text(each.id), .text = each.name + note});
    }
    page.people_version = actions::mark_of_people(page.view.record);
    page.attendance_version = actions::mark_of_attendance(page.view.record.conference);
    guide(page, came_back, visit.today);
    return http::Response::html(render(page), status);
}

Answered show(Visit& visit) {
    return conference_page(visit, {}, 200);
}

template <class F>
Answered act(Visit& visit, FormState& form, F action) {
    auto id = TRY(id_in_path<ConferenceId>(visit));
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(action(work, id));
            return address_of(id) + "?done=saved";
        },
        conference_page);
}

Answered name_chair(Visit& visit) {
    FormState form(visit.form);
    actions::NameConferenceChair command;
    if (auto chair = parse_id_as<StaffId>(form.value("chair")))
        command.chair.chair = *chair;
    else
        form.add_error("chair", "Choose a chair from the list.");
    command.relative = form.choice("relative", Answer::no);
    command.chair.declares = form.text("declares", 2'000);
    command.chair.declaration_accepted = form.text("declaration_accepted", 2'000);
    command.chair.override_why = form.text("override_why", 2'000);
    return act(visit, form, [&](actions::Work& work, ConferenceId id) {
        command.conference = id;
        return actions::name_chair(work, command);
    });
}

Answered arrange(Visit& visit) {
    FormState form(visit.form);
    Attendance attendance = form.choice("attendance", Attendance::undecided);
    std::string why = form.text("attendance_why", 2'000);
    return act(visit, form, [&](actions::Work& work, ConferenceId id) {
        return actions::arrange_attendance(work, id, attendance, why, form.value("version"));
    });
}

Answered invite(Visit& visit) {
    FormState form(visit.form);
    ConferenceInvitation row;
    if (auto as = form.required_choice<InvitedAs>("invited_as", "Say as what they are invited.")) row.invited_as = *as;
    row.name = form.required_text("name", "Give the name of the person to invite.", 300);
    row.role = form.text("role", 300);
    row.agency = form.text("agency", 300);
    row.adjustments = form.text("adjustments", 2'000);
    row.not_invited_why = form.text("not_invited_why", 2'000);
    return act(visit, form, [&](actions::Work& work, ConferenceId id) { return actions::invite(work, id, row); });
}

Answered send_invitations(Visit& visit) {
    FormState form(visit.form);
    return act(visit, form, [&](actions::Work& work, ConferenceId id) { return actions::send_invitations(work, id); });
}

Answered ask_for_report(Visit& visit) {
    FormState form(visit.form);
    ConferenceReport report;
    report.asked_of = form.text("asked_of", 300);
    report.agency = form.text("report_agency", 300);
    return act(visit, form,
               [&](actions::Work& work, ConferenceId id) { return actions::ask_for_report(work, id, report); });
}

Answered receive_report(Visit& visit) {
    FormState form(visit.form);
    ConferenceReport report;
    report.id = decltype(report.id)(TRY(id_in_path<Id<void>>(visit, "report")));
    std::string row = to_text(report.id);
    report.received_on = form.date("received-" + row);
    report.strengths = form.long_text("strengths-" + row);
    report.concerns = form.long_text("concerns-" + row);
    report.not_received_why = form.text("missing-" + row, 2'000);
    return act(visit, form,
               [&](actions::Work& work, ConferenceId id) { return actions::receive_report(work, id, report); });
}

Answered share_report(Visit& visit) {
    FormState form(visit.form);
    ReportShared shared;
    auto report = parse_id_as<decltype(shared.report)>(form.value("report"));
    auto adult = parse_id_as<PersonId>(form.value("adult"));
    if (!report) form.add_error("report", "Choose a report.");
    if (!adult) form.add_error("adult", "Choose with whom.");
    if (report) shared.report = *report;
    if (adult) shared.adult = *adult;
    shared.shared_on = form.date("shared");
    shared.how = form.text("how", 300);
    shared.not_shared_why = form.text("not_shared_why", 2'000);
    return act(visit, form,
               [&](actions::Work& work, ConferenceId id) { return actions::share_report(work, id, shared); });
}

Answered send_decision(Visit& visit) {
    FormState form(visit.form);
    SentOut sent;
    if (auto on = form.required_date("sent", "Say on which day it was sent.")) sent.on = *on;
    sent.to = form.text("sent_to", 2'000);
    sent.how = form.text("sent_how", 300);
    return act(visit, form,
               [&](actions::Work& work, ConferenceId id) { return actions::send_decision(work, id, sent); });
}

Answered write_minutes(Visit& visit) {
    FormState form(visit.form);
    actions::WriteConferenceMinutes command;
    command.seen = form.value("version");
    command.minutes.about_all = form.long_text("minutes");
    for (const auto& [name, value] : visit.form.entries())
        if (auto row = name.starts_with("minutes-") ? parse_id(name.substr(8)) : std::nullopt)
            command.minutes.about_one.push_back({*row, form.long_text(name)});
    return act(visit, form, [&](actions::Work& work, ConferenceId id) {
        command.conference = id;
        return actions::write_minutes(work, command);
    });
}

Answered send_minutes(Visit& visit) {
    FormState form(visit.form);
    SentOut sent;
    if (auto on = form.required_date("minutes_sent", "Say on which day they were sent.")) sent.on = *on;
    sent.to = form.text("minutes_sent_to", 2'000);
    sent.how = form.text("minutes_sent_how", 300);
    return act(visit, form, [&](actions::Work& work, ConferenceId id) {
        auto done = actions::send_minutes(work, id, sent);
        if (!done && !done.error().field.empty()) done.error().field = "minutes_" + done.error().field;
        return done;
    });
}

Answered record_people(Visit& visit) {
    FormState form(visit.form);
    std::vector<ConferenceInvitation> people;
    for (const auto& [name, value] : visit.form.entries()) {
        if (!name.starts_with("came-")) continue;
        std::string row = name.substr(5);
        auto id = parse_id_as<decltype(ConferenceInvitation::id)>(row);
        if (!id) continue;
        ConferenceInvitation person;
        person.id = *id;
        person.came = form.choice(name, CameToConference::not_known);
        person.said = form.long_text("said-" + row);
        person.said_nothing_why = form.text("nothing-" + row, 2'000);
        person.adjustments = form.text("adjustments-" + row, 2'000);
        people.push_back(std::move(person));
    }
    return act(visit, form, [&](actions::Work& work, ConferenceId id) {
        return actions::record_people(work, id, people, form.value("version"));
    });
}

Answered hold(Visit& visit) {
    FormState form(visit.form);
    HoldConference command;
    if (auto at = required_moment(form, "held", "Say when it was held.")) command.held_at = *at;
    command.met_parents_at = moment(form, "met");
    command.met_parents_who = form.text("met_who", 300);
    command.not_met_why = form.text("not_met_why", 2'000);
    command.not_quorate_why = form.text("not_quorate_why", 2'000);
    command.early_review_considered = form.text("early_review_considered", 2'000);
    return act(visit, form,
               [&](actions::Work& work, ConferenceId id) { return actions::hold_conference(work, id, command); });
}

Answered put_off(Visit& visit) {
    auto id = TRY(id_in_path<ConferenceId>(visit));
    FormState form(visit.form);
    std::string why = form.text("why", 2'000);
    auto next = required_moment(form, "next", "Give the new date.");
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            return address_of(TRY(actions::do_not_proceed(work, id, why, *next)).id) + "?done=saved";
        },
        conference_page);
}

Answered sign_off(Visit& visit) {
    FormState form(visit.form);
    return act(visit, form,
               [&](actions::Work& work, ConferenceId id) { return actions::sign_off_conference(work, id); });
}

}  // namespace

RouteTable conference_routes() {
    May arranges{Act::arrange_conference};
    May chairs{Act::chair_conference};
    RouteTable routes{
        {http::Method::get, "/children/{id}/conferences/new", {arranges, new_conference}},
        {http::Method::post, "/children/{id}/conferences/new", {arranges, book}},
        {http::Method::get, "/conferences/{id}", {May{Act::read_child}, show}},
        {http::Method::post, "/conferences/{id}/chair", {May{Act::read_child}, name_chair}},
        {http::Method::post, "/conferences/{id}/attendance", {arranges, arrange}},
        {http::Method::post, "/conferences/{id}/invitations", {arranges, invite}},
        {http::Method::post, "/conferences/{id}/invitations/send", {arranges, send_invitations}},
        {http::Method::post, "/conferences/{id}/reports", {arranges, ask_for_report}},
        {http::Method::post, "/conferences/{id}/reports/{report}", {arranges, receive_report}},
        {http::Method::post, "/conferences/{id}/shared", {arranges, share_report}},
        {http::Method::post, "/conferences/{id}/decision-sent", {arranges, send_decision}},
        {http::Method::post, "/conferences/{id}/minutes", {May{Act::read_child}, write_minutes}},
        {http::Method::post, "/conferences/{id}/minutes-sent", {arranges, send_minutes}},
        {http::Method::post, "/conferences/{id}/people", {May{Act::read_child}, record_people}},
        {http::Method::post, "/conferences/{id}/held", {chairs, hold}},
        {http::Method::post, "/conferences/{id}/not-proceeding", {May{Act::read_child}, put_off}},
        {http::Method::post, "/conferences/{id}/sign-off", {chairs, sign_off}},
    };
    add(routes, conference_decision_routes());
    return routes;
}

}  // namespace kith::web
