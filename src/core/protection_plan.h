// A child protection plan: what must change for one child to be safe, by when and how everybody will know; who does
// what; who visits; what already helps; what happens if it does not work. A conference decides that there is one, under
// exactly one category, on the day that it was held. It is *not* a finding of fault, and it may be for an unborn child.
//
// A child never has a child protection plan and a child in need plan at once, nor two child protection plans. It is
// reviewed within three months and then within six of the *actual* last review; a limit that falls on a day without
// offices is not moved on: the last day that can be booked is before it.
//
// Law and guidance: Working Together, child protection plan; Children Act 1989 section 47; practice corrections 23, 24.
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
#include "core/missing.h"
#include "core/process.h"
#include "core/staff.h"

namespace kith::core {

/// The one category of a plan; the words are those of the rulebook's categories. Emotional neglect is neglect.
enum class AbuseCategory { neglect, physical_abuse, sexual_abuse, emotional_abuse };

enum class PlanEnd {
    no_longer_at_continuing_risk,
    moved_and_transferred,  ///< the other authority has held its conference
    reached_18,
    died,
    left_the_country,
    pregnancy_ended,
};

struct ProtectionPlan {
    ProtectionPlanId id;
    int version = 1;
    PersonId child;
    Date started_on;          ///< the day of the conference
    ConferenceId conference;  ///< the one that made it
    AbuseCategory category = AbuseCategory::neglect;
    StaffId accountable_worker;
    TeamId team;
    std::string already_helps;  ///< what already helps, or that nothing is known to
    std::string contingency;    ///< what happens if it does not work
    std::string family_view;    ///< how far the family agrees, in their words
    std::string child_view;
    std::string child_view_missing;
    int visit_every_days = 10;  ///< working days at most between visits in which the child is seen
    std::string visited_by;     ///< who visits, and what the visit is for
    ConferenceId last_review;   ///< nil before the first review
    Date reviewed_on;           ///< the day from which the next review counts: the conference's, then the last review's
    Date review_by;             ///< the last day in law for the next review; never rolled forward
    Date review_booked;         ///< what the conference agreed
    std::optional<Date> ended_on;
    std::optional<PlanEnd> end;
    std::string end_why;
    PersonId inherited_from;  ///< twins: the child whose plan this was until they were known to be two
};

/// One thing that must change.
struct PlanChange {
    Id<struct PlanChangeTag> id;
    ProtectionPlanId plan;
    int position = 1;
    std::string must_change;
    std::string how_we_will_know;
    std::optional<Date> by;
    std::string progress;  ///< as last looked at
    std::optional<Date> achieved_on;
};

enum class ActionStatus { to_do, under_way, done, not_done, no_longer_needed };

/// Who does what, for which change.
struct PlanAction {
    Id<struct PlanActionTag> id;
    ProtectionPlanId plan;
    Id<PlanChangeTag> change;  ///< nil: for the plan as a whole
    int position = 1;
    std::string who;
    std::string what;
    std::optional<Date> by;
    ActionStatus status = ActionStatus::to_do;
    std::string note;
    std::optional<Date> looked_at_on;  ///< when its status was last said
};

/// The categories that a plan has been under, oldest first.
struct PlanCategory {
    Id<struct PlanCategoryTag> id;
    ProtectionPlanId plan;
    AbuseCategory category = AbuseCategory::neglect;
    Date from;
    ConferenceId conference;
    std::string why;
};

/// A visit under the plan. A core group or a conference is not a visit.
struct ProtectionVisit {
    Id<struct ProtectionVisitTag> id;
    ProtectionPlanId plan;
    PersonId child;
    Instant visited_at;
    StaffId by;
    Answer seen = Answer::yes;
    Answer seen_alone = Answer::not_known;
    std::string why_not;     ///< not seen, or not seen alone: why
    std::string child_said;  ///< the child's own words, or what was observed
    std::string account;
    Answer parents_seen = Answer::not_known;  ///< before birth: those who expect the child
};
/// Whether it is the visit that the plan asks for: the child was seen or, before birth, the parents.
inline bool counts(const ProtectionVisit& visit) {
    return visit.seen == Answer::yes || visit.parents_seen == Answer::yes;
}

/// What the day of the conference or review allows for the next one.
struct ReviewLimit {
    Date last_day;      ///< in law; it may be a Sunday
    Date last_working;  ///< the last day that can be booked: never after last_day
};

struct MakeProtectionPlan {
    ProtectionPlanId id;
    PersonId child;
    ConferenceId conference;
    Date held_on;
    AbuseCategory category = AbuseCategory::neglect;
    StaffId accountable_worker;
    TeamId team;
    ReviewLimit review;  ///< from the rulebook's clock
    Date review_booked;
};

/// A plan begins on the day of its conference. Refused while another one runs. A child in need plan ends on the same
/// day by the same action: see `check_no_need_plan`.
Result<ProtectionPlan> make_protection_plan(const MakeProtectionPlan& command,
                                            std::span<const ProtectionPlan> of_the_child);

/// The two kinds of plan never overlap: refused when a child in need plan would run past the day this one starts.
Result<void> check_no_need_plan(Date protection_starts, std::optional<Date> need_plan_started,
                                std::optional<Date> need_plan_ended);

/// The plan's own text, worked on by the core group as often as they like.
struct PlanText {
    std::string already_helps;
    std::string contingency;
    std::string family_view;
    std::string child_view;
    std::string child_view_missing;
    int visit_every_days = 10;
    std::string visited_by;
};
Result<ProtectionPlan> write_plan(ProtectionPlan plan, const PlanText& text);

struct ReviewPlan {
    ConferenceId conference;
    Date held_on;
    AbuseCategory category = AbuseCategory::neglect;  ///< unchanged, or the new one
    ReviewLimit next;                                 ///< from the rulebook's clock, counted from held_on
    Date review_booked;
};
/// A review continues the plan, under the same category or another. The next review counts from the day it was held.
Result<ProtectionPlan> continue_plan(ProtectionPlan plan, const ReviewPlan& command);

struct EndPlan {
    PlanEnd end = PlanEnd::no_longer_at_continuing_risk;
    Date on;
    std::string why;
    ConferenceId conference;  ///< nil where no review is needed to end it
};
/// A plan ends with its reason. "No longer at continuing risk" is a conference's decision, never one worker's.
Result<ProtectionPlan> end_plan(ProtectionPlan plan, const EndPlan& command);

Result<PlanAction> look_at_action(PlanAction action, ActionStatus status, std::string_view note, Date on);
Result<ProtectionVisit> record_visit(const ProtectionPlan& plan, ProtectionVisit visit, const Actor& actor,
                                     Instant now);

/// What the plan still needs before it is handed to the family.
std::vector<Missing> missing_from(const ProtectionPlan& plan, std::span<const PlanChange> changes,
                                  std::span<const PlanAction> actions);

bool is_running(const ProtectionPlan& plan);
ReviewLimit review_limit(const Due& due);

/// The day by which the child is next to be seen under the plan: counted from the last time seen, or from its start.
Date next_visit_by(const ProtectionPlan& plan, std::optional<Date> last_seen, const WorkingDays& days);

/// When the plan's review date is a date that cannot be booked, why, in a sentence; empty when it can.
std::string question_about_review(Date booked, const ReviewLimit& limit, const WorkingDays& days);

/// Whether this end needs a review conference.
bool needs_conference(PlanEnd end);

std::string_view says(AbuseCategory category);
std::string_view says(PlanEnd end);
std::string_view says(ActionStatus status);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::AbuseCategory> {
    using enum kith::core::AbuseCategory;
    static constexpr std::array all{Word{neglect, "neglect"sv}, Word{physical_abuse, "physical_abuse"sv},
                                    Word{sexual_abuse, "sexual_abuse"sv}, Word{emotional_abuse, "emotional_abuse"sv}};
};
template <>
struct kith::Words<kith::core::PlanEnd> {
    using enum kith::core::PlanEnd;
    static constexpr std::array all{
        Word{no_longer_at_continuing_risk, "no_longer_at_continuing_risk"sv},
        Word{moved_and_transferred, "moved_and_transferred"sv},
        Word{reached_18, "reached_18"sv},
        Word{died, "died"sv},
        Word{left_the_country, "left_the_country"sv},
        Word{pregnancy_ended, "pregnancy_ended"sv},
    };
};
template <>
struct kith::Words<kith::core::ActionStatus> {
    using enum kith::core::ActionStatus;
    static constexpr std::array all{
        Word{to_do, "to_do"sv},
        Word{under_way, "under_way"sv},
        Word{done, "done"sv},
        Word{not_done, "not_done"sv},
        Word{no_longer_needed, "no_longer_needed"sv},
    };
};
