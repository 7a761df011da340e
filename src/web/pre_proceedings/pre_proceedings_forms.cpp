#include "web/pre_proceedings/pre_proceedings_forms.h"

#include "actions/people.h"
#include "web/pre_proceedings/court.html.h"
#include "web/pre_proceedings/end.html.h"
#include "web/pre_proceedings/family_meeting.html.h"
#include "web/pre_proceedings/letter.html.h"
#include "web/pre_proceedings/meeting.html.h"
#include "web/pre_proceedings/start.html.h"
#include "web/step_form.h"

namespace kith::web {

using namespace core;

Result<actions::PreProceedingsRecord> load_pre_proceedings(Visit& visit) {
    auto id = TRY(id_in_path<PreProceedingsId>(visit));
    auto record = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::pre_proceedings_record(reader, visit.actor, id);
    }));
    visit.shown.push_back(record.child.id);
    return record;
}

namespace {

std::string address_of(const PreProceedings& of) {
    return "/pre-proceedings/" + to_text(of.id);
}

template <class P>
P form_page(const Visit& visit, const Person& child, std::string back, std::string title, FormState form) {
    P page;
    page.child = full_name(child);
    page.layout = layout_for(visit, title + ": " + page.child);
    page.layout.error = form.has_errors();
    page.token = new_form_token(visit);
    page.address = visit.request.path;
    page.back = std::move(back);
    page.errors = error_lines(form);
    page.form = std::move(form);
    return page;
}

template <class P>
P form_page(const Visit& visit, const actions::PreProceedingsRecord& record, std::string title, FormState form) {
    P page = form_page<P>(visit, record.child, address_of(record.pre_proceedings), std::move(title), std::move(form));
    page.version = record.pre_proceedings.version;
    return page;
}

/// Performs the form's action and goes back to the process; or shows the form again, made by `again`.
template <class F, class Again>
Answered finish(Visit& visit, const actions::PreProceedingsRecord& record, FormState& form, F action, Again again) {
    actions::OfPreProceedings of{record.pre_proceedings.id, version_in(form)};
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(action(work, of));
            return address_of(record.pre_proceedings) + "?done=saved";
        },
        [&]() -> Result<std::string> { return render(again(form)); });
}

// The start

Result<Person> child_in_path(Visit& visit) {
    auto id = TRY(id_in_path<PersonId>(visit));
    Person child = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::child_for(reader, visit.actor, Act::decide_pre_proceedings, id);
    }));
    visit.shown.push_back(id);
    return child;
}

StartPreProceedingsPage start_page(const Visit& visit, const Person& child, FormState form) {
    return form_page<StartPreProceedingsPage>(visit, child, "/children/" + to_text(child.id), "Start pre-proceedings",
                                              std::move(form));
}

Answered show_start(Visit& visit) {
    Person child = TRY(child_in_path(visit));
    http::Form form;
    put_date(form, "decided_on", visit.today);
    return http::Response::html(render(start_page(visit, child, FormState(form))));
}

Answered start(Visit& visit) {
    Person child = TRY(child_in_path(visit));
    FormState form(visit.form);
    PreProceedings facts;
    facts.child = child.id;
    facts.decided_on = form.required_date("decided_on", "Say when the legal planning meeting was.").value_or(Date{});
    facts.worries = form.long_text("worries");
    facts.alternatives = form.long_text("alternatives");
    facts.legal_advice = form.long_text("legal_advice");
    if (auto meeting = form.required_choice<FamilyMeeting>("family_meeting", "Say what became of the family meeting."))
        facts.family_meeting = *meeting;
    facts.family_meeting_words = form.long_text("family_meeting_words");
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            return address_of(TRY(actions::start_pre_proceedings(work, facts))) + "?done=saved";
        },
        [&]() -> Result<std::string> { return render(start_page(visit, child, form)); });
}

// The letter

LetterBeforeProceedingsPage letter_page(const Visit& visit, const actions::PreProceedingsRecord& record,
                                        FormState form) {
    return form_page<LetterBeforeProceedingsPage>(visit, record, "The letter before proceedings", std::move(form));
}

Answered show_letter(Visit& visit) {
    auto record = TRY(load_pre_proceedings(visit));
    const PreProceedings& of = record.pre_proceedings;
    http::Form form{{"concerns", of.concerns},
                    {"help_given", of.help_given},
                    {"must_change", of.must_change},
                    {"lawyers", of.lawyers},
                    {"meeting_offered", of.letter_sent_on ? std::string(word(of.meeting_offered)) : ""}};
    put_date(form, "sent_on", of.letter_sent_on.value_or(visit.today));
    return http::Response::html(render(letter_page(visit, record, FormState(form))));
}

Answered save_letter(Visit& visit) {
    auto record = TRY(load_pre_proceedings(visit));
    FormState form(visit.form);
    LetterBeforeProceedings letter;
    letter.sent_on = form.required_date("sent_on", "Say when the letter was sent.").value_or(Date{});
    letter.concerns = form.long_text("concerns");
    letter.help_given = form.long_text("help_given");
    letter.must_change = form.long_text("must_change");
    letter.lawyers = form.long_text("lawyers");
    letter.meeting_offered = form.choice("meeting_offered", Answer::not_known);
    return finish(
        visit, record, form, [&](actions::Work& work, auto of) { return actions::send_letter(work, of, letter); },
        [&](const FormState& state) { return letter_page(visit, record, state); });
}

// Meetings

