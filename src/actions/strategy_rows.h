// The rows of a strategy discussion, for the actions that hold, decide and complete it.
#pragma once

#include <string>
#include <vector>

#include "actions/step_duties.h"
#include "core/strategy_discussion.h"

namespace kith::actions {

/// The record, without asking who reads it.
Result<core::StrategyRecord> load_strategy_record(store::Reader& reader, core::StrategyDiscussionId id);

/// The children as people say their names, whole and first: nobody of that name interprets.
std::vector<std::string> names_of(store::Reader& reader, const std::vector<core::StrategyChild>& children);

/// Opens the duty to catch up with the agencies that were missing, by the first day that was said.
void owe_follow_ups(StepDuties& duties, const Subject& subject, const core::StrategyDiscussion& discussion,
                    const std::vector<core::StrategyAttendance>& attendance);

/// Once nothing is missing from the record, what was owed for it goes to the manager who decided, to sign off. Nothing
/// while something is missing, and when it was handed on before.
std::vector<core::OpenDuty> for_sign_off(Work& work, const core::StrategyRecord& record);

}  // namespace kith::actions
