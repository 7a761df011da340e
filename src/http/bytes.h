// Bytes as HTTP sees them: which may stand in a token, what a percent sign means, what is UTF-8. Pure; private to
// http/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith::http {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_alpha(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// RFC 9110 tchar: what a method, a field's name or a cookie's name is made of.
constexpr bool is_token_char(char c) {
    return is_digit(c) || is_alpha(c) || std::string_view("!#$%&'*+-.^_`|~").find(c) != std::string_view::npos;
}
bool is_token(std::string_view text);

/// Below 0x20 but tab, and DEL: nowhere in a head but as CR LF.
constexpr bool is_forbidden_control(char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f;
}

/// 0 to 15, or -1.
constexpr int hex_value(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// Without spaces and tabs at both ends.
std::string_view without_space(std::string_view text);

/// The parts between commas, without space; empty parts left out.
template <class Visit>
void each_of_list(std::string_view list, Visit visit) {
    while (!list.empty()) {
        const auto comma = list.find(',');
        if (auto part = without_space(list.substr(0, comma)); !part.empty()) visit(part);
        list = comma == std::string_view::npos ? std::string_view() : list.substr(comma + 1);
    }
}

/// All digits, no sign, no space; nothing when empty or beyond 64 bits.
std::optional<std::uint64_t> parse_decimal(std::string_view digits);

/// Whole and shortest-form UTF-8, no surrogates.
bool is_utf8(std::string_view bytes);

enum class Plus { is_plus, is_space };

/// Nothing when a "%" is not followed by two hexadecimal digits.
std::optional<std::string> percent_decode(std::string_view text, Plus plus);

}  // namespace kith::http
