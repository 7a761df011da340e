#include "web/html.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/result.h"
#include "web/support/html_tokens.h"

namespace kith::web {
namespace {

template <class Put>
std::string written(Put put) {
    Html out;
    put(out);
    return std::move(out).text();
}

/// Bytes that an attacker would choose, and any other.
rc::Gen<std::string> hostile_text() {
    auto bytes = rc::gen::container<std::string>(rc::gen::nonZero<char>());
    auto pieces = rc::gen::elementOf(
        std::vector<std::string>{"<script>", "</textarea>", "\"><b>", "' onload='x", "&amp;", "&#x", "--&gt;", "\r\n",
                                 "{{ x }}", "\n", "javascript:", "</title>", "é", "<", ">", "&", "\"", "'"});
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(bytes, pieces)),
                        [](const std::vector<std::string>& all) {
                            std::string text;
                            for (const std::string& one : all)
                                text += one;
                            return text;
                        });
}

TEST(Html, gives_back_any_text_that_was_put_between_tags) {
    EXPECT_TRUE(rc::check([] {
        std::string text = *hostile_text();
        std::string html = written([&](Html& out) { put_text(out, text); });
        RC_ASSERT(html.find('<') == std::string::npos && html.find('\r') == std::string::npos);
        RC_ASSERT(decoded(html) == text);
    }));
}

TEST(Html, escapes_a_byte_wherever_in_a_text_it_stands) {
    for (std::size_t length = 1; length <= 40; ++length)
        for (std::size_t place = 0; place < length; ++place)
            for (int byte = 0; byte < 256; ++byte) {
                std::string text(length, 'a');
                text[place] = static_cast<char>(byte);
                std::string html = written([&](Html& out) { put_text(out, text); });
                std::string alone = written([&](Html& out) { put_text(out, std::string(1, static_cast<char>(byte))); });
                ASSERT_EQ(html, std::string(place, 'a') + alone + std::string(length - place - 1, 'a')) << byte;
            }
    EXPECT_EQ(written([](Html& out) { put_text(out, std::string(20, '<')); }).size(), 20 * std::size("&lt;") - 20);
}

TEST(Html, holds_more_than_was_expected_of_it) {
    Html out(10);
    std::string all;
    for (int i = 0; i < 3000; ++i) {
        out.as_is(std::to_string(i * 12345));
        all += std::to_string(i * 12345);
    }
    EXPECT_EQ(out.markup(), all);
    EXPECT_EQ(std::move(out).text(), all);
    EXPECT_EQ(Html().markup(), "");
}

TEST(Html, gives_back_any_text_that_was_put_into_an_attribute_with_either_quote) {
    EXPECT_TRUE(rc::check([] {
        std::string text = *hostile_text();
        for (const char* quote : {"\"", "'"}) {
            std::string value = written([&](Html& out) { put_attribute(out, text); });
            std::vector<Token> tokens = tokens_of("<p title=" + std::string(quote) + value + quote + ">");
            RC_ASSERT(tokens.size() == 1u);
            RC_ASSERT(tokens[0].attributes.size() == 1u);
            RC_ASSERT(tokens[0].attributes.at("title") == text);
        }
    }));
}

TEST(Html, gives_back_any_text_that_was_put_into_a_textarea_line_feeds_in_front_too) {
    EXPECT_TRUE(rc::check([] {
        std::string text = *hostile_text();
        std::string html = written([&](Html& out) { put_textarea(out, text); });
        std::vector<Token> tokens = tokens_of("<textarea>" + html + "</textarea>");
        RC_ASSERT(tokens.size() == (text.empty() ? 2u : 3u));
        if (!text.empty()) RC_ASSERT(tokens[1].text == text);
    }));
}

TEST(Html, writes_any_part_of_an_address_so_that_it_stays_one_part) {
    EXPECT_TRUE(rc::check([] {
        std::string part = *hostile_text();
        std::string html = written([&](Html& out) { put_url_part(out, part); });
        RC_ASSERT(html.find_first_of("/?#&=:<>\"'\\ ") == std::string::npos);
        RC_ASSERT(html != "." && html != "..");
    }));
    EXPECT_EQ(written([](Html& out) { put_url_part(out, "a b/é.."); }), "a%20b%2F%C3%A9..");
    EXPECT_EQ(written([](Html& out) { put_url_part(out, ".."); }), "%2E%2E");
}

