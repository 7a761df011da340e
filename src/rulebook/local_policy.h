// An authority's own policy: a TOML file that sets lengths where the law leaves them to it, or sets them stricter than
// the law. It never loosens a national timescale, and an Act's own limit in hours or days cannot be set at all.
//
//     authority = "Northmoor"
//     from = 2026-12-01
//     bank_holidays = [2027-05-10]               # newly proclaimed days; never the council's own closures
//
//     [timescales]
//     visit_child_on_protection_plan = "5 working days"
//     hold_core_group = "4 weeks"
//
//     [helplines]                                # printed on letters; one that we know by name gets this number
//     "Childline" = "…, day and night"
#pragma once

#include <string_view>
#include <vector>

#include "core/process.h"

namespace kith::rulebook {

/// The policy, or every fault at once: each names the key (in `field`) and says what to write instead.
using PolicyResult = tl::expected<core::LocalPolicy, std::vector<Refusal>>;
PolicyResult read_local_policy(std::string_view toml, const core::Rulebook& law);

/// "5 working days", "4 weeks", "3 months", "24 hours"; "… before" for what is counted back.
std::optional<core::Limit> parse_limit(std::string_view text);

}  // namespace kith::rulebook
