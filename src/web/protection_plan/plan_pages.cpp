#include "web/protection_plan/plan_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "actions/step.h"
#include "web/protection_plan/action.html.h"
#include "web/protection_plan/plan.html.h"
#include "web/protection_plan/visit.html.h"

namespace kith::web {

using namespace core;

std::string address_of(ProtectionPlanId id) {
    return "/child-protection-plans/" + to_text(id);
}

FormHead head_of(const actions::PlanView& view, std::string heading, std::string caption) {
    return {.heading = std::move(heading),
            .caption = std::move(caption),
            .back = address_of(view.plan.id),
            .back_text = "Child protection plan"};
}

Result<actions::PlanView> load_plan(Visit& visit) {
    auto id = TRY(id_in_path<ProtectionPlanId>(visit));
    auto view = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        return actions::protection_plan(visit.service, reader, visit.actor, id);
    }));
    visit.shown.push_back(view.child.id);
    for (const CoreGroupMember& member : view.members)
        if (!member.person.is_nil()) visit.shown.push_back(member.person);
    return view;
}

std::string action_line(const PlanAction& action) {
    std::string text = fmt::format("{}: {}", action.who, action.what);
    if (action.by) text += (text.ends_with('.') ? " By " : ", by ") + long_date(*action.by);
    return text + fmt::format(" ({})", says(action.status)) + (action.note.empty() ? "" : ". " + action.note);
}

