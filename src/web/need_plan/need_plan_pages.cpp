#include "web/need_plan/need_plan_pages.h"

#include <algorithm>

#include "web/need_plan/need_plan.html.h"
#include "web/need_plan/need_plan_forms.h"
#include "web/step_form.h"

namespace kith::web {

using namespace core;

std::vector<SummaryRow> plan_facts(const NeedPlan& plan) {
    std::vector<SummaryRow> rows{fact("State", std::string(says(plan.state))),
                                 fact("Decided on", long_date(plan.decided_on))};
    if (plan.met_on) {
        rows.push_back(fact("Planning meeting", long_date(*plan.met_on)));
        rows.push_back(fact("What it is about", plan.worries));
        rows.push_back(fact("What already helps", plan.already_helps));
        rows.push_back(fact("What the family wants", plan.family_wants));
        rows.push_back(fact("What the child wants", said_or_why_not(plan.child_wants, plan.child_wants_missing_why)));
        rows.push_back(fact("If things go wrong", plan.if_things_go_wrong));
    }
    if (plan.next_review) rows.push_back(fact("Next review", long_date(*plan.next_review)));
    if (plan.ended_on) {
        rows.push_back(fact("Ended on", long_date(*plan.ended_on)));
        rows.push_back(fact("Why", std::string(plan.end ? says(*plan.end) : "Not known") +
                                       (plan.ended_why.empty() ? "" : ": " + plan.ended_why)));
    }
    return rows;
}

std::vector<SummaryRow> member_rows(const std::vector<NeedPlanMember>& members, const std::vector<std::string>& names) {
    std::vector<SummaryRow> rows;
    for (std::size_t i = 0; i < members.size(); ++i) {
        std::string text(says(members[i].agreement));
        if (!members[i].part.empty()) text = members[i].part + ". " + text;
        if (!members[i].in_their_words.empty()) text += ": " + members[i].in_their_words;
        rows.push_back(fact(names[i], text));
    }
    return rows;
}

std::vector<NeedPlanPage::Outcome> outcomes_of(const std::vector<NeedPlanAction>& actions, const std::string& address) {
    std::vector<NeedPlanPage::Outcome> outcomes;
    for (const NeedPlanAction& each : actions) {
        auto outcome = std::ranges::find(outcomes, each.outcome, &NeedPlanPage::Outcome::says);
        if (outcome == outcomes.end())
            outcome = outcomes.insert(outcome, {each.outcome, address + "/actions/new?for=" + to_text(each.id), {}});
        outcome->actions.push_back({each.action, each.owner, each.by ? long_date(*each.by) : "no day set",
                                    each.how_we_know, std::string(says(each.state)), each.progress,
                                    address + "/actions/" + to_text(each.id), each.state == ActionState::to_do});
    }
    return outcomes;
}

namespace {

std::vector<SummaryRow> facts_of(const actions::NeedPlanRecord& record) {
    std::vector<SummaryRow> rows = plan_facts(record.plan);
    rows.insert(
        rows.begin() + 1,
        fact("Accountable worker", record.worker_name.empty() ? "Nobody yet: allocate a worker" : record.worker_name));
    return rows;
}

std::vector<NeedPlanPage::Note> reviews_of(const actions::NeedPlanRecord& record) {
    std::vector<NeedPlanPage::Note> notes;
    for (const NeedPlanReview& each : record.reviews)
        notes.push_back({"Review of " + long_date(each.held_on),
                         {fact("Decision", std::string(says(each.decision))),
                          fact("The family’s view", said_or_why_not(each.family_view, each.family_view_missing_why)),
                          fact("The child’s view", said_or_why_not(each.child_view, each.child_view_missing_why)),
                          fact("Progress", each.progress), fact("Reasons", each.reasons)}});
    return notes;
}

std::vector<NeedPlanPage::Note> visits_of(const actions::NeedPlanRecord& record) {
    std::vector<NeedPlanPage::Note> notes;
    for (std::size_t i = 0; i < record.visits.size(); ++i) {
        const NeedPlanVisit& each = record.visits[i];
        notes.push_back({"Visit of " + long_date(each.visited_on),
                         {fact("Seen", std::string(who_was_seen(each)) +
                                           (each.not_seen_why.empty() ? "" : ". " + each.not_seen_why)),
                          fact("By", record.visitor_names[i]), fact("Note", each.note)}});
    }
    return notes;
}

Answered show(Visit& visit) {
    actions::NeedPlanRecord record = TRY(load_need_plan(visit));
    NeedPlanPage page;
    begin(page, visit, "Child in need plan: " + full_name(record.child),
          "/child-in-need-plans/" + to_text(record.plan.id), {});
    page.child_href = "/children/" + to_text(record.child.id);
    for (const OpenDuty& duty : record.duties)
        page.duties.push_back(duty_line({.duty = duty,
                                         .about = full_name(record.child),
                                         .stage = record.child.stage,
                                         .shown = {},
                                         .owner_name = {}},
                                        visit));
    page.facts = facts_of(record);
    page.census = census_box_at(visit, {record.child.id}, RecordKind::child_in_need_plan, record.plan.id);
    page.members = member_rows(record.members, record.member_names);
    page.outcomes = outcomes_of(record.actions, page.address);
    page.reviews = reviews_of(record);
    page.visits = visits_of(record);
    page.record = std::move(record);
    return http::Response::html(render(page));
}

}  // namespace

RouteTable need_plan_routes() {
    RouteTable routes{{http::Method::get, "/child-in-need-plans/{id}", {May{Act::read_child}, show}}};
    add(routes, need_plan_form_routes());
    add(routes, need_plan_version_routes());
    return routes;
}

}  // namespace kith::web
