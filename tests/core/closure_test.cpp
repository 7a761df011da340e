#include "core/closure.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace kith;
using namespace kith::core;
using namespace std::chrono_literals;

namespace {

const Date referred = *parse_date("2026-03-02");
const Date today = *parse_date("2026-04-20");
const Instant now = from_london(today, 11h);
const Actor worker{.id = StaffId(counting_ids(11)()), .name = "Amina", .role = Role::social_worker};
const Actor manager{.id = StaffId(counting_ids(20)()), .name = "Manager", .role = Role::team_manager};

ProposeClosure after_assessment() {
    ProposeClosure command;
    command.reason = ClosureReason::assessed_no_further_action;
    command.closes_on = today;
    command.why = "The family has the help it wants";
    command.family_view = "Glad it is over";
    command.child_view_missing_why = "Four months old";
    command.services_that_stay = "Health visitor";
    command.how_to_come_back = "Ring the duty team";
    return command;
}

constexpr WhatHappened one_assessment{.assessments_authorised = 1};

}  // namespace

TEST(Closure, closed_after_assessment_needs_an_assessment_and_nothing_else) {
    EXPECT_TRUE(propose_closure(after_assessment(), one_assessment, referred, worker, now));
    EXPECT_EQ(propose_closure(after_assessment(), {}, referred, worker, now).error().field, "reason");
    WhatHappened with_plan = one_assessment;
    with_plan.need_plans = 1;
    EXPECT_EQ(propose_closure(after_assessment(), with_plan, referred, worker, now).error().field, "reason");
}

TEST(Closure, once_a_section_47_enquiry_started_it_is_no_longer_closed_after_assessment) {
    WhatHappened enquiry = one_assessment;
    enquiry.section47_enquiries = 1;
    auto refused = propose_closure(after_assessment(), enquiry, referred, worker, now);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().sentence.find("section 47"), std::string::npos);
    auto possible = possible_reasons(enquiry);
    EXPECT_EQ(std::ranges::count(possible, ClosureReason::assessed_to_early_help), 0);
    EXPECT_EQ(std::ranges::count(possible, ClosureReason::no_longer_in_need), 1);
}

TEST(Closure, everything_still_open_is_named_at_once_with_its_way_out) {
    ProposeClosure command = after_assessment();
    command.reason = ClosureReason::no_longer_in_need;
    WhatHappened open{.assessments_open = 1, .section47_enquiries_open = 1, .need_plans_open = 1};
    Closure closure = *propose_closure(command, open, referred, worker, now);
    auto refused = authorise_closure(closure, open, "Fine", manager, now);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().sentence.find("assessment that is open"), std::string::npos);
    EXPECT_NE(refused.error().sentence.find("section 47 enquiry"), std::string::npos);
    EXPECT_NE(refused.error().sentence.find("child in need plan"), std::string::npos);
}

TEST(Closure, a_manager_closes_and_the_worker_cannot) {
    Closure proposed = *propose_closure(after_assessment(), one_assessment, referred, worker, now);
    EXPECT_EQ(authorise_closure(proposed, one_assessment, "Mine", worker, now).error().because, Because::forbidden);
    Actor same = manager;
    same.id = worker.id;
    EXPECT_EQ(authorise_closure(proposed, one_assessment, "Mine", same, now).error().because, Because::forbidden);
    Closure closed = *authorise_closure(proposed, one_assessment, "Agreed", manager, now);
    EXPECT_EQ(closed.state, ClosureState::authorised);
    EXPECT_EQ(authorise_closure(closed, one_assessment, "Again", manager, now).error().because, Because::conflict);
}

TEST(Closure, takes_the_familys_view_or_why_there_is_none) {
    ProposeClosure command = after_assessment();
    command.family_view = "";
    Closure proposed = *propose_closure(command, one_assessment, referred, worker, now);
    EXPECT_EQ(authorise_closure(proposed, one_assessment, "Agreed", manager, now).error().field, "family_view");
    proposed.family_view_missing_why = "Moved without an address";
    EXPECT_TRUE(authorise_closure(proposed, one_assessment, "Agreed", manager, now));
}

TEST(Closure, is_not_before_the_referral_nor_in_the_future) {
    ProposeClosure command = after_assessment();
    command.closes_on = referred - std::chrono::days(1);
    EXPECT_EQ(propose_closure(command, one_assessment, referred, worker, now).error().field, "closes_on");
    command.closes_on = today + std::chrono::days(1);
    EXPECT_EQ(propose_closure(command, one_assessment, referred, worker, now).error().field, "closes_on");
}

TEST(Closure, a_returned_one_says_why) {
    Closure proposed = *propose_closure(after_assessment(), one_assessment, referred, worker, now);
    EXPECT_EQ(return_closure(proposed, "", manager, now).error().field, "reasons");
    EXPECT_EQ(return_closure(proposed, "Ask the father", manager, now)->state, ClosureState::returned);
}

TEST(Closure, a_lost_pregnancy_closes_at_once_asks_nothing_and_owes_no_letter) {
    auto closed = close_gently({}, {}, {}, ClosureReason::pregnancy_ended, today, worker, now);
    ASSERT_TRUE(closed);
    EXPECT_EQ(closed->state, ClosureState::authorised);
    EXPECT_TRUE(missing_for_closure(*closed, {.assessments_open = 1}).empty());
    EXPECT_FALSE(owes_letter(closed->reason));
    EXPECT_TRUE(owes_letter(ClosureReason::no_longer_in_need));
    EXPECT_FALSE(close_gently({}, {}, {}, ClosureReason::no_longer_in_need, today, worker, now));
}

TEST(Closure, every_reason_has_words) {
    for (ClosureReason each : all_values<ClosureReason>())
        EXPECT_FALSE(says(each).empty()) << word(each);
}
