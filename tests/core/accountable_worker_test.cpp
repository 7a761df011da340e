#include "core/accountable_worker.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

using namespace kith;
using namespace kith::core;
using namespace std::chrono_literals;

namespace {

const PersonId child(counting_ids(1)());
const StaffId amina(counting_ids(11)());
const StaffId ben(counting_ids(12)());
const Actor manager{.id = StaffId(counting_ids(20)()), .name = "Manager", .role = Role::team_manager};
const Instant nine = from_london(*parse_date("2026-03-02"), 9h);

HandOver to(StaffId staff, Instant at) {
    return {.id = ChildWorkerId(counting_ids(1000)()), .to = staff, .team = {}, .at = at, .note = ""};
}

}  // namespace

TEST(AccountableWorker, a_child_with_nobody_is_unallocated) {
    EXPECT_TRUE(accountable_at({}, nine).is_nil());
}

TEST(AccountableWorker, a_handover_is_one_moment_with_both_names) {
    ChildWorker first = hand_over({}, child, to(amina, nine), manager, nine)->began;
    EXPECT_TRUE(first.taken_over_from.is_nil());
    HandedOver handed = *hand_over(std::vector{first}, child, to(ben, nine + 24h), manager, nine + 24h);
    ASSERT_TRUE(handed.ended);
    EXPECT_EQ(handed.ended->until, nine + 24h);
    EXPECT_EQ(handed.began.taken_over_from, amina);
    std::vector<ChildWorker> rows{*handed.ended, handed.began};
    EXPECT_EQ(accountable_at(rows, nine + 24h - 1us), amina);
    EXPECT_EQ(accountable_at(rows, nine + 24h), ben);
}

TEST(AccountableWorker, handing_over_to_the_same_person_or_into_the_past_is_refused) {
    std::vector<ChildWorker> rows{hand_over({}, child, to(amina, nine), manager, nine)->began};
    EXPECT_FALSE(hand_over(rows, child, to(amina, nine + 1h), manager, nine + 1h));
    EXPECT_EQ(hand_over(rows, child, to(ben, nine), manager, nine + 1h).error().field, "at");
    EXPECT_EQ(hand_over(rows, child, to(ben, nine + 2h), manager, nine + 1h).error().field, "at");
}

TEST(AccountableWorker, a_co_worker_is_alongside_and_only_once) {
    std::vector<ChildWorker> rows{hand_over({}, child, to(amina, nine), manager, nine)->began};
    rows.push_back(*add_co_worker(rows, child, to(ben, nine), manager, nine));
    EXPECT_EQ(accountable_at(rows, nine), amina);
    EXPECT_FALSE(add_co_worker(rows, child, to(ben, nine), manager, nine));
}

TEST(AccountableWorker, exactly_one_is_accountable_at_any_instant_after_the_first) {
    EXPECT_TRUE(rc::check([] {
        std::vector<ChildWorker> rows;
        Instant at = nine;
        for (int i = 0; i < *rc::gen::inRange(1, 12); ++i) {
            auto handed = hand_over(rows, child, to(*rc::gen::element(amina, ben), at), manager, at);
            at += std::chrono::minutes(*rc::gen::inRange(0, 3));
            if (!handed) continue;
            for (ChildWorker& row : rows)
                if (handed->ended && !row.until) row = *handed->ended;
            rows.push_back(handed->began);
        }
        for (Instant moment = nine; moment <= at; moment += 30s) {
            int accountable = 0;
            for (const ChildWorker& row : rows)
                accountable += row.from <= moment && (!row.until || moment < *row.until);
            RC_ASSERT(accountable == 1);
        }
    }));
}
