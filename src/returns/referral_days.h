// A child's referrals as returns to the government take them: one for each day, and which of them a piece of work
// followed. The census and the daily API have the same episodes because both ask here.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "core/child_history.h"

namespace kith::returns {

/// The referrals of one day, and so one episode.
struct ReferralsOfDay {
    const core::Referral* by;           ///< the first that was taken further, else the first; the history's own row
    std::vector<core::ReferralId> ids;  ///< the first one's is the same for ever
    Date on;
    std::optional<Date> closed_on;  ///< as the record has it, whenever that was
    bool no_further_action = false;
};

/// Oldest first. Good for as long as the history is.
std::vector<ReferralsOfDay> referrals_by_day(const core::ChildHistory& history);

/// Whether work of that day may have followed these referrals.
bool may_host(const ReferralsOfDay& referrals, Date on);

/// Work of that day followed the latest referral that was open then; nullptr: none was.
template <class Row>
Row* host_of(std::span<Row> days, Date on) {
    for (auto each = days.rbegin(); each != days.rend(); ++each)
        if (may_host(*each, on)) return &*each;
    return nullptr;
}

/// Work that names its referral followed that one.
template <class Row>
Row* host_of(std::span<Row> days, core::ReferralId id, Date on) {
    for (Row& each : days)
        if (!each.no_further_action && std::ranges::find(each.ids, id) != each.ids.end()) return &each;
    return host_of(days, on);
}

}  // namespace kith::returns
