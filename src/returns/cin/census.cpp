#include "returns/cin/census.h"

namespace kith::returns::cin {

std::string_view without_space(std::string_view text) {
    constexpr std::string_view space = " \t\r\n";
    std::size_t first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

static std::optional<int> digits(std::string_view text) {
    int number = 0;
    for (char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

void DateField::read() {
    std::string_view day = without_space(text);
    value.reset();
    if (day.size() != 10 || day[4] != '-' || day[7] != '-') return;
    auto y = digits(day.substr(0, 4)), m = digits(day.substr(5, 2)), d = digits(day.substr(8, 2));
    if (!y || !m || !d || *y == 0) return;
    std::chrono::year_month_day date(std::chrono::year(*y) / *m / *d);
    if (date.ok()) value = Date(date);
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
    std::string_view number = without_space(text);
    value.reset();
    int sign = 1;
    if (!number.empty() && (number[0] == '-' || number[0] == '+')) {
        sign = number[0] == '-' ? -1 : 1;
        number.remove_prefix(1);
    }
    if (number.empty() || number.size() > 9) return;
    if (auto size = digits(number)) value = sign * *size;
}

}  // namespace kith::returns::cin
