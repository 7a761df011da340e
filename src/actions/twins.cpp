#include "actions/birth.h"

#include <fmt/format.h>

#include <unordered_map>

#include "actions/assessment.h"
#include "actions/need_plan.h"
#include "actions/people.h"
#include "actions/pre_proceedings.h"
#include "actions/timeline.h"
#include "core/section47_enquiry.h"
#include "store/assessment_store.h"
#include "store/birth_store.h"
#include "store/conference_store.h"
#include "store/need_plan_store.h"
#include "store/person_key_store.h"
#include "store/person_store.h"
#include "store/pre_proceedings_store.h"
#include "store/process_store.h"
#include "store/protection_plan_store.h"
#include "store/referral_store.h"
#include "store/section47_enquiry_store.h"

namespace kith::actions {

using namespace core;

static std::optional<ProtectionPlan> running_plan(Work& work, PersonId child) {
    return work.store.list_first<ProtectionPlan>("WHERE child = $1 AND ended_on IS NULL ORDER BY id", child);
}

static TimelineEntry entry(Work& work, PersonId child, const ChangeKind& kind, Instant at, std::string title,
                           std::string text = "") {
    return timeline_entry(work, {child, at, RecordKind::person, child, kind.name, std::move(title), std::move(text)});
}

namespace {

using NewRecords = std::unordered_map<RawId, RawId>;  ///< the first child's record, and the second's own

void copy_plan(Work& work, PersonId first, PersonId second, NewRecords& records) {
    auto plan = running_plan(work, first);
    if (!plan) return;
    auto changes = work.store.list<PlanChange>("WHERE plan = $1 ORDER BY position, id", plan->id);
    auto actions = work.store.list<PlanAction>("WHERE plan = $1 ORDER BY position, id", plan->id);
    TwinPlan twin = plan_for_twin(*plan, changes, actions, second, work.service.ids);
    auto members = work.store.list<CoreGroupMember>("WHERE plan = $1 ORDER BY name, id", plan->id);
    for (CoreGroupMember& member : members) {
        member.id = work.new_id<CoreGroupMemberId>();
        member.plan = twin.plan.id;
    }
    auto categories = work.store.list<PlanCategory>("WHERE plan = $1 ORDER BY from_date, id", plan->id);
    for (PlanCategory& category : categories) {
        category.id = work.new_id<decltype(category.id)>();
        category.plan = twin.plan.id;
    }
    records[plan->id] = twin.plan.id;
    work.store.save(happened::protection_plan_made, twin.plan.id, twin.plan, twin.changes, twin.actions, members,
                    categories);
}

/// The record as the second child's own. Its id and the first child's record's are noted in `records`.
template <class Record>
void make_own(Work& work, Record& record, PersonId second, NewRecords& records) {
    auto id = work.new_id<decltype(record.id)>();
    records[record.id] = id;
    record.id = id;
    record.child = second;
    record.version = 1;
}

/// Rows of such a record, under ids of their own.
template <class Row, class Id>
std::vector<Row> own_rows(Work& work, std::vector<Row> rows, Id Row::*of, Id record) {
    for (Row& row : rows) {
        row.id = work.new_id<decltype(row.id)>();
        row.*of = record;
    }
    return rows;
}

/// From now on each child's work is open, and is closed, in their own name.
void copy_referrals(Work& work, PersonId first, PersonId second, NewRecords& records) {
    for (Referral referral : work.store.list<Referral>("WHERE child = $1 ORDER BY received_at, id", first)) {
        if (referral.state == ReferralState::closed) continue;
        make_own(work, referral, second, records);
        work.store.save(happened::referral_accepted, referral.id, referral);
    }
}

ReferralId own_referral(const NewRecords& records, ReferralId of_first) {
    auto own = records.find(of_first);
    return own == records.end() ? of_first : ReferralId(own->second);
}

/// An assessment that is open is about both.
void join_assessments(Work& work, PersonId first, PersonId second, const NewRecords& records) {
    for (const Assessment& assessment : assessments_of(work.store, first)) {
        if (!is_open(assessment)) continue;
        for (AssessmentChild row : work.store.list<AssessmentChild>("WHERE assessment = $1 AND child = $2 ORDER BY id",
                                                                    assessment.id, first)) {
            row.id = work.new_id<decltype(row.id)>();
            row.child = second;
            row.referral = own_referral(records, row.referral);
            work.store.save(happened::assessment_written, assessment.id, row);
        }
    }
}

void copy_need_plan(Work& work, PersonId first, PersonId second, NewRecords& records) {
    for (NeedPlan plan : need_plans_of(work.store, first)) {
        if (plan.state == NeedPlanState::ended) continue;
        auto members = work.store.list<NeedPlanMember>("WHERE plan = $1 ORDER BY id", plan.id);
        auto actions = work.store.list<NeedPlanAction>("WHERE plan = $1 ORDER BY position, id", plan.id);
        make_own(work, plan, second, records);
        plan.referral = own_referral(records, plan.referral);
        members = own_rows(work, std::move(members), &NeedPlanMember::plan, plan.id);
        actions = own_rows(work, std::move(actions), &NeedPlanAction::plan, plan.id);
        work.store.save(happened::need_plan_made, plan.id, plan, members, actions);
    }
}

void copy_enquiries(Work& work, PersonId first, PersonId second, NewRecords& records) {
    for (Section47Enquiry enquiry :
         work.store.list<Section47Enquiry>("WHERE child = $1 ORDER BY started_on, id", first)) {
        if (enquiry.state != EnquiryState::open && enquiry.state != EnquiryState::with_manager) continue;
        auto steps = work.store.list<EnquiryStep>("WHERE enquiry = $1 ORDER BY happened_at, id", enquiry.id);
        make_own(work, enquiry, second, records);
        steps = own_rows(work, std::move(steps), &EnquiryStep::enquiry, enquiry.id);
        work.store.save(happened::section47_enquiry_started, enquiry.id, enquiry, steps);
    }
}

void copy_pre_proceedings(Work& work, PersonId first, PersonId second, NewRecords& records) {
    for (PreProceedings own : pre_proceedings_of(work.store, first)) {
        if (own.state == PreProceedingsState::ended) continue;
        auto meetings =
            work.store.list<PreProceedingsMeeting>("WHERE pre_proceedings = $1 ORDER BY held_on, id", own.id);
        make_own(work, own, second, records);
        meetings = own_rows(work, std::move(meetings), &PreProceedingsMeeting::pre_proceedings, own.id);
        for (PreProceedingsMeeting& meeting : meetings)
            meeting.child = second;
        work.store.save(happened::pre_proceedings_started, own.id, own, meetings);
    }
}

void join_conferences(Work& work, PersonId first, PersonId second, const NewRecords& records) {
    for (ConferenceChild row : work.store.list<ConferenceChild>("WHERE child = $1 ORDER BY id", first)) {
        auto conference = work.store.find<Conference>(row.conference);
        bool open =
            conference && (conference->state == ConferenceState::called || conference->state == ConferenceState::held);
        if (!open) continue;
        row.id = work.new_id<decltype(row.id)>();
        row.child = second;
        if (auto own = records.find(row.enquiry); own != records.end()) row.enquiry = Section47EnquiryId(own->second);
        row.plan = {};
        if (auto plan = running_plan(work, second)) row.plan = plan->id;
        work.store.save(happened::conference_arranged, row.conference, row);
    }
}

std::vector<OpenDuty> copy_duties(Work& work, PersonId first, PersonId second, const NewRecords& records) {
    auto rows = work.store.list<OpenDuty>("WHERE child = $1 AND closed_at IS NULL ORDER BY due, id", first);
    for (OpenDuty& row : rows) {
        row.id = work.new_id<DutyId>();
        row.version = 1;
        row.child = second;
        if (row.record == first) row.record = second;
        if (auto own = records.find(row.record); own != records.end()) row.record = own->second;
    }
    return rows;
}

std::vector<Relation> copy_relations(Work& work, PersonId first, PersonId second) {
    auto rows = work.store.list<Relation>("WHERE child = $1 ORDER BY id", first);
    for (Relation& row : rows) {
        row.id = work.new_id<decltype(row.id)>();
        row.child = second;
    }
    rows.push_back(
        {.id = work.new_id<decltype(Relation::id)>(), .child = second, .other = first, .kind = RelationKind::sibling});
    return rows;
}

}  // namespace

Result<Person> split_twins(Work& work, PersonId id, std::string why) {
    Person first = TRY(child_for(work.store, work.actor, Act::record_person, id));
    SplitTwins command{work.new_id<PersonId>(), work.new_id<decltype(InheritedHistory::id)>(), why};
    Twins twins = TRY(core::split_twins(std::move(first), command, work.actor, work.now));
    PersonId second = twins.second.id;
    work.store.save(happened::person_recorded, second, twins.second, twins.history, copy_relations(work, id, second));
    store::put_person_keys(work.store, twins.second);
    NewRecords records;
    copy_referrals(work, id, second, records);
    join_assessments(work, id, second, records);
    copy_need_plan(work, id, second, records);
    copy_plan(work, id, second, records);
    copy_enquiries(work, id, second, records);
    copy_pre_proceedings(work, id, second, records);
    join_conferences(work, id, second, records);
    Relation sibling{
        .id = work.new_id<decltype(Relation::id)>(), .child = id, .other = second, .kind = RelationKind::sibling};
    work.store.save(happened::twins_split, second, copy_duties(work, id, second, records),
                    entry(work, second, happened::twins_split, work.now,
                          fmt::format("Known to be a twin. What was recorded before is in the record of {}",
                                      full_name(twins.first)),
                          why));
    work.store.save(happened::twins_split, id, sibling,
                    entry(work, id, happened::twins_split, work.now,
                          "Known to be a twin; the second child has a record", std::move(why)));
    return twins.second;
}

}  // namespace kith::actions
