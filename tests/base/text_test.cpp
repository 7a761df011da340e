#include "base/text.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

using namespace kith;
using namespace std::string_literals;

static std::string utf8(char32_t c) {
    std::string s;
    auto byte = [&](char32_t b) { s += static_cast<char>(b); };
    if (c < 0x80)
        byte(c);
    else if (c < 0x800)
        byte(0xc0 | c >> 6), byte(0x80 | (c & 63));
    else if (c < 0x10000)
        byte(0xe0 | c >> 12), byte(0x80 | (c >> 6 & 63)), byte(0x80 | (c & 63));
    else
        byte(0xf0 | c >> 18), byte(0x80 | (c >> 12 & 63)), byte(0x80 | (c >> 6 & 63)), byte(0x80 | (c & 63));
    return s;
}

// Any code point, with a leaning to the scripts that names are written in.
static rc::Gen<std::string> any_text() {
    auto point =
        rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(0x20, 0x7f), rc::gen::inRange<std::uint32_t>(0xa0, 0x600),
                       rc::gen::inRange<std::uint32_t>(0x600, 0x2100), rc::gen::inRange<std::uint32_t>(0x2100, 0xd800),
                       rc::gen::inRange<std::uint32_t>(0xe000, 0x110000));
    return rc::gen::map(rc::gen::container<std::vector<std::uint32_t>>(point), [](const auto& points) {
        std::string text;
        for (auto c : points)
            text += utf8(c);
        return text;
    });
}

TEST(CleanText, takes_what_people_type_in_any_script) {
    EXPECT_EQ(clean_text("Zoë"), "Zoë");
    EXPECT_EQ(clean_text("Zoe\u0308"), "Zoë") << "one form of two";
    EXPECT_EQ(clean_text("مريم 👶🏽"), "مريم 👶🏽");
    EXPECT_EQ(clean_text("one\r\ntwo\rthree\n\tfour"), "one\ntwo\nthree\n\tfour");
    EXPECT_EQ(clean_text(""), "");
}

TEST(CleanText, leaves_out_what_only_turns_the_direction_of_others) {
    EXPECT_EQ(clean_text("Sam \u202eoroko\u202c"), "Sam oroko") << "as the signs have it, it reads Okoro";
    EXPECT_EQ(clean_text("\u202a\u202b\u202d\u2066\u2067\u2068\u2069"), "");
    EXPECT_EQ(clean_text("e\u202e\u0301"), "é") << "nothing is left that stands between";
    EXPECT_EQ(clean_text("\u200fمريم\u200e"), "\u200fمريم\u200e") << "marks are not overrides";
}

TEST(CleanText, refuses_what_cannot_be_stored) {
    EXPECT_FALSE(clean_text("a\0b"s)) << "NUL";
    EXPECT_FALSE(clean_text("a\x1b[31m")) << "escape";
    EXPECT_FALSE(clean_text("\x7f"));
    EXPECT_FALSE(clean_text("\u0085")) << "C1";
    EXPECT_FALSE(clean_text("\xff"));
    EXPECT_FALSE(clean_text("\xc0\x80")) << "overlong";
    EXPECT_FALSE(clean_text("\xed\xa0\x80")) << "surrogate";
    EXPECT_FALSE(clean_text("\xf4\x90\x80\x80")) << "past the last code point";
    EXPECT_FALSE(clean_text("cut\xe2\x82"));
}

TEST(CleanText, cleaning_twice_is_cleaning_once) {
    EXPECT_TRUE(rc::check([] {
        auto once = clean_text(*any_text());
        RC_ASSERT(once.has_value());
        RC_ASSERT(clean_text(*once) == once);
    }));
}

TEST(Fold, makes_one_key_of_the_ways_a_name_is_typed) {
    EXPECT_EQ(fold("Zoë O’Brien-Smith"), "zoe obrien smith");
    EXPECT_EQ(fold("  ZOE   OBRIEN SMITH\t"), "zoe obrien smith");
    EXPECT_EQ(fold("Zoe\u0308 O'Brien\u2011Smith"), "zoe obrien smith");
    EXPECT_EQ(fold("Łukasz Størk"), "lukasz stork");
    EXPECT_EQ(fold("Weiß"), "weiss");
    EXPECT_EQ(fold("Ælfgifu Þór"), "aelfgifu thor");
    EXPECT_EQ(fold("Nguyễn Thị Ánh"), "nguyen thi anh");
    EXPECT_EQ(fold("St. John-Stevas, Dr."), "st john stevas dr");
    EXPECT_EQ(fold("İlknur Işık"), "ilknur isik");
    EXPECT_EQ(fold("محمّد"), fold("محمد")) << "with and without vowel marks";
    EXPECT_EQ(fold("प्रिया"), "प्रिया") << "vowel signs are letters of the name";
    EXPECT_EQ(fold("Ｆｕｌｌ Ｗｉｄｔｈ"), "full width");
    EXPECT_EQ(fold("👶🏽"), "");
    EXPECT_EQ(fold(""), "");
}

TEST(Fold, folding_twice_is_folding_once) {
    EXPECT_TRUE(rc::check([] {
        std::string once = fold(*any_text());
        RC_ASSERT(fold(once) == once);
    }));
}

TEST(Fold, bytes_that_are_not_text_are_left_out_and_never_break_it) {
    EXPECT_EQ(fold("An\xffn"), "an n");
    EXPECT_TRUE(rc::check([](const std::string& bytes) { RC_ASSERT(clean_text(fold(bytes)).has_value()); }));
}

TEST(Likeness, gives_the_published_figures_of_jaro_and_winkler) {
    EXPECT_EQ(likeness("martha", "marhta"), 961);
    EXPECT_EQ(likeness("dwayne", "duane"), 840);
    EXPECT_EQ(likeness("dixon", "dicksonx"), 813);
    EXPECT_EQ(likeness("abcd", "wxyz"), 0);
    EXPECT_EQ(likeness("zoe", "zoe"), 1000);
}

TEST(Likeness, a_missing_name_is_like_nothing) {
    EXPECT_EQ(likeness("", ""), 0);
    EXPECT_EQ(likeness("", "ann"), 0);
}

TEST(Likeness, counts_characters_not_bytes) {
    EXPECT_EQ(likeness("مريم", "مريا"), likeness("abcd", "abce"));
}

TEST(Likeness, is_a_thousand_only_for_equals_and_always_between) {
    auto letter = rc::gen::elementOf("aabbcde "s);
    EXPECT_TRUE(rc::check([letter] {
        auto a = *rc::gen::container<std::string>(letter), b = *rc::gen::container<std::string>(letter);
        int found = likeness(a, b);
        RC_ASSERT(found >= 0 && found <= 1000);
        RC_ASSERT((found == 1000) == (a == b && !a.empty()));
    }));
}

TEST(Text, is_trimmed_counted_and_split) {
    EXPECT_EQ(trim(" \t a b \n"), "a b");
    EXPECT_EQ(trim("   "), "");
    EXPECT_EQ(length("Zoë 👶"), 5u);
    EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string_view>{"a", "", "b", ""}));
    EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
}
