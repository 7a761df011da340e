#include "core/core_group.h"

#include <fmt/format.h>

#include <algorithm>

namespace kith::core {

bool is_family(const CoreGroupMember& member) {
    return !member.person.is_nil();
}

Result<CoreGroupMember> join_core_group(CoreGroupMember member, const ProtectionPlan& plan) {
    if (is_blank(member.name)) return refuse(Because::invalid, "name", "Name the member of the core group.");
    if (is_blank(member.role))
        return refuse(Because::invalid, "role", fmt::format("Say what {} is to the child.", member.name));
    member.plan = plan.id;
    member.from = std::max(member.from, plan.started_on);
    return member;
}

Result<CoreGroupMember> leave_core_group(CoreGroupMember member, Date on, std::string_view why, Date today) {
    if (member.until) return refuse(Because::conflict, "", fmt::format("{} has already left.", member.name));
    if (on < member.from) return refuse(Because::invalid, "until", "Nobody leaves before they joined. Check the date.");
    if (on > today) return refuse(Because::invalid, "until", "Record it once they have left.");
    if (is_blank(why)) return refuse(Because::invalid, "left_why", fmt::format("Say why {} leaves.", member.name));
    member.until = on;
    member.left_why = why;
    return member;
}

bool is_member_on(const CoreGroupMember& member, Date day) {
    return member.from <= day && (!member.until || day <= *member.until);
}

std::vector<Missing> missing_from(std::span<const CoreGroupMember> members) {
    auto now_in = [](const CoreGroupMember& member) { return !member.until; };
    bool family = std::ranges::any_of(members, [&](const auto& m) { return now_in(m) && is_family(m); });
    bool worker = std::ranges::any_of(members, [&](const auto& m) { return now_in(m) && !m.staff.is_nil(); });
    bool other = std::ranges::any_of(
        members, [&](const auto& m) { return now_in(m) && !is_family(m) && m.staff.is_nil() && !is_blank(m.agency); });
    return MissingList{}
        .fact(family, "core_group", "Name the parent, carer or child who is in the core group.")
        .fact(worker, "core_group", "Name the social worker who is in the core group.")
        .fact(other, "core_group", "Name at least one professional from another agency in the core group.")
        .take();
}

Result<CoreGroupMeeting> hold_core_group(CoreGroupMeeting meeting, const ProtectionPlan& plan, const Actor& actor,
                                         Instant now) {
    if (!is_running(plan))
        return refuse(Because::conflict, "", fmt::format("This plan ended on {}.", long_date(*plan.ended_on)));
    if (meeting.held_at > now) return refuse(Because::invalid, "held_at", "Record a core group once it has been held.");
    if (london_date(meeting.held_at) < plan.started_on)
        return refuse(
            Because::invalid, "held_at",
            fmt::format("The plan started on {}: a core group is not held before it.", long_date(plan.started_on)));
    meeting.plan = plan.id;
    meeting.recorded_by = actor.id;
    if (meeting.led_by.is_nil()) meeting.led_by = actor.id;
    return meeting;
}

static void add_missing_actions(MissingList& list, std::span<const PlanAction> actions, Date held_on) {
    for (const PlanAction& action : actions) {
        bool open = action.status == ActionStatus::to_do || action.status == ActionStatus::under_way;
        bool looked_at = action.looked_at_on && *action.looked_at_on >= held_on;
        list.fact(!open || looked_at, fmt::format("action_{}", action.position),
                  fmt::format("Say how far \"{}\" ({}) has got.", action.what, action.who));
    }
}

std::vector<Missing> missing_from(const CoreGroupMeeting& meeting, std::span<const CoreGroupMember> members,
                                  std::span<const CoreGroupAttendance> attendance, std::span<const PlanAction> actions,
                                  Date next_by) {
    Date held_on = london_date(meeting.held_at);
    MissingList list;
    for (const CoreGroupMember& member : members) {
        if (!is_member_on(member, held_on)) continue;
        bool said = std::ranges::any_of(attendance, [&](const auto& row) { return row.member == member.id; });
        list.fact(said, "attendance", fmt::format("Say whether {} came.", member.name));
    }
    list.text(meeting.family_said, "family_said", "Record what the family brought, or why they were not there.");
    list.text(meeting.progress, "progress", "Say what has changed for the child since the last time.");
    add_missing_actions(list, actions, held_on);
    bool next = meeting.next_on && *meeting.next_on > held_on && *meeting.next_on <= next_by;
    list.fact(next, "next_on", fmt::format("Give the date of the next core group, not after {}.", long_date(next_by)));
    return list.take();
}

std::string_view says(CameToCoreGroup came) {
    switch (came) {
        case CameToCoreGroup::came:
            return "Came";
        case CameToCoreGroup::sent_word:
            return "Sent word";
        case CameToCoreGroup::did_not_come:
            return "Did not come";
    }
    return "";
}

}  // namespace kith::core
