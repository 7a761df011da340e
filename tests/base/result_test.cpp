#include "base/result.h"

#include <gtest/gtest.h>

using namespace kith;

static Result<int> half(int n) {
    if (n % 2) return refuse(Because::invalid, "n", "Enter an even number.");
    return n / 2;
}

static Result<int> quarter(int n) {
    int once = TRY(half(n));
    return TRY(half(once));
}

TEST(Result, try_hands_on_the_value_or_returns_the_refusal) {
    EXPECT_EQ(quarter(8), 2);
    auto refused = quarter(6);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().because, Because::invalid);
    EXPECT_EQ(refused.error().field, "n");
    EXPECT_EQ(refused.error().sentence, "Enter an even number.");
}

TEST(Check, throws_a_bug_that_names_the_claim) {
    try {
        CHECK(1 + 1 == 3);
        FAIL();
    } catch (const Bug& bug) {
        EXPECT_NE(std::string(bug.what()).find("1 + 1 == 3"), std::string::npos);
    }
}
