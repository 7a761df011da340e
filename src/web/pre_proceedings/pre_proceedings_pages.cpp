#include "web/pre_proceedings/pre_proceedings_pages.h"

#include <fmt/format.h>

#include "web/letter/letter_pages.h"
#include "web/pre_proceedings/pre_proceedings.html.h"
#include "web/pre_proceedings/pre_proceedings_forms.h"
#include "web/step_form.h"

namespace kith::web {

using namespace core;

namespace {

std::string in_words(Answer answer) {
    return answer == Answer::yes ? "Yes" : answer == Answer::no ? "No" : "Not known";
}

/// What came from an earlier system was decided by nobody here.
bool is_inherited(const PreProceedings& of) {
    return of.decided_by.is_nil();
}

std::string decided_in_words(const actions::PreProceedingsRecord& record) {
    std::string day = long_date(record.pre_proceedings.decided_on);
    return is_inherited(record.pre_proceedings) ? day : fmt::format("{}, decided by {}", day, record.decided_by);
}

std::string family_meeting_in_words(const PreProceedings& of) {
    if (!is_inherited(of)) return std::string(says(of.family_meeting));
    return of.family_meeting == FamilyMeeting::held ? "Held, on a day that is not known" : "Not known";
}

std::vector<SummaryRow> decision_of(const actions::PreProceedingsRecord& record) {
    const PreProceedings& of = record.pre_proceedings;
    return {fact("Now", std::string(says(of.state))),
            fact("Legal planning meeting", decided_in_words(record)),
            fact("What the worry is", of.worries),
            fact("What else was considered", of.alternatives),
            fact("Legal advice", of.legal_advice),
            fact("Family group decision-making meeting", family_meeting_in_words(of)),
            fact("What came of it, or why not", of.family_meeting_words),
            fact("Held since", of.family_meeting_on ? long_date(*of.family_meeting_on) : "")};
}

std::vector<SummaryRow> letter_of(const PreProceedings& of) {
    if (!of.letter_sent_on) return {};
    return {
        fact("Sent", long_date(*of.letter_sent_on)), fact("Concerns", of.concerns),
        fact("Help given", of.help_given),           fact("What must change", of.must_change),
        fact("Lawyers and legal aid", of.lawyers),   fact("It offers a family meeting", in_words(of.meeting_offered))};
}

std::vector<SummaryRow> end_of(const actions::PreProceedingsRecord& record) {
    const PreProceedings& of = record.pre_proceedings;
    if (!of.ended_on) return {};
    std::string by = record.ended_by.empty() ? "" : ", decided by " + record.ended_by;
    std::vector<SummaryRow> rows{fact("How", of.end ? std::string(says(*of.end)) : "Not known"),
                                 fact("When", long_date(*of.ended_on) + by)};
    if (!of.end || is_decided(*of.end)) rows.push_back(fact("Reasons", of.ended_why));
    if (!of.no_letter_why.empty()) rows.push_back(fact("Why no letter was sent", of.no_letter_why));
    if (of.end != PreProceedingsEnd::care_proceedings) return rows;
    rows.push_back(fact("Application to the court", of.applied_on ? long_date(*of.applied_on) : ""));
    rows.push_back(fact("Letter that begins proceedings", of.court_letter_on ? long_date(*of.court_letter_on) : ""));
    return rows;
}

std::vector<PreProceedingsPage::Meeting> meetings_of(const actions::PreProceedingsRecord& record) {
    std::vector<PreProceedingsPage::Meeting> meetings;
    for (std::size_t i = 0; i < record.meetings.size(); ++i) {
        const PreProceedingsMeeting& each = record.meetings[i];
        meetings.push_back(
            {fmt::format("{}, {}", i == 0 ? "First meeting" : "Review meeting", long_date(each.held_on)),
             {fact("What the parents said", each.parents_view), fact("Agreed", each.agreed),
              fact("Their lawyer came", in_words(each.lawyer_came)), fact("Recorded by", record.recorder_names[i])}});
    }
    return meetings;
}

std::vector<Action> steps_of(const actions::PreProceedingsRecord& record, const std::string& address) {
    const PreProceedings& of = record.pre_proceedings;
    bool open = of.state != PreProceedingsState::ended;
    std::vector<Action> steps;
    auto offer = [&](bool may, std::string_view text, std::string_view step) {
        if (may) steps.push_back({.text = text, .href = address + std::string(step)});
    };
    offer(open && record.may_write,
          of.letter_sent_on ? "Correct the letter before proceedings" : "Record the letter before proceedings",
          "/letter");
    offer(open && record.may_write, "Record a meeting with the parents", "/meetings/new");
    offer(open && record.may_write, "Record the family group decision-making meeting", "/family-meeting");
    offer(open && record.may_decide, "End pre-proceedings", "/end");
    offer(of.end == PreProceedingsEnd::care_proceedings && record.may_write, "Record the steps to the court", "/court");
    return steps;
}

Answered show(Visit& visit) {
    auto record = TRY(load_pre_proceedings(visit));
    PreProceedingsPage page;
    page.child = full_name(record.child);
    page.layout = layout_for(visit, "Pre-proceedings: " + page.child);
    page.child_href = "/children/" + to_text(record.child.id);
    page.address = "/pre-proceedings/" + to_text(record.pre_proceedings.id);
    page.census = census_box_at(visit, {record.child.id}, RecordKind::pre_proceedings, record.pre_proceedings.id);
    for (const OpenDuty& duty : record.duties)
        page.duties.push_back(duty_line(
            {.duty = duty, .about = page.child, .stage = record.child.stage, .shown = {}, .owner_name = {}}, visit));
    page.decision = decision_of(record);
    page.letter = letter_of(record.pre_proceedings);
    page.letters = letters_href(documents::LetterKind::before_proceedings, record.pre_proceedings.id);
    page.tellings = record.tellings;
    for (const actions::TellingLine& each : record.tellings)
        visit.shown.push_back(each.telling.who);
    page.meetings = meetings_of(record);
    page.end = end_of(record);
    page.steps = steps_of(record, page.address);
    return http::Response::html(render(page));
}

}  // namespace

RouteTable pre_proceedings_routes() {
    RouteTable routes{{http::Method::get, "/pre-proceedings/{id}", {May{Act::read_child}, show}}};
    add(routes, pre_proceedings_form_routes());
    return routes;
}

}  // namespace kith::web
