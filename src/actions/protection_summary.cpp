#include "actions/protection_summary.h"

#include <algorithm>
#include <ranges>

#include "core/conference_steps.h"
#include "core/section47_enquiry.h"
#include "store/conference_store.h"
#include "store/protection_plan_store.h"
#include "store/section47_enquiry_store.h"
#include "store/strategy_discussion_store.h"

namespace kith::actions {

using namespace core;

static std::vector<ProtectionPlan> plans_of(store::Reader& reader, PersonId child) {
    return reader.list<ProtectionPlan>("WHERE child = $1 ORDER BY started_on DESC, id", child);
}

static std::vector<Section47Enquiry> enquiries_of(store::Reader& reader, PersonId child) {
    return reader.list<Section47Enquiry>("WHERE child = $1 ORDER BY started_on DESC, id", child);
}

static std::vector<Conference> conferences_of(store::Reader& reader, PersonId child) {
    return reader.list<Conference>(
        "WHERE id IN (SELECT conference FROM conference_child WHERE child = $1) ORDER BY starts_at DESC, id", child);
}

static bool is_open(const Section47Enquiry& enquiry) {
    return enquiry.state == EnquiryState::open || enquiry.state == EnquiryState::with_manager;
}

static bool is_open(const Conference& conference) {
    return conference.state == ConferenceState::called || conference.state == ConferenceState::held;
}

static OpenWork work_of(const ProtectionPlan& plan) {
    std::string now = is_running(plan) ? std::string(says(plan.category)) + ", since " + long_date(plan.started_on)
                                       : "Ended on " + long_date(*plan.ended_on);
    return {RecordKind::child_protection_plan, plan.id, "Child protection plan", std::move(now), is_running(plan)};
}

static OpenWork work_of(const Conference& conference) {
    return {RecordKind::conference, conference.id,
            "Child protection conference of " + long_date(london_date(conference.starts_at)),
            std::string(says(conference.state)), is_open(conference)};
}

static OpenWork work_of(const Section47Enquiry& enquiry) {
    return {RecordKind::section47_enquiry, enquiry.id, "Section 47 enquiry", std::string(says(enquiry.state)),
            is_open(enquiry)};
}

static OpenWork work_of(const StrategyDiscussion& discussion) {
    return {RecordKind::strategy_discussion, discussion.id,
            "Strategy discussion of " + long_date(london_date(discussion.held_at)),
            discussion.completed_at ? "Signed off" : "Record to be completed", false};
}

std::vector<OpenWork> protection_work_of(store::Reader& reader, const ChildHistory& history) {
    std::vector<OpenWork> work;
    for (const ProtectionPlanOfChild& each : history.protection_plans | std::views::reverse)
        work.push_back(work_of(each.plan));
    for (const ConferenceOfChild& each : history.conferences | std::views::reverse)
        work.push_back(work_of(each.conference));
    for (const Section47Enquiry& each : history.enquiries | std::views::reverse)
        work.push_back(work_of(each));
    for (const StrategyDiscussion& each : reader.list<StrategyDiscussion>(
             "WHERE id IN (SELECT discussion FROM strategy_child WHERE child = $1) ORDER BY held_at DESC, id",
             history.child.id))
        work.push_back(work_of(each));
    return work;
}

std::optional<Date> last_seen_in_protection(store::Reader& reader, const ChildHistory& history) {
    std::optional<Date> last;
    for (const Section47Enquiry& each : history.enquiries)
        last = std::max(last, each.seen_on);
    auto visit = reader.list_first<ProtectionVisit>(
        "WHERE child = $1 AND (seen = 'yes' OR (parents_seen = 'yes' AND "
        "EXISTS (SELECT 1 FROM person WHERE id = $1 AND stage = 'unborn'))) "
        "ORDER BY visited_at DESC, id",
        history.child.id);
    return visit ? std::max(last, std::optional(london_date(visit->visited_at))) : last;
}

void count_protection(store::Reader& reader, const Referral& referral, WhatHappened& happened) {
    Date since = timescale_starts(referral);
    for (const Section47Enquiry& each : enquiries_of(reader, referral.child)) {
        happened.section47_enquiries_open += is_open(each);
        happened.section47_enquiries += each.started_on >= since;
    }
    for (const Conference& each : conferences_of(reader, referral.child)) {
        happened.conferences_open += is_open(each);
        bool was_held = each.state == ConferenceState::held || each.state == ConferenceState::decided;
        happened.conferences_held += was_held && london_date(each.starts_at) >= since;
    }
    for (const ProtectionPlan& each : plans_of(reader, referral.child)) {
        happened.protection_plans_open += is_running(each);
        happened.protection_plans += each.started_on >= since;
    }
}

}  // namespace kith::actions
