// Cookies, RFC 6265: reading the Cookie header, writing Set-Cookie. Every cookie of ours is HttpOnly. Pure.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.h"

namespace kith::http {

/// The pairs of one Cookie header, in the order sent. A pair with a byte that a cookie may not hold is left out.
std::vector<Field> parse_cookies(std::string_view header);

/// The first cookie of that name, from all Cookie headers.
std::optional<std::string> cookie(const Request& request, std::string_view name);

enum class SameSite { lax, strict };

struct Cookie {
    std::string name;   ///< a token
    std::string value;  ///< letters, digits and punctuation but '"' ',' ';' '\'; anything else is a bug
    std::string path = "/";
    SameSite same_site = SameSite::lax;
    bool secure = false;                          ///< sent back over HTTPS only
    std::optional<std::chrono::seconds> max_age;  ///< without it: until the browser is closed; 0 deletes
};

/// The Set-Cookie field, HttpOnly always.
Field set_cookie(const Cookie& cookie);

/// The Set-Cookie field that deletes a cookie of that name and path.
Field delete_cookie(std::string_view name, std::string_view path = "/");

}  // namespace kith::http
