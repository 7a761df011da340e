// The vocabulary of assessments: states, outcomes, the grounds of section 17(10), the national list of factors, and the
// Assessment Framework's dimensions as prompts.
#pragma once

#include <span>
#include <string_view>

#include "base/words.h"

namespace kith::core {

enum class AssessmentState { in_progress, with_manager, authorised, stopped };

enum class ChildSeen {
    not_recorded,
    seen_alone,
    seen_with_others,
    observed,  ///< a baby or a child who was not spoken to
    not_seen,  ///< with the reason
    not_born,  ///< pre-birth: the parents are seen
};

/// Why a child is in need. More than one may hold.
enum class Section17Ground {
    standard_of_health_or_development,  ///< (a) unlikely to achieve or maintain it without services
    significant_impairment,             ///< (b) likely to be significantly or further impaired without services
    disabled,                           ///< (c)
};

/// The outcome for one child. Its word is the word of the state that it leads to.
enum class AssessmentOutcome {
    no_further_action,
    early_help,
    child_in_need,
    strategy_discussion,
    looked_after,
    other_service,   ///< another authority, or adult services
    plan_continues,  ///< the child already has a plan, which goes on
};

/// A factor of the national list. Its code is what practitioners call it.
struct AssessmentFactor {
    std::string_view code;   ///< "3B"
    std::string_view theme;  ///< "Domestic abuse"
    std::string_view says;   ///< "Domestic abuse: parent or carer is the subject"
};
/// The list as it stands; withdrawn codes are not offered.
std::span<const AssessmentFactor> assessment_factors();
const AssessmentFactor* find_factor(std::string_view code);
/// "21", no factors identified: stands alone.
inline constexpr std::string_view no_factors = "21";

enum class FrameworkDomain { child_development, parenting_capacity, family_and_environment };

/// A dimension of the Assessment Framework: a prompt under its narrative, never a box of its own.
struct FrameworkPrompt {
    FrameworkDomain domain;
    std::string_view dimension;
    std::string_view asks;
};
std::span<const FrameworkPrompt> framework_prompts();

std::string_view says(AssessmentState state);
std::string_view says(ChildSeen seen);
std::string_view says(Section17Ground ground);
std::string_view says(AssessmentOutcome outcome);
std::string_view says(FrameworkDomain domain);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::AssessmentState> {
    using S = kith::core::AssessmentState;
    static constexpr std::array all{Word{S::in_progress, "in_progress"sv}, Word{S::with_manager, "with_manager"sv},
                                    Word{S::authorised, "authorised"sv}, Word{S::stopped, "stopped"sv}};
};
template <>
struct kith::Words<kith::core::ChildSeen> {
    using C = kith::core::ChildSeen;
    static constexpr std::array all{
        Word{C::not_recorded, "not_recorded"sv},
        Word{C::seen_alone, "seen_alone"sv},
        Word{C::seen_with_others, "seen_with_others"sv},
        Word{C::observed, "observed"sv},
        Word{C::not_seen, "not_seen"sv},
        Word{C::not_born, "not_born"sv},
    };
};
template <>
struct kith::Words<kith::core::Section17Ground> {
    using G = kith::core::Section17Ground;
    static constexpr std::array all{Word{G::standard_of_health_or_development, "standard_of_health_or_development"sv},
                                    Word{G::significant_impairment, "significant_impairment"sv},
                                    Word{G::disabled, "disabled"sv}};
};
template <>
struct kith::Words<kith::core::AssessmentOutcome> {
    using O = kith::core::AssessmentOutcome;
    static constexpr std::array all{
        Word{O::no_further_action, "no_further_action"sv}, Word{O::early_help, "early_help"sv},
        Word{O::child_in_need, "child_in_need"sv},         Word{O::strategy_discussion, "strategy_discussion"sv},
        Word{O::looked_after, "looked_after"sv},           Word{O::other_service, "other_service"sv},
        Word{O::plan_continues, "plan_continues"sv},
    };
};
template <>
struct kith::Words<kith::core::FrameworkDomain> {
    using D = kith::core::FrameworkDomain;
    static constexpr std::array all{Word{D::child_development, "child_development"sv},
                                    Word{D::parenting_capacity, "parenting_capacity"sv},
                                    Word{D::family_and_environment, "family_and_environment"sv}};
};
