#include "actions/waiting.h"

#include "actions/people.h"
#include "actions/step.h"
#include "store/assessment_store.h"
#include "store/person_store.h"
#include "store/referral_store.h"
#include "store/section47_enquiry_store.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;

static void add_assessments(std::vector<HandedOn>& waiting, store::Reader& reader, const Actor& actor) {
    if (!may(actor.role, Act::authorise_assessment)) return;
    for (const Assessment& each : reader.list<Assessment>(
             "WHERE state = 'with_manager' AND team = $1 ORDER BY submitted_at, id LIMIT 100", actor.team)) {
        if (each.submitted_by == actor.id) continue;
        auto children = reader.list<Person>(
            "WHERE id IN (SELECT child FROM assessment_child WHERE assessment = $1) ORDER BY given_name, id", each.id);
        waiting.push_back({RecordKind::assessment, each.id, std::move(children), staff_name(reader, each.submitted_by),
                           each.submitted_at.value_or(each.recorded_at)});
    }
}

static HandedOn handed_on(store::Reader& reader, const Section47Enquiry& enquiry, StaffId by, Instant at) {
    return {RecordKind::section47_enquiry, enquiry.id, reader.list<Person>("WHERE id = $1 ORDER BY id", enquiry.child),
            staff_name(reader, by), at};
}

static HandedOn handed_on(store::Reader& reader, const Closure& closure, StaffId by, Instant at) {
    return {RecordKind::referral, closure.referral, reader.list<Person>("WHERE id = $1 ORDER BY id", closure.child),
            staff_name(reader, by), at};
}

static void add_enquiries(std::vector<HandedOn>& waiting, store::Reader& reader, const Actor& actor) {
    if (!may(actor.role, Act::authorise_section47_outcome)) return;
    for (const Section47Enquiry& each : reader.list<Section47Enquiry>(
             "WHERE state = 'with_manager' AND team = $1 ORDER BY proposed_at, id LIMIT 100", actor.team))
        if (each.proposed_by != actor.id && each.proposed_at)
            waiting.push_back(handed_on(reader, each, each.proposed_by, *each.proposed_at));
}

static void add_closures(std::vector<HandedOn>& waiting, store::Reader& reader, const Actor& actor) {
    if (!may(actor.role, Act::authorise_closure)) return;
    for (const Closure& each :
         reader.list<Closure>("WHERE state = 'proposed' AND child IN (SELECT id FROM person WHERE team = $1) "
                              "ORDER BY proposed_at, id LIMIT 100",
                              actor.team))
        if (each.proposed_by != actor.id)
            waiting.push_back(handed_on(reader, each, each.proposed_by, each.proposed_at));
}

std::vector<HandedOn> waiting_for_decision(store::Reader& reader, const Actor& actor) {
    std::vector<HandedOn> waiting;
    add_enquiries(waiting, reader, actor);
    add_assessments(waiting, reader, actor);
    add_closures(waiting, reader, actor);
    return waiting;
}

static bool is_the_latest(store::Reader& reader, const Closure& closure) {
    auto latest = reader.list_first<Closure>("WHERE child = $1 ORDER BY proposed_at DESC, id DESC", closure.child);
    auto referral = reader.find<Referral>(closure.referral);
    return latest && latest->id == closure.id && referral && referral->state == ReferralState::open;
}

std::vector<HandedOn> given_back(store::Reader& reader, const Actor& actor) {
    std::vector<HandedOn> back;
    for (const Section47Enquiry& each : reader.list<Section47Enquiry>(
             "WHERE state = 'open' AND returned_why <> '' AND lead = $1 ORDER BY id LIMIT 100", actor.id))
        back.push_back(handed_on(reader, each, each.endorsed_by, each.proposed_at.value_or(Instant{})));
    for (const Closure& each :
         reader.list<Closure>("WHERE state = 'returned' AND proposed_by = $1 ORDER BY id DESC LIMIT 100", actor.id))
        if (is_the_latest(reader, each))
            back.push_back(handed_on(reader, each, each.decided_by, each.decided_at.value_or(each.proposed_at)));
    return back;
}

std::vector<ChildWithoutWorker> children_without_worker(store::Reader& reader, const Actor& actor) {
    std::vector<ChildWithoutWorker> alone;
    if (reach(actor.role, Act::authorise_closure) == Reach::nobody || !may(actor.role, Act::allocate_worker))
        return alone;
    for (Person& each : reader.list<Person>(
             "WHERE team = $1 AND accountable_worker IN (SELECT id FROM staff WHERE disabled_at IS NOT NULL) "
             "ORDER BY family_name, given_name, id LIMIT 200",
             actor.team)) {
        std::string left = staff_name(reader, each.accountable_worker);
        alone.push_back({std::move(each), std::move(left)});
    }
    for (Person& each : reader.list<Person>("WHERE team = $1 AND accountable_worker = $2 "
                                            "ORDER BY family_name, given_name, id LIMIT 200",
                                            actor.team, RawId{}))
        alone.push_back({std::move(each), ""});
    return alone;
}

}  // namespace kith::actions