namespace {

std::vector<SummaryRow> facts_of(const actions::PlanView& view) {
    const ProtectionPlan& plan = view.plan;
    std::vector<SummaryRow> rows{
        fact("Since", weekday_and_date(plan.started_on)),
        fact("Category", std::string(says(plan.category))),
        fact("Accountable social worker", view.worker_name),
        fact("Review conference", fmt::format("Booked for {}; on or before {}", weekday_and_date(plan.review_booked),
                                              long_date(plan.review_by))),
        fact("Visits",
             fmt::format("{} At most {} working days apart",
                         plan.visited_by.empty() ? "Not said yet who." : plan.visited_by + ".", plan.visit_every_days)),
        fact(view.child.stage == Stage::unborn ? "Parents last seen" : "Last seen",
             view.last_seen ? long_date(*view.last_seen) : "", "No visit recorded yet"),
        fact("Next visit by", weekday_and_date(view.next_visit)),
        fact("What already helps", plan.already_helps),
        fact("If it does not work", plan.contingency),
        fact("What the family says", plan.family_view),
        fact("What the child says", plan.child_view.empty() ? plan.child_view_missing : plan.child_view)};
    if (view.categories.size() > 1)
        for (const PlanCategory& each : view.categories)
            rows.push_back(fact("Category from " + long_date(each.from), std::string(says(each.category))));
    if (plan.ended_on)
        rows.push_back(fact("Ended", fmt::format("{}: {}. {}", weekday_and_date(*plan.ended_on),
                                                 plan.end ? says(*plan.end) : "why is not known", plan.end_why)));
    return rows;
}

void fill_changes(PlanPage& page) {
    for (const PlanChange& change : page.view.changes) {
        PlanPage::Change shown{change.must_change,
                               change.how_we_will_know.empty() ? "not said yet" : change.how_we_will_know,
                               change.by ? long_date(*change.by) : "a day not said yet",
                               {},
                               page.address + "/changes/" + to_text(change.id) + "/actions/new"};
        for (const PlanAction& action : page.view.actions)
            if (action.change == change.id) shown.actions.push_back(action_line(action));
        page.changes.push_back(std::move(shown));
    }
}

std::string title_of(const ProtectionVisit& visit) {
    std::string title = visit.parents_seen == Answer::yes ? "The parents who expect the baby were seen"
                        : visit.seen != Answer::yes       ? "Not seen"
                        : visit.seen_alone == Answer::yes ? "Child seen, alone"
                        : visit.seen_alone == Answer::no  ? "Child seen, not alone"
                                                          : "Child seen";
    return title + (visit.why_not.empty() ? "" : ": " + visit.why_not);
}

void fill_people_and_visits(PlanPage& page) {
    for (const CoreGroupMember& member : page.view.members) {
        std::string line = member.name + ", " + member.role + (member.agency.empty() ? "" : ", " + member.agency);
        if (member.until)
            page.were_members.push_back(
                {line, fmt::format("{} to {}: {}", long_date(member.from), long_date(*member.until), member.left_why),
                 ""});
        else
            page.members.push_back({line, "since " + long_date(member.from),
                                    page.address + "/members/" + to_text(member.id) + "/leaving"});
    }
    page.visits = {.empty = "No visit is recorded yet.", .heading_level = 3};
    for (const ProtectionVisit& visit : page.view.visits) {
        page.visits.add({.title = title_of(visit),
                         .at = visit.visited_at,
                         .words = visit.account + (visit.child_said.empty() ? "" : "\n" + visit.child_said)});
    }
    page.meetings = {.empty = "No core group is recorded yet.", .heading_level = 3};
    for (const CoreGroupMeeting& meeting : page.view.meetings)
        page.meetings.add({.title = fmt::format("Core group {}", meeting.number),
                           .at = meeting.held_at,
                           .words = meeting.progress + "\n" + meeting.family_said});
}

/// What is saved, unless this form itself comes back.
void prefill(FormState& form, const ProtectionPlan& plan) {
    if (form.typed().has("contingency")) return;
    form.set("already_helps", plan.already_helps);
    form.set("visited_by", plan.visited_by);
    form.set("visit_every_days", std::to_string(plan.visit_every_days));
    form.set("contingency", plan.contingency);
    form.set("family_view", plan.family_view);
    form.set("child_view", plan.child_view);
    form.set("child_view_missing", plan.child_view_missing);
}

std::vector<SelectItem> ends_without_conference(Stage stage) {
    std::vector<SelectItem> ends;
    for (PlanEnd each : all_values<PlanEnd>())
        if (!needs_conference(each) && (each != PlanEnd::pregnancy_ended || stage == Stage::unborn))
            ends.push_back({.value = std::string(word(each)), .text = std::string(says(each))});
    return ends;
}

Result<http::Response> plan_page(Visit& visit, FormState form, int status) {
    PlanPage page;
    page.view = TRY(load_plan(visit));
    prefill(form, page.view.plan);
    begin(page, visit, "Child protection plan", address_of(page.view.plan.id), std::move(form));
    page.child_href = "/children/" + to_text(page.view.child.id);
    page.facts = facts_of(page.view);
    page.census = census_box_at(visit, {page.view.child.id}, RecordKind::child_protection_plan, page.view.plan.id);
    fill_changes(page);
    fill_people_and_visits(page);
    if (page.running()) page.missing = sentences(page.view.missing);
    page.may_work = may(visit.actor.role, Act::work_on_plan);
    page.may_end = may(visit.actor.role, Act::authorise_closure);
    page.ends = ends_without_conference(page.view.child.stage);
    page.may_book = may(visit.actor.role, Act::arrange_conference);
    return http::Response::html(render(page), status);
}

Answered show(Visit& visit) {
    return plan_page(visit, {}, 200);
}

Answered write(Visit& visit) {
    FormState form(visit.form);
    PlanText text{
        form.long_text("already_helps"), form.long_text("contingency"),          form.long_text("family_view"),
        form.long_text("child_view"),    form.text("child_view_missing", 2'000), 0,
        form.text("visited_by", 500)};
    std::string days = form.value("visit_every_days");
    std::from_chars(days.data(), days.data() + days.size(), text.visit_every_days);
    auto done = TRY(act_on_plan(visit, form, [&](actions::Work& work, ProtectionPlanId id) {
        return actions::write_plan(work, id, version_in(form), text);
    }));
    if (done) return *done;
    return plan_page(visit, std::move(form), 422);
}

Answered add_change(Visit& visit) {
    FormState form(visit.form);
    actions::AddChange command;
    command.change.must_change = form.long_text("must_change");
    command.change.how_we_will_know = form.long_text("how_we_will_know");
    command.change.by = form.date("by");
    command.action.who = form.text("who", 300);
    command.action.what = form.long_text("what");
    command.action.by = command.change.by;
    auto done = TRY(act_on_plan(
        visit, form, [&](actions::Work& work, ProtectionPlanId id) { return actions::add_change(work, id, command); }));
    if (done) return *done;
    return plan_page(visit, std::move(form), 422);
}

Result<http::Response> action_page(Visit& visit, FormState form, int status) {
    actions::PlanView view = TRY(load_plan(visit));
    auto id = TRY(id_in_path<decltype(PlanChange::id)>(visit, "change"));
    auto change = std::ranges::find(view.changes, id, &PlanChange::id);
    if (change == view.changes.end()) return actions::no_such_record();
    auto page = form_page<PlanActionPage>(visit, head_of(view, "Add something that somebody does", change->must_change),
                                          std::move(form));
    for (const PlanAction& action : view.actions)
        if (action.change == id) page.others.push_back(action_line(action));
    return http::Response::html(render(page), status);
}

Answered new_action(Visit& visit) {
    return action_page(visit, {}, 200);
}

Answered add_action(Visit& visit) {
    FormState form(visit.form);
    PlanAction action;
    action.change = TRY(id_in_path<decltype(PlanChange::id)>(visit, "change"));
    action.who = form.required_text("who", "Say who does it, by name.", 300);
    action.what = form.required_text("what", "Say what they do.", 50'000);
    action.by = form.required_date("by", "Say by when.");
    auto done = TRY(act_on_plan(visit, form, [&](actions::Work& work, ProtectionPlanId plan) {
        return actions::add_action(work, plan, action);
    }));
    if (done) return *done;
    return action_page(visit, std::move(form), 422);
}

Answered end(Visit& visit) {
    FormState form(visit.form);
    EndPlan command;
    if (auto reason = form.required_choice<PlanEnd>("end", "Choose the reason.")) command.end = *reason;
    if (auto on = form.required_date("on", "Say when.")) command.on = *on;
    command.why = form.long_text("end_why");
    auto done = TRY(act_on_plan(
        visit, form, [&](actions::Work& work, ProtectionPlanId id) { return actions::end_plan(work, id, command); }));
    if (done) return *done;
    return plan_page(visit, std::move(form), 422);
}

Result<http::Response> visit_page(Visit& visit, FormState form, int status) {
    actions::PlanView view = TRY(load_plan(visit));
    if (!form.has_errors()) set_moment(form, "visited", visit.now);
    auto page = form_page<VisitPage>(visit, head_of(view, "Visit to " + full_name(view.child), ""), std::move(form));
    page.before_birth = view.child.stage == Stage::unborn;
    return http::Response::html(render(page), status);
}

/// Who was seen: the child or, before birth, the parents.
void read_who_was_seen(FormState& form, bool before_birth, ProtectionVisit& made) {
    if (!before_birth) {
        if (auto seen = form.required_choice<Answer>("seen", "Say whether the child was seen.")) made.seen = *seen;
        made.seen_alone = form.choice("seen_alone", Answer::not_known);
        return;
    }
    made.seen = Answer::no;
    if (auto seen = form.required_choice<Answer>("parents_seen", "Say whether the parents were seen."))
        made.parents_seen = *seen;
}

Answered new_visit(Visit& visit) {
    return visit_page(visit, {}, 200);
}

Answered record_visit(Visit& visit) {
    FormState form(visit.form);
    ProtectionVisit made;
    if (auto at = required_moment(form, "visited", "Say when the visit was.")) made.visited_at = *at;
    read_who_was_seen(form, TRY(load_plan(visit)).child.stage == Stage::unborn, made);
    made.why_not = form.text("why_not", 2'000);
    made.child_said = form.long_text("child_said");
    made.account = form.long_text("account");
    auto done = TRY(act_on_plan(
        visit, form, [&](actions::Work& work, ProtectionPlanId id) { return actions::record_visit(work, id, made); }));
    if (done) return *done;
    return visit_page(visit, std::move(form), 422);
}

}  // namespace

RouteTable protection_plan_routes() {
    May works{Act::work_on_plan};
    RouteTable routes{
        {http::Method::get, "/child-protection-plans/{id}", {May{Act::read_child}, show}},
        {http::Method::post, "/child-protection-plans/{id}/text", {works, write}},
        {http::Method::post, "/child-protection-plans/{id}/changes", {works, add_change}},
        {http::Method::get, "/child-protection-plans/{id}/changes/{change}/actions/new", {works, new_action}},
        {http::Method::post, "/child-protection-plans/{id}/changes/{change}/actions/new", {works, add_action}},
        {http::Method::post, "/child-protection-plans/{id}/end", {May{Act::authorise_closure}, end}},
        {http::Method::get, "/child-protection-plans/{id}/visits/new", {works, new_visit}},
        {http::Method::post, "/child-protection-plans/{id}/visits/new", {works, record_visit}},
    };
    add(routes, core_group_routes());
    return routes;
}

}  // namespace kith::web
