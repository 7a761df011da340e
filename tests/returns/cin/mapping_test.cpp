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
