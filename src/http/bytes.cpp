#include "http/bytes.h"

#include <algorithm>
#include <limits>

namespace kith::http {

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_token_char);
}

std::string_view without_space(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<std::uint64_t> parse_decimal(std::string_view digits) {
    if (digits.empty()) return std::nullopt;
    constexpr auto most = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t value = 0;
    for (char c : digits) {
        const auto digit = static_cast<std::uint64_t>(c - '0');
        if (!is_digit(c) || value > (most - digit) / 10) return std::nullopt;
        value = value * 10 + digit;
    }
    return value;
}

namespace {

/// The length that a first byte promises, and the least code point that needs it; 0 when it cannot come first.
struct Promise {
    int length;
    std::uint32_t least;
    std::uint32_t bits;
};
Promise promise_of(unsigned char first) {
    if (first < 0x80) return {1, 0, first};
    if ((first & 0xe0) == 0xc0) return {2, 0x80, first & 0x1fu};
    if ((first & 0xf0) == 0xe0) return {3, 0x800, first & 0x0fu};
    if ((first & 0xf8) == 0xf0) return {4, 0x10000, first & 0x07u};
    return {0, 0, 0};
}

}  // namespace

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();) {
        auto [length, least, code] = promise_of(static_cast<unsigned char>(bytes[at++]));
        if (length == 0 || bytes.size() - at + 1 < static_cast<std::size_t>(length)) return false;
        for (int more = 1; more < length; ++more) {
            const auto next = static_cast<unsigned char>(bytes[at++]);
            if ((next & 0xc0) != 0x80) return false;
            code = code << 6 | (next & 0x3fu);
        }
        if (code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return false;
    }
    return true;
}

std::optional<std::string> percent_decode(std::string_view text, Plus plus) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '+' && plus == Plus::is_space) {
            decoded += ' ';
        } else if (text[at] != '%') {
            decoded += text[at];
        } else {
            if (text.size() - at < 3) return std::nullopt;
            const int high = hex_value(text[at + 1]);
            const int low = hex_value(text[at + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            decoded += static_cast<char>(high << 4 | low);
            at += 2;
        }
    }
    return decoded;
}

}  // namespace kith::http
