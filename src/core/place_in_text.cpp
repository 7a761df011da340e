#include "core/place_in_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace kith::core {

using namespace std::string_view_literals;

namespace {

constexpr std::array short_forms{
    Word{"street"sv, "st"sv},     Word{"road"sv, "rd"sv},      Word{"avenue"sv, "ave"sv},    Word{"avenue"sv, "av"sv},
    Word{"lane"sv, "ln"sv},       Word{"close"sv, "cl"sv},     Word{"drive"sv, "dr"sv},      Word{"court"sv, "ct"sv},
    Word{"crescent"sv, "cres"sv}, Word{"gardens"sv, "gdns"sv}, Word{"terrace"sv, "ter"sv},   Word{"place"sv, "pl"sv},
    Word{"square"sv, "sq"sv},     Word{"grove"sv, "gr"sv},     Word{"apartment"sv, "apt"sv}, Word{"school"sv, "sch"sv},
};
constexpr std::array parts_of_a_building{"flat"sv, "unit"sv, "room"sv, "floor"sv, "apartment"sv, "first"sv, "ground"sv};
constexpr std::array no_place{"not known"sv, "no fixed abode"sv, "not recorded"sv, "not yet known"sv,
                              "address not known"sv};

std::string_view in_full(std::string_view word) {
    for (const auto& [whole, brief] : short_forms)
        if (word == brief) return whole;
    return word;
}

/// The folded words of a text, street words in full, with one space around each: so that words are found whole.
std::string words_in_full(std::string_view text) {
    std::string folded = fold(text), whole = " ";
    for (std::string_view word : split(folded, ' '))
        if (!word.empty()) whole += std::string(in_full(word)) + " ";
    return whole;
}

/// "flat 3 12 mill lane" is "12 mill lane": whoever names the house names the place.
std::string without_part_of_building(std::string_view line) {
    std::vector<std::string_view> words = split(trim(line), ' ');
    std::size_t at = 0;
    while (at < words.size() && std::ranges::find(parts_of_a_building, words[at]) != parts_of_a_building.end())
        at += 2;
    std::string rest;
    for (; at < words.size(); ++at)
        rest += (rest.empty() ? "" : " ") + std::string(words[at]);
    return rest;
}

bool is_number_alone(std::string_view line) {
    return std::ranges::all_of(split(line, ' '), [](std::string_view word) {
        return std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; }) || word.size() < 2;
    });
}

bool is_one_word(std::string_view line) {
    return trim(line).find(' ') == std::string_view::npos;
}

std::string first_line_as_typed(std::string_view address) {
    return std::string(trim(address.substr(0, address.find_first_of(",\n"))));
}

}  // namespace

std::string telling_line(std::string_view address) {
    std::string lines(address);
    std::ranges::replace(lines, '\n', ',');
    std::string joined;
    for (std::string_view part : split(lines, ',')) {
        std::string words = without_part_of_building(words_in_full(part));
        if (words.empty()) continue;
        joined += (joined.empty() ? "" : " ") + words;
        if (std::ranges::find(no_place, joined) != no_place.end()) return {};
        if (!is_number_alone(joined) && !is_one_word(joined)) return joined;
    }
    return {};
}

SearchedText::SearchedText(std::string_view text) : folded_(fold(text)), in_full_(words_in_full(text)) {}

bool SearchedText::holds_words(std::string_view words) const {
    return in_full_.find(" " + std::string(words) + " ") != std::string::npos;
}

bool SearchedText::holds_letters(std::string_view letters) const {
    auto words = split(folded_, ' ');
    for (std::size_t first = 0; first < words.size(); ++first) {
        std::string_view left = letters;
        for (std::size_t next = first; next < words.size() && left.starts_with(words[next]); ++next) {
            left.remove_prefix(words[next].size());
            if (left.empty()) return true;
        }
    }
    return false;
}

std::optional<std::string> place_in_text(const SearchedText& text, const Place& place) {
    std::string postcode = fold(place.postcode);
    std::erase(postcode, ' ');
    if (!postcode.empty() && text.holds_letters(postcode)) return place.postcode;
    std::string line = telling_line(place.text);
    if (!line.empty() && text.holds_words(line)) return first_line_as_typed(place.text);
    return std::nullopt;
}

}  // namespace kith::core
