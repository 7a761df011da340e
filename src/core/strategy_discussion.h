// A strategy discussion: children's services, police and health (and others who know the child) share what they know
// and decide, child by child, whether there is reasonable cause to suspect significant harm and what happens next.
//
// It may be held from any step or from none, at any hour, about a child with no record, and nothing here refuses it. A
// telephone discussion between a social work manager and the police may decide at once; whoever was missing is recorded
// with the reason and the day on which they are caught up with. Only the discussion that *starts* a section 47 enquiry
// starts the timescale of the conference; a later one about the same enquiry does not.
//
// Law and guidance: Children Act 1989 section 47; Working Together, strategy discussion; practice corrections 2, 3, 23.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/ids.h"
#include "core/interpreting.h"
#include "core/missing.h"
#include "core/staff.h"

namespace kith::core {

enum class HeldAs { telephone, video, meeting };

enum class StrategyDecision {
    no_further_action,
    section_17,         ///< an assessment as a child in need
    section_47_single,  ///< an enquiry by children's services alone
    section_47_joint,   ///< an enquiry together with the police
    police_only,
    immediate_protection,
};

/// Who takes part. The first three are the least that there should be.
enum class Agency { local_authority, police, health, education, early_years, probation, housing, voluntary, other };

enum class TookPart {
    joined,
    sent_information,  ///< not there, but what they know was heard
    missing,           ///< with the reason, and the day on which they are caught up with
};

struct StrategyDiscussion {
    StrategyDiscussionId id;
    int version = 1;
    Instant held_at;     ///< when it took place; its date in London starts the timescales
    Instant entered_at;  ///< when it was typed in, possibly later
    HeldAs held_as = HeldAs::telephone;
    ContactId contact;  ///< the contact that led to it; nil when none did
    StaffId manager;    ///< who decided for children's services
    StaffId recorded_by;
    TeamId team;                   ///< the team that holds it
    std::string information;       ///< what each one shared
    std::string reasonable_cause;  ///< the facts that give, or do not give, reasonable cause
    std::string actions;           ///< who does what by when, medical and interview included
    std::string police_reference;
    InterpretedBy interpreted_by = InterpretedBy::not_said;  ///< for the family, tonight and at the first visit
    std::string interpreter;                                 ///< who; empty: nobody is needed, or not said yet
    std::string relative_interprets_why;                     ///< the logged emergency exception
    std::optional<Instant> completed_at;                     ///< the record has everything in it
    StaffId completed_by;
};

/// A child (or unborn child) whom it is about, and what was decided for that child.
struct StrategyChild {
    Id<struct StrategyChildTag> id;
    StrategyDiscussionId discussion;
    PersonId child;
    std::optional<StrategyDecision> decision;
    std::string reasons;
    std::string dissent;              ///< who disagreed and why; empty when nobody did
    Section47EnquiryId enquiry;       ///< the enquiry that it started or was about; nil when none
    bool starts_the_enquiry = false;  ///< the initiating discussion: its date starts the conference's timescale
};

struct StrategyAttendance {
    Id<struct StrategyAttendanceTag> id;
    StrategyDiscussionId discussion;
    Agency agency = Agency::other;
    std::string name;
    std::string role;
    TookPart took_part = TookPart::joined;
    std::string missing_why;
    std::optional<Date> follow_up_on;    ///< the day by which a missing agency is caught up with
    std::optional<Date> followed_up_on;  ///< the day on which that was done
};

/// Who tells whom what and when; or why somebody is not told yet (a telling decision then holds reason and review).
struct StrategyTelling {
    Id<struct StrategyTellingTag> id;
    StrategyDiscussionId discussion;
    PersonId child;
    std::string who_is_told;
    std::string told_by;
    std::string what;
    std::optional<Instant> when;
    std::string not_yet_why;
};

/// What an agency said after the discussion. Nothing that stood before is changed by it, and it may still come when the
/// record has been signed off.
struct StrategyAddition {
    Id<struct StrategyAdditionTag> id;
    StrategyDiscussionId discussion;
    Agency agency = Agency::health;
    std::string who;  ///< name and role
    Date said_on;
    std::string said;
    StaffId added_by;
    Instant added_at;
};

/// The whole record of one discussion, as read for a page or for completing it.
struct StrategyRecord {
    StrategyDiscussion discussion;
    std::vector<StrategyChild> children;
    std::vector<StrategyAttendance> attendance;
    std::vector<StrategyTelling> tellings;
    std::vector<StrategyAddition> additions;  ///< oldest first
    std::vector<std::string> names;           ///< of the children, alongside
};

/// A discussion begins to exist. Refused only when it names no child, or is dated in the future: a planned discussion
/// is a duty, not a discussion.
Result<StrategyDiscussion> hold_strategy_discussion(StrategyDiscussion discussion,
                                                    std::span<const StrategyChild> children, const Actor& actor,
                                                    Instant now);

struct DecideStrategyChild {
    StrategyDecision decision = StrategyDecision::no_further_action;
    std::string reasons;
    std::string dissent;
    Section47EnquiryId
        open_enquiry;  ///< the child's enquiry already open, if any: then this one does not start another
};

/// The decision for one child. Level "start": reasons may follow. Refused when already decided: a change of mind is
/// another discussion.
Result<StrategyChild> decide_strategy_child(StrategyChild child, const DecideStrategyChild& command);

/// A missing agency has been caught up with.
Result<StrategyAttendance> follow_up(StrategyAttendance missing, Date on);

/// An agency said something afterwards. Refused without who and what, and for a day before the discussion or to come.
Result<StrategyAddition> add_to_discussion(StrategyAddition addition, const StrategyDiscussion& discussion,
                                           const Actor& actor, Instant now);

/// The agency's row of the attendance now that it has been heard: caught up with when it was missing, a new row when it
/// had not been asked, nothing when it took part.
std::optional<StrategyAttendance> heard_afterwards(std::span<const StrategyAttendance> attendance,
                                                   const StrategyAddition& addition);

/// Why an agency was missing, and by which day it is caught up with, said afterwards. Only what is still blank is
/// filled in: the reason that stood there stays.
Result<StrategyAttendance> explain_absence(StrategyAttendance missing, std::string_view why, std::optional<Date> by);

/// The reasons of a decision that was recorded without them. Refused where there are some.
Result<StrategyChild> give_reasons(StrategyChild child, std::string_view reasons);

/// Who tells whom was left open in parts: only those are filled in.
StrategyTelling complete_telling(StrategyTelling stands, const StrategyTelling& said);
bool is_complete(const StrategyTelling& telling);

/// The least that there should be: children's services, police and health each joined or sent what they know.
bool is_quorate(std::span<const StrategyAttendance> attendance);

/// Which of the three were missing.
std::vector<Agency> missing_agencies(std::span<const StrategyAttendance> attendance);

/// Level "complete by": all that the record still needs.
std::vector<Missing> missing_from(const StrategyRecord& record);

/// Sign-off by a manager: refuses with the whole list.
Result<StrategyDiscussion> complete_strategy_discussion(const StrategyRecord& record, const Actor& actor, Instant now);

/// Whether the decision is an enquiry under section 47.
bool is_section47(StrategyDecision decision);

std::string_view says(StrategyDecision decision);
std::string_view says(HeldAs held_as);
std::string_view says(Agency agency);
std::string_view says(TookPart took_part);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::HeldAs> {
    using H = kith::core::HeldAs;
    static constexpr std::array all{Word{H::telephone, "telephone"sv}, Word{H::video, "video"sv},
                                    Word{H::meeting, "meeting"sv}};
};
template <>
struct kith::Words<kith::core::StrategyDecision> {
    using D = kith::core::StrategyDecision;
    static constexpr std::array all{Word{D::no_further_action, "no_further_action"sv},
                                    Word{D::section_17, "section_17"sv},
                                    Word{D::section_47_single, "section_47_single"sv},
                                    Word{D::section_47_joint, "section_47_joint"sv},
                                    Word{D::police_only, "police_only"sv},
                                    Word{D::immediate_protection, "immediate_protection"sv}};
};
template <>
struct kith::Words<kith::core::Agency> {
    using A = kith::core::Agency;
    static constexpr std::array all{Word{A::local_authority, "local_authority"sv},
                                    Word{A::police, "police"sv},
                                    Word{A::health, "health"sv},
                                    Word{A::education, "education"sv},
                                    Word{A::early_years, "early_years"sv},
                                    Word{A::probation, "probation"sv},
                                    Word{A::housing, "housing"sv},
                                    Word{A::voluntary, "voluntary"sv},
                                    Word{A::other, "other"sv}};
};
template <>
struct kith::Words<kith::core::TookPart> {
    using T = kith::core::TookPart;
    static constexpr std::array all{Word{T::joined, "joined"sv}, Word{T::sent_information, "sent_information"sv},
                                    Word{T::missing, "missing"sv}};
};
