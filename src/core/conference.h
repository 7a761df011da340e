// A child protection conference: the family and the professionals around it meet with an independent chair and decide,
// child by child, whether there is to be a child protection plan. Initial, review or transfer-in is said *per child*: a
// sister who joins later has her initial conference on the day of her brother's review.
//
// The initial one is due 15 working days after the strategy discussion that started the enquiry, for each child. When
// it does not proceed the due date stands, with the reason, an interim safety plan and a new date.
//
// Guidance: Working Together, child protection conference; practice corrections 10, 11, 15, 19.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/chair_independence.h"
#include "core/contact.h"
#include "core/core_group.h"
#include "core/ids.h"
#include "core/interim_safety_plan.h"
#include "core/missing.h"
#include "core/protection_plan.h"
#include "core/staff.h"

namespace kith::core {

enum class ConferenceKind { initial, review, transfer_in };

enum class ConferenceState {
    called,           ///< it has a date
    held,             ///< it took place; the chair is recording its decisions
    decided,          ///< signed off by the chair
    did_not_proceed,  ///< adjourned: another one follows
    cancelled,        ///< no child is left for it to be about
};

enum class ConferenceDecision {
    plan_made,       ///< first conference: a child protection plan
    plan_continues,  ///< review: under the same category or another
    plan_ended,      ///< review
    child_in_need,   ///< no plan of protection (any more): help as a child in need
    no_plan,         ///< neither
};

/// How adults who must not meet take part; decided *before* invitations go out.
enum class Attendance { undecided, together, separately, by_link };

struct Conference {
    ConferenceId id;
    int version = 1;
    ConferenceState state = ConferenceState::called;
    Instant starts_at;  ///< as booked; once held, when it was held
    std::string venue;  ///< an office or "video": never a family's address
    TeamId team;
    ConferenceId instead_of;  ///< the one that did not proceed; nil
    std::string late_why;     ///< why it is booked after a child's due date

    StaffId chair;
    std::string chair_declares;  ///< older involvement, declared by the chair
    StaffId declaration_by;      ///< the service manager who accepts it
    std::string declaration_accepted;
    StaffId chair_override_by;  ///< who set a block aside
    std::string chair_override_why;

    Attendance attendance = Attendance::undecided;
    std::string attendance_why;
    std::optional<Instant> invited_at;

    std::optional<Instant> met_parents_at;  ///< the chair met the parents first
    std::string met_parents_who;
    std::string not_met_why;
    std::string not_quorate_why;          ///< reasons for proceeding without a quorum
    std::string early_review_considered;  ///< said when it went ahead without one
    std::string exclusions;               ///< who was kept out of any part, by whom and why

    StaffId minutes_by;   ///< who wrote them last
    std::string minutes;  ///< what was said about all the children: it goes into every copy
    std::optional<Instant> minutes_written_at;
    std::optional<Date> minutes_sent_on;
    std::string minutes_sent_to;
    std::string minutes_sent_how;
    std::optional<Instant> decided_at;
    std::string did_not_proceed_why;
    ConferenceId reconvened_as;
};

struct ConferenceChild {
    Id<struct ConferenceChildTag> id;
    ConferenceId conference;
    PersonId child;
    ConferenceKind kind = ConferenceKind::initial;
    Section47EnquiryId enquiry;  ///< nil for a review
    ProtectionPlanId plan;       ///< review: the plan; after an initial conference: the one that it made
    Date due;                    ///< this child's limit in law; kept when a conference does not proceed

