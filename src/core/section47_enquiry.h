// A section 47 enquiry: what the authority must find out, about one child, when it has reasonable cause to suspect that
// the child is suffering or likely to suffer significant harm. One enquiry per child, led by a registered social
// worker, with an outcome per child that a manager endorses and the worker cannot.
//
// It starts on the day of the strategy discussion that initiated it. An emergency order or police protection starts the
// duty by itself: the enquiry then opens with its strategy discussion owed. On a child who already has a child
// protection plan (or is looked after) continuing risk leads to an early review, never to a second initial conference.
//
// Law and guidance: Children Act 1989 sections 47, 44, 46; Working Together; practice corrections 2, 9, 23.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/contact.h"
#include "core/ids.h"
#include "core/interpreting.h"
#include "core/missing.h"
#include "core/person.h"
#include "core/staff.h"
#include "core/strategy_discussion.h"

namespace kith::core {

enum class EnquiryStart { strategy_discussion, police_protection, emergency_protection_order };

enum class EnquiryState {
    open,
    with_manager,  ///< the worker has proposed an outcome
    ended,
    stopped,  ///< the pregnancy was lost, or the child died: no outcome is asked for
};

enum class EnquiryOutcome {
    not_substantiated,
    substantiated_no_continuing_risk,
    substantiated_continuing_risk,
};

enum class Medical { not_needed, asked_for, arranged, done, declined };

/// What the child already has when the outcome is endorsed; it decides where continuing risk leads.
enum class Standing { neither, on_protection_plan, looked_after };

/// Where an endorsed outcome leads.
enum class AfterEnquiry { manager_decides, child_in_need, initial_conference, early_review, early_looked_after_review };

struct Section47Enquiry {
    Section47EnquiryId id;
    int version = 1;
    PersonId child;
    EnquiryStart start = EnquiryStart::strategy_discussion;
    Date started_on;                   ///< day 0: the initiating discussion's, or the emergency's when that came first
    StrategyDiscussionId discussion;   ///< the initiating discussion; nil: "strategy discussion owed"
    std::optional<Date> discussed_on;  ///< the initiating discussion's date
    StaffId lead;                      ///< a registered social worker; nil: an alert in the manager's list
    TeamId team;
    EnquiryState state = EnquiryState::open;

    std::optional<Date> seen_on;
    Answer seen_alone = Answer::not_known;
    std::string not_seen_why;  ///< why the child was not seen; for an unborn child, what was seen instead
    std::string not_seen_alone_why;
    std::string wishes;  ///< the child's wishes and feelings, section 47(5A), in their own words
    std::string wishes_missing_why;
    Answer access_refused = Answer::not_known;
    std::string access_refused_done;  ///< section 47(6): the order applied for, or why the child is safe without one
    Medical medical = Medical::not_needed;
    std::string medical_notes;
    std::string analysis;

