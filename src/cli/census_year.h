// A census year as people type it: 2027, or 2026-27; the year of the 31 March that ends it.
#pragma once

#include <string_view>

#include "base/result.h"

namespace kith::cli {

Result<int> census_year_from(std::string_view typed);

}  // namespace kith::cli
