// The forms on the page of a conference, each of which goes back to it.
#include "web/conference/conference_pages.h"

namespace kith::web {

using namespace core;

namespace {

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
    add(routes, conference_booking_routes());
    add(routes, conference_decision_routes());
    return routes;
}

}  // namespace kith::web
