// Telling whoever reported: that it reached us, or what was decided.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "actions/service.h"
#include "core/reporter_answer.h"

namespace kith::actions {

struct AnswerReporterCommand {
    core::ContactId contact;
    core::AnswerReporter answer;
};
/// Records that they were told, and meets what was owed to them; telling the outcome is a receipt as well.
Result<core::ReporterAnswer> answer_reporter(Work& work, const AnswerReporterCommand& command);

/// What the reporter of this contact was told, newest first, each with the name of who told them.
std::vector<std::pair<core::ReporterAnswer, std::string>> answers_to_reporter(store::Reader& reader,
                                                                              core::ContactId contact);

}  // namespace kith::actions
