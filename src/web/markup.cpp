#include "web/markup.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kith::web {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// The attribute that begins at the space `at`; `at` moves behind it.
MarkupTag::Part read_part(std::string_view page, std::size_t& at) {
    MarkupTag::Part part{.begin = at};
    while (at < page.size() && is_space(page[at]))
        ++at;
    std::size_t name = at;
    while (at < page.size() && !is_space(page[at]) && page[at] != '=' && page[at] != '>')
        ++at;
    part.name = std::string(page.substr(name, at - name));
    if (page.substr(at, 2) == "=\"") {
        std::size_t quote = std::min(page.find('"', at + 2), page.size());
        part.value = unescaped(page.substr(at + 2, quote - at - 2));
        at = std::min(quote + 1, page.size());
    } else if (at < page.size() && page[at] == '=') {
        ++at;
    }
    part.end = at;
    return part;
}

}  // namespace

const MarkupTag::Part* MarkupTag::part(std::string_view attribute) const {
    for (const Part& each : parts)
        if (each.name == attribute) return &each;
    return nullptr;
}

std::string MarkupTag::value(std::string_view attribute) const {
    const Part* found = part(attribute);
    return found ? found->value : "";
}

std::optional<MarkupTag> next_tag(std::string_view page, std::size_t from) {
    std::size_t at = page.find('<', from);
    while (at != std::string_view::npos && page.substr(at, 4) == "<!--")
        at = page.find('<', std::min(page.find("-->", at), page.size()));
    if (at == std::string_view::npos) return std::nullopt;
    MarkupTag tag{.begin = at};
    ++at;
    std::size_t name = at;
    while (at < page.size() && !is_space(page[at]) && page[at] != '>')
        ++at;
    tag.name = std::string(page.substr(name, at - name));
    while (at < page.size() && page[at] != '>') {
        MarkupTag::Part part = read_part(page, at);
        if (!part.name.empty()) tag.parts.push_back(std::move(part));
    }
    tag.end = std::min(at + 1, page.size());
    return tag;
}

std::string unescaped(std::string_view markup) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> entities{{{"&amp;", "&"},
                                                                                            {"&lt;", "<"},
                                                                                            {"&gt;", ">"},
                                                                                            {"&quot;", "\""},
                                                                                            {"&#39;", "'"},
                                                                                            {"&#13;", "\r"},
                                                                                            {"&nbsp;", " "}}};
    std::string text;
    while (!markup.empty()) {
        std::size_t sign = std::min(markup.find('&'), markup.size());
        text += markup.substr(0, sign);
        markup.remove_prefix(sign);
        if (markup.empty()) break;
        std::size_t length = 1;
        std::string_view meaning = "&";
        for (const auto& [entity, stands_for] : entities)
            if (markup.starts_with(entity)) {
                length = entity.size();
                meaning = stands_for;
            }
        text += meaning;
        markup.remove_prefix(length);
    }
    return text;
}

std::string plain_text(std::string_view markup) {
    std::string text;
    std::size_t at = 0;
    while (auto tag = next_tag(markup, at)) {
        text += markup.substr(at, tag->begin - at);
        text += ' ';
        at = tag->end;
    }
    text += markup.substr(at);
    std::string words;
    for (char c : unescaped(text))
        if (!is_space(c))
            words += c;
        else if (!words.empty() && words.back() != ' ')
            words += ' ';
    return std::string(trim(words));
}

}  // namespace kith::web
