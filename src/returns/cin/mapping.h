// Kith's words as the census writes them: the one place where the two meet. Every word has its code, so a new word
// without one does not compile. What a code means to people is in codes.h.
//
// Doubts (docs/returns/cin.md): the labels of UN2 to UN6; a lost pregnancy, which has no reason for closure of its own.
//
// Not here: PPOutcome (N00833). Its codes are A, B and C, and what they mean is not established: our words “step down”
// and “apply to the court” have no letter, none is written, and one in a file that is brought over is named and left
// blank.
#pragma once

#include <optional>
#include <string_view>

#include "core/characteristics.h"
#include "core/closure.h"
#include "core/person.h"
#include "core/protection_plan.h"
#include "core/referral.h"

namespace kith::returns::cin {

std::string_view code_of(core::ReferralSource source);
std::string_view code_of(core::PrimaryNeed need);
std::string_view code_of(core::ClosureReason reason);
std::string_view code_of(core::AbuseCategory category);
std::string_view code_of(core::Disability disability);
std::string_view code_of(core::NoPupilNumber why);
std::string_view code_of(core::Sex sex);    ///< from 2024-25
std::string_view gender_of(core::Sex sex);  ///< to 2023-24

/// And back: our word for a code as written; nothing for a code without one ("MUL", "UN7", "9" of GenderCurrent). RC7
/// is the one code that several of our words have: it is "no longer in need". The same table, read the other way.
std::optional<core::ReferralSource> referral_source_of(std::string_view code);
std::optional<core::PrimaryNeed> primary_need_of(std::string_view code);
std::optional<core::ClosureReason> closure_reason_of(std::string_view code);
std::optional<core::AbuseCategory> abuse_category_of(std::string_view code);
std::optional<core::Disability> disability_of(std::string_view code);
std::optional<core::NoPupilNumber> no_pupil_number_of(std::string_view code);
std::optional<core::Sex> sex_of(std::string_view code);         ///< from 2024-25
std::optional<core::Sex> sex_of_gender(std::string_view code);  ///< to 2023-24

inline constexpr std::string_view not_of_school_age = "UN1";
inline constexpr std::string_view referral_without_further_action = "UN7";
inline constexpr std::string_view ethnicity_not_obtained = "NOBT";

}  // namespace kith::returns::cin
