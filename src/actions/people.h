// Finding and recording people: the search comes before any new record.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "core/accountable_worker.h"
#include "core/person.h"

namespace kith::actions {

struct FoundPerson {
    core::Person person;
    int fit = 0;  ///< 0 to 1000
};
/// People whose names, NHS number or date of birth fit what was typed, likeliest first; at most 50.
/// A record that the actor may not read is not among them, in number or otherwise.
Result<std::vector<FoundPerson>> search_people(store::Reader& reader, const core::Actor& actor,
                                               const std::string& typed, std::optional<Date> born);

/// Saves a new person, with the keys by which they are found again.
core::Person record_person(Work& work, core::Person person);
/// Saves a change to a person; refused when somebody else changed it since `version`.
Result<core::Person> change_person(Work& work, core::Person person, int version);

Result<core::Relation> record_relation(Work& work, core::Relation relation);

/// Who works with the child, for the reach of a role: the accountable worker, co-workers, the team, and whoever still
/// owes something for the child after the case was closed.
core::Allocation allocation_of(store::Reader& reader, const core::Person& child);
/// The child, if this person may do that with it; otherwise the same refusal as for a child that does not exist.
Result<core::Person> child_for(store::Reader& reader, const core::Actor& actor, core::Act act, core::PersonId id);

struct AllocateWorker {
    core::PersonId child;
    core::StaffId worker;
    int version = 1;
};
/// Exactly one accountable worker at any instant; the timeline names both at a handover. The open duties go along.
Result<core::Person> allocate_worker(Work& work, const AllocateWorker& command);

/// Another worker alongside, with the reach that this gives.
Result<core::ChildWorker> join_as_co_worker(Work& work, core::PersonId child, core::StaffId worker,
                                            std::string what_for = "");
Result<core::ChildWorker> leave_as_co_worker(Work& work, core::PersonId child, core::ChildWorkerId id,
                                             std::string_view why);
/// Co-workers now, with their names.
std::vector<std::pair<core::ChildWorker, std::string>> co_workers(store::Reader& reader, core::PersonId child);

}  // namespace kith::actions
