#include "cli/census_year.h"

#include <fmt/format.h>

#include <charconv>

namespace kith::cli {

Result<int> census_year_from(std::string_view typed) {
    int year = 0;
    auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), year);
    std::string_view rest = typed.substr(static_cast<std::size_t>(end - typed.data()));
    if (error == std::errc() && year >= 1900 && year <= 2199) {
        if (rest.empty()) return year;
        if (rest == fmt::format("-{:02}", (year + 1) % 100)) return year + 1;
    }
    return refuse(Because::invalid, "year",
                  fmt::format("A census year is written 2027, for 2026-27; not \"{}\".", typed));
}

}  // namespace kith::cli
