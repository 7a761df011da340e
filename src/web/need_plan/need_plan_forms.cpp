#include "web/need_plan/need_plan_forms.h"

#include <algorithm>

#include "web/need_plan/action.html.h"
#include "web/need_plan/end.html.h"
#include "web/need_plan/member.html.h"
#include "web/need_plan/planning_meeting.html.h"
#include "web/need_plan/review.html.h"
#include "web/need_plan/settle_action.html.h"
#include "web/need_plan/visit.html.h"
#include "web/step_form.h"

namespace kith::web {

using namespace core;

Result<actions::NeedPlanRecord> load_need_plan(Visit& visit) {
    NeedPlanId id = TRY(id_in_path<NeedPlanId>(visit));
    auto record = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::need_plan_record(reader, visit.actor, id); }));
    visit.shown = actions::shown_in(record);
    return record;
}

namespace {

std::string address_of(const actions::NeedPlanRecord& record) {
    return "/child-in-need-plans/" + to_text(record.plan.id);
}

template <class P>
P form_page(Visit& visit, const actions::NeedPlanRecord& record, std::string title, FormState form) {
    P page;
    page.child = full_name(record.child);
    page.layout = layout_for(visit, title + ": " + page.child);
    page.layout.error = form.has_errors();
    page.token = new_form_token(visit);
    page.address = visit.request.path;
    page.back = address_of(record);
    page.version = record.plan.version;
    page.errors = error_lines(form);
    page.form = std::move(form);
    return page;
}

/// Performs the form's action and goes back to the plan; or shows the form again, made by `again`.
template <class F, class Again>
Answered finish(Visit& visit, const actions::NeedPlanRecord& record, FormState& form, F action, Again again) {
    return send(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(action(work));
            return address_of(record) + "?done=saved";
        },
        [&]() -> Result<std::string> { return render(again(form)); });
}

// The planning meeting

PlanningMeetingPage meeting_page(Visit& visit, const actions::NeedPlanRecord& record, FormState form) {
    return form_page<PlanningMeetingPage>(visit, record, "The planning meeting", std::move(form));
}

Answered show_meeting(Visit& visit) {
    auto record = TRY(load_need_plan(visit));
    const NeedPlan& plan = record.plan;
    http::Form form{{"worries", plan.worries},
                    {"already_helps", plan.already_helps},
                    {"family_wants", plan.family_wants},
                    {"child_wants", plan.child_wants},
                    {"child_wants_missing_why", plan.child_wants_missing_why},
                    {"if_things_go_wrong", plan.if_things_go_wrong}};
    put_date(form, "met_on", plan.met_on.value_or(visit.today));
    put_date(form, "next_review", plan.next_review);
    return http::Response::html(render(meeting_page(visit, record, FormState(form))));
}

Answered save_meeting(Visit& visit) {
    auto record = TRY(load_need_plan(visit));
    FormState form(visit.form);
    actions::HoldPlanningMeeting command;
    command.plan = record.plan.id;
    command.version = version_in(form);
    command.meeting.met_on = form.required_date("met_on", "Say when the meeting was held.").value_or(Date{});
    command.meeting.worries = form.long_text("worries");
    command.meeting.already_helps = form.long_text("already_helps");
    command.meeting.family_wants = form.long_text("family_wants");
    command.meeting.child_wants = form.long_text("child_wants");
    command.meeting.child_wants_missing_why = form.text("child_wants_missing_why");
    command.meeting.if_things_go_wrong = form.long_text("if_things_go_wrong");
    command.meeting.next_review = form.date("next_review");
    return finish(
        visit, record, form, [&](actions::Work& work) { return actions::hold_planning_meeting(work, command); },
        [&](const FormState& state) { return meeting_page(visit, record, state); });
}

// Who agrees

NeedPlanMemberPage member_page(Visit& visit, const actions::NeedPlanRecord& record, FormState form) {
    auto page = form_page<NeedPlanMemberPage>(visit, record, "Who agrees, and who does not", std::move(form));
    page.people.push_back({.value = "", .text = "A professional"});
    for (std::size_t i = 0; i < record.members.size(); ++i)
        if (!record.members[i].person.is_nil())
            page.people.push_back({.value = to_text(record.members[i].person), .text = record.member_names[i]});
    for (const Person& each : record.may_join)
        page.people.push_back({.value = to_text(each.id), .text = full_name(each)});
    page.choices = choices<Agreement>();
    return page;
}

Answered show_member(Visit& visit) {
    auto record = TRY(load_need_plan(visit));
    return http::Response::html(render(member_page(visit, record, {})));
}

