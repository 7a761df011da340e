// The core group: its meetings, who joins it and who leaves.
#include <fmt/format.h>

#include <algorithm>

#include "actions/authority.h"
#include "actions/step.h"
#include "web/protection_plan/core_group.html.h"
#include "web/protection_plan/join_core_group.html.h"
#include "web/protection_plan/leave_core_group.html.h"
#include "web/protection_plan/plan_pages.h"

namespace kith::web {

using namespace core;

namespace {

bool is_open(const PlanAction& action) {
    return action.status == ActionStatus::to_do || action.status == ActionStatus::under_way;
}

/// In it now, or at some time since the last meeting: who was in it on the day is known once that day is.
bool may_have_been_there(const actions::PlanView& view, const CoreGroupMember& member) {
    Date last = view.meetings.empty() ? view.plan.started_on : london_date(view.meetings.front().held_at);
    return !member.until || *member.until >= last;
}

std::string while_in_it(const CoreGroupMember& member) {
    return member.until ? fmt::format(" (in the core group until {})", long_date(*member.until)) : "";
}

Result<http::Response> core_group_page(Visit& visit, FormState form, int status) {
    actions::PlanView view = TRY(load_plan(visit));
    if (!form.has_errors()) set_moment(form, "held", visit.now);
    auto page =
        form_page<CoreGroupPage>(visit, head_of(view, "Core group of " + full_name(view.child), ""), std::move(form));
    for (const CoreGroupMember& member : view.members)
        if (may_have_been_there(view, member))
            page.members.push_back(
                {to_text(member.id), fmt::format("Did {} come?{}", member.name, while_in_it(member))});
    for (const PlanAction& action : view.actions)
        if (is_open(action)) page.actions.push_back({to_text(action.id), action_line(action)});
    return http::Response::html(render(page), status);
}

Answered new_core_group(Visit& visit) {
    return core_group_page(visit, {}, 200);
}

actions::HoldCoreGroup read_core_group(FormState& form, const http::Form& typed) {
    actions::HoldCoreGroup command;
    if (auto at = required_moment(form, "held", "Say when it was held.")) command.meeting.held_at = *at;
    command.meeting.family_said = form.long_text("family_said");
    command.meeting.progress = form.long_text("progress");
    command.meeting.worries = form.long_text("worries");
    command.meeting.next_on = form.date("next");
    for (const auto& [name, value] : typed.entries()) {
        auto came = parse_word<CameToCoreGroup>(value);
        auto status = parse_word<ActionStatus>(value);
        if (name.starts_with("came-") && came) {
            if (auto member = parse_id_as<CoreGroupMemberId>(name.substr(5)))
                command.attendance.push_back({.member = *member, .came = *came});
        } else if (name.starts_with("status-") && status) {
            if (auto action = parse_id(name.substr(7)))
                command.statuses.push_back({*action, *status, form.text("note-" + name.substr(7), 2'000)});
        }
    }
    return command;
}

Answered hold_core_group(Visit& visit) {
    FormState form(visit.form);
    actions::HoldCoreGroup command = read_core_group(form, visit.form);
    auto done = TRY(act_on_plan(visit, form, [&](actions::Work& work, ProtectionPlanId id) {
        return actions::hold_core_group(work, id, command);
    }));
    if (done) return *done;
    return core_group_page(visit, std::move(form), 422);
}

Result<http::Response> join_page(Visit& visit, FormState form, int status) {
    actions::PlanView view = TRY(load_plan(visit));
    auto staff = actions::look(
        visit.service, [&](store::Reader& reader) { return actions::staff_who_may(reader, Act::work_on_plan); });
    if (!form.has_errors()) set_day(form, "from", visit.today);
    auto page = form_page<JoinPage>(visit, head_of(view, "Somebody joins the core group", full_name(view.child)),
                                    std::move(form));
    for (const Person& each : view.family) {
        visit.shown.push_back(each.id);
        page.family.push_back({.value = to_text(each.id), .text = full_name(each)});
    }
    for (const Staff& each : staff)
        page.staff.push_back({.value = to_text(each.id), .text = each.name});
    return http::Response::html(render(page), status);
}

Answered new_member(Visit& visit) {
    return join_page(visit, {}, 200);
}

/// Exactly one of: somebody of the family, one of us, a name from another agency.
void read_who(FormState& form, const actions::PlanView& view, CoreGroupMember& member) {
    auto person = parse_id_as<PersonId>(form.value("person"));
    auto staff = parse_id_as<StaffId>(form.value("staff"));
    member.name = form.text("name", 300);
    int said = (person ? 1 : 0) + (staff ? 1 : 0) + (member.name.empty() ? 0 : 1);
    if (said != 1) return form.add_error("name", "Say who joins, in one of the three ways.");
    if (person && std::ranges::find(view.family, *person, &Person::id) == view.family.end())
        form.add_error("person", "Choose somebody from the list.");
    member.person = person.value_or(PersonId());
    member.staff = staff.value_or(StaffId());
}

Answered join(Visit& visit) {
    actions::PlanView view = TRY(load_plan(visit));
    FormState form(visit.form);
    CoreGroupMember member;
    read_who(form, view, member);
    member.role = form.required_text("role", "Say what they are to the child.", 300);
    member.agency = form.text("agency", 300);
    if (auto from = form.date("from")) member.from = *from;
    auto done = TRY(act_on_plan(visit, form, [&](actions::Work& work, ProtectionPlanId id) {
        return actions::join_core_group(work, id, member);
    }));
    if (done) return *done;
    return join_page(visit, std::move(form), 422);
}

Result<http::Response> leave_page(Visit& visit, FormState form, int status) {
    actions::PlanView view = TRY(load_plan(visit));
    auto id = TRY(id_in_path<CoreGroupMemberId>(visit, "member"));
    auto member = std::ranges::find(view.members, id, &CoreGroupMember::id);
    if (member == view.members.end()) return actions::no_such_record();
    if (!form.has_errors()) set_day(form, "until", visit.today);
    auto page = form_page<LeavePage>(visit, head_of(view, "Leaves the core group", member->name + ", " + member->role),
                                     std::move(form));
    return http::Response::html(render(page), status);
}

Answered leaving(Visit& visit) {
    return leave_page(visit, {}, 200);
}

Answered leave(Visit& visit) {
    FormState form(visit.form);
    actions::LeaveCoreGroup command;
    command.member = TRY(id_in_path<CoreGroupMemberId>(visit, "member"));
    if (auto on = form.required_date("until", "Say on which day they left.")) command.on = *on;
    command.why = form.required_text("left_why", "Say why they leave.", 2'000);
    auto done = TRY(act_on_plan(visit, form, [&](actions::Work& work, ProtectionPlanId id) {
        return actions::leave_core_group(work, id, command);
    }));
    if (done) return *done;
    return leave_page(visit, std::move(form), 422);
}

}  // namespace

RouteTable core_group_routes() {
    May works{Act::work_on_plan};
    return {
        {http::Method::get, "/child-protection-plans/{id}/core-groups/new", {works, new_core_group}},
        {http::Method::post, "/child-protection-plans/{id}/core-groups/new", {works, hold_core_group}},
        {http::Method::get, "/child-protection-plans/{id}/members/new", {works, new_member}},
        {http::Method::post, "/child-protection-plans/{id}/members/new", {works, join}},
        {http::Method::get, "/child-protection-plans/{id}/members/{member}/leaving", {works, leaving}},
        {http::Method::post, "/child-protection-plans/{id}/members/{member}/leaving", {works, leave}},
    };
}

}  // namespace kith::web
