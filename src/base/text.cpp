#include "base/text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

#include "base/result.h"

namespace kith {

static const icu::Normalizer2& normal_form(const icu::Normalizer2* (*instance)(UErrorCode&)) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* form = instance(error);
    CHECK(U_SUCCESS(error) && form);
    return *form;
}

static icu::UnicodeString normalised(const icu::Normalizer2& form, const icu::UnicodeString& text) {
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString result = form.normalize(text, error);
    CHECK(U_SUCCESS(error));
    return result;
}

static std::string utf8(const icu::UnicodeString& text) {
    std::string result;
    text.toUTF8String(result);
    return result;
}

// The code points, or nothing at the first byte that is not UTF-8.
static std::optional<std::u32string> decode(std::string_view text) {
    std::u32string points;
    points.reserve(text.size());
    auto size = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < size;) {
        UChar32 point = 0;
        U8_NEXT(text.data(), at, size, point);
        if (point < 0) return std::nullopt;
        points += static_cast<char32_t>(point);
    }
    return points;
}

static bool is_refused(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c < 0xa0);
}

static bool turns_direction(char32_t c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

std::optional<std::string> clean_text(std::string_view typed) {
    if (typed.size() > 0x3fffffff) return std::nullopt;
    auto points = decode(typed);
    if (!points || std::any_of(points->begin(), points->end(), is_refused)) return std::nullopt;
    icu::UnicodeString text;
    for (std::size_t i = 0; i < points->size(); ++i) {
        char32_t c = (*points)[i];
        bool first_of_pair = c == '\r' && i + 1 < points->size() && (*points)[i + 1] == '\n';
        if (!first_of_pair && !turns_direction(c)) text.append(static_cast<UChar32>(c == '\r' ? '\n' : c));
    }
    return utf8(normalised(normal_form(icu::Normalizer2::getNFCInstance), text));
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view space = " \t\r\n\f\v";
    auto first = text.find_first_not_of(space);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(space) - first + 1);
}

static bool is_apostrophe(UChar32 c) {
    static constexpr UChar32 known[] = {'\'',   '`',    0x00b4, 0x02b9, 0x02bb, 0x02bc, 0x02bd, 0x02be,
                                        0x02bf, 0x02c8, 0x2018, 0x2019, 0x201b, 0x2032, 0xff07};
    return std::find(std::begin(known), std::end(known), c) != std::end(known);
}

// Letters that Unicode does not take apart into a letter and an accent, but that people leave out or type plain.
static const char* plain_letters(UChar32 c) {
    switch (c) {
        case 0x00f8:
            return "o";  // ø
        case 0x0142:
            return "l";  // ł
        case 0x0111:
            return "d";  // đ
        case 0x00f0:
            return "d";  // ð
        case 0x00fe:
            return "th";  // þ
        case 0x00e6:
            return "ae";  // æ
        case 0x0153:
            return "oe";  // œ
        case 0x0131:
            return "i";  // ı
        case 0x0127:
            return "h";  // ħ
        case 0x0167:
            return "t";  // ŧ
        default:
            return nullptr;
    }
}

static bool is_accent(UChar32 c) {
    UErrorCode error = U_ZERO_ERROR;
    return u_charType(c) == U_NON_SPACING_MARK && uscript_getScript(c, &error) == USCRIPT_INHERITED;
}

static bool belongs_in_name(UChar32 c) {
    return u_isalnum(c) || (U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

static icu::UnicodeString without_apostrophes(const icu::UnicodeString& text) {
    icu::UnicodeString kept;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
        if (UChar32 c = text.char32At(i); !is_apostrophe(c)) kept.append(c);
    return kept;
}

// One space between words, none at the ends.
static icu::UnicodeString letters_and_single_spaces(const icu::UnicodeString& decomposed) {
    icu::UnicodeString kept;
    bool space_owed = false;
    for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        UChar32 c = decomposed.char32At(i);
        if (is_accent(c)) continue;
        if (!belongs_in_name(c)) {
            space_owed = !kept.isEmpty();
            continue;
        }
        if (space_owed) kept.append(UChar32(' '));
        space_owed = false;
        if (const char* plain = plain_letters(c))
            kept.append(icu::UnicodeString(plain, -1, US_INV));
        else
            kept.append(c);
    }
    return kept;
}

std::string fold(std::string_view text) {
    icu::UnicodeString typed = icu::UnicodeString::fromUTF8(text.substr(0, 1 << 20));
    icu::UnicodeString folded =
        normalised(normal_form(icu::Normalizer2::getNFKCCasefoldInstance), without_apostrophes(typed));
    icu::UnicodeString apart = normalised(normal_form(icu::Normalizer2::getNFDInstance), without_apostrophes(folded));
    return utf8(normalised(normal_form(icu::Normalizer2::getNFCInstance), letters_and_single_spaces(apart)));
}

struct Alike {
    long long matched = 0;
    long long out_of_place = 0;  // matched characters whose order differs; two make one transposition
};

static Alike matching_characters(const std::u32string& a, const std::u32string& b) {
    std::size_t longer = std::max(a.size(), b.size());
    std::size_t reach = longer / 2 > 0 ? longer / 2 - 1 : 0;
    std::u32string from_a, from_b;
    std::vector<char> taken(b.size(), 0);
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t end = std::min(b.size(), i + reach + 1);
        for (std::size_t j = i > reach ? i - reach : 0; j < end; ++j) {
            if (taken[j] || a[i] != b[j]) continue;
            taken[j] = 1;
            from_a += a[i];
            break;
        }
    }
    for (std::size_t j = 0; j < b.size(); ++j)
        if (taken[j]) from_b += b[j];
    Alike alike{static_cast<long long>(from_a.size())};
    for (std::size_t i = 0; i < from_a.size(); ++i)
        alike.out_of_place += from_a[i] != from_b[i];
    return alike;
}

// In whole numbers, so that every machine agrees: Jaro is top / bottom, and each of up to four equal first characters
// (Winkler) takes away a tenth of what is missing.
int likeness(std::string_view one, std::string_view other) {
    auto a = decode(one), b = decode(other);
    if (!a || !b || a->empty() || b->empty()) return 0;
    if (*a == *b) return 1000;
    a->resize(std::min<std::size_t>(a->size(), 256));
    b->resize(std::min<std::size_t>(b->size(), 256));
    auto [m, out_of_place] = matching_characters(*a, *b);
    if (m == 0) return 0;
    auto la = static_cast<long long>(a->size()), lb = static_cast<long long>(b->size());
    long long bottom = 6 * m * la * lb;
    long long top = 2 * m * m * (la + lb) + (2 * m - out_of_place) * la * lb;
    long long prefix = 0;
    while (prefix < std::min({la, lb, 4LL}) && (*a)[std::size_t(prefix)] == (*b)[std::size_t(prefix)])
        ++prefix;
    long long thousandths = (1000 * (10 * top + prefix * (bottom - top))) / (10 * bottom);
    return static_cast<int>(std::min(thousandths, 999LL));
}

std::size_t length(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> pieces;
    for (;;) {
        auto found = text.find(at);
        pieces.push_back(text.substr(0, found));
        if (found == std::string_view::npos) return pieces;
        text.remove_prefix(found + 1);
    }
}

}  // namespace kith
