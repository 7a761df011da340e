// Ids: 128 bits from a source that is handed in, typed by what they name, written as 8-4-4-4-12 hexadecimal digits.
// They say nothing: no date, no order, no authority.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kith {

struct RawId {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const RawId&) const = default;
    bool is_nil() const { return *this == RawId{}; }
};

/// An id of one kind of thing: a PersonId never passes where a ContactId is wanted.
template <class Tag>
struct Id : RawId {
    Id() = default;
    explicit Id(RawId raw) : RawId(raw) {}
    auto operator<=>(const Id&) const = default;
};

/// "3f2a…-…": lower case, 36 characters.
std::string to_text(const RawId& id);
inline constexpr std::size_t id_length = 36;
/// The same, to where there is room for it.
void put_text(const RawId& id, char* at);

/// Reads what to_text writes (either case); nothing else.
std::optional<RawId> parse_id(std::string_view text);

template <class IdType>
std::optional<IdType> parse_id_as(std::string_view text) {
    auto raw = parse_id(text);
    if (!raw) return std::nullopt;
    return IdType(*raw);
}

/// Where new ids come from: random in main, counted in tests, seeded for the invented council.
using IdSource = std::function<RawId()>;

/// Ids 1, 2, 3 … for tests.
IdSource counting_ids(std::uint64_t first = 1);

/// A repeatable stream of ids: the same seed gives the same ids.
IdSource seeded_ids(std::uint64_t seed);

}  // namespace kith

template <>
struct std::hash<kith::RawId> {
    std::size_t operator()(const kith::RawId& id) const noexcept {
        std::size_t word = 0;
        std::memcpy(&word, id.bytes.data(), sizeof word);
        return word;
    }
};
template <class Tag>
struct std::hash<kith::Id<Tag>> : std::hash<kith::RawId> {};
