// What happens on the day: who came and what they said, held or put off, and the decision for each child.
#include <fmt/format.h>

#include <algorithm>

#include "actions/conference_rows.h"
#include "actions/step.h"
#include "actions/step_duties.h"
#include "store/conference_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/protection_plan_store.h"
#include "store/staff_store.h"
#include "store/strategy_discussion_store.h"

namespace kith::actions {

using namespace core;

std::string mark_of_people(const ConferenceRecord& record) {
    std::string texts;
    for (const ConferenceInvitation& row : record.invitations) {
        std::string said = row.adjustments + '\0' + row.said + '\0' + row.said_nothing_why;
        if (row.came == CameToConference::not_known && said.size() == 2)
            continue;  // somebody new, of whom nothing is said
        texts += to_text(row.id) + std::string(word(row.came)) + '\0' + said + '\0';
    }
    return mark_of({texts});
}

Result<void> record_people(Work& work, ConferenceId id, const std::vector<ConferenceInvitation>& people,
                           const SeenMark& seen) {
    Act act = may(work.actor.role, Act::chair_conference) ? Act::chair_conference : Act::arrange_conference;
    ConferenceRecord record = TRY(conference_for(work, act, id));
    if (record.conference.state == ConferenceState::decided)
        return refuse(Because::conflict, "", "The chair has signed this conference off.");
    if (seen && *seen != mark_of_people(record)) return changed_meanwhile();
    std::vector<ConferenceInvitation> rows;
    for (const ConferenceInvitation& each : people) {
        auto row = std::ranges::find(record.invitations, each.id, &ConferenceInvitation::id);
        if (row == record.invitations.end()) return no_such_record();
        row->came = each.came;
        row->adjustments = each.adjustments;
        row->said = each.said;
        row->said_nothing_why = each.said_nothing_why;
        row->not_invited_why = each.not_invited_why;
        rows.push_back(*row);
    }
    work.store.save(happened::conference_arranged, id, rows);
    return {};
}

static Event event_held(ConferenceKind kind) {
    switch (kind) {
        case ConferenceKind::initial:
            return Event::initial_conference_held;
        case ConferenceKind::transfer_in:
            return Event::transfer_in_conference_held;
        case ConferenceKind::review:
            break;
    }
    return Event::review_conference_held;
}

Result<Conference> hold_conference(Work& work, ConferenceId id, const HoldConference& held) {
    ConferenceRecord record = TRY(conference_for(work, Act::chair_conference, id));
    HoldConference command = held;
    command.quorum = quorum_under(work.service.policy, london_date(held.held_at));
    Conference conference =
        TRY(core::hold_conference(std::move(record.conference), record.invitations, command, work.actor, work.now));
    StepDuties duties(work);
    std::vector<TimelineEntry> entries;
    for (const ConferenceChild& row : record.children) {
        auto child = work.store.find<Person>(row.child);
        if (!child || !is_blank(row.stopped_why)) continue;
        duties.happened(event_held(row.kind), subject_of(*child, RecordKind::conference, id), when(command.held_at));
        entries.push_back(conference_entry(work, conference, row.child, happened::conference_held, command.held_at,
                                           fmt::format("{} held", says(row.kind)), command.not_quorate_why));
    }
    work.store.save(happened::conference_held, id, conference, duties.rows(), entries);
    return conference;
}

static std::vector<OpenDuty> cancelled_of_record(Work& work, const RawId& record) {
    auto rows = work.store.list<OpenDuty>("WHERE record = $1 AND closed_at IS NULL ORDER BY due, id", record);
    for (OpenDuty& row : rows) {
        row.closed_at = work.now;
        row.closed_how = ClosedHow::superseded;
        ++row.version;
    }
    return rows;
}

static void save_next(Work& work, const ConferenceRecord& record, const PutOff& put_off) {
    std::vector<ConferenceInvitation> invitations = record.invitations;
    for (ConferenceInvitation& row : invitations) {
        row.id = work.new_id<decltype(row.id)>();
        row.conference = put_off.next.id;
        row.came = CameToConference::not_known;
        row.said.clear();
        row.said_nothing_why.clear();
    }
    StepDuties duties(work);
    for (const ConferenceChild& row : put_off.children)
        if (auto child = work.store.find<Person>(row.child))
            duties.happened(Event::conference_called, subject_of(*child, RecordKind::conference, put_off.next.id),
                            when(put_off.next.starts_at));
    work.store.save(happened::conference_called, put_off.next.id, put_off.next, put_off.children, invitations,
                    duties.rows());
}

Result<Conference> do_not_proceed(Work& work, ConferenceId id, std::string why, Instant next_starts_at) {
    Act act = may(work.actor.role, Act::chair_conference) ? Act::chair_conference : Act::arrange_conference;
    ConferenceRecord record = TRY(conference_for(work, act, id));
    std::vector<InterimSafetyPlan> running;
    for (const ConferenceChild& row : record.children)
        for (InterimSafetyPlan& plan :
             work.store.list<InterimSafetyPlan>("WHERE child = $1 AND ended_at IS NULL ORDER BY id", row.child))
            running.push_back(std::move(plan));
    DoNotProceed command{std::move(why), work.new_id<ConferenceId>(), next_starts_at};
    PutOff put_off = TRY(core::do_not_proceed(record, command, running, work.service.ids, work.now));
    std::vector<TimelineEntry> entries;
    for (const ConferenceChild& row : record.children)
        entries.push_back(conference_entry(
            work, put_off.adjourned, row.child, happened::conference_adjourned, work.now,
            fmt::format("The conference did not proceed; the new date is {}", long_time(next_starts_at)), command.why));
    work.store.save(happened::conference_adjourned, id, put_off.adjourned, cancelled_of_record(work, id), entries);
    save_next(work, record, put_off);
    return put_off.next;
}

static CoreGroupMember member_from(Work& work, const ConferenceInvitation& row, ProtectionPlanId plan, Date from) {
    CoreGroupMember member;
    member.id = work.new_id<CoreGroupMemberId>();
    member.plan = plan;
    member.person = row.person;
    member.name = row.name;
    member.role = row.role.empty() ? std::string(says(row.invited_as)) : row.role;
    member.agency = row.agency;
    member.from = from;
    return member;
}

static void add_worker(Work& work, std::vector<CoreGroupMember>& members, const ConferenceChild& child, Date from) {
    auto worker = work.store.find<Staff>(child.accountable_worker);
    if (!worker) return;
    std::erase_if(members, [&](const CoreGroupMember& member) { return member.name == worker->name; });
    CoreGroupMember member;
    member.id = work.new_id<CoreGroupMemberId>();
    member.plan = child.plan;
    member.staff = worker->id;
    member.name = worker->name;
    member.role = "Accountable social worker";
    member.agency = "Children's services";
    member.from = from;
    members.push_back(std::move(member));
}

std::string mark_of_decision(const ConferenceChild& row) {
    auto day = [](const std::optional<Date>& date) { return date ? iso(*date) : ""; };
    return mark_of({row.decision ? word(*row.decision) : "", row.category ? word(*row.category) : "", row.threshold,
                    row.child_view, row.child_view_missing, row.dissent, row.outline, to_text(row.accountable_worker),
                    day(row.first_core_group_on), day(row.review_on), row.plan_end ? word(*row.plan_end) : ""});
}

static bool is_of(const CoreGroupMember& member, const ConferenceInvitation& invitation) {
    return member.person == invitation.person && member.name == invitation.name && member.agency == invitation.agency;
}

bool is_in_core_group(const ConferenceRecord& record, const ConferenceChild& row,
                      const ConferenceInvitation& invitation) {
    return std::ranges::any_of(record.core_group, [&](const CoreGroupMember& member) {
        return member.plan == row.plan && !member.until && is_of(member, invitation);
    });
}

static bool chose(const DecideForChild& command, const ConferenceInvitation& each) {
    return std::ranges::find(command.core_group, static_cast<const RawId&>(each.id)) != command.core_group.end();
}

/// Who joins and who leaves, for the core group to be the one that was chosen now.
static std::vector<CoreGroupMember> core_group_changes(Work& work, const ConferenceRecord& record,
                                                       const ConferenceChild& child, const DecideForChild& command) {
    Date from = london_date(record.conference.starts_at);
    std::vector<CoreGroupMember> changed;
    for (const ConferenceInvitation& each : record.invitations)
        if (chose(command, each) && !is_in_core_group(record, child, each))
            changed.push_back(member_from(work, each, child.plan, from));
    for (CoreGroupMember member : record.core_group) {
        if (member.plan != child.plan || member.until) continue;
        bool leads = member.staff == child.accountable_worker;
        bool chosen = std::ranges::any_of(record.invitations, [&](const ConferenceInvitation& each) {
            return is_of(member, each) && chose(command, each);
        });
        if (leads || (member.staff.is_nil() && chosen)) continue;
        member.until = from;
        member.left_why = "Taken off again before the conference was signed off.";
        changed.push_back(std::move(member));
    }
    return changed;
}

Result<ConferenceChild> decide_conference_child(Work& work, const DecideForChild& command) {
    ConferenceRecord record = TRY(conference_for(work, Act::chair_conference, command.conference));
    auto row = std::ranges::find(record.children, command.row, &ConferenceChild::id);
    if (row == record.children.end()) return no_such_record();
    if (command.seen && *command.seen != mark_of_decision(*row)) return changed_meanwhile();
    ConferenceChild child = TRY(core::decide_conference_child(*row, command.decision, record.conference, work.actor));
    if (child.decision == ConferenceDecision::plan_made && child.plan.is_nil())
        child.plan = work.new_id<ProtectionPlanId>();
    work.store.save(happened::conference_child_decided, command.conference, child);
    if (child.decision != ConferenceDecision::plan_made) return child;
    std::vector<CoreGroupMember> members = core_group_changes(work, record, child, command);
    bool led = std::ranges::any_of(record.core_group, [&](const CoreGroupMember& member) {
        return member.plan == child.plan && !member.until && member.staff == child.accountable_worker;
    });
    if (!led) add_worker(work, members, child, london_date(record.conference.starts_at));
    if (!members.empty()) work.store.save(happened::core_group_changed, child.plan, members);
    return child;
}

}  // namespace kith::actions
