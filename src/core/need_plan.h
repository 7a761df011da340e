// A child in need plan: what will be better for a child, made with the family at a meeting, and kept going by reviews
// until everyone decides that it is no longer needed. Help under section 17 is by agreement: a parent may decline all
// or part of it, the plan stays valid, and declining is never itself a step towards protection.
//
// One plan per child. Never beside a child protection plan: the one ends on the day on which the other begins.
// Sources: Children Act 1989 section 17; Working Together, child in need; practice corrections 23 and 24.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/assessment_words.h"
#include "core/contact.h"
#include "core/ids.h"
#include "core/missing.h"
#include "core/staff.h"

namespace kith::core {

enum class NeedPlanState {
    being_planned,  ///< decided, the meeting still to come
    active,
    ended,
};

enum class NeedPlanEnd {
    no_longer_needed,
    family_ended_agreement,
    child_protection_plan,
    looked_after,
    moved_away,
    turned_18,
    died,
    pregnancy_ended,
    other,
};

struct NeedPlan {
    NeedPlanId id;
    int version = 1;
    PersonId child;
    ReferralId referral;
    AssessmentId assessment;  ///< nil when it comes from a conference or an enquiry
    StaffId worker;
    TeamId team;
    Date decided_on;
    std::optional<Date> met_on;  ///< the planning meeting; the plan's first day
    std::string already_helps;
    std::string family_wants;  ///< what the family says it wants, in its own words
    std::string child_wants;
    std::string child_wants_missing_why;
    std::string worries;  ///< what this plan is about
    std::string if_things_go_wrong;
    std::optional<Date> next_review;
    NeedPlanState state = NeedPlanState::being_planned;
    std::optional<Date> ended_on;
    std::optional<NeedPlanEnd> end;
    std::string ended_why;
};

/// Whether somebody agrees: "declined" is an answer like any other and takes no reason.
enum class Agreement { not_asked, agrees, agrees_in_part, declines };

/// Somebody who has a part in the plan: the child, a parent, a relative, a professional.
struct NeedPlanMember {
    Id<struct NeedPlanMemberTag> id;
    NeedPlanId plan;
    PersonId person;   ///< nil for professionals
    std::string name;  ///< professionals: name and agency
    std::string part;  ///< "Mother", "School nurse"
    Answer invited = Answer::not_known;
    Answer came = Answer::not_known;
    Agreement agreement = Agreement::not_asked;
    std::string in_their_words;
    std::optional<Date> answered_on;
};

using NeedPlanActionId = Id<struct NeedPlanActionTag>;

enum class ActionState { to_do, done, changed, dropped };

/// One thing that somebody does, and what will be better because of it.
struct NeedPlanAction {
    NeedPlanActionId id;
    NeedPlanId plan;
    int position = 1;
    std::string outcome;    ///< what will be better for the child
    std::string action;     ///< what is done
    std::string owner;      ///< by whom: a name
    PersonId owner_person;  ///< when it is a family member
    StaffId owner_staff;    ///< when it is one of us
    std::optional<Date> by;
    std::string how_we_know;
    ActionState state = ActionState::to_do;
    std::optional<Date> settled_on;
    std::string progress;
};

enum class NeedReviewDecision { continues, ends, step_up };

/// A review, with the family's view or why there is none.
struct NeedPlanReview {
    Id<struct NeedPlanReviewTag> id;
    NeedPlanId plan;
    Date held_on;
    StaffId recorded_by;
    std::string family_view;
    std::string family_view_missing_why;
    std::string child_view;
    std::string child_view_missing_why;
    std::string progress;
    NeedReviewDecision decision = NeedReviewDecision::continues;
    std::string reasons;
    std::optional<Date> next_review;
};

/// A visit to a child in need: whether the child was seen, and how; before birth, whether those who expect the child
/// were. A meeting or review is not a visit.
struct NeedPlanVisit {
    Id<struct NeedPlanVisitTag> id;
    NeedPlanId plan;
    Date visited_on;
    StaffId visited_by;
    ChildSeen seen = ChildSeen::not_recorded;
    std::string not_seen_why;
    std::string note;                         ///< what was seen and said, the child's own words too
    Answer parents_seen = Answer::not_known;  ///< before birth: those who expect the child
};

struct StartNeedPlan {
    NeedPlanId id;
    PersonId child;
    ReferralId referral;
    AssessmentId assessment;
    StaffId worker;
    TeamId team;
    Date decided_on;
};
/// Decided: the planning meeting is owed. Refused while the child has another plan of this kind.
Result<NeedPlan> start_need_plan(const StartNeedPlan& command, std::span<const NeedPlan> of_child, Instant now);

/// The meeting was held and made the plan. A meeting without the family is recorded with the reason in `family_wants`.
struct RecordPlanningMeeting {
    Date met_on;
    std::string already_helps;
    std::string family_wants;
    std::string child_wants;
    std::string child_wants_missing_why;
    std::string worries;
    std::string if_things_go_wrong;
    std::optional<Date> next_review;
};
Result<NeedPlan> record_planning_meeting(NeedPlan plan, const RecordPlanningMeeting& command, Instant now);

/// Who agrees and who does not, now: each answer replaces the person's last one (the journal keeps both).
Result<NeedPlanMember> record_agreement(const NeedPlan& plan, NeedPlanMember member, Instant now);

/// An action takes what it is for, who does it and by when. Several may be for the same outcome.
Result<NeedPlanAction> agree_action(const NeedPlan& plan, NeedPlanAction action);
/// What became of it. "Changed" and "dropped" take a reason, and so does every later change of mind.
Result<NeedPlanAction> settle_action(const NeedPlan& plan, NeedPlanAction action, ActionState state, Date on,
                                     std::string progress, Instant now);

/// What one review writes.
struct NeedPlanReviewed {
    NeedPlan plan;
    NeedPlanReview review;
};
/// Refused for a day before the meeting or to come, and without the family's view or why there is none. A decision to
/// end does not end it: that is `end_need_plan`, with the manager's closure where the case closes too.
Result<NeedPlanReviewed> review_need_plan(NeedPlan plan, NeedPlanReview review, const Actor& actor, Instant now);

/// A visit made. Not seeing the child takes the reason, and so does not seeing the parents of a child who is not born;
/// a visit from before the plan is recorded as it happened.
Result<NeedPlanVisit> record_visit(const NeedPlan& plan, NeedPlanVisit visit, const Actor& actor, Instant now);
/// Whether it is the visit that the plan asks for: the child was seen or, before birth, the parents.
bool counts(const NeedPlanVisit& visit);
/// Who was seen, as people say it.
std::string_view who_was_seen(const NeedPlanVisit& visit);
/// Whether the child was seen with the visitor's own eyes: what "last seen" counts.
bool was_seen(ChildSeen seen);

struct EndNeedPlan {
    NeedPlanEnd end = NeedPlanEnd::no_longer_needed;
    Date ended_on;
    std::string why;
};
/// "No longer needed" comes from a review that decided so; the other ways follow from what happened.
Result<NeedPlan> end_need_plan(NeedPlan plan, std::span<const NeedPlanReview> reviews, const EndNeedPlan& command,
                               Instant now);

/// What the plan still lacks, for the worker's list; nothing is blocked by it.
std::vector<Missing> missing_from_plan(const NeedPlan& plan, std::span<const NeedPlanMember> members,
                                       std::span<const NeedPlanAction> actions);

std::string_view says(NeedPlanState state);
std::string_view says(NeedPlanEnd end);
std::string_view says(Agreement agreement);
std::string_view says(ActionState state);
std::string_view says(NeedReviewDecision decision);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::NeedPlanState> {
    using S = kith::core::NeedPlanState;
    static constexpr std::array all{Word{S::being_planned, "being_planned"sv}, Word{S::active, "active"sv},
                                    Word{S::ended, "ended"sv}};
};
template <>
struct kith::Words<kith::core::NeedPlanEnd> {
    using E = kith::core::NeedPlanEnd;
    static constexpr std::array all{
        Word{E::no_longer_needed, "no_longer_needed"sv},
        Word{E::family_ended_agreement, "family_ended_agreement"sv},
        Word{E::child_protection_plan, "child_protection_plan"sv},
        Word{E::looked_after, "looked_after"sv},
        Word{E::moved_away, "moved_away"sv},
        Word{E::turned_18, "turned_18"sv},
        Word{E::died, "died"sv},
        Word{E::pregnancy_ended, "pregnancy_ended"sv},
        Word{E::other, "other"sv},
    };
};
template <>
struct kith::Words<kith::core::Agreement> {
    using A = kith::core::Agreement;
    static constexpr std::array all{Word{A::not_asked, "not_asked"sv}, Word{A::agrees, "agrees"sv},
                                    Word{A::agrees_in_part, "agrees_in_part"sv}, Word{A::declines, "declines"sv}};
};
template <>
struct kith::Words<kith::core::ActionState> {
    using S = kith::core::ActionState;
    static constexpr std::array all{Word{S::to_do, "to_do"sv}, Word{S::done, "done"sv}, Word{S::changed, "changed"sv},
                                    Word{S::dropped, "dropped"sv}};
};
template <>
struct kith::Words<kith::core::NeedReviewDecision> {
    using D = kith::core::NeedReviewDecision;
    static constexpr std::array all{Word{D::continues, "continues"sv}, Word{D::ends, "ends"sv},
                                    Word{D::step_up, "step_up"sv}};
};
