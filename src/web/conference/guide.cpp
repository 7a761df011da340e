// What comes next at a conference, for whoever reads its page.
#include <fmt/format.h>

#include <algorithm>

#include "web/conference/conference_pages.h"

namespace kith::web {

using namespace core;

/// Where what is missing before invitations is done.
static std::string place_of(std::string_view field) {
    if (field == "chair") return "#name-chair";
    if (field.starts_with("attendance")) return "#taking-part";
    return field == "adjustments" ? "#who-came" : "#invite";
}

static bool has_been_shared(const ConferenceRecord& record, const ConferenceReport& report) {
    return std::ranges::any_of(record.shared, [&](const ReportShared& each) { return each.report == report.id; });
}

/// Before the day: invitations, then reports and who hears them.
static Action before_the_day(const ConferencePage& page) {
    const ConferenceRecord& record = page.view.record;
    if (!page.view.before_inviting.empty() && !record.conference.invited_at)
        return {page.view.before_inviting.front().sentence, place_of(page.view.before_inviting.front().field)};
    if (!record.conference.invited_at)
        return {"Send the invitations, and record that they went out", "#send-invitations"};
    if (record.reports.empty()) return {"Ask for the reports", "#ask-report"};
    for (const ConferencePage::Report& each : page.reports)
        if (!each.received)
            return {"Record the report of " + each.asked_of + ", or why it does not come", "#report-" + each.row};
    for (const ConferenceReport& each : record.reports)
        if (each.received_on && !has_been_shared(record, each))
            return {"Go through the report of " + each.asked_of + " with the family", "#share-report"};
    return {};
}

static Action while_called(const ConferencePage& page, Date today) {
    Date day = london_date(page.view.record.conference.starts_at);
    if (day > today) {
        Action before = page.arranges() ? before_the_day(page) : Action{};
        return before.text.empty() ? Action{"The conference, on " + weekday_and_date(day), ""} : before;
    }
    if (page.is_chair) return {"Record that it was held, or that it does not proceed", "#was-held"};
    return {"The chair records that it was held, or that it does not proceed", ""};
}

static Action once_held(const ConferencePage& page) {
    if (!page.is_chair) return {"The chair records the decision for each child and signs it off", ""};
    for (const ConferencePage::Child& each : page.children)
        if (each.decision.empty()) return {"Record the decision for " + each.name, each.decide_href};
    if (!page.missing.empty()) return {"Complete what is still needed, then sign it off", "#still-needed"};
    return {"Sign off the conference", "#sign-off"};
}

static Action once_decided(const ConferencePage& page) {
    if (page.view.decision_owed && page.may_arrange) return {"Send the decision in writing", "#decision"};
    if (page.view.reports_owed && page.may_arrange)
        return {"Share the reports with the family, or say why not", "#reports"};
    if (page.may_minute && page.minutes.empty()) return {"Write the minutes", "#write-minutes"};
    if (page.may_send_minutes) return {"Send the minutes", "#send-minutes"};
    return {};
}

static Action next_of(const ConferencePage& page, Date today) {
    if (page.called()) return while_called(page, today);
    if (page.held()) return once_held(page);
    return page.decided() ? once_decided(page) : Action{};
}

static void list_contents(ConferencePage& page) {
    auto add = [&](bool is_there, const char* text, const char* href) {
        if (is_there) page.contents.push_back({text, href});
    };
    add(true, "Children", "#children");
    add(!page.missing.empty(), "Still needed", "#still-needed");
    add(page.view.decision_owed && page.may_arrange, "Send the decision in writing", "#decision");
    add(true, "People", "#people");
    add(page.arranges(), "Before the conference", "#before");
    add(true, "Reports", "#reports");
    add(page.called() && page.is_chair, "The conference was held", "#held-heading");
    add(!page.minutes.empty() || page.may_minute, "Minutes", "#minutes");
    add(!page.letters.empty(), "Letters to print for the family", "#letters");
}

static void open_forms(ConferencePage& page, const http::Form& came_back, Date today) {
    auto open = [&](std::string_view id, std::string_view field, bool is_next = false) {
        bool refused = std::ranges::any_of(came_back.entries(), [&](const auto& each) {
            return each.first == field || (field.ends_with('-') && each.first.starts_with(field));
        });
        if (is_next || refused || page.next.href == "#" + std::string(id)) page.open_forms.emplace(id);
    };
    bool on_the_day = london_date(page.view.record.conference.starts_at) <= today;
    open("invite", "invited_as");
    open("who-came", "came-", on_the_day);
    open("name-chair", "chair");
    open("taking-part", "attendance");
    open("ask-report", "asked_of");
    for (const ConferencePage::Report& each : page.reports)
        open("report-" + each.row, "strengths-" + each.row);
    open("share-report", "report");
    open("was-held", "not_met_why", on_the_day);
    open("put-off", "why");
    open("write-minutes", "minutes");
}

void guide(ConferencePage& page, const http::Form& came_back, Date today) {
    const Person& first = page.view.children.front();
    page.back = {"Back to " + full_name(first), "/children/" + to_text(first.id)};
    page.next = next_of(page, today);
    list_contents(page);
    open_forms(page, came_back, today);
}

}  // namespace kith::web
