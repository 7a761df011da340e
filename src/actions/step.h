// What every step of the thread needs besides its own rows: names, the common refusals, the decision row, and meeting a
// duty of one record.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "actions/service.h"
#include "core/decision.h"
#include "core/duty.h"
#include "core/person.h"

namespace kith::actions {

/// The same words for what is not there and for what may not be seen.
tl::unexpected<Refusal> no_such_record();
/// Somebody else wrote the same part since it was shown.
tl::unexpected<Refusal> changed_meanwhile();

std::string name_of(store::Reader& reader, core::PersonId id);
std::string staff_name(store::Reader& reader, core::StaffId id);

/// The child if this person may do that with any of the children: a record about brothers and sisters is one document.
Result<core::Person> any_child_for(store::Reader& reader, const core::Actor& actor, core::Act act,
                                   const std::vector<core::PersonId>& children);

/// Who works with the child now: where a duty goes.
core::StaffId worker_of(const core::Person& child);

/// The decision as a row: who, in what role, when, and under which edition and policy.
core::Decision decision_by(Work& work, core::RecordKind about, RawId record, core::PersonId child,
                           std::string_view outcome, std::string reasons);

/// The open duties of that kind that this record opened, met on that day.
std::vector<core::OpenDuty> met(Work& work, RawId record, core::Duty duty, Date on);

/// A mark that changes when any of the texts does: two people conflict only where they wrote the same part.
std::string mark_of(std::initializer_list<std::string_view> texts);

}  // namespace kith::actions
