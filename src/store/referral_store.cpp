#include "store/referral_store.h"

namespace kith::store {

std::span<const Column<core::Referral>> Table<core::Referral>::columns() {
    static constexpr std::array all{
        column<&core::Referral::id>("id"),
        column<&core::Referral::version>("version"),
        column<&core::Referral::child>("child"),
        column<&core::Referral::contact>("contact"),
        column<&core::Referral::received_at>("received_at"),
        column<&core::Referral::accepted_at>("accepted_at"),
        column<&core::Referral::decided_at>("decided_at"),
        column<&core::Referral::recorded_at>("recorded_at"),
        column<&core::Referral::source>("source"),
        column<&core::Referral::source_detail>("source_detail"),
        column<&core::Referral::reason>("reason"),
        column<&core::Referral::need>("need"),
        column<&core::Referral::team>("team"),
        column<&core::Referral::state>("state"),
        column<&core::Referral::decision>("decision"),
        column<&core::Referral::decided_by>("decided_by"),
        column<&core::Referral::decision_reasons>("decision_reasons"),
        column<&core::Referral::service>("service"),
        column<&core::Referral::closed_on>("closed_on"),
    };
    return all;
}

std::span<const Column<core::ChildWorker>> Table<core::ChildWorker>::columns() {
    static constexpr std::array all{
        column<&core::ChildWorker::id>("id"),
        column<&core::ChildWorker::child>("child"),
        column<&core::ChildWorker::staff>("staff"),
        column<&core::ChildWorker::team>("team"),
        column<&core::ChildWorker::role>("role"),
        column<&core::ChildWorker::from>("from_at"),
        column<&core::ChildWorker::until>("until_at"),
        column<&core::ChildWorker::arranged_by>("arranged_by"),
        column<&core::ChildWorker::taken_over_from>("taken_over_from"),
        column<&core::ChildWorker::note>("note"),
        column<&core::ChildWorker::ended_why>("ended_why"),
    };
    return all;
}

std::span<const Column<core::Closure>> Table<core::Closure>::columns() {
    static constexpr std::array all{
        column<&core::Closure::id>("id"),
        column<&core::Closure::version>("version"),
        column<&core::Closure::child>("child"),
        column<&core::Closure::referral>("referral"),
        column<&core::Closure::reason>("reason"),
        column<&core::Closure::closes_on>("closes_on"),
        column<&core::Closure::why>("why"),
        column<&core::Closure::family_view>("family_view"),
        column<&core::Closure::family_view_missing_why>("family_view_missing_why"),
        column<&core::Closure::child_view>("child_view"),
        column<&core::Closure::child_view_missing_why>("child_view_missing_why"),
        column<&core::Closure::services_that_stay>("services_that_stay"),
        column<&core::Closure::how_to_come_back>("how_to_come_back"),
        column<&core::Closure::proposed_by>("proposed_by"),
        column<&core::Closure::proposed_at>("proposed_at"),
        column<&core::Closure::state>("state"),
        column<&core::Closure::decided_by>("decided_by"),
        column<&core::Closure::decided_at>("decided_at"),
        column<&core::Closure::decision_reasons>("decision_reasons"),
    };
    return all;
}

}  // namespace kith::store
