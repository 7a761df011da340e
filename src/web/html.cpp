#include "web/html.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstring>

#ifdef __SSSE3__
#include <tmmintrin.h>
#endif

#include "base/result.h"

namespace kith::web {
namespace {

constexpr std::array<std::string_view, 256> entities = [] {
    std::array<std::string_view, 256> table{};
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['"'] = "&quot;";
    table['\''] = "&#39;";
    table['\r'] = "&#13;";         // a parser would make it a line feed
    table['\0'] = "\xef\xbf\xbd";  // no HTML can hold it
    return table;
}();

constexpr std::array<bool, 256> special = [] {
    std::array<bool, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = !entities[i].empty();
    return table;
}();

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool is_safe_name(std::string_view name) {
    constexpr std::array<std::string_view, 6> forbidden = {"style", "srcdoc", "href", "src", "action", "formaction"};
    if (name.empty() || name.substr(0, 2) == "on") return false;
    for (char c : name) {
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '-') return false;
    }
    for (std::string_view other : forbidden) {
        if (name == other) return false;
    }
    return true;
}

}  // namespace

SafeHtml::SafeHtml(std::string_view plain) {
    Html out(plain.size());
    put_escaped(out, plain);
    markup_ = std::move(out).text();
}

/// Room is cleared before it is written, a piece at a time so that it is still in the processor's cache.
void Html::make_room(std::size_t bytes) {
    constexpr std::size_t piece = 16 * 1024;
    text_.resize(std::max(used_ + bytes, std::min(text_.capacity(), text_.size() + piece)));
}

std::string Html::text() && {
    text_.resize(used_);
    used_ = 0;
    return std::move(text_);
}

SafeHtml Html::safe() && {
    SafeHtml html;
    html.markup_ = std::move(*this).text();
    return html;
}

constexpr std::size_t block = 16;

/// One bit for each of sixteen bytes that needs an entity.
static unsigned specials_in(const char* at) {
#ifdef __SSSE3__
    // No two of them end in the same four bits: the table has, for each four bits, the byte that needs one.
    const __m128i table = _mm_setr_epi8('\0', 0, '"', 0, 0, 0, '&', '\'', 0, 0, 0, 0, '<', '\r', '>', 0);
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(_mm_shuffle_epi8(table, bytes), bytes)));
#else
    unsigned found = 0;
    for (unsigned i = 0; i < block; ++i)
        found |= static_cast<unsigned>(special[static_cast<unsigned char>(at[i])]) << i;
    return found;
#endif
}

/// The first byte from `at` on that needs an entity, or the end.
static std::size_t next_special(std::string_view text, std::size_t at) {
    for (; at + block <= text.size(); at += block)
        if (unsigned found = specials_in(text.data() + at))
            return at + static_cast<std::size_t>(std::countr_zero(found));
    if (at < text.size() && text.size() >= block) {
        const std::size_t last = text.size() - block;  // overlaps what was seen
        const unsigned found = specials_in(text.data() + last) & (~0U << (at - last));
        return found ? last + static_cast<std::size_t>(std::countr_zero(found)) : text.size();
    }
    while (at < text.size() && !special[static_cast<unsigned char>(text[at])])
        ++at;
    return at;
}

void put_escaped(Html& out, std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = next_special(text, 0); at < text.size(); at = next_special(text, begin)) {
        out.as_is({text.data() + begin, at - begin});
        out.as_is(entities[static_cast<unsigned char>(text[at])]);
        begin = at + 1;
    }
    out.as_is({text.data() + begin, text.size() - begin});
}

template <class T>
static void put_digits(Html& out, T number) {
    std::array<char, 24> digits;
    auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.as_is({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

void put_number(Html& out, std::int64_t number) {
    put_digits(out, number);
}
void put_number(Html& out, std::uint64_t number) {
    put_digits(out, number);
}

/// Whether there is a byte that browsers drop or read as another.
static bool browser_would_change(std::string_view url) {
    using Sixteen = std::uint8_t __attribute__((vector_size(block)));
    Sixteen found{};
    std::size_t at = 0;
    for (; at + block <= url.size(); at += block) {
        Sixteen bytes;
        std::memcpy(&bytes, url.data() + at, block);
        found |= static_cast<Sixteen>((bytes < 0x20) | (bytes == '\\'));
    }
    std::array<std::uint8_t, block> each_found;
    std::memcpy(each_found.data(), &found, block);
    bool changed = std::any_of(each_found.begin(), each_found.end(), [](std::uint8_t each) { return each != 0; });
    for (; at < url.size(); ++at)
        changed |= static_cast<unsigned char>(url[at]) < 0x20 || url[at] == '\\';
    return changed;
}

bool is_allowed_url(std::string_view url) {
    if (browser_would_change(url)) return false;
    if (!url.empty() && url.front() == ' ') return false;
    std::size_t end = url.find_first_of(":/?#");
    if (end == std::string_view::npos || url[end] != ':') return url.substr(0, 2) != "//";
    std::string scheme;
    for (char c : url.substr(0, end))
        scheme += lower(c);
    return scheme == "https" || scheme == "http" || scheme == "mailto" || scheme == "tel";
}

void put_url_checked(Html& out, std::string_view url) {
    if (is_allowed_url(url)) {
        put_escaped(out, url);
    } else {
        out.as_is("#refused");
    }
}

void put_url_encoded(Html& out, std::string_view part) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    // "." and ".." alone would climb in the path.
    bool dots = part == "." || part == "..";
    std::size_t begin = 0;
    for (std::size_t i = 0; i < part.size(); ++i) {
        char c = part[i];
        if (is_letter_or_digit(c) || c == '-' || c == '_' || c == '~' || (c == '.' && !dots)) continue;
        auto byte = static_cast<unsigned char>(c);
        std::array<char, 3> encoded = {'%', hex[byte >> 4], hex[byte & 15]};
        out.as_is(part.substr(begin, i - begin));
        out.as_is({encoded.data(), encoded.size()});
        begin = i + 1;
    }
    out.as_is(part.substr(begin));
}

void put_attributes(Html& out, const Attributes& attributes) {
    for (const Attribute& attribute : attributes) {
        CHECK(is_safe_name(attribute.name));
        out.as_is(" ");
        out.as_is(attribute.name);
        out.as_is("=\"");
        put_escaped(out, attribute.value);
        out.as_is("\"");
    }
}

void put_textarea(Html& out, std::string_view text) {
    if (!text.empty() && text.front() == '\n') out.as_is("\n");
    put_escaped(out, text);
}

}  // namespace kith::web
