// The stable words of an enum: what is stored, journalled and sent in forms. A word is never changed once released.
//
//     template <> struct kith::Words<Sex> {
//         static constexpr std::array all{std::pair{Sex::female, "female"sv}, std::pair{Sex::male, "male"sv}};
//     };
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace kith {

using namespace std::string_view_literals;

template <class E>
struct Words;

template <class E>
concept HasWords = requires {
    Words<E>::all.size();
};

template <HasWords E>
constexpr std::string_view word(E value) {
    for (const auto& [each, text] : Words<E>::all)
        if (each == value) return text;
    return {};
}

template <HasWords E>
constexpr std::optional<E> parse_word(std::string_view text) {
    for (const auto& [each, its] : Words<E>::all)
        if (its == text) return each;
    return std::nullopt;
}

template <HasWords E>
std::vector<E> all_values() {
    std::vector<E> values;
    for (const auto& row : Words<E>::all)
        values.push_back(row.first);
    return values;
}

}  // namespace kith
