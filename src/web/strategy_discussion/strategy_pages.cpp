#include "web/strategy_discussion/strategy_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/child_record.h"
#include "web/protection/other_children.h"
#include "web/strategy_discussion/new_strategy.html.h"
#include "web/strategy_discussion/safety_plan.html.h"
#include "web/strategy_discussion/safety_plan_form.html.h"

namespace kith::web {

using namespace core;

namespace {

Result<actions::ChildRecord> child_record(Visit& visit) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    auto record = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::child_record(reader, visit.actor, id, 0); }));
    visit.shown = actions::shown_in(record);
    return record;
}

FormHead head_about(const Person& child, const std::string& what) {
    return {
        .heading = what + full_name(child), .back = "/children/" + to_text(child.id), .back_text = "Back to the child"};
}

Result<http::Response> new_page(Visit& visit, FormState form, int status) {
    actions::ChildRecord record = TRY(child_record(visit));
    if (form.value("held-day").empty()) set_moment(form, "held", visit.now);
    auto page =
        form_page<NewStrategyPage>(visit, head_about(record.child, "Strategy discussion about "), std::move(form));
    page.others = other_children(visit, record, page.form);
    return http::Response::html(render(page), status);
}

Answered new_discussion(Visit& visit) {
    return new_page(visit, {}, 200);
}

StrategyAttendance attendance(FormState& form, Agency agency, const std::string& field, std::optional<Date> follow_up) {
    StrategyAttendance row;
    row.agency = agency;
    row.took_part = form.choice<TookPart>(field, TookPart::missing);
    row.name = form.text(field + "_name", 300);
    if (row.took_part != TookPart::missing) return row;
    row.missing_why = form.text("missing_why", 2'000);
    row.follow_up_on = follow_up;
    return row;
}

actions::HoldStrategyDiscussion hold_command(FormState& form, const Visit& visit, PersonId child) {
    actions::HoldStrategyDiscussion command;
    command.children.push_back(child);
    for (const std::string& each : form.values("others"))
        if (auto other = parse_id_as<PersonId>(each)) command.children.push_back(*other);
    command.discussion.held_as = form.choice<HeldAs>("held_as", HeldAs::telephone);
    if (auto at = required_moment(form, "held", "Say when it was held.")) command.discussion.held_at = *at;
    command.discussion.information = form.long_text("information");
    command.discussion.reasonable_cause = form.long_text("reasonable_cause");
    read_interpreting(form, command.discussion);
    std::optional<Date> follow_up = form.date("follow_up");
    StrategyAttendance us{.agency = Agency::local_authority, .name = visit.actor.name};
    command.attendance = {us, attendance(form, Agency::police, "police", follow_up),
                          attendance(form, Agency::health, "health", follow_up)};
    bool somebody_missing =
        std::ranges::any_of(command.attendance, [](const auto& row) { return row.took_part == TookPart::missing; });
    if (!somebody_missing && !form.text("missing_why", 2'000).empty())
        form.add_error("missing_why", "Police and health both joined. Choose who was missing, or leave this empty.");
    if (std::string others = form.text("others_name"); !others.empty())
        command.attendance.push_back({.agency = Agency::other, .name = others});
    return command;
}

Answered hold(Visit& visit) {
    PersonId child = TRY(id_in_path<PersonId>(visit));
    FormState form(visit.form);
    actions::HoldStrategyDiscussion command = hold_command(form, visit, child);
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            return address_of(TRY(actions::hold_strategy_discussion(work, command)).id) + "?done=saved";
        },
        new_page);
}

Answered show(Visit& visit) {
    return strategy_page(visit, {}, 200);
}

Answered decide(Visit& visit) {
    StrategyDiscussionId id = TRY(id_in_path<StrategyDiscussionId>(visit));
    FormState form(visit.form);
    actions::StrategyDecisions command{id, {}};
    for (const auto& [name, value] : visit.form.entries()) {
        if (!name.starts_with("reasons-")) continue;
        std::string row = name.substr(8);
        auto row_id = parse_id(row);
        auto decision =
            form.required_choice<StrategyDecision>("decision-" + row, "Choose the decision for each child.");
        if (row_id && decision)
            command.children.push_back({*row_id, *decision, form.long_text(name), form.long_text("dissent-" + row)});
    }
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::decide_strategy_discussion(work, command));
            return address_of(id) + "?done=saved";
        },
        strategy_page);
}

