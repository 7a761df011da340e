// Loading one assessment with all of its rows, for the actions about it.
#pragma once

#include "actions/service.h"
#include "core/assessment.h"

namespace kith::actions {

/// Nothing when there is no such assessment; not authorised.
std::optional<core::AssessmentParts> assessment_parts(store::Reader& reader, core::AssessmentId id);

/// As above, for somebody who may do that with one of its children.
Result<core::AssessmentParts> load_assessment(Work& work, core::AssessmentId id, core::Act act);

std::vector<core::PersonId> children_of(const core::AssessmentParts& parts);

}  // namespace kith::actions
