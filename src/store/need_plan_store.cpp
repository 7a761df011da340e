#include "store/need_plan_store.h"

namespace kith::store {

std::span<const Column<core::NeedPlan>> Table<core::NeedPlan>::columns() {
    static constexpr std::array all{
        column<&core::NeedPlan::id>("id"),
        column<&core::NeedPlan::version>("version"),
        column<&core::NeedPlan::child>("child"),
        column<&core::NeedPlan::referral>("referral"),
        column<&core::NeedPlan::assessment>("assessment"),
        column<&core::NeedPlan::worker>("worker"),
        column<&core::NeedPlan::team>("team"),
        column<&core::NeedPlan::decided_on>("decided_on"),
        column<&core::NeedPlan::met_on>("met_on"),
        column<&core::NeedPlan::already_helps>("already_helps"),
        column<&core::NeedPlan::family_wants>("family_wants"),
        column<&core::NeedPlan::child_wants>("child_wants"),
        column<&core::NeedPlan::child_wants_missing_why>("child_wants_missing_why"),
        column<&core::NeedPlan::worries>("worries"),
        column<&core::NeedPlan::if_things_go_wrong>("if_things_go_wrong"),
        column<&core::NeedPlan::next_review>("next_review"),
        column<&core::NeedPlan::state>("state"),
        column<&core::NeedPlan::ended_on>("ended_on"),
        column<&core::NeedPlan::end>("end_reason"),
        column<&core::NeedPlan::ended_why>("ended_why"),
    };
    return all;
}

std::span<const Column<core::NeedPlanMember>> Table<core::NeedPlanMember>::columns() {
    static constexpr std::array all{
        column<&core::NeedPlanMember::id>("id"),
        column<&core::NeedPlanMember::plan>("plan"),
        column<&core::NeedPlanMember::person>("person"),
        column<&core::NeedPlanMember::name>("name"),
        column<&core::NeedPlanMember::part>("part"),
        column<&core::NeedPlanMember::invited>("invited"),
        column<&core::NeedPlanMember::came>("came"),
        column<&core::NeedPlanMember::agreement>("agreement"),
        column<&core::NeedPlanMember::in_their_words>("in_their_words"),
        column<&core::NeedPlanMember::answered_on>("answered_on"),
    };
    return all;
}

std::span<const Column<core::NeedPlanAction>> Table<core::NeedPlanAction>::columns() {
    static constexpr std::array all{
        column<&core::NeedPlanAction::id>("id"),
        column<&core::NeedPlanAction::plan>("plan"),
        column<&core::NeedPlanAction::position>("position"),
        column<&core::NeedPlanAction::outcome>("outcome"),
        column<&core::NeedPlanAction::action>("action"),
        column<&core::NeedPlanAction::owner>("owner"),
        column<&core::NeedPlanAction::owner_person>("owner_person"),
        column<&core::NeedPlanAction::owner_staff>("owner_staff"),
        column<&core::NeedPlanAction::by>("by_date"),
        column<&core::NeedPlanAction::how_we_know>("how_we_know"),
        column<&core::NeedPlanAction::state>("state"),
        column<&core::NeedPlanAction::settled_on>("settled_on"),
        column<&core::NeedPlanAction::progress>("progress"),
    };
    return all;
}

std::span<const Column<core::NeedPlanReview>> Table<core::NeedPlanReview>::columns() {
    static constexpr std::array all{
        column<&core::NeedPlanReview::id>("id"),
        column<&core::NeedPlanReview::plan>("plan"),
        column<&core::NeedPlanReview::held_on>("held_on"),
        column<&core::NeedPlanReview::recorded_by>("recorded_by"),
        column<&core::NeedPlanReview::family_view>("family_view"),
        column<&core::NeedPlanReview::family_view_missing_why>("family_view_missing_why"),
        column<&core::NeedPlanReview::child_view>("child_view"),
        column<&core::NeedPlanReview::child_view_missing_why>("child_view_missing_why"),
        column<&core::NeedPlanReview::progress>("progress"),
        column<&core::NeedPlanReview::decision>("decision"),
        column<&core::NeedPlanReview::reasons>("reasons"),
        column<&core::NeedPlanReview::next_review>("next_review"),
    };
    return all;
}

std::span<const Column<core::NeedPlanVisit>> Table<core::NeedPlanVisit>::columns() {
    static constexpr std::array all{
        column<&core::NeedPlanVisit::id>("id"),
        column<&core::NeedPlanVisit::plan>("plan"),
        column<&core::NeedPlanVisit::visited_on>("visited_on"),
        column<&core::NeedPlanVisit::visited_by>("visited_by"),
        column<&core::NeedPlanVisit::seen>("seen"),
        column<&core::NeedPlanVisit::not_seen_why>("not_seen_why"),
        column<&core::NeedPlanVisit::note>("note"),
        column<&core::NeedPlanVisit::parents_seen>("parents_seen"),
    };
    return all;
}

}  // namespace kith::store