PreProceedingsMeetingPage meeting_page(const Visit& visit, const actions::PreProceedingsRecord& record,
                                       FormState form) {
    return form_page<PreProceedingsMeetingPage>(visit, record, "A meeting with the parents", std::move(form));
}

Answered show_meeting(Visit& visit) {
    auto record = TRY(load_pre_proceedings(visit));
    http::Form form;
    put_date(form, "held_on", visit.today);
    return http::Response::html(render(meeting_page(visit, record, FormState(form))));
}

Answered save_meeting(Visit& visit) {
    auto record = TRY(load_pre_proceedings(visit));
    FormState form(visit.form);
    PreProceedingsMeeting meeting;
    meeting.held_on = form.required_date("held_on", "Say when it was held.").value_or(Date{});
    meeting.parents_view = form.long_text("parents_view");
    meeting.agreed = form.long_text("agreed");
    meeting.lawyer_came = form.choice("lawyer_came", Answer::not_known);
    return finish(
        visit, record, form,
        [&](actions::Work& work, auto of) { return actions::hold_pre_proceedings_meeting(work, of, meeting); },
        [&](const FormState& state) { return meeting_page(visit, record, state); });
}

FamilyMeetingPage family_page(const Visit& visit, const actions::PreProceedingsRecord& record, FormState form) {
    return form_page<FamilyMeetingPage>(visit, record, "The family group decision-making meeting", std::move(form));
}

Answered show_family_meeting(Visit& visit) {
    auto record = TRY(load_pre_proceedings(visit));
    http::Form form;
    put_date(form, "family_meeting_on", record.pre_proceedings.family_meeting_on);
    return http::Response::html(render(family_page(visit, record, FormState(form))));
}

Answered save_family_meeting(Visit& visit) {
    auto record = TRY(load_pre_proceedings(visit));
    FormState form(visit.form);
    Date on = form.required_date("family_meeting_on", "Say when it was held.").value_or(Date{});
    return finish(
        visit, record, form, [&](actions::Work& work, auto of) { return actions::hold_family_meeting(work, of, on); },
        [&](const FormState& state) { return family_page(visit, record, state); });
}

// The end

EndPreProceedingsPage end_page(const Visit& visit, const actions::PreProceedingsRecord& record, FormState form) {
    auto page = form_page<EndPreProceedingsPage>(visit, record, "End pre-proceedings", std::move(form));
    page.letter_sent = record.pre_proceedings.letter_sent_on.has_value();
    page.ends = choices<PreProceedingsEnd>();
    return page;
}

Answered show_end(Visit& visit) {
    auto record = TRY(load_pre_proceedings(visit));
    http::Form form;
    put_date(form, "ended_on", visit.today);
    return http::Response::html(render(end_page(visit, record, FormState(form))));
}

Answered save_end(Visit& visit) {
    auto record = TRY(load_pre_proceedings(visit));
    FormState form(visit.form);
    EndPreProceedings command;
    if (auto end = form.required_choice<PreProceedingsEnd>("end", "Say how they end.")) command.end = *end;
    command.ended_on = form.required_date("ended_on", "Say on which day.").value_or(Date{});
    command.why = form.long_text("why");
    command.no_letter_why = form.long_text("no_letter_why");
    return finish(
        visit, record, form,
        [&](actions::Work& work, auto of) { return actions::end_pre_proceedings(work, of, command); },
        [&](const FormState& state) { return end_page(visit, record, state); });
}

// The court

CourtStepsPage court_page(const Visit& visit, const actions::PreProceedingsRecord& record, FormState form) {
    return form_page<CourtStepsPage>(visit, record, "Steps to the court", std::move(form));
}

Answered show_court(Visit& visit) {
    auto record = TRY(load_pre_proceedings(visit));
    http::Form form;
    put_date(form, "applied_on", record.pre_proceedings.applied_on);
    put_date(form, "court_letter_on", record.pre_proceedings.court_letter_on);
    return http::Response::html(render(court_page(visit, record, FormState(form))));
}

Answered save_court(Visit& visit) {
    auto record = TRY(load_pre_proceedings(visit));
    FormState form(visit.form);
    CourtSteps steps{form.date("applied_on"), form.date("court_letter_on")};
    return finish(
        visit, record, form, [&](actions::Work& work, auto of) { return actions::record_court_steps(work, of, steps); },
        [&](const FormState& state) { return court_page(visit, record, state); });
}

}  // namespace

RouteTable pre_proceedings_form_routes() {
    using enum http::Method;
    May works{Act::work_on_pre_proceedings}, decides{Act::decide_pre_proceedings};
    return {
        {get, "/children/{id}/pre-proceedings/new", {decides, show_start}},
        {post, "/children/{id}/pre-proceedings/new", {decides, start}},
        {get, "/pre-proceedings/{id}/letter", {works, show_letter}},
        {post, "/pre-proceedings/{id}/letter", {works, save_letter}},
        {get, "/pre-proceedings/{id}/meetings/new", {works, show_meeting}},
        {post, "/pre-proceedings/{id}/meetings/new", {works, save_meeting}},
        {get, "/pre-proceedings/{id}/family-meeting", {works, show_family_meeting}},
        {post, "/pre-proceedings/{id}/family-meeting", {works, save_family_meeting}},
        {get, "/pre-proceedings/{id}/end", {decides, show_end}},
        {post, "/pre-proceedings/{id}/end", {decides, save_end}},
        {get, "/pre-proceedings/{id}/court", {works, show_court}},
        {post, "/pre-proceedings/{id}/court", {works, save_court}},
    };
}

}  // namespace kith::web
