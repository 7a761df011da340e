// An assessment: what a family needs, what a child may be at risk of, and what to do about it, found out with them. One
// assessment may be about several brothers and sisters; what was seen, the analysis and the outcome are each child's
// own. Its 45 working days count from each child's referral; on a child who was open already, from its own start.
//
// Three levels of asking. *Starting* is never refused. *Writing* is never refused until it is authorised. *Signing off*
// is where refusal lives: analysis, the child's voice or an observation, each parent's account, strengths and a
// decision are named all at once when they are missing, and a manager may authorise without them with a reason of their
// own. The framework's twenty dimensions are prompts under three narratives, never twenty boxes.
//
// Sources: Children Act 1989 section 17; Working Together, assessment; practice corrections 14 and 16.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/assessment_words.h"
#include "core/ids.h"
#include "core/missing.h"
#include "core/staff.h"

namespace kith::core {

struct Assessment {
    AssessmentId id;
    int version = 1;
    StaffId worker;
    TeamId team;
    Date started_on;
    Instant recorded_at;
    Date review_point;  ///< set at the start: the worker and manager look at it together
    std::optional<Date> reviewed_on;
    std::string review_note;
    std::string purpose;  ///< why, and what for: as told to the family

    std::string culture_religion_language;  ///< "asked, nothing they want recorded" is an answer
    std::string strengths;
    std::string difficulties;
    std::string already_helps;
    std::string parenting_capacity;      ///< narrative
    std::string family_and_environment;  ///< narrative
    std::string professionals;           ///< who was asked, with whose agreement, and what they said
    std::string no_parent_known;         ///< why no parent's account is asked for: none is known

    AssessmentState state = AssessmentState::in_progress;
    StaffId submitted_by;
    std::optional<Instant> submitted_at;
    StaffId signed_off_by;  ///< the manager who authorised, or last returned it
    std::optional<Instant> signed_off_at;
    std::string sign_off_reasons;
    std::string authorised_without;  ///< what was missing, one a line; empty when nothing was
    std::string override_reason;
    std::string stopped_why;
};

using AssessmentChildId = Id<struct AssessmentChildTag>;

/// One child in the assessment.
struct AssessmentChild {
    AssessmentChildId id;
    AssessmentId assessment;
    PersonId child;
    ReferralId referral;
    Date counts_from;  ///< day 0 of the 45 working days

    ChildSeen seen = ChildSeen::not_recorded;
    std::optional<Date> seen_on;
    std::string not_seen_why;  ///< why not seen, or why not alone
    std::string voice;         ///< the child's own account and wishes, in the child's words
    std::string observation;   ///< what was observed: babies and those who do not talk; pre-birth, of the pregnancy
    std::string voice_missing_why;
    std::string development;  ///< narrative: the child's development
    std::string analysis;     ///< needs, risks, and what they mean for this child

    std::vector<Section17Ground> grounds;
    std::vector<std::string> factors;  ///< codes of `assessment_factors()`
    std::optional<AssessmentOutcome> outcome;
    std::string outcome_reasons;
    std::string help_offered;  ///< services named, and whether each is agreed or declined
};

/// What one parent or carer said: their own account, or why there is none.
struct ParentAccount {
    Id<struct ParentAccountTag> id;
    AssessmentId assessment;
    PersonId person;
    std::optional<Date> spoken_on;
    std::string account;
    std::string not_obtained_why;
};

/// All rows of one assessment.
struct AssessmentParts {
    Assessment assessment;
    std::vector<AssessmentChild> children;
    std::vector<ParentAccount> accounts;
};

struct StartAssessment {
    AssessmentId id;
    StaffId worker;  ///< nil when unallocated: an alert, never a block
    TeamId team;
    Date started_on;
    Date review_point;
    std::string purpose;
    std::vector<AssessmentChild> children;  ///< id, child, referral and counts_from
    std::vector<ParentAccount> accounts;    ///< id and person of each parent or carer who is known
};
/// Refused only for what cannot be: nobody to assess, a start to come, a review point before the start.
Result<AssessmentParts> start_assessment(const StartAssessment& command, Instant now);

/// Another brother or sister; another parent who has become known.
Result<AssessmentParts> add_child(AssessmentParts parts, AssessmentChild child);
Result<AssessmentParts> add_parent(AssessmentParts parts, ParentAccount account);

/// The texts as they stand after an edit. Writing while the manager has it takes it back to the worker, so that what is
/// signed is what was read.
struct WriteAssessment {
    std::string culture_religion_language;
    std::string strengths;
    std::string difficulties;
    std::string already_helps;
    std::string parenting_capacity;
    std::string family_and_environment;
    std::string professionals;
    std::string no_parent_known;
};
Result<AssessmentParts> write_assessment(AssessmentParts parts, const WriteAssessment& texts);

/// Replaces what is recorded for one child (all but whose it is and when it counts from).
Result<AssessmentParts> write_child(AssessmentParts parts, const AssessmentChild& child, Instant now);
Result<AssessmentParts> write_account(AssessmentParts parts, const ParentAccount& account, Instant now);

/// The review that was planned at the start has been held.
Result<Assessment> review_assessment(Assessment assessment, Date held_on, std::string note, Instant now);

/// Hands it to the manager. Not refused for what is missing: the manager sees the list.
Result<Assessment> submit_assessment(Assessment assessment, const Actor& actor, Instant now);

using NameOf = std::function<std::string(PersonId)>;

/// Everything that sign-off needs and is not there, in the form's order. Empty: ready.
std::vector<Missing> missing_for_sign_off(const AssessmentParts& parts, const NameOf& name_of);

/// What no reason can replace: an outcome, with its reasons, for each child.
std::vector<Missing> missing_decisions(const AssessmentParts& parts, const NameOf& name_of);

/// A manager, never the worker, authorises with reasons. When something is missing it takes `without_it_because`.
struct AuthoriseAssessment {
    std::string reasons;
    std::string without_it_because;
};
Result<Assessment> authorise_assessment(const AssessmentParts& parts, const AuthoriseAssessment& command,
                                        const NameOf& name_of, const Actor& actor, Instant now);

/// Gives it back to the worker with reasons.
Result<Assessment> return_assessment(Assessment assessment, const std::string& reasons, const Actor& actor,
                                     Instant now);

/// Ends it without an outcome: the child moved away, died, or the pregnancy was lost. Asks nothing of the family.
Result<Assessment> stop_assessment(Assessment assessment, const std::string& why, Instant now);

bool is_open(const Assessment& assessment);

}  // namespace kith::core
