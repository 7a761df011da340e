// The rows, a function for each part of the census. rule.h joins them.
#pragma once

#include "returns/cin/rule.h"

namespace kith::returns::cin {

std::span<const Rule> header_rules();           ///< header and whole return
std::span<const Rule> identifier_rules();       ///< ChildIdentifiers
std::span<const Rule> characteristic_rules();   ///< ChildCharacteristics
std::span<const Rule> detail_rules();           ///< CINdetails: referral, need, no further action, episodes together
std::span<const Rule> closure_rules();          ///< CINdetails: how and when it ended
std::span<const Rule> assessment_rules();       ///< Assessments
std::span<const Rule> cin_plan_rules();         ///< CINPlanDates
std::span<const Rule> section47_rules();        ///< Section47
std::span<const Rule> protection_plan_rules();  ///< ChildProtectionPlans and Reviews
std::span<const Rule> pre_proceedings_rules();  ///< PreProceedingsandFGDM, from 2026-27

}  // namespace kith::returns::cin
