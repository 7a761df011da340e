#include "core/transfer_in.h"

#include "core/protection_support.h"

namespace kith::core {
namespace {

using namespace tests;

TransferIn news() {
    TransferIn transfer;
    transfer.from_authority = "Fernshire";
    transfer.told_on = day("2026-12-10");
    return transfer;
}

TEST(TransferIn, takes_the_other_authority_and_the_day_it_told_us_and_all_else_may_follow) {
    auto notify = [](const TransferIn& transfer) {
        return notify_transfer_in(transfer, {}, false, social_worker(), at("2026-12-11"));
    };
    ASSERT_TRUE(notify(news()));
    EXPECT_EQ(notify(news())->recorded_by, social_worker().id);
    TransferIn nobody = news();
    nobody.from_authority = " ";
    EXPECT_EQ(notify(nobody).error().field, "from_authority");
    TransferIn to_come = news();
    to_come.told_on = day("2026-12-12");
    EXPECT_EQ(notify(to_come).error().field, "told_on");
    TransferIn later_plan = news();
    later_plan.plan_since = day("2026-12-11");
    EXPECT_EQ(notify(later_plan).error().field, "plan_since");
}

TEST(TransferIn, is_one_at_a_time_and_not_for_a_child_on_a_plan_here) {
    EXPECT_EQ(notify_transfer_in(news(), {}, true, social_worker(), at("2026-12-11")).error().because,
              Because::conflict);
    ProtectionPlan here;
    here.started_on = day("2026-11-01");
    std::vector plans{here};
    EXPECT_EQ(notify_transfer_in(news(), plans, false, social_worker(), at("2026-12-11")).error().because,
              Because::conflict);
    plans[0].ended_on = day("2026-12-01");
    EXPECT_TRUE(notify_transfer_in(news(), plans, false, social_worker(), at("2026-12-11")));
}

}  // namespace
}  // namespace kith::core
