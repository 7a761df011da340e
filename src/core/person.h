// A person: child, parent, carer and relative are roles of one record, never four.
//
// An unborn child is a person with an expected date and no date of birth or sex; a birth keeps the record and its
// history (practice corrections 24). "Not known" is an answer; blank means nobody asked yet.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/words.h"
#include "core/characteristics.h"
#include "core/identifiers.h"
#include "core/ids.h"

namespace kith::core {

enum class Sex { female, male, unknown };

/// Where a child is on the way into life.
enum class Stage { unborn, born, pregnancy_ended };

/// How sure a date of birth is. An estimated or disputed age is treated as a child's until assessed.
enum class BirthDateIs { verified, stated, estimated, not_known };

struct Person {
    PersonId id;
    int version = 1;
    std::string given_name;  ///< may be empty: "Baby" is composed for the unborn
    std::string family_name;
    std::string known_as;
    Stage stage = Stage::born;
    std::optional<Date> date_of_birth;
    BirthDateIs birth_date_is = BirthDateIs::not_known;
    std::optional<Date> expected_date;  ///< unborn: when the baby is due
    Sex sex = Sex::unknown;
    std::string ethnicity;  ///< the census code, or empty
    std::string first_language;
    std::string communication;  ///< interpreter, braille, easy read, large print … in words
    bool disabled = false;      ///< a disabled child is a child in need by section 17(10)(c)
    std::string nhs_number;     ///< ten digits, valid, or empty
    std::string phone;
    std::string safe_to_contact;  ///< how and when it is safe to reach this person
    std::optional<Date> died_on;
    StaffId accountable_worker;                    ///< nil when unallocated: an alert, never a block
    TeamId team;                                   ///< the team that holds the child, nil when closed
    std::vector<Disability> disabilities;          ///< empty: not asked yet
    std::string pupil_number;                      ///< unique pupil number, valid, or empty
    std::string former_pupil_number;               ///< valid, or empty
    std::optional<NoPupilNumber> no_pupil_number;  ///< why there is none
    std::string local_number;                      ///< the authority's own, from an earlier system, or empty
    std::optional<int> plans_elsewhere;  ///< child protection plans of other authorities; none: nobody has asked
    NhsTrace nhs_trace = NhsTrace::untraced;
    std::optional<Date> nhs_trace_on;  ///< when that was found out
    std::string nhs_trace_source;      ///< who or what said so
};

/// "Amara Okafor", "Baby Okafor (due 3 March 2027)", "Child, name not known".
std::string full_name(const Person& person);

/// "5 years", "7 months", "3 weeks", "due 3 March 2027"; empty when nothing is known.
std::string age_in_words(const Person& person, Date today);

/// Under 18, unborn, or of unknown or unverified age: the safe reading.
bool is_child(const Person& person, Date today);

/// Statutory age rule (practice corrections 9): only a verified date of birth of 18 or over ends child protection.
bool is_verified_adult(const Person& person, Date today);

enum class RelationKind {
    mother,
    father,
    parent,
    step_parent,
    partner_of_parent,
    carer,
    grandparent,
    sibling,
    half_sibling,
    aunt_or_uncle,
    other_relative,
    friend_of_family,
};

enum class ParentalResponsibility { yes, no, not_known };

/// What one person is to a child. Parental responsibility is a sourced fact: it creates "is owed", it never gives
/// access.
struct Relation {
    Id<struct RelationTag> id;
    PersonId child;
    PersonId other;
    RelationKind kind = RelationKind::other_relative;
    ParentalResponsibility responsibility = ParentalResponsibility::not_known;
    std::string responsibility_source;  ///< birth certificate seen, court order of …, mother by law
    std::optional<Date> from;
    std::optional<Date> until;
};

std::string_view says(RelationKind kind);
std::string_view says(Sex sex);
std::string_view says(BirthDateIs how_sure);
std::string_view says(ParentalResponsibility responsibility);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::Sex> {
    using S = kith::core::Sex;
    static constexpr std::array all{Word{S::female, "female"sv}, Word{S::male, "male"sv},
                                    Word{S::unknown, "unknown"sv}};
};
template <>
struct kith::Words<kith::core::Stage> {
    using S = kith::core::Stage;
    static constexpr std::array all{Word{S::unborn, "unborn"sv}, Word{S::born, "born"sv},
                                    Word{S::pregnancy_ended, "pregnancy_ended"sv}};
};
template <>
struct kith::Words<kith::core::BirthDateIs> {
    using B = kith::core::BirthDateIs;
    static constexpr std::array all{Word{B::verified, "verified"sv}, Word{B::stated, "stated"sv},
                                    Word{B::estimated, "estimated"sv}, Word{B::not_known, "not_known"sv}};
};
template <>
struct kith::Words<kith::core::RelationKind> {
    using K = kith::core::RelationKind;
    static constexpr std::array all{Word{K::mother, "mother"sv},
                                    Word{K::father, "father"sv},
                                    Word{K::parent, "parent"sv},
                                    Word{K::step_parent, "step_parent"sv},
                                    Word{K::partner_of_parent, "partner_of_parent"sv},
                                    Word{K::carer, "carer"sv},
                                    Word{K::grandparent, "grandparent"sv},
                                    Word{K::sibling, "sibling"sv},
                                    Word{K::half_sibling, "half_sibling"sv},
                                    Word{K::aunt_or_uncle, "aunt_or_uncle"sv},
                                    Word{K::other_relative, "other_relative"sv},
                                    Word{K::friend_of_family, "friend_of_family"sv}};
};
template <>
struct kith::Words<kith::core::ParentalResponsibility> {
    using P = kith::core::ParentalResponsibility;
    static constexpr std::array all{Word{P::yes, "yes"sv}, Word{P::no, "no"sv}, Word{P::not_known, "not_known"sv}};
};
