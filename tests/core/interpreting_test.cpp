#include "core/interpreting.h"

#include <gtest/gtest.h>

namespace kith::core {
namespace {

const std::vector<std::string> children{"Amara Okafor", "Amara"};

TEST(Interpreting, needs_the_name_of_whoever_interprets_and_nothing_where_nobody_does) {
    EXPECT_TRUE(check_interpreting(InterpretedBy::not_needed, "", "", children));
    EXPECT_TRUE(check_interpreting(InterpretedBy::nobody_found, "", "", children));
    EXPECT_TRUE(check_interpreting(InterpretedBy::interpreter, "Ines Moreau", "", children));
    EXPECT_EQ(check_interpreting(InterpretedBy::interpreter, " ", "", children).error().field, "interpreter");
}

TEST(Interpreting, by_a_member_of_the_family_takes_the_reason_why_nobody_else_could) {
    EXPECT_EQ(check_interpreting(InterpretedBy::family_member, "Aunt Bisi", "", children).error().field,
              "relative_interprets_why");
    EXPECT_TRUE(check_interpreting(InterpretedBy::family_member, "Aunt Bisi", "Nobody at 2 am.", children));
    EXPECT_EQ(interpreting_line(InterpretedBy::family_member, "Aunt Bisi", "Nobody at 2 am."),
              "Aunt Bisi, a member of the family, in an emergency: Nobody at 2 am.");
}

TEST(Interpreting, is_never_done_by_one_of_the_children) {
    EXPECT_EQ(check_interpreting(InterpretedBy::family_member, "AMARA", "Nobody else.", children).error().field,
              "interpreter");
}

}  // namespace
}  // namespace kith::core
