#include "actions/protection_summary.h"

#include <algorithm>

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

std::vector<OpenWork> protection_work_of(store::Reader& reader, PersonId child) {
    std::vector<OpenWork> work;
    for (const ProtectionPlan& each : plans_of(reader, child)) {
        std::string now = is_running(each) ? std::string(says(each.category)) + ", since " + long_date(each.started_on)
                                           : "Ended on " + long_date(*each.ended_on);
        work.push_back(
            {RecordKind::child_protection_plan, each.id, "Child protection plan", std::move(now), is_running(each)});
    }
    for (const Conference& each : conferences_of(reader, child))
        work.push_back({RecordKind::conference, each.id,
                        "Child protection conference of " + long_date(london_date(each.starts_at)),
                        std::string(says(each.state)), is_open(each)});
    for (const Section47Enquiry& each : enquiries_of(reader, child))
        work.push_back({RecordKind::section47_enquiry, each.id, "Section 47 enquiry", std::string(says(each.state)),
                        is_open(each)});
    for (const StrategyDiscussion& each : reader.list<StrategyDiscussion>(
             "WHERE id IN (SELECT discussion FROM strategy_child WHERE child = $1) ORDER BY held_at DESC, id", child))
        work.push_back({RecordKind::strategy_discussion, each.id,
                        "Strategy discussion of " + long_date(london_date(each.held_at)),
                        each.completed_at ? "Signed off" : "Record to be completed", false});
    return work;
}

std::optional<Date> last_seen_in_protection(store::Reader& reader, PersonId child) {
    std::optional<Date> last;
    auto seen = [&](Date on) { last = last ? std::max(*last, on) : on; };
    for (const Section47Enquiry& each : enquiries_of(reader, child))
        if (each.seen_on) seen(*each.seen_on);
    auto visit = reader.list_first<ProtectionVisit>(
        "WHERE child = $1 AND (seen = 'yes' OR (parents_seen = 'yes' AND "
        "EXISTS (SELECT 1 FROM person WHERE id = $1 AND stage = 'unborn'))) "
        "ORDER BY visited_at DESC, id",
        child);
    if (visit) seen(london_date(visit->visited_at));
    return last;
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
