// Child protection conferences: called, chaired, invited to, held or put off, decided for each child and signed off.
// The sign-off makes, continues or ends the children's plans in the same transaction.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "actions/service.h"
#include "core/conference_steps.h"
#include "core/person.h"

namespace kith::actions {

struct CallConference {
    struct Child {
        core::PersonId child;
        core::Answer transferred_in = core::Answer::no;  ///< otherwise: a review when on a plan, else an initial one
    };
    std::vector<Child> children;
    Instant starts_at;
    std::string venue;
    std::string late_why;
};
/// The date each child's conference was due by is kept; parents, child and worker are put on the list of invitations.
Result<core::Conference> call_conference(Work& work, const CallConference& command);

struct NameConferenceChair {
    core::ConferenceId conference;
    core::NameChair chair;
    core::Answer relative = core::Answer::no;  ///< said by the one who names: the chair is a relative of the family
};
Result<core::Conference> name_chair(Work& work, const NameConferenceChair& command);

/// The mark of the part that was shown, where somebody may have written it since; nothing: it was read just now.
using SeenMark = std::optional<std::string>;

/// How adults who must not meet take part: settled before invitations go out.
Result<core::Conference> arrange_attendance(Work& work, core::ConferenceId id, core::Attendance attendance,
                                            std::string why, const SeenMark& seen = {});
std::string mark_of_attendance(const core::Conference& conference);
Result<core::ConferenceInvitation> invite(Work& work, core::ConferenceId id, core::ConferenceInvitation invitation);
Result<core::Conference> send_invitations(Work& work, core::ConferenceId id);

Result<core::ConferenceReport> ask_for_report(Work& work, core::ConferenceId id, core::ConferenceReport report);
Result<core::ConferenceReport> receive_report(Work& work, core::ConferenceId id, core::ConferenceReport report);
Result<core::ReportShared> share_report(Work& work, core::ConferenceId id, core::ReportShared shared);

/// Who came, what they asked for and said: by the row's id.
Result<void> record_people(Work& work, core::ConferenceId id, const std::vector<core::ConferenceInvitation>& people,
                           const SeenMark& seen = {});
std::string mark_of_people(const core::ConferenceRecord& record);
Result<core::Conference> hold_conference(Work& work, core::ConferenceId id, const core::HoldConference& command);
Result<core::Conference> do_not_proceed(Work& work, core::ConferenceId id, std::string why, Instant next_starts_at);

struct DecideForChild {
    core::ConferenceId conference;
    RawId row;  ///< of the ConferenceChild
    core::DecideConferenceChild decision;
    std::vector<RawId> core_group;  ///< invitations of those who are in it
    SeenMark seen = {};
};
/// Until the sign-off it may be said again: the later decision stands, its core group too.
Result<core::ConferenceChild> decide_conference_child(Work& work, const DecideForChild& command);
std::string mark_of_decision(const core::ConferenceChild& row);
/// Whether that invitation's person is in the core group of the child's new plan.
bool is_in_core_group(const core::ConferenceRecord& record, const core::ConferenceChild& row,
                      const core::ConferenceInvitation& invitation);
Result<core::Conference> sign_off_conference(Work& work, core::ConferenceId id);

/// Records that the decision went out in writing, on each child's timeline, and meets what was owed.
Result<core::SentOut> send_decision(Work& work, core::ConferenceId id, core::SentOut sent);

struct WriteConferenceMinutes {
    core::ConferenceId conference;
    std::string seen;  ///< the mark of the minutes as they were shown
    core::WriteMinutes minutes;
};
/// By whoever arranges or chairs conferences: the minute-taker, the chair.
Result<core::Conference> write_minutes(Work& work, const WriteConferenceMinutes& command);
std::string mark_of_minutes(const core::ConferenceRecord& record);
/// Records that they went out, on each child's timeline, and meets what was owed.
Result<core::Conference> send_minutes(Work& work, core::ConferenceId id, const core::SentOut& sent);

struct ConferenceView {
    core::ConferenceRecord record;
    std::vector<core::Person> children;    ///< alongside record.children
    std::vector<std::string> shared_with;  ///< names, alongside record.shared
    std::string chair_name;
    std::string minutes_by;  ///< who wrote them last; empty: nobody yet
    std::vector<core::Missing> before_inviting;
    std::vector<core::Missing> missing;
    std::vector<core::Missing> questions;
    core::ConferenceLimits limits;
    std::vector<core::Staff> chairs;  ///< who may chair
    std::vector<core::ChairTie> ties;
    bool reports_owed = false;        ///< a report is still to be shared with the family, or why not
    bool decision_owed = false;       ///< signed off, and nobody has recorded that the decision went out
    std::optional<Date> minutes_due;  ///< signed off, and nobody has recorded that the minutes went out
};
Result<ConferenceView> conference(const Service& service, store::Reader& reader, const core::Actor& actor,
                                  core::ConferenceId id);

/// Ties of everyone who may chair to the family of these children (core/chair_independence.h).
std::vector<core::ChairTie> chair_ties(store::Reader& reader, const std::vector<core::ConferenceChild>& children);

/// When a conference that is held on that day must be followed up.
core::ConferenceLimits limits_after(const Service& service, Date held_on);

/// The record, without asking who reads it: for the actions beside this one.
Result<core::ConferenceRecord> load_conference(store::Reader& reader, core::ConferenceId id);

}  // namespace kith::actions
