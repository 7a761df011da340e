#include "template/expression.h"

#include <cctype>
#include <vector>

#include "template/scan.h"

namespace kith::templates {
namespace {

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Calls visit(position) for each character that is outside of brackets and quoted text. Throws for what is not whole.
template <class Visit>
void outside(std::string_view text, const Place& place, Visit visit) {
    std::string open;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '"' || c == '\'') {
            std::size_t end = end_of_literal(text, i);
            if (end == std::string_view::npos) mistake(place, "A quoted text is not closed in this expression.");
            i = end - 1;
            continue;
        }
        std::size_t opens = std::string_view("([{").find(c);
        std::size_t closes = std::string_view(")]}").find(c);
        if (opens != std::string_view::npos) {
            if (open.empty()) visit(i);
            open += ")]}"[opens];
        } else if (closes != std::string_view::npos) {
            if (open.empty() || open.back() != c)
                mistake(place, std::string("An unmatched ") + c + " in this expression.");
            open.pop_back();
        } else if (c == ';') {
            mistake(place, "An expression holds no semicolon.");
        } else if (c == '/' && i + 1 < text.size() && (text[i + 1] == '/' || text[i + 1] == '*')) {
            mistake(place, "An expression holds no C++ comment: write {# … #}.");
        } else if (open.empty()) {
            visit(i);
        }
    }
    if (!open.empty()) mistake(place, std::string("A ") + open.back() + " is missing in this expression.");
}

/// Cut at each `word` that stands outside of brackets and quoted text.
std::vector<std::string_view> cut_at(std::string_view text, std::string_view word, const Place& place) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    outside(text, place, [&](std::size_t i) {
        if (i < begin || text.substr(i, word.size()) != word) return;
        bool word_before = i > 0 && is_word(text[i - 1]);
        bool word_after = i + word.size() < text.size() && is_word(text[i + word.size()]);
        if (is_word(word.front()) && (word_before || word_after)) return;
        parts.push_back(trimmed(text.substr(begin, i - begin)));
        begin = i + word.size();
    });
    parts.push_back(trimmed(text.substr(begin)));
    return parts;
}

std::vector<std::string_view> cut_at_filters(std::string_view text, const Place& place) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    outside(text, place, [&](std::size_t i) {
        if (text[i] != '|') return;
        if ((i + 1 < text.size() && text[i + 1] == '|') || (i > 0 && text[i - 1] == '|')) {
            mistake(place, "Write or, and, not: || is two filters.");
        }
        parts.push_back(trimmed(text.substr(begin, i - begin)));
        begin = i + 1;
    });
    parts.push_back(trimmed(text.substr(begin)));
    return parts;
}

bool in_brackets(std::string_view text, const Place& place) {
    if (text.size() < 2 || text.front() != '(' || text.back() != ')') return false;
    int seen = 0;
    outside(text, place, [&](std::size_t) { ++seen; });
    return seen == 1;
}

std::string joined(const std::vector<std::string_view>& parts, std::string_view with, const Place& place) {
    std::string all = "(";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) all += with;
        all += condition_of(parts[i], place);
    }
    return all + ")";
}

}  // namespace

std::string value_of(std::string_view expression, const Place& place) {
    std::vector<std::string_view> parts = cut_at_filters(expression, place);
    std::string value(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) {
        std::string_view filter = parts[i];
        std::size_t end = 0;
        while (end < filter.size() && (is_word(filter[end]) || filter[end] == ':'))
            ++end;
        std::string_view rest = trimmed(filter.substr(end));
        if (end == 0) mistake(place, "A filter is the name of a function.");
        value = std::string(filter.substr(0, end)) + "(" + value;
        if (rest.empty()) {
            value += ")";
        } else if (in_brackets(rest, place)) {
            value += ", " + std::string(rest.substr(1));
        } else {
            mistake(place, "A filter is written: value | name, or: value | name(argument).");
        }
    }
    if (parts.front().empty()) mistake(place, "There is nothing before this filter.");
    return value;
}

std::string condition_of(std::string_view expression, const Place& place) {
    expression = trimmed(expression);
    if (expression.empty()) mistake(place, "A part of this condition is missing.");
    bool chooses = false;
    outside(expression, place, [&](std::size_t i) { chooses = chooses || expression[i] == '?'; });
    if (!chooses) {
        if (auto parts = cut_at(expression, "or", place); parts.size() > 1) return joined(parts, " || ", place);
        if (auto parts = cut_at(expression, "and", place); parts.size() > 1) return joined(parts, " && ", place);
        if (auto parts = cut_at(expression, "not", place); parts.size() > 1) {
            if (!parts.front().empty()) mistake(place, "There is something before not that does not belong there.");
            return "!(" + condition_of(expression.substr(3), place) + ")";
        }
        if (in_brackets(expression, place)) return condition_of(expression.substr(1, expression.size() - 2), place);
    }
    return "truthy(" + value_of(expression, place) + ")";
}

std::string call_with(std::string_view expression, std::string_view content, const Place& place) {
    expression = trimmed(expression);
    std::size_t open = expression.find('(');
    outside(expression, place, [](std::size_t) {});
    if (open == std::string_view::npos || expression.back() != ')') {
        mistake(place, "A call is written: call name(options).");
    }
    bool bare = trimmed(expression.substr(open + 1, expression.size() - open - 2)).empty();
    return std::string(expression.substr(0, expression.size() - 1)) + (bare ? "" : ", ") + std::string(content) + ")";
}

bool mentions(std::string_view expression, std::string_view name) {
    for (std::size_t at = expression.find(name); at != std::string_view::npos; at = expression.find(name, at + 1)) {
        bool word_before = at > 0 && (is_word(expression[at - 1]) || expression[at - 1] == '.');
        bool word_after = at + name.size() < expression.size() && is_word(expression[at + name.size()]);
        if (!word_before && !word_after) return true;
    }
    return false;
}

}  // namespace kith::templates
