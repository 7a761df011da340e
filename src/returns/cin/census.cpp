#include "returns/cin/census.h"

namespace kith::returns::cin {

static std::string_view without_space(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

void DateField::read() {
    value = parse_date(without_space(text));
}

static bool same_word(std::string_view text, std::string_view word) {
    if (text.size() != word.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i)
        if ((text[i] | 0x20) != word[i]) return false;
    return true;
}

void TruthField::read() {
    std::string_view word = without_space(text);
    value.reset();
    if (word == "1" || same_word(word, "true")) value = true;
    if (word == "0" || same_word(word, "false")) value = false;
}

void NumberField::read() {
    std::string_view digits = without_space(text);
    value.reset();
    int sign = 1;
    if (!digits.empty() && (digits[0] == '-' || digits[0] == '+')) {
        sign = digits[0] == '-' ? -1 : 1;
        digits.remove_prefix(1);
    }
    if (digits.empty() || digits.size() > 9) return;
    int number = 0;
    for (char c : digits) {
        if (c < '0' || c > '9') return;
        number = number * 10 + (c - '0');
    }
    value = sign * number;
}

}  // namespace kith::returns::cin
