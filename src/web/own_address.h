// Where a page may send somebody by an address that came with the request.
#pragma once

#include <algorithm>
#include <string_view>

namespace kith::web {

/// A path of this site, as an address is written: "//elsewhere" and "https:…" would lead away, and so would "/\t/else":
/// browsers leave tabs and line ends out before they read it, and take a backslash for a slash.
constexpr bool is_own_address(std::string_view address) {
    constexpr auto is_written = [](char c) { return c > 0x20 && c < 0x7f && c != '\\'; };
    return address.size() > 1 && address.size() < 1'000 && address[0] == '/' && address[1] != '/' &&
           std::ranges::all_of(address, is_written);
}

}  // namespace kith::web
