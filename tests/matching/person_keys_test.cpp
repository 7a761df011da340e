#include "matching/person_keys.h"

#include <gtest/gtest.h>

namespace {

using namespace kith;
using namespace kith::matching;

core::Person named(std::string given, std::string family) {
    core::Person person;
    person.given_name = std::move(given);
    person.family_name = std::move(family);
    return person;
}

TEST(PersonKeys, rowan_thistlewood_is_not_wren_penhaligon_though_rowan_and_wren_sound_the_same) {
    ASSERT_EQ(sound_of("rowan"), sound_of("wren"));
    EXPECT_FALSE(may_be_meant(named("Wren", "Penhaligon"), "Rowan Thistlewood"));
    EXPECT_TRUE(may_be_meant(named("Rowan", "Thistlewood"), "Rowan Thistlewood"));
}

TEST(PersonKeys, one_word_in_common_is_enough) {
    EXPECT_TRUE(may_be_meant(named("Wren", "Thistlewood"), "Rowan Thistlewood"));
    EXPECT_TRUE(may_be_meant(named("Rowan", "Penhaligon"), "Rowan Thistlewood"));
}

TEST(PersonKeys, misspelt_throughout_is_still_found_by_sound) {
    EXPECT_TRUE(may_be_meant(named("Stephen", "Khan"), "Steven Kahn"));
    EXPECT_TRUE(may_be_meant(named("Sarah", "Okafor"), "Sara")) << "one word was typed";
    EXPECT_TRUE(may_be_meant(named("Stephen", ""), "Steven Khan")) << "one word is known";
    EXPECT_FALSE(may_be_meant(named("Stephen", "Okafor"), "Steven Khan"));
}

TEST(PersonKeys, a_number_or_a_date_of_birth_in_common_is_enough) {
    core::Person person = named("Amara", "Okafor");
    person.nhs_number = "9990000018";
    person.date_of_birth = *parse_date("2021-03-27");
    EXPECT_TRUE(may_be_meant(person, "999 000 0018"));
    EXPECT_TRUE(may_be_meant(person, "2021-03-27"));
    EXPECT_FALSE(may_be_meant(person, "2021-03-28"));
}

TEST(PersonKeys, nobody_without_a_name_is_meant_by_a_name) {
    EXPECT_FALSE(may_be_meant(named("", ""), "Rowan"));
    EXPECT_FALSE(may_be_meant(named("Rowan", ""), ""));
}

}  // namespace
