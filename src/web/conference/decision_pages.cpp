// The form of the decision for one child at a conference.
#include <fmt/format.h>

#include <algorithm>

#include "actions/authority.h"
#include "actions/step.h"
#include "web/conference/conference_pages.h"
#include "web/conference/decide_child.html.h"

namespace kith::web {

using namespace core;

namespace {

struct Decided {
    ConferenceId conference;
    RawId row;
};
Result<Decided> in_path(const Visit& visit) {
    return Decided{TRY(id_in_path<ConferenceId>(visit)), TRY(id_in_path<Id<void>>(visit, "row"))};
}

void prefill(FormState& form, const ConferenceChild& row) {
    if (form.has_errors()) return;
    if (row.decision) form.set("decision", word(*row.decision));
    if (row.category) form.set("category", word(*row.category));
    if (row.plan_end) form.set("plan_end", word(*row.plan_end));
    form.set("threshold", row.threshold);
    form.set("child_view", row.child_view);
    form.set("child_view_missing", row.child_view_missing);
    form.set("dissent", row.dissent);
    form.set("outline", row.outline);
    form.set("accountable_worker", row.accountable_worker.is_nil() ? "" : to_text(row.accountable_worker));
    set_day(form, "first_core_group", row.first_core_group_on);
    set_day(form, "review", row.review_on);
}

void offer_decisions(DecideChildPage& page) {
    auto offer = [&](ConferenceDecision each, std::string_view sentence) {
        page.decisions.push_back({.value = std::string(word(each)), .text = sentence});
    };
    using enum ConferenceDecision;
    if (page.first) {
        for (ConferenceDecision each : {plan_made, child_in_need, no_plan})
            offer(each, says(each));
        return;
    }
    offer(plan_continues, says(plan_continues));
    offer(child_in_need, "The child protection plan ends, and help goes on as a child in need");
    offer(plan_ended, "The child protection plan ends");
}

Result<http::Response> decide_page(Visit& visit, FormState form, int status) {
    auto [id, row_id] = TRY(in_path(visit));
    std::vector<Staff> workers;
    auto view = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        workers = actions::staff_who_may(reader, Act::work_on_section47_enquiry);
        return actions::conference(visit.service, reader, visit.actor, id);
    }));
    auto row = std::ranges::find(view.record.children, row_id, &ConferenceChild::id);
    if (row == view.record.children.end()) return actions::no_such_record();
    const Person& child = view.children[static_cast<std::size_t>(row - view.record.children.begin())];
    visit.shown.push_back(child.id);
    prefill(form, *row);
    FormHead head{.heading = "Decision for " + full_name(child),
                  .back = address_of(id),
                  .back_text = "Conference",
                  .title = "Decision of the conference"};
    auto page = form_page<DecideChildPage>(visit, std::move(head), std::move(form));
    page.kind = says(row->kind);
    page.first = is_first(row->kind);
    offer_decisions(page);
    page.version = actions::mark_of_decision(*row);
    std::vector<std::string> chosen = page.form.values("core_group");
    for (const ConferenceInvitation& each : view.record.invitations) {
        if (each.invited_as == InvitedAs::interpreter || !each.not_invited_why.empty()) continue;
        std::string value = to_text(each.id);
        bool is_in = page.form.has_errors() ? std::ranges::find(chosen, value) != chosen.end()
                                            : actions::is_in_core_group(view.record, *row, each);
        page.core_group.push_back({.value = value, .text = each.name, .checked = is_in});
    }
    for (const Staff& each : workers)
        if (each.social_work_qualified) page.workers.push_back({.value = to_text(each.id), .text = each.name});
    page.core_group_by = "On or before " + weekday_and_date(view.limits.core_group_by);
    const ReviewLimit& limit = page.first ? view.limits.first_review : view.limits.next_review;
    page.review_by = "On or before " + weekday_and_date(limit.last_day);
    if (limit.last_working != limit.last_day)
        page.review_by += ". The last day that can be booked is " + weekday_and_date(limit.last_working);
    return http::Response::html(render(page), status);
}

Answered show(Visit& visit) {
    return decide_page(visit, {}, 200);
}

actions::DecideForChild read(FormState& form, const Decided& what) {
    actions::DecideForChild command{what.conference, what.row, {}, {}, form.value("version")};
    DecideConferenceChild& decision = command.decision;
    if (auto chosen = form.required_choice<ConferenceDecision>("decision", "Choose the decision."))
        decision.decision = *chosen;
    decision.category = parse_word<AbuseCategory>(form.value("category"));
    decision.plan_end = parse_word<PlanEnd>(form.value("plan_end"));
    decision.threshold = form.long_text("threshold");
    decision.child_view = form.long_text("child_view");
    decision.child_view_missing = form.text("child_view_missing", 2'000);
    decision.dissent = form.long_text("dissent");
    decision.outline = form.long_text("outline");
    if (auto worker = parse_id_as<StaffId>(form.value("accountable_worker"))) decision.accountable_worker = *worker;
    decision.first_core_group_on = form.date("first_core_group");
    decision.review_on = form.date("review");
    for (const std::string& each : form.values("core_group"))
        if (auto id = parse_id(each)) command.core_group.push_back(*id);
    return command;
}

Answered decide(Visit& visit) {
    Decided what = TRY(in_path(visit));
    FormState form(visit.form);
    actions::DecideForChild command = read(form, what);
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::decide_conference_child(work, command));
            return address_of(what.conference) + "?done=saved";
        },
        decide_page);
}

}  // namespace

RouteTable conference_decision_routes() {
    May chairs{Act::chair_conference};
    return {
        {http::Method::get, "/conferences/{id}/children/{row}", {chairs, show}},
        {http::Method::post, "/conferences/{id}/children/{row}", {chairs, decide}},
    };
}

}  // namespace kith::web
