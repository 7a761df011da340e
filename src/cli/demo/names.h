// Invented names, streets and worries. Given and family names are mixed from many communities at random: nobody is
// meant.
#pragma once

#include <span>
#include <string_view>

#include "core/contact.h"

namespace kith::cli {

struct GivenName {
    std::string_view name;
    bool girl;
};
std::span<const GivenName> given_names();
std::span<const std::string_view> family_names();
std::span<const std::string_view> streets();
std::span<const std::string_view> schools();
std::span<const std::string_view> ethnicities();  ///< codes of the census

/// What somebody tells the front door, and who that is.
struct Worry {
    core::ReporterKind reporter;
    core::Channel channel;
    std::string_view agency;
    std::string_view role;
    std::string_view source;  ///< word of the referral source
    std::string_view worry;
    std::string_view helps;
    std::string_view factor;  ///< code of the assessment factor that it is about
};
std::span<const Worry> worries();

}  // namespace kith::cli
