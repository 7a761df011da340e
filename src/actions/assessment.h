// Assessing: started with a review point, written section by section, handed to a manager, authorised or returned, and
// what its outcome opens for each child. The written copy is owed to each adult from the day it is authorised.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "actions/telling.h"
#include "core/assessment.h"
#include "core/duty.h"
#include "core/person.h"

namespace kith::actions {

struct StartAssessmentCommand {
    std::vector<core::PersonId> children;
    Date started_on;
    std::optional<Date> review_point;  ///< none: the one that local policy gives
    std::string purpose;
};
/// Starts one about all of these children. Each child's 45 working days count from its referral; on a child who has
/// been assessed since then, from the start of this one.
Result<core::Assessment> start_assessment(Work& work, const StartAssessmentCommand& command);

/// The review point and purpose, set or changed by the worker.
struct PlanAssessment {
    core::AssessmentId id;
    Date review_point;
    std::string purpose;
};
Result<core::Assessment> plan_assessment(Work& work, const PlanAssessment& command);

/// Each section is saved by itself. `seen` is the mark of the section as it was shown: refused as stale when somebody
/// else has written the same section since, and never because of another one.
struct SaveFamily {
    core::AssessmentId id;
    std::string seen;
    core::WriteAssessment texts;
};
struct SaveChild {
    core::AssessmentId id;
    std::string seen;
    core::AssessmentChild child;
};
struct SaveAccount {
    core::AssessmentId id;
    std::string seen;
    core::ParentAccount account;
};
Result<core::Assessment> save_family(Work& work, const SaveFamily& command);
Result<core::Assessment> save_child(Work& work, const SaveChild& command);
Result<core::Assessment> save_account(Work& work, const SaveAccount& command);
std::string mark_of_family(const core::Assessment& assessment);
std::string mark_of_child(const core::AssessmentChild& child);
std::string mark_of_account(const core::ParentAccount& account);

/// A parent or carer whose account is asked for: somebody who is related to one of the children.
Result<core::Assessment> add_parent_account(Work& work, core::AssessmentId id, core::PersonId person);

Result<core::Assessment> record_assessment_review(Work& work, core::AssessmentId id, Date held_on,
                                                  const std::string& note);
Result<core::Assessment> submit_assessment(Work& work, core::AssessmentId id);

struct SignOffAssessment {
    core::AssessmentId id;
    int version = 1;  ///< the one that the manager read
    core::AuthoriseAssessment sign_off;
};
/// For each child: the decision with its reasons, what its outcome opens, and the written copies that are owed.
Result<core::Assessment> authorise_assessment(Work& work, const SignOffAssessment& command);
Result<core::Assessment> return_assessment(Work& work, core::AssessmentId id, const std::string& reasons);
Result<core::Assessment> stop_assessment(Work& work, core::AssessmentId id, const std::string& why);

/// One assessment with what its pages show.
struct AssessmentRecord {
    core::AssessmentParts parts;
    std::vector<core::Person> children;     ///< alongside parts.children
    std::vector<core::Person> adults;       ///< alongside parts.accounts
    std::vector<core::Person> more_adults;  ///< related to a child, account not asked for yet
    std::vector<core::OpenDuty> duties;
    std::vector<core::Missing> missing;
    std::vector<TellingLine> tellings;
    std::string worker_name;
    std::string submitted_by_name;
    std::string signed_off_by_name;
    Date due;  ///< the first of the children's
    bool may_write = false;
    bool may_sign_off = false;
};
Result<AssessmentRecord> assessment_record(const Service& service, store::Reader& reader, const core::Actor& actor,
                                           core::AssessmentId id);

/// The persons whose data the record shows: for the access row.
std::vector<core::PersonId> shown_in(const AssessmentRecord& record);

/// The child's assessments, newest first.
std::vector<core::Assessment> assessments_of(store::Reader& reader, core::PersonId child);

}  // namespace kith::actions
