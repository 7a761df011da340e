#include "store/strategy_discussion_store.h"

namespace kith::store {

std::span<const Column<core::StrategyDiscussion>> Table<core::StrategyDiscussion>::columns() {
    static constexpr std::array all{
        column<&core::StrategyDiscussion::id>("id"),
        column<&core::StrategyDiscussion::version>("version"),
        column<&core::StrategyDiscussion::held_at>("held_at"),
        column<&core::StrategyDiscussion::entered_at>("entered_at"),
        column<&core::StrategyDiscussion::held_as>("held_as"),
        column<&core::StrategyDiscussion::contact>("contact"),
        column<&core::StrategyDiscussion::manager>("manager"),
        column<&core::StrategyDiscussion::recorded_by>("recorded_by"),
        column<&core::StrategyDiscussion::team>("team"),
        column<&core::StrategyDiscussion::information>("information"),
        column<&core::StrategyDiscussion::reasonable_cause>("reasonable_cause"),
        column<&core::StrategyDiscussion::actions>("actions"),
        column<&core::StrategyDiscussion::police_reference>("police_reference"),
        column<&core::StrategyDiscussion::completed_at>("completed_at"),
        column<&core::StrategyDiscussion::completed_by>("completed_by"),
        column<&core::StrategyDiscussion::interpreted_by>("interpreted_by"),
        column<&core::StrategyDiscussion::interpreter>("interpreter"),
        column<&core::StrategyDiscussion::relative_interprets_why>("relative_interprets_why"),
    };
    return all;
}

std::span<const Column<core::StrategyChild>> Table<core::StrategyChild>::columns() {
    static constexpr std::array all{
        column<&core::StrategyChild::id>("id"),
        column<&core::StrategyChild::discussion>("discussion"),
        column<&core::StrategyChild::child>("child"),
        column<&core::StrategyChild::decision>("decision"),
        column<&core::StrategyChild::reasons>("reasons"),
        column<&core::StrategyChild::dissent>("dissent"),
        column<&core::StrategyChild::enquiry>("enquiry"),
        column<&core::StrategyChild::starts_the_enquiry>("starts_the_enquiry"),
    };
    return all;
}

std::span<const Column<core::StrategyAttendance>> Table<core::StrategyAttendance>::columns() {
    static constexpr std::array all{
        column<&core::StrategyAttendance::id>("id"),
        column<&core::StrategyAttendance::discussion>("discussion"),
        column<&core::StrategyAttendance::agency>("agency"),
        column<&core::StrategyAttendance::name>("name"),
        column<&core::StrategyAttendance::role>("role"),
        column<&core::StrategyAttendance::took_part>("took_part"),
        column<&core::StrategyAttendance::missing_why>("missing_why"),
        column<&core::StrategyAttendance::follow_up_on>("follow_up_on"),
        column<&core::StrategyAttendance::followed_up_on>("followed_up_on"),
    };
    return all;
}

std::span<const Column<core::StrategyTelling>> Table<core::StrategyTelling>::columns() {
    static constexpr std::array all{
        column<&core::StrategyTelling::id>("id"),           column<&core::StrategyTelling::discussion>("discussion"),
        column<&core::StrategyTelling::child>("child"),     column<&core::StrategyTelling::who_is_told>("who_is_told"),
        column<&core::StrategyTelling::told_by>("told_by"), column<&core::StrategyTelling::what>("what"),
        column<&core::StrategyTelling::when>("told_at"),    column<&core::StrategyTelling::not_yet_why>("not_yet_why"),
    };
    return all;
}

std::span<const Column<core::StrategyAddition>> Table<core::StrategyAddition>::columns() {
    static constexpr std::array all{
        column<&core::StrategyAddition::id>("id"),
        column<&core::StrategyAddition::discussion>("discussion"),
        column<&core::StrategyAddition::agency>("agency"),
        column<&core::StrategyAddition::who>("who"),
        column<&core::StrategyAddition::said_on>("said_on"),
        column<&core::StrategyAddition::said>("said"),
        column<&core::StrategyAddition::added_by>("added_by"),
        column<&core::StrategyAddition::added_at>("added_at"),
    };
    return all;
}

std::span<const Column<core::InterimSafetyPlan>> Table<core::InterimSafetyPlan>::columns() {
    static constexpr std::array all{
        column<&core::InterimSafetyPlan::id>("id"),
        column<&core::InterimSafetyPlan::version>("version"),
        column<&core::InterimSafetyPlan::child>("child"),
        column<&core::InterimSafetyPlan::discussion>("discussion"),
        column<&core::InterimSafetyPlan::conference>("conference"),
        column<&core::InterimSafetyPlan::starts>("starts"),
        column<&core::InterimSafetyPlan::reviewed_by>("reviewed_by"),
        column<&core::InterimSafetyPlan::worries>("worries"),
        column<&core::InterimSafetyPlan::what_helps>("what_helps"),
        column<&core::InterimSafetyPlan::who_does_what>("who_does_what"),
        column<&core::InterimSafetyPlan::if_it_fails>("if_it_fails"),
        column<&core::InterimSafetyPlan::who_to_ring>("who_to_ring"),
        column<&core::InterimSafetyPlan::agreed_by>("agreed_by"),
        column<&core::InterimSafetyPlan::made_by>("made_by"),
        column<&core::InterimSafetyPlan::made_at>("made_at"),
        column<&core::InterimSafetyPlan::ended_at>("ended_at"),
        column<&core::InterimSafetyPlan::ended_why>("ended_why"),
    };
    return all;
}

}  // namespace kith::store