Result<http::Response> safety_form(Visit& visit, FormState form, int status) {
    actions::ChildRecord record = TRY(child_record(visit));
    if (!form.has_errors()) {
        set_day(form, "starts", visit.today);
        set_day(form, "reviewed_by", visit.service.days.due(visit.today, 1));
        form.set("discussion", visit.query.get("discussion"));
    }
    auto page =
        form_page<SafetyPlanFormPage>(visit, head_about(record.child, "Interim safety plan for "), std::move(form));
    return http::Response::html(render(page), status);
}

Answered new_safety_plan(Visit& visit) {
    return safety_form(visit, {}, 200);
}

Answered make_safety_plan(Visit& visit) {
    FormState form(visit.form);
    InterimSafetyPlan plan;
    plan.child = TRY(id_in_path<PersonId>(visit));
    if (auto discussion = parse_id_as<StrategyDiscussionId>(form.value("discussion"))) plan.discussion = *discussion;
    plan.starts = form.date("starts").value_or(visit.today);
    if (auto by = form.required_date("reviewed_by", "Say by which day it is looked at again.")) plan.reviewed_by = *by;
    plan.worries = form.long_text("worries");
    plan.what_helps = form.long_text("what_helps");
    plan.who_does_what = form.long_text("who_does_what");
    plan.if_it_fails = form.long_text("if_it_fails");
    plan.who_to_ring = form.long_text("who_to_ring");
    plan.agreed_by = form.long_text("agreed_by");
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            return "/safety-plans/" + to_text(TRY(actions::make_safety_plan(work, plan)).id) + "?done=saved";
        },
        safety_form);
}

Answered show_safety_plan(Visit& visit) {
    auto id = TRY(id_in_path<InterimSafetyPlanId>(visit));
    SafetyPlanPage page;
    page.view = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::safety_plan(reader, visit.actor, id); }));
    visit.shown.push_back(page.view.child.id);
    begin(page, visit, "Safety plan", "/safety-plans/" + to_text(id), {});
    const InterimSafetyPlan& plan = page.view.plan;
    page.back = "/children/" + to_text(plan.child);
    page.missing = sentences(missing_from(plan));
    page.rows = {fact("From", long_date(plan.starts)),
                 fact("Looked at again by", weekday_and_date(plan.reviewed_by)),
                 fact("What we are worried about", plan.worries),
                 fact("What already helps", plan.what_helps),
                 fact("Who does what", plan.who_does_what),
                 fact("If it does not hold", plan.if_it_fails),
                 fact("Who to ring", plan.who_to_ring),
                 fact("Who agreed", plan.agreed_by),
                 fact("Made by", page.view.made_by_name)};
    if (plan.ended_at) page.rows.push_back(fact("Ended", long_time(*plan.ended_at) + ": " + plan.ended_why));
    return http::Response::html(render(page));
}

}  // namespace

RouteTable strategy_discussion_routes() {
    May holds{Act::hold_strategy_discussion};
    RouteTable routes{
        {http::Method::get, "/children/{id}/strategy-discussions/new", {holds, new_discussion}},
        {http::Method::post, "/children/{id}/strategy-discussions/new", {holds, hold}},
        {http::Method::get, "/strategy-discussions/{id}", {May{Act::read_child}, show}},
        {http::Method::post, "/strategy-discussions/{id}/decisions", {holds, decide}},
        {http::Method::get, "/children/{id}/safety-plans/new", {holds, new_safety_plan}},
        {http::Method::post, "/children/{id}/safety-plans/new", {holds, make_safety_plan}},
        {http::Method::get, "/safety-plans/{id}", {May{Act::read_child}, show_safety_plan}},
    };
    add(routes, strategy_record_routes());
    return routes;
}

}  // namespace kith::web
