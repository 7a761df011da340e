// Numbers that name a person in other people's systems: the unique pupil number (UPN) and the NHS number.
//
// A number here has passed its own arithmetic; that makes it well formed, never true. Whether an NHS number belongs to
// the person is a separate fact (NhsTrace), and only a traced number leaves the building.
// Sources: DfE UPN guide 1.2 (check letter, parts); NHS Data Dictionary, NHS number (modulus 11).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"

namespace kith::core {

// ---- Unique pupil number --------------------------------------------------------------------------------------------
// 13 characters: check letter, authority (3 digits), school (4), year (2), serial (3). The last is a letter where the
// number is temporary. No letter is I, O or S.

enum class UpnKind { permanent, temporary };

class Upn {
  public:
    /// Reads a UPN as typed, spaces and case forgiven. The refusal says which part is wrong.
    static Result<Upn> parse(std::string_view typed);

    const std::string& text() const { return text_; }
    UpnKind kind() const;
    std::string_view authority() const { return std::string_view(text_).substr(1, 3); }
    bool operator==(const Upn&) const = default;

  private:
    explicit Upn(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// A letter that a UPN may hold: A to Z without I, O and S, upper case.
bool is_upn_letter(char c);

/// The check letter that 13 characters should begin with; nothing where characters 2 to 12 are not digits or the last
/// is neither a digit nor a UPN letter, because then no sum can be made.
std::optional<char> upn_check_letter(std::string_view thirteen);

/// A local authority number that may stand in characters 2 to 4 of a UPN.
bool is_upn_authority(std::string_view three_digits);

/// The number by which the government knows an authority, as typed: three digits of that list.
Result<std::string> authority_number(std::string_view typed);

// ---- NHS number -----------------------------------------------------------------------------------------------------

class NhsNumber {
  public:
    /// Reads ten digits, spaces and hyphens forgiven. Ten equal digits pass the sum and are refused all the same.
    static Result<NhsNumber> parse(std::string_view typed);

    const std::string& digits() const { return digits_; }
    std::string spaced() const;  ///< "943 476 5870"
    bool operator==(const NhsNumber&) const = default;

  private:
    explicit NhsNumber(std::string digits) : digits_(std::move(digits)) {}
    std::string digits_;
};

/// What is known about whose number it is.
enum class NhsTrace {
    untraced,          ///< as somebody gave it
    traced,            ///< matched by the national tracing service
    verified_by_hand,  ///< a named person compared it with a document
    mismatch,          ///< the tracing service answered with somebody else, or nobody
};

/// A mistaken match is a safety incident: untraced and mismatched numbers are kept, shown as such, and never sent.
bool may_be_sent(NhsTrace trace);

std::string_view says(NhsTrace trace);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::NhsTrace> {
    using T = kith::core::NhsTrace;
    using W = Word<T>;
    static constexpr std::array all{W{T::untraced, "untraced"}, W{T::traced, "traced"},
                                    W{T::verified_by_hand, "verified_by_hand"}, W{T::mismatch, "mismatch"}};
};
