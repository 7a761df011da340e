#include "core/chair_independence.h"

#include <rapidcheck.h>

#include "core/protection_support.h"

namespace kith::core {
namespace {

using namespace tests;
using testing::ElementsAre;

TEST(ChairIndependence, having_chaired_before_is_no_involvement) {
    StaffId ruth = id<StaffId>(70);
    std::vector<ChairTie> ties{{ruth, Involvement::chaired_before, "review of 3 May 2026"}};
    EXPECT_EQ(chair_standing(ties, ruth), ChairStanding::independent);
    EXPECT_EQ(ties_in_words(ties, ruth), "");
}

TEST(ChairIndependence, an_older_episode_is_declared) {
    StaffId ruth = id<StaffId>(70);
    std::vector<ChairTie> ties{{ruth, Involvement::worked_with_family_before, "until 2019"}};
    EXPECT_EQ(chair_standing(ties, ruth), ChairStanding::must_declare);
    EXPECT_EQ(ties_in_words(ties, ruth), "worked with this family in an earlier episode (until 2019)");
}

TEST(ChairIndependence, five_ties_block_whatever_else_there_is) {
    EXPECT_TRUE(rc::check([] {
        StaffId staff = id<StaffId>(1);
        auto involvements =
            *rc::gen::container<std::vector<Involvement>>(rc::gen::elementOf(all_values<Involvement>()));
        std::vector<ChairTie> ties;
        for (Involvement each : involvements)
            ties.push_back({staff, each, ""});
        bool any = std::ranges::any_of(involvements, [](Involvement each) { return blocks(each); });
        RC_ASSERT((chair_standing(ties, staff) == ChairStanding::blocked) == any);
        RC_ASSERT(chair_standing(ties, id<StaffId>(2)) == ChairStanding::independent);
    }));
}

TEST(ChairIndependence, offers_those_who_are_free_in_their_order) {
    std::vector<ChairTie> ties{{id<StaffId>(2), Involvement::manages_a_worker, ""},
                               {id<StaffId>(3), Involvement::worked_with_family_before, ""},
                               {id<StaffId>(4), Involvement::chaired_before, ""}};
    std::vector candidates{id<StaffId>(4), id<StaffId>(3), id<StaffId>(2), id<StaffId>(1)};
    EXPECT_THAT(free_chairs(ties, candidates), ElementsAre(id<StaffId>(4), id<StaffId>(1)));
}

}  // namespace
}  // namespace kith::core
