// What templates write with: text becomes HTML here, once, by the place where it stands.
//
// SafeHtml is the only text that goes out as it is. A plain string turns into SafeHtml by being escaped, so a component
// takes either and nobody has to remember which: `.hint = page.hint` is escaped, `.hint = some_safe_html` is not
// escaped twice. Only templates (generated code) and the escaper make SafeHtml of markup: tests/web/html_test.cpp reads
// the source to see that nobody else calls Html::as_is.
//
// What each place of a template calls:
//     text            put_text         SafeHtml as it is, anything else escaped
//     "attribute"     put_attribute    escaped; SafeHtml does not compile
//     href="{{ x }}"  put_url          relative, http, https, mailto or tel; anything else becomes "#refused"
//     href="/a/{{x}}" put_url_part     percent-encoded: one path segment or one query value
//     <a {{ x }}>     put_attributes   Attributes only
#pragma once

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace kith::web {

/// Escaped text, or markup that a template wrote.
class SafeHtml {
  public:
    SafeHtml() = default;
    SafeHtml(std::string_view plain);  // NOLINT: escaping is the conversion that is wanted everywhere
    SafeHtml(const std::string& plain) : SafeHtml(std::string_view(plain)) {}
    SafeHtml(const char* plain) : SafeHtml(std::string_view(plain)) {}

    const std::string& markup() const { return markup_; }
    bool empty() const { return markup_.empty(); }
    bool operator==(const SafeHtml&) const = default;

  private:
    friend class Html;
    std::string markup_;
};

/// Something that a page is written to.
class Html {
  public:
    explicit Html(std::size_t expected_bytes = 0) { text_.reserve(expected_bytes); }

    /// For generated code: markup, not text. Pages are thousands of short pieces, so this is a copy and nothing more.
    void as_is(std::string_view markup) {
        if (markup.size() > text_.size() - used_) make_room(markup.size());
        std::copy_n(markup.data(), markup.size(), text_.data() + used_);
        used_ += markup.size();
    }

    std::string_view markup() const { return {text_.data(), used_}; }
    std::string text() &&;
    SafeHtml safe() &&;

  private:
    void make_room(std::size_t bytes);

    std::string text_;  ///< what was written, and room for more
    std::size_t used_ = 0;
};

/// An attribute that a component hands on: data-module="…". The name is lower-case letters, digits and hyphens, and
/// neither an event (on…), style nor an address; any other name is a Bug.
struct Attribute {
    std::string name;
    std::string value;
};
using Attributes = std::vector<Attribute>;

void put_escaped(Html& out, std::string_view text);
void put_number(Html& out, std::int64_t number);
void put_number(Html& out, std::uint64_t number);
void put_url_checked(Html& out, std::string_view url);
void put_url_encoded(Html& out, std::string_view part);
void put_attributes(Html& out, const Attributes& attributes);
/// The first text of a <textarea>: HTML drops a line feed there, so one more is written.
void put_textarea(Html& out, std::string_view text);

/// Whether an address is relative, http, https, mailto or tel.
bool is_allowed_url(std::string_view url);

template <class T>
concept Number = std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char>;

template <class T>
concept PlainText = std::convertible_to<const T&, std::string_view> && !std::same_as<T, SafeHtml>;

template <Number T>
void put_text(Html& out, T number) {
    if constexpr (std::signed_integral<T>) {
        put_number(out, static_cast<std::int64_t>(number));
    } else {
        put_number(out, static_cast<std::uint64_t>(number));
    }
}
void put_text(Html& out, const PlainText auto& text) {
    put_escaped(out, text);
}
template <std::same_as<SafeHtml> T>
void put_text(Html& out, const T& html) {
    out.as_is(html.markup());
}

void put_attribute(Html& out, const PlainText auto& text) {
    put_escaped(out, text);
}
template <Number T>
void put_attribute(Html& out, T number) {
    put_text(out, number);
}

void put_url(Html& out, const PlainText auto& url) {
    put_url_checked(out, url);
}
void put_url_part(Html& out, const PlainText auto& part) {
    put_url_encoded(out, part);
}
template <Number T>
void put_url_part(Html& out, T number) {
    put_text(out, number);
}

/// What `{% if x %}` means: a bool; text, list or SafeHtml that is not empty; an optional or pointer that is there; a
/// number that is not zero.
template <class T>
constexpr bool truthy(const T& value) {
    if constexpr (requires { value.empty(); }) {
        return !value.empty();
    } else {
        return static_cast<bool>(value);
    }
}

/// `loop` inside `{% for %}`.
struct Loop {
    std::size_t size = 0;
    std::size_t index0 = 0;  ///< from 0
    std::size_t index() const { return index0 + 1; }
    bool first() const { return index0 == 0; }
    bool last() const { return index0 + 1 == size; }
};

}  // namespace kith::web
