// What is done with a conference, in order: called, a chair named, people invited, reports asked for and shared, held
// or put off, decided for each child, signed off by the chair. See core/conference.h for what it is.
#pragma once

#include "core/conference.h"
#include "core/process.h"

namespace kith::core {

/// A conference gets its date. Refused with no child or a child twice, with a first conference for a child who is on a
/// plan (that is a review), and with a review for one who is not. A date after a child's due date is accepted and asks
/// for its reason (`questions_about_date`).
Result<Conference> call_conference(Conference conference, std::span<const ConferenceChild> children,
                                   std::span<const ProtectionPlan> of_the_children, const Actor& actor);

/// What looks wrong about the date, for somebody to answer: late for which child, not a working day.
std::vector<Missing> questions_about_date(const Conference& conference, std::span<const ConferenceChild> children,
                                          const WorkingDays& days);

struct NameChair {
    StaffId chair;
    std::string declares;              ///< older involvement
    std::string declaration_accepted;  ///< why it does not matter: by the head of service who is acting
    std::string override_why;          ///< sets a block aside: by the head of service who is acting
};
/// Names the chair. Refuses a chair who is not independent, says why, and names those who are free (`free`, as shown to
/// people). The date of the conference stays.
Result<Conference> name_chair(Conference conference, const NameChair& command, std::span<const ChairTie> ties,
                              std::span<const std::string> free, const Actor& actor);

/// Somebody is put on the list. A relative does not interpret, but for a logged emergency; a child never does.
Result<ConferenceInvitation> invite(ConferenceInvitation invitation, const Conference& conference);

/// What must be settled before invitations go out: a chair, how adults who must not meet take part, everyone's
/// adjustments, and the family, the child, and the least of agencies on the list.
std::vector<Missing> missing_before_inviting(const ConferenceRecord& record);
Result<Conference> send_invitations(const ConferenceRecord& record, Instant now);

/// What went out in writing to everybody who is owed it: the family, those who came and those in the core group.
struct SentOut {
    Date on;
    std::string to;   ///< who got it, in words: nobody who must not know is among them
    std::string how;  ///< by post, by secure mail, read aloud
};
/// Refused before the chair has signed off, for a day before the conference or to come, and without saying to whom.
Result<SentOut> send_decision(SentOut sent, const ConferenceRecord& record, Date today);

/// What was said, written by the chair or the minute-taker: about all the children, and about each of them alone, which
/// is in that child's copies only (practice corrections 19).
struct WriteMinutes {
    std::string about_all;
    struct AboutOne {
        RawId row;  ///< of the ConferenceChild
        std::string text;
    };
    std::vector<AboutOne> about_one;
};
/// Once it was held, and as often as it takes until they have gone out.
Result<ConferenceRecord> write_minutes(ConferenceRecord record, const WriteMinutes& minutes, StaffId by, Instant now);
bool has_minutes(const ConferenceRecord& record);

/// Refused as `send_decision` is, and before they are written.
Result<Conference> send_minutes(const ConferenceRecord& record, const SentOut& sent, Date today);

/// A report and an adult: each is given it before the conference, or it is said why not.
Result<ReportShared> share_report(ReportShared shared, const ConferenceReport& report);

/// Agencies that were there, children's services included, counted once each.
int agencies_present(std::span<const ConferenceInvitation> invitations);
/// The least, by common local practice: children's services and two other agencies. The authority's policy may say
/// another number.
inline constexpr int usual_quorum = 3;
int quorum_under(const LocalPolicy& policy, Date day);

struct HoldConference {
    Instant held_at;
    std::optional<Instant> met_parents_at;
    std::string met_parents_who;
    std::string not_met_why;
    std::string not_quorate_why;
    std::string early_review_considered;
    int quorum = usual_quorum;  ///< agencies, by the policy of the day
};
/// It took place. Below the quorum the chair may proceed with reasons and says whether an early review is needed.
Result<Conference> hold_conference(Conference conference, std::span<const ConferenceInvitation> invitations,
                                   const HoldConference& command, const Actor& actor, Instant now);

struct DoNotProceed {
    std::string why;
    ConferenceId next;
    Instant next_starts_at;
};
struct PutOff {
    Conference adjourned;
    Conference next;
    std::vector<ConferenceChild> children;  ///< of the next one: each with the due date it had
};
/// It does not proceed. Every child needs an interim safety plan that is running, and there is a new date; the date on
/// which it was due stands. `new_id` is called once for each child.
Result<PutOff> do_not_proceed(const ConferenceRecord& record, const DoNotProceed& command,
                              std::span<const InterimSafetyPlan> running, const IdSource& new_id, Instant now);

struct DecideConferenceChild {
    ConferenceDecision decision = ConferenceDecision::no_plan;
    std::optional<AbuseCategory> category;
    std::string threshold;
    std::string dissent;
    std::string child_view;
    std::string child_view_missing;
    std::optional<PlanEnd> plan_end;
    std::string outline;
    StaffId accountable_worker;
    std::optional<Date> first_core_group_on;
    std::optional<Date> review_on;
};
/// The decision for one child, recorded by the chair once the conference was held. May be corrected until sign-off.
Result<ConferenceChild> decide_conference_child(ConferenceChild child, const DecideConferenceChild& command,
                                                const Conference& conference, const Actor& actor);

/// All that the chair still needs. `core_group_by` is the limit of the first core group, `review` of the next review.
struct ConferenceLimits {
    Date core_group_by;
    ReviewLimit first_review;
    ReviewLimit next_review;
};
std::vector<Missing> missing_from(const ConferenceRecord& record, const ConferenceLimits& limits);

/// Sign-off, by the chair alone: refuses with the whole list. The plans it makes start on the day it was held.
Result<Conference> sign_off_conference(const ConferenceRecord& record, const ConferenceLimits& limits,
                                       const Actor& actor, Instant now);

/// A child is no longer part of it. When none is left, the conference is cancelled.
ConferenceChild stop_for_child(ConferenceChild child, std::string_view why);
Conference cancel_if_empty(Conference conference, std::span<const ConferenceChild> children);

bool is_first(ConferenceKind kind);  ///< initial or transfer-in
bool has_plan_after(ConferenceDecision decision);

}  // namespace kith::core
