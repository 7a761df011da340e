#include "http/form.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kith::http {

namespace {

using testing::ElementsAre;

/// Any text without NUL: code points from every plane.
rc::Gen<std::string> any_text() {
    const auto code = rc::gen::suchThat(rc::gen::weightedOneOf<int>({{5, rc::gen::inRange(1, 0x80)},
                                                                     {2, rc::gen::inRange(0x80, 0x800)},
                                                                     {2, rc::gen::inRange(0x800, 0x10000)},
                                                                     {1, rc::gen::inRange(0x10000, 0x110000)}}),
                                        [](int c) { return c < 0xd800 || c > 0xdfff; });
    return rc::gen::map(rc::gen::container<std::vector<int>>(code), [](const std::vector<int>& codes) {
        std::string text;
        for (int c : codes) {
            if (c < 0x80) {
                text += static_cast<char>(c);
            } else if (c < 0x800) {
                text += {static_cast<char>(0xc0 | c >> 6), static_cast<char>(0x80 | (c & 63))};
            } else if (c < 0x10000) {
                text += {static_cast<char>(0xe0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 63)),
                         static_cast<char>(0x80 | (c & 63))};
            } else {
                text += {static_cast<char>(0xf0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 63)),
                         static_cast<char>(0x80 | (c >> 6 & 63)), static_cast<char>(0x80 | (c & 63))};
            }
        }
        return text;
    });
}

struct Bad {
    const char* encoded;
    const char* field;
};

}  // namespace

TEST(Form, reads_names_and_values_as_a_browser_sends_them) {
    const auto form = decode_form("a=1&b=two+words&b=%C3%A9+%26&empty=&bare&=x&&c=a=b");
    ASSERT_TRUE(form);
    EXPECT_EQ(form->get("a"), "1");
    EXPECT_EQ(form->get("b"), "two words");
    EXPECT_THAT(form->all("b"), ElementsAre("two words", "é &"));
    EXPECT_EQ(form->get("c"), "a=b");
    EXPECT_EQ(form->get(""), "x");
    EXPECT_TRUE(form->has("empty"));
    EXPECT_TRUE(form->has("bare"));
    EXPECT_FALSE(form->has("other"));
    EXPECT_EQ(form->get("other"), "");
    EXPECT_EQ(form->entries().size(), 7u);
}

TEST(Form, keeps_what_is_text_in_a_value_and_puts_a_sign_for_what_is_not) {
    const auto read = [](std::string_view encoded) { return std::string(decode_form(encoded)->get("a")); };
    EXPECT_EQ(read("a=caf%e9+au+lait"), "caf\uFFFD au lait") << "as an old browser sends it";
    EXPECT_EQ(read("a=caf\xe9"), "caf\uFFFD");
    EXPECT_EQ(read("a=x%00y"), "x\uFFFDy");
    EXPECT_EQ(read("a=%ed%a0%80"), "\uFFFD\uFFFD\uFFFD") << "half a pair";
    EXPECT_EQ(read("a=%c3%a9%ff%f0%9f%98%80%f0%9f"), "é\uFFFD😀\uFFFD\uFFFD");
    EXPECT_EQ(decode_form("a=%ff&b=kept")->get("b"), "kept");
}

TEST(Form, refuses_what_cannot_be_read_and_names_the_field) {
    for (const auto& [encoded, field] : {Bad{"a=%", "a"}, Bad{"a=%4", "a"}, Bad{"a=%zz", "a"}, Bad{"%00=1", ""},
                                         Bad{"%ff=1", ""}, Bad{"\xff=1", ""}}) {
        const auto form = decode_form(encoded);
        ASSERT_FALSE(form) << encoded;
        EXPECT_EQ(form.error().because, Because::invalid);
        EXPECT_EQ(form.error().field, field) << encoded;
        EXPECT_TRUE(form.error().sentence.ends_with('.'));
    }
}

TEST(Form, refuses_what_is_beyond_its_limits) {
    const FormLimits limits{.fields = 2, .name_bytes = 3, .value_bytes = 4};
    EXPECT_TRUE(decode_form("abc=%41bcd&b=2", limits));
    EXPECT_EQ(decode_form("abc=abcde", limits).error().field, "abc");
    EXPECT_FALSE(decode_form("abcd=1", limits));
    EXPECT_FALSE(decode_form("a=1&b=2&c=3", limits));
    EXPECT_EQ(decode_form("story=" + std::string(2'000'001, 'a')).error().field, "story");
}

TEST(Form, written_and_read_again_is_the_same) {
    EXPECT_TRUE(rc::check([] {
        Form form;
        for (const auto& [name, value] :
             *rc::gen::container<std::vector<Form::Entry>>(rc::gen::pair(any_text(), any_text())))
            if (!name.empty() || !value.empty()) form.add(name, value);
        FormLimits limits;
        limits.name_bytes = 10'000;
        const auto read = decode_form(encode_form(form), limits);
        RC_ASSERT(read.has_value());
        RC_ASSERT(*read == form);
    }));
}

TEST(Form, encodes_for_an_address) {
    EXPECT_EQ(percent_encode("a b/ü&=+~"), "a%20b%2F%C3%BC%26%3D%2B~");
    EXPECT_EQ(encode_form({{"a b", "c+d"}, {"e", ""}}), "a+b=c%2Bd&e=");
}

}  // namespace kith::http
