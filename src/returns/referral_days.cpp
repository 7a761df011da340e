#include "returns/referral_days.h"

namespace kith::returns {

namespace {

bool is_without_action(const core::Referral& referral) {
    return referral.decision && core::ends_at_once(*referral.decision);
}

void join(ReferralsOfDay& earlier, const core::Referral& later) {
    earlier.ids.push_back(later.id);
    if (is_without_action(later)) return;
    if (earlier.no_further_action) earlier.by = &later;
    earlier.closed_on = later.closed_on;
    earlier.no_further_action = false;
}

}  // namespace

std::vector<ReferralsOfDay> referrals_by_day(const core::ChildHistory& history) {
    std::vector<const core::Referral*> in_order;
    for (const core::Referral& each : history.referrals)
        in_order.push_back(&each);
    std::ranges::stable_sort(in_order, {}, &core::Referral::received_at);
    std::vector<ReferralsOfDay> days;
    for (const core::Referral* each : in_order) {
        Date on = core::timescale_starts(*each);
        if (!days.empty() && days.back().on == on)
            join(days.back(), *each);
        else
            days.push_back({each, {each->id}, on, each->closed_on, is_without_action(*each)});
    }
    return days;
}

bool may_host(const ReferralsOfDay& referrals, Date on) {
    return !referrals.no_further_action && referrals.on <= on && (!referrals.closed_on || *referrals.closed_on >= on);
}

}  // namespace kith::returns
