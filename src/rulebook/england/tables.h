// The parts that england() puts together, and the names that their sources share.
#pragma once

#include <span>

#include "core/process.h"

namespace kith::rulebook::tables {

std::span<const core::Clock> clocks();
std::span<const core::Transition> transitions();
std::span<const core::Edition> editions();
std::span<const core::Category> categories();
std::span<const core::Fact> facts();

inline constexpr std::string_view working_together = "Working Together to Safeguard Children";
inline constexpr std::string_view children_act = "Children Act 1989";
inline constexpr std::string_view census_guide = "Children in need census guide";
inline constexpr std::string_view public_law_outline = "Public Law Outline (practice direction 12A)";
inline constexpr std::string_view local_procedures = "Local procedures";
inline constexpr std::string_view practice = "Practice review of these procedures";

}  // namespace kith::rulebook::tables
