#include "store/protection_plan_store.h"

namespace kith::store {

std::span<const Column<core::ProtectionPlan>> Table<core::ProtectionPlan>::columns() {
    static constexpr std::array all{
        column<&core::ProtectionPlan::id>("id"),
        column<&core::ProtectionPlan::version>("version"),
        column<&core::ProtectionPlan::child>("child"),
        column<&core::ProtectionPlan::started_on>("started_on"),
        column<&core::ProtectionPlan::conference>("conference"),
        column<&core::ProtectionPlan::category>("category"),
        column<&core::ProtectionPlan::accountable_worker>("accountable_worker"),
        column<&core::ProtectionPlan::team>("team"),
        column<&core::ProtectionPlan::already_helps>("already_helps"),
        column<&core::ProtectionPlan::contingency>("contingency"),
        column<&core::ProtectionPlan::family_view>("family_view"),
        column<&core::ProtectionPlan::child_view>("child_view"),
        column<&core::ProtectionPlan::child_view_missing>("child_view_missing"),
        column<&core::ProtectionPlan::visit_every_days>("visit_every_days"),
        column<&core::ProtectionPlan::visited_by>("visited_by"),
        column<&core::ProtectionPlan::last_review>("last_review"),
        column<&core::ProtectionPlan::reviewed_on>("reviewed_on"),
        column<&core::ProtectionPlan::review_by>("review_by"),
        column<&core::ProtectionPlan::review_booked>("review_booked"),
        column<&core::ProtectionPlan::ended_on>("ended_on"),
        column<&core::ProtectionPlan::end>("end_reason"),
        column<&core::ProtectionPlan::end_why>("end_why"),
        column<&core::ProtectionPlan::inherited_from>("inherited_from"),
    };
    return all;
}

std::span<const Column<core::PlanChange>> Table<core::PlanChange>::columns() {
    static constexpr std::array all{
        column<&core::PlanChange::id>("id"),
        column<&core::PlanChange::plan>("plan"),
        column<&core::PlanChange::position>("position"),
        column<&core::PlanChange::must_change>("must_change"),
        column<&core::PlanChange::how_we_will_know>("how_we_will_know"),
        column<&core::PlanChange::by>("by_date"),
        column<&core::PlanChange::progress>("progress"),
        column<&core::PlanChange::achieved_on>("achieved_on"),
    };
    return all;
}

std::span<const Column<core::PlanAction>> Table<core::PlanAction>::columns() {
    static constexpr std::array all{
        column<&core::PlanAction::id>("id"),         column<&core::PlanAction::plan>("plan"),
        column<&core::PlanAction::change>("change"), column<&core::PlanAction::position>("position"),
        column<&core::PlanAction::who>("who"),       column<&core::PlanAction::what>("what"),
        column<&core::PlanAction::by>("by_date"),    column<&core::PlanAction::status>("status"),
        column<&core::PlanAction::note>("note"),     column<&core::PlanAction::looked_at_on>("looked_at_on"),
    };
    return all;
}

std::span<const Column<core::PlanCategory>> Table<core::PlanCategory>::columns() {
    static constexpr std::array all{
        column<&core::PlanCategory::id>("id"),
        column<&core::PlanCategory::plan>("plan"),
        column<&core::PlanCategory::category>("category"),
        column<&core::PlanCategory::from>("from_date"),
        column<&core::PlanCategory::conference>("conference"),
        column<&core::PlanCategory::why>("why"),
    };
    return all;
}

std::span<const Column<core::ProtectionVisit>> Table<core::ProtectionVisit>::columns() {
    static constexpr std::array all{
        column<&core::ProtectionVisit::id>("id"),
        column<&core::ProtectionVisit::plan>("plan"),
        column<&core::ProtectionVisit::child>("child"),
        column<&core::ProtectionVisit::visited_at>("visited_at"),
        column<&core::ProtectionVisit::by>("by_staff"),
        column<&core::ProtectionVisit::seen>("seen"),
        column<&core::ProtectionVisit::seen_alone>("seen_alone"),
        column<&core::ProtectionVisit::why_not>("why_not"),
        column<&core::ProtectionVisit::child_said>("child_said"),
        column<&core::ProtectionVisit::account>("account"),
        column<&core::ProtectionVisit::parents_seen>("parents_seen"),
    };
    return all;
}

std::span<const Column<core::CoreGroupMember>> Table<core::CoreGroupMember>::columns() {
    static constexpr std::array all{
        column<&core::CoreGroupMember::id>("id"),
        column<&core::CoreGroupMember::plan>("plan"),
        column<&core::CoreGroupMember::person>("person"),
        column<&core::CoreGroupMember::staff>("staff"),
        column<&core::CoreGroupMember::name>("name"),
        column<&core::CoreGroupMember::role>("role"),
        column<&core::CoreGroupMember::agency>("agency"),
        column<&core::CoreGroupMember::from>("from_date"),
        column<&core::CoreGroupMember::until>("until_date"),
        column<&core::CoreGroupMember::left_why>("left_why"),
    };
    return all;
}

std::span<const Column<core::CoreGroupMeeting>> Table<core::CoreGroupMeeting>::columns() {
    static constexpr std::array all{
        column<&core::CoreGroupMeeting::id>("id"),
        column<&core::CoreGroupMeeting::version>("version"),
        column<&core::CoreGroupMeeting::plan>("plan"),
        column<&core::CoreGroupMeeting::number>("number"),
        column<&core::CoreGroupMeeting::held_at>("held_at"),
        column<&core::CoreGroupMeeting::led_by>("led_by"),
        column<&core::CoreGroupMeeting::family_said>("family_said"),
        column<&core::CoreGroupMeeting::progress>("progress"),
        column<&core::CoreGroupMeeting::worries>("worries"),
        column<&core::CoreGroupMeeting::next_on>("next_on"),
        column<&core::CoreGroupMeeting::recorded_by>("recorded_by"),
    };
    return all;
}

std::span<const Column<core::CoreGroupAttendance>> Table<core::CoreGroupAttendance>::columns() {
    static constexpr std::array all{
        column<&core::CoreGroupAttendance::id>("id"),         column<&core::CoreGroupAttendance::meeting>("meeting"),
        column<&core::CoreGroupAttendance::member>("member"), column<&core::CoreGroupAttendance::came>("came"),
        column<&core::CoreGroupAttendance::note>("note"),
    };
    return all;
}

}  // namespace kith::store
