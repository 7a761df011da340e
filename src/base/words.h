// The stable word of each value of an enum: what is stored, sent and compared. A word, once released, never changes;
// the sentence that a person reads is somewhere else.
//
//     template <> struct kith::Words<Colour> {
//         static constexpr std::array all{Word{Colour::red, "red"sv}, Word{Colour::green, "green"sv}};
//     };
#pragma once

#include <array>
#include <concepts>
#include <optional>
#include <string_view>
#include <type_traits>

#include "base/result.h"

namespace kith {

using namespace std::string_view_literals;

template <class E>
struct Word {
    E value;
    std::string_view text;
};

/// Specialised beside the enum, with every value in `all`, in the order in which a list shows them.
template <class E>
struct Words;

template <class E>
concept HasWords = std::is_enum_v<E> && requires {
    Words<E>::all.size();
};

template <HasWords E>
std::string_view word(E value) {
    for (const auto& [each, text] : Words<E>::all)
        if (each == value) return text;
    CHECK(!"every value of an enum has its word");
    return {};
}

/// The value with exactly that word.
template <HasWords E>
std::optional<E> parse_word(std::string_view text) {
    for (const auto& [each, its_word] : Words<E>::all)
        if (its_word == text) return each;
    return std::nullopt;
}

template <HasWords E>
constexpr auto all_values() {
    std::array<E, Words<E>::all.size()> values{};
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = Words<E>::all[i].value;
    return values;
}

}  // namespace kith
