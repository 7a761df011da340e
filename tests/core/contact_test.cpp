#include "core/contact.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::core;

namespace {

ContactChild called(std::string given, std::string family) {
    ContactChild child;
    child.given_name = std::move(given);
    child.family_name = std::move(family);
    return child;
}

}  // namespace

TEST(Contact, names_brothers_and_sisters_together_as_people_say_them) {
    std::vector<ContactChild> two{called("Amara", "Okafor"), called("Kofi", "Okafor")};
    EXPECT_EQ(names_as_reported(two), "Amara and Kofi Okafor");
    std::vector<ContactChild> three{called("Amara", "Okafor"), called("Kofi", "Okafor"), called("Ife", "Okafor")};
    EXPECT_EQ(names_as_reported(three), "Amara, Kofi and Ife Okafor");
}

TEST(Contact, names_children_of_two_families_or_half_known_ones_each_in_full) {
    std::vector<ContactChild> two{called("Amara", "Okafor"), called("Billy", "Marsh")};
    EXPECT_EQ(names_as_reported(two), "Amara Okafor and Billy Marsh");
    std::vector<ContactChild> unborn{called("Amara", "Okafor"), called("", "Okafor")};
    unborn[1].unborn = Answer::yes;
    EXPECT_EQ(names_as_reported(unborn), "Amara Okafor and Okafor (unborn)");
    EXPECT_EQ(names_as_reported({}), "No child named");
}

TEST(Contact, says_where_a_professional_works_and_never_a_name_that_is_kept_back) {
    Contact nurse;
    nurse.reporter = ReporterKind::professional;
    nurse.agency = "Moorside surgery";
    nurse.agency_role = "Practice nurse";
    nurse.reporter_name = "Asha Invented";
    EXPECT_EQ(reporter_in_words(nurse), "Practice nurse, Moorside surgery");
    Contact aunt;
    aunt.reporter = ReporterKind::relative;
    aunt.reporter_name = "Ruth Invented";
    aunt.relation_to_child = "Aunt on the mother's side";
    EXPECT_EQ(reporter_in_words(aunt), "Relative");
}
