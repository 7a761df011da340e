#include "core/identifiers.h"

#include <algorithm>
#include <array>

namespace kith::core {

static constexpr std::string_view upn_alphabet = "ABCDEFGHJKLMNPQRTUVWXYZ";

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_upn_letter(char c) {
    return upn_alphabet.find(c) != std::string_view::npos;
}

std::optional<char> upn_check_letter(std::string_view thirteen) {
    if (thirteen.size() != 13) return std::nullopt;
    std::size_t sum = 0;
    for (std::size_t place = 2; place <= 13; ++place) {
        char c = thirteen[place - 1];
        if (is_digit(c))
            sum += place * static_cast<std::size_t>(c - '0');
        else if (place == 13 && is_upn_letter(c))
            sum += place * upn_alphabet.find(c);
        else
            return std::nullopt;
    }
    return upn_alphabet[sum % upn_alphabet.size()];
}

struct Range {
    int first, last;
};
static constexpr std::array<Range, 35> authorities = {{
    {1, 5},     {201, 213}, {301, 320}, {330, 336}, {340, 344}, {350, 359}, {370, 373}, {380, 384}, {390, 394},
    {420, 420}, {660, 681}, {701, 708}, {800, 803}, {805, 808}, {810, 813}, {815, 816}, {820, 823}, {825, 826},
    {830, 831}, {835, 841}, {845, 846}, {850, 852}, {855, 857}, {860, 861}, {865, 896}, {908, 909}, {916, 916},
    {919, 919}, {921, 921}, {925, 926}, {928, 929}, {931, 931}, {933, 933}, {935, 938}, {940, 943},
}};

bool is_upn_authority(std::string_view three_digits) {
    if (three_digits.size() != 3 || !std::all_of(three_digits.begin(), three_digits.end(), is_digit)) return false;
    int number = (three_digits[0] - '0') * 100 + (three_digits[1] - '0') * 10 + (three_digits[2] - '0');
    return std::any_of(authorities.begin(), authorities.end(),
                       [number](Range r) { return r.first <= number && number <= r.last && number > 0; });
}

static std::string without(std::string_view typed, std::string_view unwanted) {
    std::string kept;
    for (char c : typed)
        if (unwanted.find(c) == std::string_view::npos) kept.push_back(c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c);
    return kept;
}

Result<std::string> authority_number(std::string_view typed) {
    std::string digits = without(typed, " ");
    if (is_upn_authority(digits)) return digits;
    return refuse(Because::invalid, "dfe_number",
                  "The government's number of an authority has three digits and is on its list, such as 801.");
}

UpnKind Upn::kind() const {
    return is_digit(text_[12]) ? UpnKind::permanent : UpnKind::temporary;
}

Result<Upn> Upn::parse(std::string_view typed) {
    std::string text = without(typed, " ");
    if (text.size() != 13)
        return refuse(Because::invalid, "upn", "A unique pupil number has 13 characters: a letter and 12 digits.");
    std::optional<char> letter = upn_check_letter(text);
    if (!letter)
        return refuse(Because::invalid, "upn",
                      "A unique pupil number is a letter and 12 digits; only a temporary one ends in a letter.");
    if (!is_upn_authority(std::string_view(text).substr(1, 3)))
        return refuse(
            Because::invalid, "upn",
            "The three digits after the letter of this unique pupil number are not the number of a local authority. "
            "Check what was typed.");
    if (*letter != text[0])
        return refuse(
            Because::invalid, "upn",
            "The first letter of this unique pupil number does not fit its digits, so one character is wrong. "
            "Check it against the school’s record.");
    return Upn(std::move(text));
}

static bool is_modulus_11(std::string_view ten_digits) {
    int sum = 0;
    for (int i = 0; i < 9; ++i)
        sum += (ten_digits[static_cast<std::size_t>(i)] - '0') * (10 - i);
    int check = (11 - sum % 11) % 11;
    return check != 10 && check == ten_digits[9] - '0';
}

Result<NhsNumber> NhsNumber::parse(std::string_view typed) {
    std::string digits = without(typed, " -");
    if (digits.size() != 10 || !std::all_of(digits.begin(), digits.end(), is_digit))
        return refuse(Because::invalid, "nhs_number", "An NHS number has 10 digits, such as 999 000 0018.");
    bool all_equal = digits.find_first_not_of(digits[0]) == std::string::npos;
    if (all_equal || !is_modulus_11(digits))
        return refuse(Because::invalid, "nhs_number",
                      "This is not an NHS number: its last digit does not fit the others. Check what was typed.");
    return NhsNumber(std::move(digits));
}

std::string NhsNumber::spaced() const {
    return digits_.substr(0, 3) + ' ' + digits_.substr(3, 3) + ' ' + digits_.substr(6);
}

bool may_be_sent(NhsTrace trace) {
    return trace == NhsTrace::traced || trace == NhsTrace::verified_by_hand;
}

std::string_view says(NhsTrace trace) {
    switch (trace) {
        case NhsTrace::untraced:
            return "As somebody gave it, not checked";
        case NhsTrace::traced:
            return "Matched by the national tracing service";
        case NhsTrace::verified_by_hand:
            return "Compared with a document by a named person";
        case NhsTrace::mismatch:
            return "The tracing service found somebody else, or nobody";
    }
    return "";
}

}  // namespace kith::core
