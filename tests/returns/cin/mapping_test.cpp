#include "returns/cin/mapping.h"

#include <gtest/gtest.h>

#include "returns/cin/codes.h"

using namespace kith;
using namespace kith::returns;

template <class Word>
static void expect_codes(bool (*is_code)(std::string_view)) {
    for (Word each : all_values<Word>())
        EXPECT_TRUE(is_code(cin::code_of(each))) << word(each) << " is " << cin::code_of(each);
}

TEST(Mapping, gives_every_word_a_code_of_the_census) {
    expect_codes<core::ReferralSource>(cin::is_referral_source);
    expect_codes<core::PrimaryNeed>(cin::is_primary_need);
    expect_codes<core::ClosureReason>(cin::is_reason_for_closure);
    expect_codes<core::AbuseCategory>(cin::is_category_of_abuse);
    expect_codes<core::Disability>(cin::is_disability);
    expect_codes<core::Sex>(cin::is_sex);
    for (core::Sex each : all_values<core::Sex>())
        EXPECT_TRUE(cin::is_gender(cin::gender_of(each)));
    for (const core::Ethnicity& each : core::ethnicities())
        EXPECT_TRUE(cin::is_ethnicity(each.code)) << each.code;
}

TEST(Mapping, keeps_apart_what_the_list_keeps_apart) {
    EXPECT_EQ(cin::code_of(core::ReferralSource::early_help), "5D");
    EXPECT_EQ(cin::code_of(core::ReferralSource::other_council_service), "5B") << "youth offending is here";
    EXPECT_EQ(cin::code_of(core::ReferralSource::other_council), "5C");
    EXPECT_EQ(cin::code_of(core::ClosureReason::pregnancy_ended), "RC7")
        << "never RC2: nobody asks for a date of death";
}

template <class Word>
static void expect_back(std::optional<Word> (*word_of)(std::string_view)) {
    for (Word each : all_values<Word>()) {
        auto back = word_of(cin::code_of(each));
        ASSERT_TRUE(back) << word(each);
        EXPECT_EQ(cin::code_of(*back), cin::code_of(each)) << word(each);
    }
    EXPECT_FALSE(word_of("") || word_of("?"));
}

TEST(Mapping, read_the_other_way_gives_every_code_its_word) {
    expect_back(cin::referral_source_of);
    expect_back(cin::primary_need_of);
    expect_back(cin::closure_reason_of);
    expect_back(cin::abuse_category_of);
    expect_back(cin::disability_of);
    expect_back(cin::no_pupil_number_of);
    expect_back(cin::sex_of);
    EXPECT_EQ(cin::closure_reason_of("RC7"), core::ClosureReason::no_longer_in_need) << "never a lost pregnancy";
    EXPECT_EQ(cin::sex_of_gender("2"), core::Sex::female);
    EXPECT_FALSE(cin::sex_of_gender("9")) << "indeterminate has no word here";
    EXPECT_FALSE(cin::abuse_category_of("MUL")) << "a plan has exactly one category";
}
