// The census's code sets, by census year (the year of the 31 March that ends it: 2027 is 2026-27).
// Codes are compared as written: "rc1" is not RC1.
#pragma once

#include <string_view>

namespace kith::returns::cin {

bool is_referral_source(std::string_view code);     ///< 1A … 10; 5D since 2022-23
bool is_primary_need(std::string_view code);        ///< N0 … N9
bool is_reason_for_closure(std::string_view code);  ///< RC1 … RC9
bool is_factor(std::string_view code);              ///< 1A … 24A; 18A and 19A still count as codes (8945Q, 8950Q ask)
bool is_category_of_abuse(std::string_view code);   ///< NEG PHY SAB EMO MUL
bool is_ethnicity(std::string_view code);
bool is_disability(std::string_view code);  ///< NONE included
bool is_sex(std::string_view code);         ///< M F U, from 2024-25
bool is_gender(std::string_view code);      ///< 0 1 2 9, to 2023-24
bool is_pre_proceedings_outcome(std::string_view code);

/// What a code means, in words for a person; empty for an unknown one.
std::string_view referral_source_label(std::string_view code);
std::string_view primary_need_label(std::string_view code);
std::string_view reason_for_closure_label(std::string_view code);
std::string_view factor_label(std::string_view code);
std::string_view category_of_abuse_label(std::string_view code);
std::string_view ethnicity_label(std::string_view code);
std::string_view disability_label(std::string_view code);

/// Authority numbers in characters 2 to 4 of a UPN: 942 and 943 only from 2023-24.
bool is_upn_authority_in(int census_year, std::string_view three_digits);

}  // namespace kith::returns::cin
