// The census's element names in words that a person uses.
#pragma once

#include <string_view>

namespace kith::returns::cin {

/// "CINreferralDate" is "referral date"; a name that is not known stays as it is.
std::string_view label_of(std::string_view element);

}  // namespace kith::returns::cin
