#include "core/identifiers.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

using namespace kith;
using namespace kith::core;

TEST(Upn, the_published_examples_are_valid) {
    for (const char* text : {"B801200005001", "H801200001001", "T330200012507", "M213123425012", "A881123419104",
                             "K931567820113", "X817558133462", "H243278544154", "A950000178301", "P207000016049"})
        EXPECT_EQ(upn_check_letter(text), text[0]) << text;
    EXPECT_TRUE(Upn::parse("B801200005001"));
    EXPECT_EQ(Upn::parse("b801 2000 05001")->text(), "B801200005001");
    EXPECT_EQ(Upn::parse("B801200005001")->authority(), "801");
}

TEST(Upn, a_temporary_number_ends_in_a_letter) {
    for (const char* text : {"B80120002101A", "Z33021002504B"}) {
        auto upn = Upn::parse(text);
        ASSERT_TRUE(upn) << text;
        EXPECT_EQ(upn->kind(), UpnKind::temporary);
    }
    EXPECT_EQ(Upn::parse("B801200005001")->kind(), UpnKind::permanent);
}

TEST(Upn, a_wrong_check_letter_is_refused) {
    for (const char* text : {"A801200005001", "X987654321231", "R421962919251", "E000215119000", "X000000000000"})
        EXPECT_FALSE(Upn::parse(text)) << text;
}

TEST(Upn, zeros_pass_the_sum_but_name_no_authority) {
    EXPECT_EQ(upn_check_letter("A000000000000"), 'A');
    EXPECT_FALSE(Upn::parse("A000000000000"));
}

TEST(Upn, letters_where_digits_belong_have_no_check_letter) {
    EXPECT_FALSE(upn_check_letter("ASFFAGSVSV123"));
    EXPECT_FALSE(upn_check_letter("B80120000500I"));
    EXPECT_FALSE(upn_check_letter("B8012"));
}

TEST(Upn, one_wrong_digit_never_passes_with_the_same_letter) {
    EXPECT_TRUE(rc::check([] {
        std::string text = "B801200005001";
        auto place = *rc::gen::inRange<std::size_t>(1, 13);
        char digit = static_cast<char>('0' + *rc::gen::inRange(0, 10));
        if (text[place] == digit) return;
        text[place] = digit;
        RC_ASSERT(upn_check_letter(text) != 'B');
    }));
}

TEST(LocalAuthority, numbers_are_those_of_the_list) {
    for (const char* code : {"001", "005", "201", "213", "359", "839", "941", "942", "943", "420", "896"})
        EXPECT_TRUE(is_upn_authority(code)) << code;
    for (const char* code : {"000", "006", "200", "214", "399", "842", "999", "9", "9431", "A01", ""})
        EXPECT_FALSE(is_upn_authority(code)) << code;
}

TEST(NhsNumber, the_published_examples_are_valid) {
    for (const char* text :
         {"9434765870", "9434765919", "4010232137", "9449304130", "9449305552", "9000000009", "9000000017",
          "9912003888", "4505577104", "5990128088", "9658218873", "9990000018", "9990000026", "9876543210"})
        EXPECT_TRUE(NhsNumber::parse(text)) << text;
    EXPECT_EQ(NhsNumber::parse("999-000 0018")->spaced(), "999 000 0018");
}

TEST(NhsNumber, wrong_sums_and_equal_digits_are_refused) {
    for (const char* text : {"1234567890", "9876543214", "9694284281", "1111111111", "9999999999", "0000000000",
                             "943476587", "94347658700", "943476587X", ""})
        EXPECT_FALSE(NhsNumber::parse(text)) << text;
}

TEST(NhsNumber, only_a_traced_number_is_sent) {
    EXPECT_FALSE(may_be_sent(NhsTrace::untraced));
    EXPECT_FALSE(may_be_sent(NhsTrace::mismatch));
    EXPECT_TRUE(may_be_sent(NhsTrace::traced));
    EXPECT_TRUE(may_be_sent(NhsTrace::verified_by_hand));
}
