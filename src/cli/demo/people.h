// The people who work at the invented council.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/staff.h"

namespace kith::cli {

/// The one password of the invented council's people: it guards nothing.
inline constexpr std::string_view demo_password = "hartmere demo only";

/// On the government's list of authorities, and no real one's.
inline constexpr std::string_view demo_dfe_number = "003";

struct DemoTeam {
    std::string name;
    std::string phone;
};

struct DemoStaff {
    std::string sign_in_name;
    std::string name;
    core::Role role;
    std::size_t team;  ///< place in demo_teams
    std::string phone;
    bool social_work_qualified;
    std::string what;  ///< said beside the sign-in
    bool shown;
};

std::span<const DemoTeam> demo_teams();
std::span<const DemoStaff> demo_staff();

}  // namespace kith::cli
