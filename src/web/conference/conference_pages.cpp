// The page of a conference: what is recorded of it, and its forms as they were saved or came back.
#include "web/conference/conference_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "web/conference/conference.html.h"
#include "web/letter/letter_pages.h"

namespace kith::web {

using namespace core;

namespace {

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

}  // namespace

std::string address_of(ConferenceId id) {
    return "/conferences/" + to_text(id);
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

}  // namespace kith::web
