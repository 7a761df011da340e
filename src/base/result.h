// A refusal is a value: something that a person asked for and may not have, or got wrong, with the way out in words.
//
// Three kinds of error exist in Kith. A *refusal* (here) is expected and is handed back. A *fault* (disk full, database
// gone) is an exception, caught in one place in http/ and cli/. A *bug* (a broken invariant) fails a CHECK, which ends
// the request and is logged.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace kith {

/// Why something was refused: a closed set, so that a page, the API and the command line each map it in one place.
enum class Because {
    invalid,    ///< what was entered cannot be right, or something needed is missing
    forbidden,  ///< this person may not do this
    not_found,  ///< no such thing, or no sign of it may be given
    conflict,   ///< the record is already past this point (a second decision, a plan that has ended)
    stale,      ///< somebody else changed it first
    busy,       ///< no room just now; try again shortly
};

struct Refusal {
    Because because = Because::invalid;
    std::string field;     ///< the name of the field it belongs to, or empty
    std::string sentence;  ///< what to do about it, in plain words; ends in a full stop
};

/// A T, or the reason why not.
template <class T>
using Result = tl::expected<T, Refusal>;

inline tl::unexpected<Refusal> refuse(Because because, std::string_view field, std::string_view sentence) {
    return tl::unexpected<Refusal>(Refusal{because, std::string(field), std::string(sentence)});
}

namespace detail {
template <class T>
T take(Result<T>&& result) {
    if constexpr (!std::is_void_v<T>) return std::move(*result);
}
[[noreturn]] void broken(const char* claim, const char* file, int line);
}  // namespace detail

/// A broken invariant of ours, never of a person's input.
class Bug : public std::logic_error {
  public:
    using std::logic_error::logic_error;
};

}  // namespace kith

/// The value of a Result, or return its refusal from the function around.
#define TRY(expression)                                                                       \
    __extension__({                                                                           \
        auto try_result = (expression);                                                       \
        if (!try_result) return tl::unexpected<kith::Refusal>(std::move(try_result).error()); \
        kith::detail::take(std::move(try_result));                                            \
    })

/// Throws Bug when the claim does not hold.
#define CHECK(claim)                                                    \
    do {                                                                \
        if (!(claim)) kith::detail::broken(#claim, __FILE__, __LINE__); \
    } while (false)