TEST(Html, lets_only_harmless_addresses_through) {
    for (const char* good : {"/a", "a/b", "#x", "?a=b:c", "", "https://example.org/", "HTTP://example.org",
                             "mailto:a@example.org", "tel:+440000", "/a?b=javascript:c"}) {
        EXPECT_TRUE(is_allowed_url(good)) << good;
    }
    for (const char* bad : {"javascript:alert(1)", "JaVaScRiPt:x", " javascript:x", "java\nscript:x", "\tjavascript:x",
                            "data:text/html,x", "vbscript:x", "//example.org", "/\\example.org", "\\\\example.org",
                            "\x01javascript:x", "blob:x", "javascript&colon;x:y"}) {
        EXPECT_FALSE(is_allowed_url(bad)) << bad;
        EXPECT_EQ(written([&](Html& out) { put_url(out, bad); }), "#refused");
    }
}

TEST(Html, turns_plain_text_into_safe_html_by_escaping_it_once) {
    SafeHtml html = "a < b";
    EXPECT_EQ(html.markup(), "a &lt; b");
    EXPECT_EQ(written([&](Html& out) { put_text(out, html); }), "a &lt; b");
    EXPECT_EQ(SafeHtml(html).markup(), "a &lt; b");
}

template <class T>
concept GoesIntoText = requires(Html& out, const T& value) {
    put_text(out, value);
};
template <class T>
concept GoesIntoAttribute = requires(Html& out, const T& value) {
    put_attribute(out, value);
};
template <class T>
concept GoesIntoUrl = requires(Html& out, const T& value) {
    put_url(out, value);
};
template <class T>
concept GoesBetweenAttributes = requires(Html& out, const T& value) {
    put_attributes(out, value);
};

TEST(Html, has_no_way_to_put_markup_into_an_attribute_or_an_address) {
    EXPECT_TRUE(GoesIntoText<SafeHtml> && GoesIntoText<std::string> && GoesIntoText<int>);
    EXPECT_FALSE(GoesIntoText<bool> || GoesIntoText<char> || GoesIntoText<double>);
    EXPECT_TRUE(GoesIntoAttribute<std::string> && GoesIntoAttribute<int>);
    EXPECT_FALSE(GoesIntoAttribute<SafeHtml> || GoesIntoAttribute<bool>);
    EXPECT_TRUE(GoesIntoUrl<std::string>);
    EXPECT_FALSE(GoesIntoUrl<SafeHtml> || GoesIntoUrl<int>);
    EXPECT_TRUE(GoesBetweenAttributes<Attributes>);
    EXPECT_FALSE(GoesBetweenAttributes<std::string> || GoesBetweenAttributes<SafeHtml>);
}

TEST(Html, writes_attributes_of_a_component_and_refuses_names_that_could_run_something) {
    EXPECT_EQ(written([](Html& out) {
                  put_attributes(out, {{"data-module", "a\"b"}, {"rel", "next"}});
              }),
              " data-module=\"a&quot;b\" rel=\"next\"");
    for (const char* name : {"", "onclick", "style", "srcdoc", "href", "src", "action", "a b", "A", "x=", "x>"}) {
        EXPECT_THROW(written([&](Html& out) { put_attributes(out, {{name, "x"}}); }), Bug) << name;
    }
}

TEST(Html, writes_numbers_and_what_html_cannot_hold) {
    EXPECT_EQ(written([](Html& out) { put_text(out, -5); }), "-5");
    EXPECT_EQ(written([](Html& out) { put_text(out, std::size_t(7)); }), "7");
    EXPECT_EQ(written([](Html& out) { put_text(out, std::string_view("a\0b", 3)); }),
              "a\xef\xbf\xbd"
              "b");
}

TEST(Html, is_written_unescaped_by_the_escaper_and_by_templates_only) {
    namespace fs = std::filesystem;
    for (const auto& entry : fs::recursive_directory_iterator(std::string(KITH_SOURCE_DIR) + "/src")) {
        std::string path = fs::relative(entry.path(), KITH_SOURCE_DIR);
        if (path == "src/web/html.h" || path == "src/web/html.cpp" || path.rfind("src/template/", 0) == 0) continue;
        if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
        std::ifstream file(entry.path());
        std::string text{std::istreambuf_iterator<char>(file), {}};
        EXPECT_EQ(text.find("as_is("), std::string::npos) << path;
    }
}

}  // namespace
}  // namespace kith::web
