#include "http/cookies.h"

#include <algorithm>

#include "base/result.h"
#include "http/bytes.h"

namespace kith::http {

namespace {

/// RFC 6265 cookie-octet.
bool is_cookie_value(std::string_view value) {
    return std::all_of(value.begin(), value.end(),
                       [](char c) { return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\'; });
}

std::string_view unquoted(std::string_view value) {
    const bool quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
    return quoted ? value.substr(1, value.size() - 2) : value;
}

}  // namespace

std::vector<Field> parse_cookies(std::string_view header) {
    std::vector<Field> cookies;
    while (!header.empty()) {
        const auto semicolon = header.find(';');
        const auto pair = without_space(header.substr(0, semicolon));
        header = semicolon == std::string_view::npos ? std::string_view() : header.substr(semicolon + 1);
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos) continue;
        const auto name = pair.substr(0, equals);
        const auto value = unquoted(pair.substr(equals + 1));
        if (is_token(name) && is_cookie_value(value)) cookies.push_back({std::string(name), std::string(value)});
    }
    return cookies;
}

std::optional<std::string> cookie(const Request& request, std::string_view name) {
    for (const auto& field : request.headers) {
        if (!same_name(field.name, "cookie")) continue;
        for (auto& found : parse_cookies(field.value))
            if (found.name == name) return std::move(found.value);
    }
    return std::nullopt;
}

Field set_cookie(const Cookie& cookie) {
    CHECK(is_token(cookie.name));
    CHECK(is_cookie_value(cookie.value));
    CHECK(cookie.path.starts_with('/') && is_cookie_value(cookie.path));
    std::string value = cookie.name + "=" + cookie.value + "; Path=" + cookie.path + "; HttpOnly; SameSite=";
    value += cookie.same_site == SameSite::strict ? "Strict" : "Lax";
    if (cookie.secure) value += "; Secure";
    if (cookie.max_age) value += "; Max-Age=" + std::to_string(cookie.max_age->count());
    return {"Set-Cookie", std::move(value)};
}

Field delete_cookie(std::string_view name, std::string_view path) {
    return set_cookie({.name = std::string(name), .path = std::string(path), .max_age = std::chrono::seconds(0)});
}

}  // namespace kith::http
