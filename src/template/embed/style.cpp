#include "template/embed/style.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace kith::templates {
namespace {

/// One past the } that matches the { at `open`.
std::size_t end_of_rule(std::string_view css, std::size_t open) {
    int depth = 0;
    for (std::size_t i = open; i < css.size(); ++i) {
        if (css[i] == '{') ++depth;
        if (css[i] == '}' && --depth == 0) return i + 1;
    }
    return css.size();
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

/// Drops everything from `begin` to the first of `ends`, which goes too.
std::string dropped(std::string text, std::string_view begin, std::string_view ends) {
    for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
        std::size_t end = text.find_first_of(ends, at);
        text.erase(at, end == std::string::npos ? end : end + 1 - at);
    }
    return text;
}

}  // namespace

std::string keep_rules(std::string_view css, const std::vector<std::string>& classes) {
    std::string kept;
    std::size_t at = 0;
    while (at < css.size()) {
        std::size_t open = css.find_first_of("{;", at);
        if (open == std::string_view::npos) break;
        std::size_t end = css[open] == ';' ? open + 1 : end_of_rule(css, open);
        std::string_view selector = css.substr(at, open - at);
        if (css[open] == '{' &&
            (selector.find("@media") != selector.npos || selector.find("@supports") != selector.npos)) {
            std::string inner = keep_rules(css.substr(open + 1, end - open - 2), classes);
            if (!inner.empty()) kept += std::string(selector) + "{" + inner + "}";
        } else if (std::any_of(classes.begin(), classes.end(),
                               [&](const std::string& name) { return selector.find(name) != selector.npos; })) {
            kept += css.substr(at, end - at);
        }
        at = end;
    }
    return kept;
}

std::string without_what_is_gov_uk(std::string_view original,
                                   const std::function<std::string(std::string_view)>& image) {
    std::string text(original);
    text = dropped(std::move(text), "@font-face", "}");
    text = dropped(std::move(text), "@charset", ";");
    text = dropped(std::move(text), "//# sourceMappingURL", "\n");
    text = dropped(std::move(text), "/*# sourceMappingURL", "\n");
    text = replaced(std::move(text), "GDS Transport,arial,sans-serif", "Arial,Helvetica,sans-serif");
    constexpr std::string_view begin = "url(/assets/images/";
    for (std::size_t at = text.find(begin); at != std::string::npos; at = text.find(begin, at)) {
        std::size_t end = text.find(')', at);
        std::string path = image(std::string_view(text).substr(at + begin.size(), end - at - begin.size()));
        text.replace(at, end + 1 - at, path.empty() ? "none" : "url(" + path + ")");
    }
    return text;
}

std::string content_hash(std::string_view bytes) {
    std::uint64_t hash = 14695981039346656037ull;
    for (char c : bytes)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4)
        digits += "0123456789abcdef"[(hash >> shift) & 15];
    return digits;
}

}  // namespace kith::templates
