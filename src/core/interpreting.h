// Who interprets between the family and the professionals.
//
// Never a relative: a family member shields, leaves out, or is the one the worry is about. In an emergency, when nobody
// else can be had, a relative may, and the record keeps why. The child never does, nor anyone the worry is about.
//
// Practice corrections 15.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/words.h"

namespace kith::core {

enum class InterpretedBy {
    not_said,
    not_needed,
    interpreter,    ///< somebody whose work it is, there or by telephone
    family_member,  ///< the emergency exception
    nobody_found,   ///< needed, and nobody could be had in time
};

/// Refuses a member of the family without the reason why nobody else could, an interpreter without a name, and one of
/// the children. `children` are names as people say them.
Result<void> check_interpreting(InterpretedBy by, std::string_view who, std::string_view relative_interprets_why,
                                std::span<const std::string> children);

std::string_view says(InterpretedBy by);

/// One line for a page: "An interpreter: Ines Moreau, by telephone"; empty when nothing was said.
std::string interpreting_line(InterpretedBy by, std::string_view who, std::string_view relative_interprets_why);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::InterpretedBy> {
    using enum kith::core::InterpretedBy;
    static constexpr std::array all{
        Word{not_said, "not_said"sv},         Word{not_needed, "not_needed"sv},
        Word{interpreter, "interpreter"sv},   Word{family_member, "family_member"sv},
        Word{nobody_found, "nobody_found"sv},
    };
};
