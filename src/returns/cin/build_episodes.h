// The episodes of a child in a census year: one for each day on which the child was referred, with the work that
// followed. Used by build_child only.
#pragma once

#include "returns/cin/build.h"

namespace kith::returns::cin {

struct BuiltEpisodes {
    std::vector<Episode> episodes;  ///< in scope, oldest first
    std::vector<LeftOut> left_out;  ///< without the child's number
};
BuiltEpisodes build_episodes(const core::ChildHistory& history, const CensusYear& year, const WorkingDays& calendar);

}  // namespace kith::returns::cin