    std::optional<EnquiryOutcome> outcome;
    std::string reasons;
    std::string dissent;
    StaffId proposed_by;
    std::optional<Instant> proposed_at;
    std::string returned_why;  ///< the manager's, when it went back to the worker
    StaffId endorsed_by;
    std::optional<Instant> endorsed_at;
    std::string endorsement;
    std::optional<AfterEnquiry> leads_to;
    std::string stopped_why;
};

enum class EnquiryStepKind {
    child_seen,
    child_interview,
    parent_interview,
    other_interview,
    agency_check,
    home_visit,
    medical,
    other,
};

/// One thing done in the enquiry: an interview, a check, a visit.
struct EnquiryStep {
    Id<struct EnquiryStepTag> id;
    Section47EnquiryId enquiry;
    EnquiryStepKind kind = EnquiryStepKind::agency_check;
    Instant happened_at;
    StaffId by;
    std::string with_whom;
    std::string learnt;
    InterpretedBy interpreted_by = InterpretedBy::not_said;
    std::string interpreter;              ///< who; empty: nobody was needed, or not said
    std::string relative_interprets_why;  ///< the logged emergency exception (practice corrections 15)
};

struct StartSection47Enquiry {
    Section47EnquiryId id;
    EnquiryStart start = EnquiryStart::strategy_discussion;
    Instant at;                       ///< when the discussion was held, or the emergency power was used
    StrategyDiscussionId discussion;  ///< nil only when an emergency starts it
    StaffId lead;
    Answer lead_is_registered = Answer::not_known;  ///< the lead's registration, as their staff record says
    TeamId team;
};

/// Starts an enquiry on a child, born or not. Refused for a person verified to be 18 or over, for a child lost or dead,
/// for a lead who is not a registered social worker, and while another enquiry is open on the child.
Result<Section47Enquiry> start_section47_enquiry(const StartSection47Enquiry& command, const Person& child,
                                                 std::span<const Section47Enquiry> of_the_child, Instant now);

/// The owed strategy discussion has been held. The emergency's day stays day 0: a later discussion gives no more time.
Result<Section47Enquiry> record_owed_discussion(Section47Enquiry enquiry, const StrategyDiscussion& discussion);

bool strategy_discussion_is_owed(const Section47Enquiry& enquiry);

/// A registered social worker takes the lead, or takes it over.
Result<Section47Enquiry> lead_enquiry(Section47Enquiry enquiry, const Staff& lead);

/// What the worker has found so far, saved as often as they like; nothing is compulsory here.
struct EnquiryFindings {
    std::optional<Date> seen_on;
    Answer seen_alone = Answer::not_known;
    std::string not_seen_why;
    std::string not_seen_alone_why;
    std::string wishes;
    std::string wishes_missing_why;
    Answer access_refused = Answer::not_known;
    std::string access_refused_done;
    Medical medical = Medical::not_needed;
    std::string medical_notes;
    std::string analysis;
};
Result<Section47Enquiry> record_findings(Section47Enquiry enquiry, const EnquiryFindings& findings, Instant now);

/// A thing done is recorded. Only a date in the future is refused: work may have begun before the enquiry did.
Result<EnquiryStep> record_step(const Section47Enquiry& enquiry, EnquiryStep step, const Actor& actor, Instant now);

struct ProposeOutcome {
    EnquiryOutcome outcome = EnquiryOutcome::not_substantiated;
    std::string reasons;
    std::string dissent;
};
/// The lead (or another registered social worker) puts an outcome to the manager.
Result<Section47Enquiry> propose_outcome(Section47Enquiry enquiry, const ProposeOutcome& command, const Actor& actor,
                                         Instant now);

/// All that the manager still needs before endorsing.
std::vector<Missing> missing_from(const Section47Enquiry& enquiry, std::span<const EnquiryStep> steps,
                                  const Person& child);

struct EndorseOutcome {
    std::string reasons;
    Standing standing = Standing::neither;
};
/// Sign-off: a manager who neither led nor proposed it. Refuses with the whole list of what is missing.
Result<Section47Enquiry> endorse_outcome(Section47Enquiry enquiry, std::span<const EnquiryStep> steps,
                                         const Person& child, const EndorseOutcome& command, const Actor& actor,
                                         Instant now);
Result<Section47Enquiry> return_outcome(Section47Enquiry enquiry, std::string_view why, const Actor& actor);

/// The enquiry has no child to be about any more. It ends at once, without an outcome, and asks for nothing.
Section47Enquiry stop_enquiry(Section47Enquiry enquiry, std::string_view why);

AfterEnquiry after_enquiry(EnquiryOutcome outcome, Standing standing);

std::string_view says(EnquiryStart start);
std::string_view says(EnquiryState state);
std::string_view says(EnquiryOutcome outcome);
std::string_view says(AfterEnquiry after);
std::string_view says(Medical medical);
std::string_view says(EnquiryStepKind kind);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::EnquiryStart> {
    using S = kith::core::EnquiryStart;
    static constexpr std::array all{Word{S::strategy_discussion, "strategy_discussion"sv},
                                    Word{S::police_protection, "police_protection"sv},
                                    Word{S::emergency_protection_order, "emergency_protection_order"sv}};
};
template <>
struct kith::Words<kith::core::EnquiryState> {
    using S = kith::core::EnquiryState;
    static constexpr std::array all{Word{S::open, "open"sv}, Word{S::with_manager, "with_manager"sv},
                                    Word{S::ended, "ended"sv}, Word{S::stopped, "stopped"sv}};
};
template <>
struct kith::Words<kith::core::EnquiryOutcome> {
    using O = kith::core::EnquiryOutcome;
    static constexpr std::array all{Word{O::not_substantiated, "not_substantiated"sv},
                                    Word{O::substantiated_no_continuing_risk, "substantiated_no_continuing_risk"sv},
                                    Word{O::substantiated_continuing_risk, "substantiated_continuing_risk"sv}};
};
template <>
struct kith::Words<kith::core::Medical> {
    using M = kith::core::Medical;
    static constexpr std::array all{Word{M::not_needed, "not_needed"sv}, Word{M::asked_for, "asked_for"sv},
                                    Word{M::arranged, "arranged"sv}, Word{M::done, "done"sv},
                                    Word{M::declined, "declined"sv}};
};
template <>
struct kith::Words<kith::core::Standing> {
    using S = kith::core::Standing;
    static constexpr std::array all{Word{S::neither, "neither"sv}, Word{S::on_protection_plan, "on_protection_plan"sv},
                                    Word{S::looked_after, "looked_after"sv}};
};
template <>
struct kith::Words<kith::core::AfterEnquiry> {
    using A = kith::core::AfterEnquiry;
    static constexpr std::array all{
        Word{A::manager_decides, "manager_decides"sv}, Word{A::child_in_need, "child_in_need"sv},
        Word{A::initial_conference, "initial_conference"sv}, Word{A::early_review, "early_review"sv},
        Word{A::early_looked_after_review, "early_looked_after_review"sv}};
};
template <>
struct kith::Words<kith::core::EnquiryStepKind> {
    using K = kith::core::EnquiryStepKind;
    static constexpr std::array all{Word{K::child_seen, "child_seen"sv},
                                    Word{K::child_interview, "child_interview"sv},
                                    Word{K::parent_interview, "parent_interview"sv},
                                    Word{K::other_interview, "other_interview"sv},
                                    Word{K::agency_check, "agency_check"sv},
                                    Word{K::home_visit, "home_visit"sv},
                                    Word{K::medical, "medical"sv},
                                    Word{K::other, "other"sv}};
};
