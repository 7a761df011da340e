// A referral: the front door has decided that a child needs a decision about a service. One per child: brothers and
// sisters have their own, linked by the contact they came from. It is *not* a contact, and new worries about a child
// whose referral is open are contacts for that child's worker, never a second referral.
//
// Received, accepted and decided are three times. The one that starts the timescales is *received*; screening never
// shifts it. Sources: Working Together, "processes for managing individual cases"; practice corrections 22 and 25.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/ids.h"
#include "core/staff.h"

namespace kith::core {

/// Who referred, as the national list has it.
enum class ReferralSource {
    family,
    acquaintance,
    self,
    other_individual,
    school,
    education_service,
    gp,
    health_visitor,
    school_nurse,
    other_primary_health,
    accident_and_emergency,
    other_health,
    housing,
    adult_social_care,
    other_council_service,
    other_council,
    early_help,
    police,
    other_legal,
    other,
    anonymous,
    not_known,
};

/// The main reason why the child needs a service, as the national list has it.
enum class PrimaryNeed {
    not_stated,
    abuse_or_neglect,
    child_disability,
    parent_illness_or_disability,
    family_in_acute_stress,
    family_dysfunction,
    behaviour,
    low_income,
    absent_parenting,
    not_child_in_need,
};

enum class ReferralDecision {
    no_further_action,
    signpost,
    early_help,
    assessment,
    strategy_discussion,
    immediate_protection,
};

enum class ReferralState {
    received,  ///< no decision yet
    open,      ///< decided to act
    closed,
};

struct Referral {
    ReferralId id;
    int version = 1;
    PersonId child;
    ContactId contact;    ///< the contact that it came from; brothers and sisters share it
    Instant received_at;  ///< when the authority received the contact: starts every timescale
    Instant accepted_at;  ///< when the front door took it on
    std::optional<Instant> decided_at;
    Instant recorded_at;
    ReferralSource source = ReferralSource::not_known;
    std::string source_detail;  ///< agency and role, for professionals
    std::string reason;         ///< in plain words
    PrimaryNeed need = PrimaryNeed::not_stated;
    TeamId team;

    ReferralState state = ReferralState::received;
    std::optional<ReferralDecision> decision;
    StaffId decided_by;
    std::string decision_reasons;
    std::string service;  ///< signpost and early help: which, by name

    std::optional<Date> closed_on;
};

/// What the front door writes when a contact becomes referrals, once for each child.
struct AcceptReferral {
    ReferralId id;
    PersonId child;
    ContactId contact;
    Instant received_at;
    Instant accepted_at;
    ReferralSource source = ReferralSource::not_known;
    std::string source_detail;
    std::string reason;
    PrimaryNeed need = PrimaryNeed::not_stated;
    TeamId team;
};

/// A referral for the child. Refused when one is open for this child already (the worry goes to the child's worker).
Result<Referral> accept_referral(const AcceptReferral& command, std::span<const Referral> of_child, Instant now);

struct DecideReferral {
    ReferralDecision decision = ReferralDecision::assessment;
    std::string reasons;
    std::string service;
    PrimaryNeed need = PrimaryNeed::not_stated;
};
/// No further action, a service pointed to and early help close it on that day; the others open work. An urgent
/// decision is never refused for want of words.
Result<Referral> decide_referral(Referral referral, const DecideReferral& command, const Actor& actor, Instant now);

/// Closes with the child's case. Refused before its own start and when it is closed.
Result<Referral> close_referral(Referral referral, Date closed_on);

/// The decision that closes it at once, without any work having begun.
bool ends_at_once(ReferralDecision decision);

/// Day 0 of the assessment's 45 working days: the London day on which it was received.
Date timescale_starts(const Referral& referral);

/// "The timescale counts from Monday 2 March 2026, when this was received. Accepting it on … does not move it."
std::string timescale_in_words(const Referral& referral);

std::string_view says(ReferralSource source);
std::string_view says(PrimaryNeed need);
std::string_view says(ReferralDecision decision);
std::string_view says(ReferralState state);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::ReferralSource> {
    using S = kith::core::ReferralSource;
    static constexpr std::array all{
        Word{S::family, "family"sv},
        Word{S::acquaintance, "acquaintance"sv},
        Word{S::self, "self"sv},
        Word{S::other_individual, "other_individual"sv},
        Word{S::school, "school"sv},
        Word{S::education_service, "education_service"sv},
        Word{S::gp, "gp"sv},
        Word{S::health_visitor, "health_visitor"sv},
        Word{S::school_nurse, "school_nurse"sv},
        Word{S::other_primary_health, "other_primary_health"sv},
        Word{S::accident_and_emergency, "accident_and_emergency"sv},
        Word{S::other_health, "other_health"sv},
        Word{S::housing, "housing"sv},
        Word{S::adult_social_care, "adult_social_care"sv},
        Word{S::other_council_service, "other_council_service"sv},
        Word{S::other_council, "other_council"sv},
        Word{S::early_help, "early_help"sv},
        Word{S::police, "police"sv},
        Word{S::other_legal, "other_legal"sv},
        Word{S::other, "other"sv},
        Word{S::anonymous, "anonymous"sv},
        Word{S::not_known, "not_known"sv},
    };
};
template <>
struct kith::Words<kith::core::PrimaryNeed> {
    using N = kith::core::PrimaryNeed;
    static constexpr std::array all{
        Word{N::not_stated, "not_stated"sv},
        Word{N::abuse_or_neglect, "abuse_or_neglect"sv},
        Word{N::child_disability, "child_disability"sv},
        Word{N::parent_illness_or_disability, "parent_illness_or_disability"sv},
        Word{N::family_in_acute_stress, "family_in_acute_stress"sv},
        Word{N::family_dysfunction, "family_dysfunction"sv},
        Word{N::behaviour, "behaviour"sv},
        Word{N::low_income, "low_income"sv},
        Word{N::absent_parenting, "absent_parenting"sv},
        Word{N::not_child_in_need, "not_child_in_need"sv},
    };
};
template <>
struct kith::Words<kith::core::ReferralDecision> {
    using D = kith::core::ReferralDecision;
    static constexpr std::array all{
        Word{D::no_further_action, "no_further_action"sv},
        Word{D::signpost, "signpost"sv},
        Word{D::early_help, "early_help"sv},
        Word{D::assessment, "assessment"sv},
        Word{D::strategy_discussion, "strategy_discussion"sv},
        Word{D::immediate_protection, "immediate_protection"sv},
    };
};
template <>
struct kith::Words<kith::core::ReferralState> {
    using S = kith::core::ReferralState;
    static constexpr std::array all{Word{S::received, "received"sv}, Word{S::open, "open"sv},
                                    Word{S::closed, "closed"sv}};
};