    std::string child_view;  ///< the child's own words, or an advocate's
    std::string child_view_missing;
    std::optional<ConferenceDecision> decision;
    std::optional<AbuseCategory> category;
    std::string threshold;  ///< why this child is, or is not, at continuing risk of significant harm
    std::string dissent;    ///< who disagreed and why, parents included; empty when nobody did
    std::optional<PlanEnd> plan_end;
    std::string outline;  ///< the outline plan, and what happens if it does not work
    StaffId accountable_worker;
    std::optional<Date> first_core_group_on;
    std::optional<Date> review_on;
    std::string minutes;      ///< what was said about this child alone: brothers' and sisters' copies lack it
    std::string stopped_why;  ///< the child is no longer part of it: a pregnancy ended, a death
};

enum class InvitedAs {
    parent_or_carer,
    child,
    family_member,
    supporter,
    advocate,
    interpreter,
    professional,
    legal_adviser,
    observer,
};

enum class CameToConference { not_known, came, by_link, sent_report, did_not_come, kept_out };

/// Somebody invited, or left out with the reason.
struct ConferenceInvitation {
    Id<struct ConferenceInvitationTag> id;
    ConferenceId conference;
    InvitedAs invited_as = InvitedAs::professional;
    PersonId person;  ///< family; nil for professionals and supporters whom Kith does not know
    std::string name;
    std::string role;
    std::string agency;
    std::string adjustments;      ///< breaks, seating, remote, childcare, interpreter, easy read: as asked and agreed
    std::string not_invited_why;  ///< not empty: left out, on purpose
    std::string relative_interprets_why;  ///< the logged emergency exception (practice corrections 15)
    CameToConference came = CameToConference::not_known;
    std::string said;  ///< what they told the conference
    std::string said_nothing_why;
};

/// A report asked of somebody, and what became of it.
struct ConferenceReport {
    Id<struct ConferenceReportTag> id;
    ConferenceId conference;
    std::string asked_of;
    std::string agency;
    Date asked_on;
    Date due_on;
    std::optional<Date> received_on;
    std::string strengths;  ///< a report without strengths is marked as such
    std::string concerns;
    std::string not_received_why;
};

/// One report and one adult of the family: given before the conference, when and how, or why not.
struct ReportShared {
    Id<struct ReportSharedTag> id;
    ConferenceId conference;
    Id<ConferenceReportTag> report;
    PersonId adult;
    std::optional<Date> shared_on;
    std::string how;
    std::string not_shared_why;
};

/// The whole record of a conference.
struct ConferenceRecord {
    Conference conference;
    std::vector<ConferenceChild> children;
    std::vector<ConferenceInvitation> invitations;
    std::vector<ConferenceReport> reports;
    std::vector<ReportShared> shared;
    std::vector<CoreGroupMember> core_group;  ///< of the children's new plans, by the plan's id
    std::vector<std::string> names;           ///< of the children, alongside
};

std::string_view says(ConferenceKind kind);
std::string_view says(ConferenceState state);
std::string_view says(ConferenceDecision decision);
std::string_view says(Attendance attendance);
std::string_view says(InvitedAs invited_as);
std::string_view says(CameToConference came);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::ConferenceKind> {
    using enum kith::core::ConferenceKind;
    static constexpr std::array all{Word{initial, "initial"sv}, Word{review, "review"sv},
                                    Word{transfer_in, "transfer_in"sv}};
};
template <>
struct kith::Words<kith::core::ConferenceState> {
    using enum kith::core::ConferenceState;
    static constexpr std::array all{Word{called, "called"sv}, Word{held, "held"sv}, Word{decided, "decided"sv},
                                    Word{did_not_proceed, "did_not_proceed"sv}, Word{cancelled, "cancelled"sv}};
};
template <>
struct kith::Words<kith::core::ConferenceDecision> {
    using enum kith::core::ConferenceDecision;
    static constexpr std::array all{Word{plan_made, "plan_made"sv}, Word{plan_continues, "plan_continues"sv},
                                    Word{plan_ended, "plan_ended"sv}, Word{child_in_need, "child_in_need"sv},
                                    Word{no_plan, "no_plan"sv}};
};
template <>
struct kith::Words<kith::core::Attendance> {
    using enum kith::core::Attendance;
    static constexpr std::array all{Word{undecided, "undecided"sv}, Word{together, "together"sv},
                                    Word{separately, "separately"sv}, Word{by_link, "by_link"sv}};
};
template <>
struct kith::Words<kith::core::InvitedAs> {
    using enum kith::core::InvitedAs;
    static constexpr std::array all{
        Word{parent_or_carer, "parent_or_carer"sv},
        Word{child, "child"sv},
        Word{family_member, "family_member"sv},
        Word{supporter, "supporter"sv},
        Word{advocate, "advocate"sv},
        Word{interpreter, "interpreter"sv},
        Word{professional, "professional"sv},
        Word{legal_adviser, "legal_adviser"sv},
        Word{observer, "observer"sv},
    };
};
template <>
struct kith::Words<kith::core::CameToConference> {
    using enum kith::core::CameToConference;
    static constexpr std::array all{
        Word{not_known, "not_known"sv},       Word{came, "came"sv},
        Word{by_link, "by_link"sv},           Word{sent_report, "sent_report"sv},
        Word{did_not_come, "did_not_come"sv}, Word{kept_out, "kept_out"sv},
    };
};
