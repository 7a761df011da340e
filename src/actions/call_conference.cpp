// A conference is called: when it was due by, and whom the list of invitations begins with.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "actions/conference.h"
#include "actions/conference_rows.h"
#include "actions/people.h"
#include "actions/step.h"
#include "actions/step_duties.h"
#include "store/conference_store.h"
#include "store/person_store.h"
#include "store/process_store.h"
#include "store/protection_plan_store.h"
#include "store/section47_enquiry_store.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;

static ReviewLimit limit_of(const Service& service, Duty duty, Date from) {
    const Clock* clock = clock_in_force(service.rulebook, duty, from);
    CHECK(clock);
    return review_limit(due(*clock, from, service.days, service.policy));
}

ConferenceLimits limits_after(const Service& service, Date held_on) {
    return {limit_of(service, Duty::hold_first_core_group, held_on).last_day,
            limit_of(service, Duty::hold_first_review_conference, held_on),
            limit_of(service, Duty::hold_review_conference, held_on)};
}

static Section47Enquiry latest_enquiry(store::Reader& reader, PersonId child) {
    auto found = reader.list_first<Section47Enquiry>("WHERE child = $1 ORDER BY started_on DESC, id", child);
    return found ? *found : Section47Enquiry{};
}

// The limit in law of this child's conference: the open duty's when there is one, else counted anew.
static Date due_of(Work& work, const ConferenceChild& row, const Section47Enquiry& enquiry,
                   const std::optional<ProtectionPlan>& plan) {
    if (plan) return plan->review_by;
    Duty duty =
        row.kind == ConferenceKind::transfer_in ? Duty::hold_transfer_in_conference : Duty::hold_initial_conference;
    for (const OpenDuty& open :
         work.store.list<OpenDuty>("WHERE child = $1 AND closed_at IS NULL ORDER BY due, id", row.child))
        if (open.duty == duty) return open.due;
    bool enquired = row.kind == ConferenceKind::initial && !enquiry.id.is_nil();
    return limit_of(work.service, duty, enquired ? enquiry.started_on : work.today).last_day;
}

static ConferenceInvitation on_list(Work& work, ConferenceId conference, InvitedAs as, std::string name) {
    ConferenceInvitation row;
    row.id = work.new_id<decltype(row.id)>();
    row.conference = conference;
    row.invited_as = as;
    row.name = std::move(name);
    return row;
}

static bool is_parent(RelationKind kind) {
    return kind == RelationKind::mother || kind == RelationKind::father || kind == RelationKind::parent ||
           kind == RelationKind::step_parent || kind == RelationKind::carer;
}

/// The child, the adults who care for the child, and the worker, each once. A worker is known by who they are, not by
/// name: somebody in the family may have the same one.
static void add_family(Work& work, std::vector<ConferenceInvitation>& list, std::set<StaffId>& workers, ConferenceId id,
                       const Person& child) {
    auto listed = [&](const RawId& person) {
        return std::ranges::any_of(list, [&](const auto& row) { return row.person == person; });
    };
    for (const Relation& relation : work.store.list<Relation>("WHERE child = $1 ORDER BY id", child.id)) {
        auto adult = work.store.find<Person>(relation.other);
        if (!adult || !is_parent(relation.kind) || relation.until || listed(adult->id)) continue;
        list.push_back(on_list(work, id, InvitedAs::parent_or_carer, full_name(*adult)));
        list.back().person = adult->id;
        list.back().role = says(relation.kind);
    }
    list.push_back(on_list(work, id, InvitedAs::child, full_name(child)));
    list.back().person = child.id;
    if (child.stage == Stage::unborn) list.back().not_invited_why = "Not born yet.";
    auto worker = work.store.find<Staff>(child.accountable_worker);
    if (!worker || !workers.insert(worker->id).second) return;
    list.push_back(on_list(work, id, InvitedAs::professional, worker->name));
    list.back().role = "Social worker";
    list.back().agency = "Children's services";
}

struct NewConference {
    Conference conference;
    std::vector<ConferenceChild> children;
    std::vector<ConferenceInvitation> invitations;
    std::vector<ProtectionPlan> plans;
    std::vector<Person> people;
};

static Result<NewConference> prepare(Work& work, const CallConference& command) {
    NewConference made;
    std::set<StaffId> workers;
    made.conference.id = work.new_id<ConferenceId>();
    made.conference.starts_at = command.starts_at;
    made.conference.venue = command.venue;
    made.conference.late_why = command.late_why;
    for (const CallConference::Child& each : command.children) {
        Person child = TRY(child_for(work.store, work.actor, Act::arrange_conference, each.child));
        auto plan =
            work.store.list_first<ProtectionPlan>("WHERE child = $1 AND ended_on IS NULL ORDER BY id", each.child);
        ConferenceChild row;
        row.id = work.new_id<decltype(row.id)>();
        row.conference = made.conference.id;
        row.child = each.child;
        row.kind = plan                                 ? ConferenceKind::review
                   : each.transferred_in == Answer::yes ? ConferenceKind::transfer_in
                                                        : ConferenceKind::initial;
        Section47Enquiry enquiry = latest_enquiry(work.store, each.child);
        if (row.kind == ConferenceKind::initial) row.enquiry = enquiry.id;
        row.due = due_of(work, row, enquiry, plan);
        row.accountable_worker = child.accountable_worker;
        if (plan) {
            row.plan = plan->id;
            made.plans.push_back(*plan);
        }
        made.children.push_back(row);
        add_family(work, made.invitations, workers, made.conference.id, child);
        made.people.push_back(std::move(child));
    }
    return made;
}

Result<Conference> call_conference(Work& work, const CallConference& command) {
    TRY(require(work.actor, Act::arrange_conference));
    if (!clock_in_force(work.service.rulebook, Duty::hold_first_core_group, london_date(command.starts_at)))
        return refuse(Because::invalid, "starts", "No guidance was in force on that day. Check the date.");
    NewConference made = TRY(prepare(work, command));
    made.conference = TRY(core::call_conference(std::move(made.conference), made.children, made.plans, work.actor));
    StepDuties duties(work);
    std::vector<TimelineEntry> entries;
    for (std::size_t i = 0; i < made.children.size(); ++i) {
        const ConferenceChild& row = made.children[i];
        duties.happened(Event::conference_called,
                        subject_of(made.people[i], RecordKind::conference, made.conference.id),
                        when(command.starts_at));
        if (row.kind == ConferenceKind::review)
            if (Section47Enquiry enquiry = latest_enquiry(work.store, row.child); !enquiry.id.is_nil())
                duties.facts_complete(enquiry.id);
        entries.push_back(conference_entry(
            work, made.conference, row.child, happened::conference_called, work.now,
            fmt::format("{} booked for {}", says(row.kind), long_time(command.starts_at)), command.late_why));
    }
    work.store.save(happened::conference_called, made.conference.id, made.conference, made.children, made.invitations,
                    duties.rows(), entries);
    return made.conference;
}

}  // namespace kith::actions
