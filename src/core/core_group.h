// The core group: the family and the professionals closest to the child, named at the conference, who turn the outline
// into a plan, carry it out and look at every action of it. Its first meeting is within ten working days of the first
// conference. A core group is *not* a visit to the child, and not a review of the plan.
//
// Guidance: Working Together, core group.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "core/ids.h"
#include "core/missing.h"
#include "core/protection_plan.h"
#include "core/staff.h"

namespace kith::core {

using CoreGroupMemberId = Id<struct CoreGroupMemberTag>;
using CoreGroupMeetingId = Id<struct CoreGroupMeetingTag>;

/// Parents (and the child, where right) are members, not guests. Exactly one of person and staff is set for people whom
/// Kith knows; a professional from elsewhere has only a name.
struct CoreGroupMember {
    CoreGroupMemberId id;
    ProtectionPlanId plan;
    PersonId person;
    StaffId staff;
    std::string name;
    std::string role;  ///< mother, health visitor, class teacher …
    std::string agency;
    Date from;
    std::optional<Date> until;
    std::string left_why;
};

struct CoreGroupMeeting {
    CoreGroupMeetingId id;
    int version = 1;
    ProtectionPlanId plan;
    int number = 1;  ///< the first is the one that the conference dated
    Instant held_at;
    StaffId led_by;
    std::string family_said;  ///< what parents and child brought, or why they were not there
    std::string progress;
    std::string worries;  ///< what is not changing, and who is told
    std::optional<Date> next_on;
    StaffId recorded_by;
};

enum class CameToCoreGroup { came, sent_word, did_not_come };

struct CoreGroupAttendance {
    Id<struct CoreGroupAttendanceTag> id;
    CoreGroupMeetingId meeting;
    CoreGroupMemberId member;
    CameToCoreGroup came = CameToCoreGroup::came;
    std::string note;
};

/// Somebody joins. Refused without a name and what they are to the child.
Result<CoreGroupMember> join_core_group(CoreGroupMember member, const ProtectionPlan& plan);
/// Somebody leaves, on their last day. Refused without why, for a day before they joined or to come, and twice.
Result<CoreGroupMember> leave_core_group(CoreGroupMember member, Date on, std::string_view why, Date today);

/// Whether somebody was in it on that day, the first and the last included.
bool is_member_on(const CoreGroupMember& member, Date day);

/// A plan's core group needs the family, the accountable worker's agency and another professional.
std::vector<Missing> missing_from(std::span<const CoreGroupMember> members);

/// A meeting that was held. Refused in the future and once the plan has ended; the rest may follow.
Result<CoreGroupMeeting> hold_core_group(CoreGroupMeeting meeting, const ProtectionPlan& plan, const Actor& actor,
                                         Instant now);

/// What its record still needs: every member's attendance, the family's part, a status for every open action, and the
/// next date, which must not be after `next_by`.
std::vector<Missing> missing_from(const CoreGroupMeeting& meeting, std::span<const CoreGroupMember> members,
                                  std::span<const CoreGroupAttendance> attendance, std::span<const PlanAction> actions,
                                  Date next_by);

bool is_family(const CoreGroupMember& member);
std::string_view says(CameToCoreGroup came);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::CameToCoreGroup> {
    using enum kith::core::CameToCoreGroup;
    static constexpr std::array all{Word{came, "came"sv}, Word{sent_word, "sent_word"sv},
                                    Word{did_not_come, "did_not_come"sv}};
};
