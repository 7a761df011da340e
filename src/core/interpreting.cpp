#include "core/interpreting.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "core/missing.h"

namespace kith::core {

static bool is_one_of(std::span<const std::string> children, std::string_view who) {
    return std::ranges::any_of(children, [&](const std::string& child) { return fold(child) == fold(who); });
}

Result<void> check_interpreting(InterpretedBy by, std::string_view who, std::string_view relative_interprets_why,
                                std::span<const std::string> children) {
    bool somebody = by == InterpretedBy::interpreter || by == InterpretedBy::family_member;
    if (!somebody) return {};
    if (is_blank(who)) return refuse(Because::invalid, "interpreter", "Give the name of whoever interprets.");
    if (is_one_of(children, trim(who)))
        return refuse(Because::invalid, "interpreter", "A child never interprets. Ring the interpreting service.");
    if (by == InterpretedBy::family_member && is_blank(relative_interprets_why))
        return refuse(Because::invalid, "relative_interprets_why",
                      "A member of the family does not interpret. In an emergency, say why nobody else could.");
    return {};
}

std::string_view says(InterpretedBy by) {
    switch (by) {
        case InterpretedBy::not_said:
            return "Not said yet";
        case InterpretedBy::not_needed:
            return "Nobody: it is not needed";
        case InterpretedBy::interpreter:
            return "An interpreter";
        case InterpretedBy::family_member:
            return "A member of the family, in an emergency: never a child, nor anyone the worry is about";
        case InterpretedBy::nobody_found:
            return "Nobody could be had in time";
    }
    return "";
}

std::string interpreting_line(InterpretedBy by, std::string_view who, std::string_view relative_interprets_why) {
    switch (by) {
        case InterpretedBy::not_said:
            return "";
        case InterpretedBy::interpreter:
            return fmt::format("An interpreter: {}", who);
        case InterpretedBy::family_member:
            return fmt::format("{}, a member of the family, in an emergency: {}", who, relative_interprets_why);
        default:
            return std::string(says(by));
    }
}

}  // namespace kith::core
