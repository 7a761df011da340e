// What waits for a person and is no duty with a date: work that was put to a manager, work that a manager gave back,
// and children whose worker has left.
#pragma once

#include <string>
#include <vector>

#include "actions/service.h"
#include "core/change.h"
#include "core/person.h"

namespace kith::actions {

/// One record that somebody handed over and somebody else is to look at.
struct HandedOn {
    core::RecordKind kind = core::RecordKind::assessment;
    RawId record;
    std::vector<core::Person> children;
    std::string by;  ///< who handed it over
    Instant at;
};

/// Assessments, outcomes of section 47 enquiries and closures that this actor may decide on: those of their own team
/// which they did not put forward themselves. The longest waiting first of each kind; at most 100 of each.
std::vector<HandedOn> waiting_for_decision(store::Reader& reader, const core::Actor& actor);

/// Outcomes of enquiries and closures that a manager gave back to this actor, and that were not put forward again.
std::vector<HandedOn> given_back(store::Reader& reader, const core::Actor& actor);

struct ChildWithoutWorker {
    core::Person child;
    std::string left;  ///< the accountable worker who is not here any more; empty: nobody was named yet
};
/// Open children of the actor's team who have nobody, for whoever may allocate a worker; at most 200.
std::vector<ChildWithoutWorker> children_without_worker(store::Reader& reader, const core::Actor& actor);

}  // namespace kith::actions
