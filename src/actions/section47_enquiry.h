// Section 47 enquiries: started by a strategy discussion or by an emergency, worked on, and brought to an outcome that
// a manager endorses. What the outcome leads to (an initial conference, an early review) becomes a duty at once.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "core/section47_enquiry.h"

namespace kith::actions {

struct StartEnquiry {
    core::PersonId child;
    core::EnquiryStart start = core::EnquiryStart::strategy_discussion;
    Instant at;
    core::StrategyDiscussionId discussion;  ///< nil only in an emergency: it is then owed
};
/// The child's accountable worker leads when registered; otherwise naming the lead is in the team's list at once.
Result<core::Section47Enquiry> start_enquiry(Work& work, const StartEnquiry& command);

Result<core::Section47Enquiry> lead_enquiry(Work& work, core::Section47EnquiryId id, core::StaffId lead);
Result<core::Section47Enquiry> record_findings(Work& work, core::Section47EnquiryId id, int version,
                                               const core::EnquiryFindings& findings);
Result<core::EnquiryStep> record_step(Work& work, core::Section47EnquiryId id, core::EnquiryStep step);
/// `seen`: the mark of the outcome that was shown; nothing: it was read just now.
Result<core::Section47Enquiry> propose_outcome(Work& work, core::Section47EnquiryId id,
                                               const core::ProposeOutcome& command,
                                               const std::optional<std::string>& seen = {});
std::string mark_of_outcome(const core::Section47Enquiry& enquiry);
/// `version`: of the enquiry that the manager read; nothing: it was read just now.
Result<core::Section47Enquiry> endorse_outcome(Work& work, core::Section47EnquiryId id, std::string reasons,
                                               std::optional<int> version = {});
Result<core::Section47Enquiry> return_outcome(Work& work, core::Section47EnquiryId id, std::string why);

struct EnquiryView {
    core::Section47Enquiry enquiry;
    core::Person child;
    std::vector<core::EnquiryStep> steps;  ///< newest first
    std::vector<std::string> step_by;      ///< names, alongside
    std::vector<core::Missing> missing;
    core::Standing standing = core::Standing::neither;
    std::string lead_name;
    std::string proposed_by_name;
    std::string endorsed_by_name;
};
Result<EnquiryView> section47_enquiry(store::Reader& reader, const core::Actor& actor, core::Section47EnquiryId id);

}  // namespace kith::actions
