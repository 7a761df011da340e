#include "web/html.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

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

SafeHtml Html::safe() && {
    SafeHtml html;
    html.markup_ = std::move(markup_);
    return html;
}

using Sixteen = std::uint8_t __attribute__((vector_size(16)));
constexpr std::size_t step = sizeof(Sixteen);

/// Whether any of sixteen bytes may need an entity: all that do, and other control characters.
static bool may_hold_special(const char* at) {
    Sixteen bytes;
    std::memcpy(&bytes, at, step);
    auto found = ((bytes | 0x04) == '&') | (bytes == '\'') | ((bytes | 0x02) == '>') | (bytes < ' ');
    std::array<std::uint64_t, 2> halves;
    std::memcpy(halves.data(), &found, step);
    return (halves[0] | halves[1]) != 0;
}

/// The first byte from `at` on that needs an entity, or the end.
static std::size_t next_special(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        if (text.size() >= step) {
            std::size_t block = std::min(at, text.size() - step);  // the last one overlaps
            if (!may_hold_special(text.data() + block)) {
                at = block + step;
                continue;
            }
        }
        for (std::size_t until = std::min(at + step, text.size()); at < until; ++at)
            if (special[static_cast<unsigned char>(text[at])]) return at;
    }
    return at;
}

void put_escaped(Html& out, std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = next_special(text, 0); at < text.size(); at = next_special(text, begin)) {
        out.as_is(text.substr(begin, at - begin));
        out.as_is(entities[static_cast<unsigned char>(text[at])]);
        begin = at + 1;
    }
    out.as_is(text.substr(begin));
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

bool is_allowed_url(std::string_view url) {
    bool changed = false;  // browsers drop or change these
    for (char c : url)
        changed |= static_cast<unsigned char>(c) < 0x20 || c == '\\';
    if (changed) return false;
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
