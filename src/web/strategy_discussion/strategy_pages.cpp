#include "web/strategy_discussion/strategy_pages.h"

#include <fmt/format.h>

#include <algorithm>

#include "actions/authority.h"
#include "actions/child_record.h"
#include "web/strategy_discussion/new_strategy.html.h"
#include "web/strategy_discussion/safety_plan.html.h"
#include "web/strategy_discussion/safety_plan_form.html.h"
#include "web/strategy_discussion/strategy.html.h"

namespace kith::web {

using namespace core;

namespace {

std::string address_of(StrategyDiscussionId id) {
    return "/strategy-discussions/" + to_text(id);
}

Result<actions::ChildRecord> child_record(Visit& visit) {
    PersonId id = TRY(id_in_path<PersonId>(visit));
    auto record = TRY(actions::look(
        visit.service, [&](store::Reader& reader) { return actions::child_record(reader, visit.actor, id, 0); }));
    visit.shown = actions::shown_in(record);
    return record;
}

Result<http::Response> new_page(Visit& visit, FormState form, int status) {
    actions::ChildRecord record = TRY(child_record(visit));
    NewStrategyPage page;
    if (form.value("held-day").empty()) set_moment(form, "held", visit.now);
    begin(page, visit, "Strategy discussion", "/children/" + to_text(record.child.id), std::move(form));
    page.child_name = full_name(record.child);
    for (const actions::KnownRelation& known : record.relations) {
        bool sibling =
            known.relation.kind == RelationKind::sibling || known.relation.kind == RelationKind::half_sibling;
        if (!sibling) continue;
        std::vector<std::string> chosen = page.form.values("others");
        std::string id = to_text(known.other.id);
        page.others.push_back(
            {.value = id, .text = full_name(known.other), .checked = std::ranges::find(chosen, id) != chosen.end()});
    }
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

std::vector<SummaryRow> facts_of(const actions::StrategyView& view) {
    const StrategyDiscussion& discussion = view.record.discussion;
    std::vector<SummaryRow> rows{
        fact("Held", long_time(discussion.held_at) + ", " + std::string(says(discussion.held_as))),
        fact("Manager who decided", view.manager_name),
        fact("Recorded by", view.recorded_by_name + ", " + long_time(discussion.entered_at)),
        fact("What was shared", discussion.information),
        fact("Reasonable cause", discussion.reasonable_cause),
        fact("Actions", discussion.actions),
        fact("Police reference", discussion.police_reference, "None recorded")};
    if (discussion.completed_at) rows.push_back(fact("Signed off", long_time(*discussion.completed_at)));
    return rows;
}

StrategyPage::Attendance attendance_line(const StrategyAttendance& row, const std::string& address) {
    StrategyPage::Attendance line;
    line.says = fmt::format("{}: {}{}", says(row.agency), says(row.took_part), row.name.empty() ? "" : ", " + row.name);
    if (row.took_part != TookPart::missing) return line;
    line.missing = row.missing_why.empty() ? "The reason is not recorded." : row.missing_why;
    if (row.followed_up_on) {
        line.missing += " Caught up with on " + long_date(*row.followed_up_on) + ".";
    } else {
        if (row.follow_up_on) line.missing += " To be caught up with by " + long_date(*row.follow_up_on) + ".";
        line.follow_up_action = address + "/attendance/" + to_text(row.id) + "/follow-up";
    }
    return line;
}

Table tellings_of(const actions::StrategyView& view) {
    Table table{.caption = "Who tells whom",
                .caption_classes = "govuk-visually-hidden",
                .head = {{.text = "Who"}, {.text = "Told by"}, {.text = "What"}, {.text = "When"}},
                .empty = "Nothing is recorded yet."};
    for (const StrategyTelling& row : view.record.tellings)
        table.rows.push_back({{.text = row.who_is_told},
                              {.text = row.told_by},
                              {.text = row.what},
                              {.text = row.when ? long_time(*row.when) : "Not yet: " + row.not_yet_why}});
    return table;
}

void fill_children(StrategyPage& page, Visit& visit) {
    for (std::size_t i = 0; i < page.view.children.size(); ++i) {
        const StrategyChild& row = page.view.record.children[i];
        const Person& child = page.view.children[i];
        visit.shown.push_back(child.id);
        page.undecided = page.undecided || !row.decision;
        std::string id = to_text(child.id);
        page.child_items.push_back({.value = id, .text = full_name(child)});
        page.children.push_back(
            {to_text(row.id), id, full_name(child), row.decision ? std::string(says(*row.decision)) : "", row.reasons,
             row.enquiry.is_nil() ? "" : "/section-47-enquiries/" + to_text(row.enquiry),
             fmt::format("/children/{}/safety-plans/new?discussion={}", id, to_text(row.discussion))});
    }
}

void prefill(FormState& form, const StrategyDiscussion& discussion) {
    if (form.has_errors()) return;
    form.set("information", discussion.information);
    form.set("reasonable_cause", discussion.reasonable_cause);
    form.set("actions", discussion.actions);
    form.set("police_reference", discussion.police_reference);
    if (!discussion.manager.is_nil()) form.set("manager", to_text(discussion.manager));
}

Result<http::Response> strategy_page(Visit& visit, FormState form, int status) {
    StrategyDiscussionId id = TRY(id_in_path<StrategyDiscussionId>(visit));
    StrategyPage page;
    std::vector<Staff> managers;
    page.view = TRY(actions::look(visit.service, [&](store::Reader& reader) {
        managers = actions::staff_who_may(reader, Act::authorise_section47_outcome);
        return actions::strategy_discussion(reader, visit.actor, id);
    }));
    prefill(form, page.view.record.discussion);
    begin(page, visit, "Strategy discussion", address_of(id), std::move(form));
    page.facts = facts_of(page.view);
    fill_children(page, visit);
    for (const StrategyAttendance& row : page.view.record.attendance)
        page.attendance.push_back(attendance_line(row, page.address));
    page.tellings = tellings_of(page.view);
    for (const InterimSafetyPlan& plan : page.view.safety_plans)
        page.safety_plans.push_back(
            {.text = "Interim safety plan of " + long_date(plan.starts), .href = "/safety-plans/" + to_text(plan.id)});
    for (const Staff& each : managers)
        page.managers.push_back({.value = to_text(each.id), .text = each.name});
    if (page.open()) page.missing = sentences(page.view.missing);
    page.may_complete = may(visit.actor.role, Act::authorise_section47_outcome);
    return http::Response::html(render(page), status);
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

actions::WriteStrategyDiscussion write_command(FormState& form, StrategyDiscussionId id) {
    actions::WriteStrategyDiscussion command;
    command.discussion = id;
    command.version = version_of(form);
    if (auto manager = parse_id_as<StaffId>(form.value("manager"))) command.manager = *manager;
    command.information = form.long_text("information");
    command.reasonable_cause = form.long_text("reasonable_cause");
    command.actions = form.long_text("actions");
    command.police_reference = form.text("police_reference", 100);
    StrategyTelling telling;
    telling.who_is_told = form.text("who_is_told", 300);
    telling.told_by = form.text("told_by", 300);
    telling.what = form.long_text("what");
    telling.when = moment(form, "told");
    telling.not_yet_why = form.long_text("not_yet_why");
    bool says_something =
        telling.when || !telling.told_by.empty() || !telling.what.empty() || !telling.not_yet_why.empty();
    if (telling.who_is_told.empty() && says_something) form.add_error("who_is_told", "Say who is told.");
    if (telling.who_is_told.empty()) return command;
    if (auto child = parse_id_as<PersonId>(form.value("tell_child")))
        telling.child = *child;
    else
        form.add_error("tell_child", "Say about which child.");
    command.tellings.push_back(telling);
    return command;
}

Answered write(Visit& visit) {
    StrategyDiscussionId id = TRY(id_in_path<StrategyDiscussionId>(visit));
    FormState form(visit.form);
    actions::WriteStrategyDiscussion command = write_command(form, id);
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            TRY(actions::write_strategy_discussion(work, command));
            return address_of(id) + "?done=saved";
        },
        strategy_page);
}

Answered follow_up(Visit& visit) {
    StrategyDiscussionId id = TRY(id_in_path<StrategyDiscussionId>(visit));
    RawId row = TRY(id_in_path<Id<void>>(visit, "row"));
    auto place = perform_form(visit, [&](actions::Work& work) -> Result<std::string> {
        TRY(actions::follow_up_agency(work, id, row, visit.today));
        return address_of(id) + "?done=saved";
    });
    return http::Response::see_other(TRY(place));
}

Answered complete(Visit& visit) {
    StrategyDiscussionId id = TRY(id_in_path<StrategyDiscussionId>(visit));
    FormState form(visit.form);
    return answered(
        visit, form,
        [&](actions::Work& work) -> Result<std::string> {
            auto done = actions::complete_strategy_discussion(work, id);
            if (done) return address_of(id) + "?done=saved";
            Refusal refusal = done.error();
            if (refusal.because == Because::invalid) refusal.field = "missing-1";  // the page's list of what is needed
            return tl::unexpected(refusal);
        },
        strategy_page);
}

Result<http::Response> safety_form(Visit& visit, FormState form, int status) {
    actions::ChildRecord record = TRY(child_record(visit));
    SafetyPlanFormPage page;
    if (!form.has_errors()) {
        set_day(form, "starts", visit.today);
        set_day(form, "reviewed_by", visit.service.days.due(visit.today, 1));
        form.set("discussion", visit.query.get("discussion"));
    }
    begin(page, visit, "Interim safety plan", "/children/" + to_text(record.child.id), std::move(form));
    page.child_name = full_name(record.child);
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
    return {
        {http::Method::get, "/children/{id}/strategy-discussions/new", {holds, new_discussion}},
        {http::Method::post, "/children/{id}/strategy-discussions/new", {holds, hold}},
        {http::Method::get, "/strategy-discussions/{id}", {May{Act::read_child}, show}},
        {http::Method::post, "/strategy-discussions/{id}/decisions", {holds, decide}},
        {http::Method::post, "/strategy-discussions/{id}/record", {holds, write}},
        {http::Method::post, "/strategy-discussions/{id}/attendance/{row}/follow-up", {holds, follow_up}},
        {http::Method::post,
         "/strategy-discussions/{id}/completion",
         {May{Act::authorise_section47_outcome}, complete}},
        {http::Method::get, "/children/{id}/safety-plans/new", {holds, new_safety_plan}},
        {http::Method::post, "/children/{id}/safety-plans/new", {holds, make_safety_plan}},
        {http::Method::get, "/safety-plans/{id}", {May{Act::read_child}, show_safety_plan}},
    };
}

}  // namespace kith::web
