#include "core/interim_safety_plan.h"

#include "core/protection_support.h"

namespace kith::core {
namespace {

using namespace tests;
using testing::ElementsAre;

TEST(InterimSafetyPlan, is_saved_as_it_is_and_says_what_the_family_still_needs_in_it) {
    InterimSafetyPlan plan;
    plan.starts = day("2026-11-20");
    plan.reviewed_by = day("2026-11-23");
    auto made = make_safety_plan(plan, social_worker(), at("2026-11-20", 17));
    ASSERT_TRUE(made);
    EXPECT_THAT(fields(missing_from(*made)),
                ElementsAre("worries", "who_does_what", "if_it_fails", "who_to_ring", "agreed_by"));
    plan.reviewed_by = day("2026-11-19");
    EXPECT_FALSE(make_safety_plan(plan, social_worker(), at("2026-11-20", 17)));
}

TEST(InterimSafetyPlan, ends_once_with_what_replaced_it) {
    InterimSafetyPlan plan;
    EXPECT_EQ(end_safety_plan(plan, " ", at("2026-11-23")).error().field, "ended_why");
    auto ended = end_safety_plan(plan, "The conference made a plan.", at("2026-11-23"));
    ASSERT_TRUE(ended);
    EXPECT_EQ(end_safety_plan(*ended, "Again.", at("2026-11-24")).error().because, Because::conflict);
}

}  // namespace
}  // namespace kith::core
