#include "base/id.h"

namespace kith {

void put_text(const RawId& id, char* at) {
    static constexpr char digits[] = "0123456789abcdef";
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) *at++ = '-';
        *at++ = digits[id.bytes[i] >> 4];
        *at++ = digits[id.bytes[i] & 15];
    }
}

std::string to_text(const RawId& id) {
    std::string text(id_length, '\0');
    put_text(id, text.data());
    return text;
}

static int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::optional<RawId> parse_id(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    RawId id;
    std::size_t at = 0;
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) {
            if (text[at++] != '-') return std::nullopt;
        }
        int high = hex_value(text[at]), low = hex_value(text[at + 1]);
        if (high < 0 || low < 0) return std::nullopt;
        id.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
        at += 2;
    }
    return id;
}

static RawId from_words(std::uint64_t high, std::uint64_t low) {
    RawId id;
    for (std::size_t i = 0; i < 8; ++i) {
        id.bytes[i] = static_cast<std::uint8_t>(high >> (56 - 8 * i));
        id.bytes[8 + i] = static_cast<std::uint8_t>(low >> (56 - 8 * i));
    }
    return id;
}

IdSource counting_ids(std::uint64_t first) {
    return [next = first]() mutable { return from_words(0, next++); };
}

// splitmix64 (Steele, Lea, Flood): enough to look random; never used for anything secret.
static std::uint64_t next_word(std::uint64_t& state) {
    std::uint64_t z = (state += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

IdSource seeded_ids(std::uint64_t seed) {
    return [state = seed]() mutable {
        std::uint64_t high = next_word(state);
        return from_words(high, next_word(state));
    };
}

}  // namespace kith