Answered save_member(Visit& visit) {
    auto record = TRY(load_need_plan(visit));
    FormState form(visit.form);
    NeedPlanMember member;
    member.person = parse_id_as<PersonId>(form.value("person")).value_or(PersonId());
    bool in_family = member.person.is_nil() ||
                     std::ranges::find(record.may_join, member.person, &Person::id) != record.may_join.end() ||
                     std::ranges::find(record.members, member.person, &NeedPlanMember::person) != record.members.end();
    if (!in_family) form.add_error("person", "Choose somebody from the list.");
    member.name = form.text("name");
    member.part = form.text("part");
    if (auto agreement = form.required_choice<Agreement>("agreement", "Say what their answer is."))
        member.agreement = *agreement;
    member.in_their_words = form.long_text("in_their_words");
    return finish(
        visit, record, form, [&](actions::Work& work) { return actions::keep_member(work, record.plan.id, member); },
        [&](const FormState& state) { return member_page(visit, record, state); });
}

// What is done

NeedPlanActionPage action_page(Visit& visit, const actions::NeedPlanRecord& record, FormState form) {
    return form_page<NeedPlanActionPage>(visit, record, "Add something that somebody does", std::move(form));
}

Answered show_action(Visit& visit) {
    auto record = TRY(load_need_plan(visit));
    FormState form;
    auto beside = parse_id_as<NeedPlanActionId>(visit.query.get("for"));
    for (const NeedPlanAction& each : record.actions)
        if (each.id == beside) form.set("outcome", each.outcome);
    return http::Response::html(render(action_page(visit, record, std::move(form))));
}

