#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "actions/authority.h"
#include "actions/conference.h"
#include "store/conference_store.h"
#include "store/person_store.h"
#include "store/protection_plan_store.h"
#include "store/section47_enquiry_store.h"
#include "store/staff_store.h"
#include "store/strategy_discussion_store.h"

namespace kith::actions {

using namespace core;

namespace {

class Ties {
  public:
    void add(StaffId staff, Involvement what, std::string said) {
        if (staff.is_nil() || !seen_.insert({staff, what}).second) return;
        rows.push_back({staff, what, std::move(said)});
    }
    std::vector<ChairTie> rows;

  private:
    std::set<std::pair<StaffId, Involvement>> seen_;
};

// This episode: the enquiry that led here (for a review, to the plan), and any that is open.
bool in_this_episode(store::Reader& reader, const ConferenceChild& row, const Section47Enquiry& enquiry) {
    if (enquiry.id == row.enquiry || enquiry.state == EnquiryState::open || enquiry.state == EnquiryState::with_manager)
        return true;
    auto plan = reader.find<ProtectionPlan>(row.plan);
    return plan && enquiry.started_on <= plan->started_on &&
           plan->started_on - enquiry.started_on < std::chrono::days(90);
}

void add_enquiry(Ties& ties, store::Reader& reader, const Section47Enquiry& enquiry, bool this_episode) {
    std::string when = fmt::format("section 47 enquiry of {}", long_date(enquiry.started_on));
    Involvement worked = this_episode ? Involvement::worker_in_this_episode : Involvement::worked_with_family_before;
    Involvement decided = this_episode ? Involvement::decided_in_this_episode : Involvement::worked_with_family_before;
    ties.add(enquiry.lead, worked, when);
    ties.add(enquiry.proposed_by, worked, when);
    ties.add(enquiry.endorsed_by, decided, when);
    for (const EnquiryStep& step : reader.list<EnquiryStep>("WHERE enquiry = $1 ORDER BY id", enquiry.id))
        ties.add(step.by, worked, when);
    if (auto discussion = reader.find<StrategyDiscussion>(enquiry.discussion))
        ties.add(discussion->manager, decided,
                 fmt::format("strategy discussion of {}", long_date(london_date(discussion->held_at))));
}

void add_child(Ties& ties, store::Reader& reader, const ConferenceChild& row) {
    if (auto child = reader.find<Person>(row.child))
        ties.add(child->accountable_worker, Involvement::current_worker, "accountable worker");
    for (const Section47Enquiry& each : reader.list<Section47Enquiry>("WHERE child = $1 ORDER BY id", row.child))
        add_enquiry(ties, reader, each, in_this_episode(reader, row, each));
    for (const ProtectionPlan& plan : reader.list<ProtectionPlan>("WHERE child = $1 ORDER BY id", row.child)) {
        ties.add(plan.accountable_worker,
                 is_running(plan) ? Involvement::current_worker : Involvement::worked_with_family_before,
                 "accountable worker of the plan");
        for (const ProtectionVisit& visit : reader.list<ProtectionVisit>("WHERE plan = $1 ORDER BY id", plan.id))
            ties.add(visit.by,
                     is_running(plan) ? Involvement::worker_in_this_episode : Involvement::worked_with_family_before,
                     "visited the child");
    }
    for (const ConferenceChild& earlier : reader.list<ConferenceChild>("WHERE child = $1 ORDER BY id", row.child))
        if (auto chaired = reader.find<Conference>(earlier.conference); chaired && earlier.conference != row.conference)
            ties.add(chaired->chair, Involvement::chaired_before, long_date(london_date(chaired->starts_at)));
}

// The line of management of this case: who leads the team that the worker is in. A head of service of another part of
// the authority is in no line of this case, unless they decided in it, which is a tie of its own.
bool manages(const Staff& staff, const Staff& worker) {
    bool leads = staff.role == Role::team_manager || staff.role == Role::head_of_service;
    return leads && staff.id != worker.id && staff.team == worker.team;
}

}  // namespace

std::vector<ChairTie> chair_ties(store::Reader& reader, const std::vector<ConferenceChild>& children) {
    Ties ties;
    for (const ConferenceChild& row : children)
        add_child(ties, reader, row);
    std::vector<ChairTie> workers = ties.rows;
    for (const Staff& candidate : staff_who_may(reader, Act::chair_conference))
        for (const ChairTie& tie : workers) {
            bool works = tie.what == Involvement::current_worker || tie.what == Involvement::worker_in_this_episode;
            auto worker = works ? reader.find<Staff>(tie.staff) : std::nullopt;
            if (worker && manages(candidate, *worker))
                ties.add(candidate.id, Involvement::manages_a_worker, "manager of " + worker->name);
        }
    return ties.rows;
}

}  // namespace kith::actions