Answered save_action(Visit& visit) {
    auto record = TRY(load_need_plan(visit));
    FormState form(visit.form);
    NeedPlanAction action;
    action.outcome = form.required_text("outcome", "Say what will be better for the child.", 2'000);
    action.action = form.required_text("action", "Say what is done.", 2'000);
    action.owner = form.required_text("owner", "Say who does it, by name.");
    action.by = form.required_date("by", "Say by when.");
    action.how_we_know = form.text("how_we_know");
    return finish(
        visit, record, form,
        [&](actions::Work& work) { return actions::add_plan_action(work, record.plan.id, action); },
        [&](const FormState& state) { return action_page(visit, record, state); });
}

Result<NeedPlanAction> action_in_path(const Visit& visit, const actions::NeedPlanRecord& record) {
    NeedPlanActionId id = TRY(id_in_path<NeedPlanActionId>(visit, "action"));
    auto found = std::ranges::find(record.actions, id, &NeedPlanAction::id);
    if (found == record.actions.end())
        return refuse(Because::not_found, "", "There is no such record, or it is not one of yours.");
    return *found;
}

SettleActionPage settle_page(Visit& visit, const actions::NeedPlanRecord& record, const NeedPlanAction& action,
                             FormState form) {
    auto page = form_page<SettleActionPage>(visit, record, "What became of it", std::move(form));
    page.about = action.action + " (" + action.owner + ")";
    if (action.state != ActionState::to_do)
        page.about += ". It stands as: " + std::string(says(action.state)) + ". To change that, say why.";
    page.choices = choices<ActionState>();
    return page;
}

Answered show_settle(Visit& visit) {
    auto record = TRY(load_need_plan(visit));
    auto action = TRY(action_in_path(visit, record));
    http::Form form{{"progress", action.progress}};
    put_date(form, "on", visit.today);
    return http::Response::html(render(settle_page(visit, record, action, FormState(form))));
}

Answered settle(Visit& visit) {
    auto record = TRY(load_need_plan(visit));
    auto action = TRY(action_in_path(visit, record));
    FormState form(visit.form);
    actions::SettlePlanAction command;
    command.action = action.id;
    if (auto state = form.required_choice<ActionState>("state", "Say what became of it.")) command.state = *state;
    command.on = form.required_date("on", "Say when.").value_or(Date{});
    command.progress = form.long_text("progress");
    return finish(
        visit, record, form, [&](actions::Work& work) { return actions::settle_plan_action(work, command); },
        [&](const FormState& state) { return settle_page(visit, record, action, state); });
}

// Visits

NeedPlanVisitPage visit_page(Visit& visit, const actions::NeedPlanRecord& record, FormState form) {
    auto page = form_page<NeedPlanVisitPage>(visit, record, "Record a visit", std::move(form));
    page.choices = choices<ChildSeen>();
    page.choices.erase(page.choices.begin());  // "not recorded yet" is no answer here
    return page;
}

Answered show_visit(Visit& visit) {
    auto record = TRY(load_need_plan(visit));
    http::Form form;
    put_date(form, "visited_on", visit.today);
    return http::Response::html(render(visit_page(visit, record, FormState(form))));
}

Answered save_visit(Visit& visit) {
    auto record = TRY(load_need_plan(visit));
    FormState form(visit.form);
    NeedPlanVisit made;
    made.visited_on = form.required_date("visited_on", "Say when.").value_or(Date{});
    if (auto seen = form.required_choice<ChildSeen>("seen", "Say whether the child was seen.")) made.seen = *seen;
    made.not_seen_why = form.text("not_seen_why");
    made.note = form.long_text("note");
    return finish(
        visit, record, form,
        [&](actions::Work& work) { return actions::record_need_visit(work, record.plan.id, made); },
        [&](const FormState& state) { return visit_page(visit, record, state); });
}

// Reviews and the end

NeedPlanReviewPage review_page(Visit& visit, const actions::NeedPlanRecord& record, FormState form) {
    auto page = form_page<NeedPlanReviewPage>(visit, record, "Review", std::move(form));
    page.choices = choices<NeedReviewDecision>();
    return page;
}

Answered show_review(Visit& visit) {
    auto record = TRY(load_need_plan(visit));
    http::Form form;
    put_date(form, "held_on", visit.today);
    return http::Response::html(render(review_page(visit, record, FormState(form))));
}

Answered save_review(Visit& visit) {
    auto record = TRY(load_need_plan(visit));
    FormState form(visit.form);
    NeedPlanReview review;
    review.held_on = form.required_date("held_on", "Say when it was held.").value_or(Date{});
    review.family_view = form.long_text("family_view");
    review.family_view_missing_why = form.text("family_view_missing_why");
    review.child_view = form.long_text("child_view");
    review.child_view_missing_why = form.text("child_view_missing_why");
    review.progress = form.long_text("progress");
    if (auto decision = form.required_choice<NeedReviewDecision>("decision", "Say what was decided."))
        review.decision = *decision;
    review.reasons = form.long_text("reasons");
    review.next_review = form.date("next_review");
    return finish(
        visit, record, form,
        [&](actions::Work& work) { return actions::review_need_plan(work, record.plan.id, review); },
        [&](const FormState& state) { return review_page(visit, record, state); });
}

EndNeedPlanPage end_page(Visit& visit, const actions::NeedPlanRecord& record, FormState form) {
    auto page = form_page<EndNeedPlanPage>(visit, record, "End the plan", std::move(form));
    page.choices = choices<NeedPlanEnd>();
    return page;
}

Answered show_end(Visit& visit) {
    auto record = TRY(load_need_plan(visit));
    http::Form form;
    put_date(form, "ended_on", visit.today);
    return http::Response::html(render(end_page(visit, record, FormState(form))));
}

Answered save_end(Visit& visit) {
    auto record = TRY(load_need_plan(visit));
    FormState form(visit.form);
    actions::EndNeedPlanCommand command;
    command.plan = record.plan.id;
    command.version = version_in(form);
    if (auto end = form.required_choice<NeedPlanEnd>("end", "Say why it ends.")) command.end.end = *end;
    command.end.ended_on = form.required_date("ended_on", "Say on which day it ends.").value_or(Date{});
    command.end.why = form.long_text("why");
    return finish(
        visit, record, form, [&](actions::Work& work) { return actions::end_need_plan(work, command); },
        [&](const FormState& state) { return end_page(visit, record, state); });
}

}  // namespace

RouteTable need_plan_form_routes() {
    using enum http::Method;
    May works{Act::work_on_plan};
    return {
        {get, "/child-in-need-plans/{id}/meeting", {works, show_meeting}},
        {post, "/child-in-need-plans/{id}/meeting", {works, save_meeting}},
        {get, "/child-in-need-plans/{id}/members/new", {works, show_member}},
        {post, "/child-in-need-plans/{id}/members/new", {works, save_member}},
        {get, "/child-in-need-plans/{id}/actions/new", {works, show_action}},
        {post, "/child-in-need-plans/{id}/actions/new", {works, save_action}},
        {get, "/child-in-need-plans/{id}/actions/{action}", {works, show_settle}},
        {post, "/child-in-need-plans/{id}/actions/{action}", {works, settle}},
        {get, "/child-in-need-plans/{id}/visits/new", {works, show_visit}},
        {post, "/child-in-need-plans/{id}/visits/new", {works, save_visit}},
        {get, "/child-in-need-plans/{id}/reviews/new", {works, show_review}},
        {post, "/child-in-need-plans/{id}/reviews/new", {works, save_review}},
        {get, "/child-in-need-plans/{id}/end", {works, show_end}},
        {post, "/child-in-need-plans/{id}/end", {works, save_end}},
    };
}

}  // namespace kith::web
