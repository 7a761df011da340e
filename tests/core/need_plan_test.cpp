#include "core/need_plan.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::core;
using namespace std::chrono_literals;

namespace {

using days = std::chrono::days;
const Date decided = *parse_date("2026-04-20");
const Date today = decided + days(90);
const Instant now = from_london(today, 11h);
const Actor worker{.id = StaffId(counting_ids(11)()), .name = "Amina", .role = Role::social_worker};

NeedPlan decided_plan() {
    StartNeedPlan command;
    command.id = NeedPlanId(counting_ids(60)());
    command.child = PersonId(counting_ids(1)());
    command.decided_on = decided;
    return *start_need_plan(command, {}, now);
}

NeedPlan active_plan() {
    RecordPlanningMeeting meeting;
    meeting.met_on = decided + days(7);
    meeting.family_wants = "Someone to talk to, and sleep";
    meeting.next_review = decided + days(60);
    return *record_planning_meeting(decided_plan(), meeting, now);
}

NeedPlanReview a_review(NeedReviewDecision decision) {
    NeedPlanReview review;
    review.held_on = decided + days(60);
    review.family_view = "It has helped";
    review.child_view = "Likes the school nurse";
    review.progress = "Counselling every week";
    review.decision = decision;
    review.reasons = "Everyone agrees";
    review.next_review = decision == NeedReviewDecision::continues ? std::optional(decided + days(120)) : std::nullopt;
    return review;
}

}  // namespace

TEST(NeedPlan, a_child_has_one_at_a_time) {
    std::vector<NeedPlan> existing{active_plan()};
    StartNeedPlan command;
    command.decided_on = decided;
    EXPECT_EQ(start_need_plan(command, existing, now).error().because, Because::conflict);
}

TEST(NeedPlan, is_made_at_a_meeting_after_the_decision_and_not_in_the_future) {
    RecordPlanningMeeting meeting;
    meeting.met_on = decided - days(1);
    EXPECT_EQ(record_planning_meeting(decided_plan(), meeting, now).error().field, "met_on");
    meeting.met_on = today + days(1);
    EXPECT_EQ(record_planning_meeting(decided_plan(), meeting, now).error().field, "met_on");
    EXPECT_EQ(active_plan().state, NeedPlanState::active);
}

TEST(NeedPlan, a_parent_who_declines_leaves_the_plan_as_valid_as_before) {
    NeedPlan plan = active_plan();
    NeedPlanMember father;
    father.person = PersonId(counting_ids(5)());
    father.agreement = Agreement::declines;
    father.in_their_words = "I do not need anyone telling me how to be a father";
    NeedPlanMember kept = *record_agreement(plan, father, now);
    EXPECT_EQ(kept.plan, plan.id);
    EXPECT_EQ(plan.state, NeedPlanState::active);
}

TEST(NeedPlan, an_action_says_what_gets_better_who_does_it_and_by_when) {
    NeedPlanAction action;
    action.action = "Weekly counselling";
    auto refused = agree_action(active_plan(), action);
    EXPECT_NE(refused.error().sentence.find("what will be better"), std::string::npos);
    EXPECT_NE(refused.error().sentence.find("by name"), std::string::npos);
    EXPECT_NE(refused.error().sentence.find("by when"), std::string::npos);
    action.outcome = "Mum feels able to cope";
    action.owner = "Dr Example, counsellor";
    action.by = decided + days(30);
    EXPECT_TRUE(agree_action(active_plan(), action));
}

TEST(NeedPlan, an_action_dropped_says_why) {
    NeedPlanAction action;
    EXPECT_EQ(settle_action(active_plan(), action, ActionState::dropped, today, " ", now).error().field, "progress");
    NeedPlanAction done = *settle_action(active_plan(), action, ActionState::done, today, "", now);
    EXPECT_EQ(done.settled_on, today);
}

TEST(NeedPlan, a_review_hears_the_family_or_says_why_not) {
    NeedPlanReview review = a_review(NeedReviewDecision::continues);
    review.family_view = "";
    EXPECT_EQ(review_need_plan(active_plan(), review, worker, now).error().field, "family_view");
    review.family_view_missing_why = "Did not come; rung twice";
    NeedPlanReviewed reviewed = *review_need_plan(active_plan(), review, worker, now);
    EXPECT_EQ(reviewed.plan.next_review, decided + days(120));
    EXPECT_EQ(reviewed.review.recorded_by, worker.id);
}

TEST(NeedPlan, a_plan_that_goes_on_has_a_next_review) {
    NeedPlanReview review = a_review(NeedReviewDecision::continues);
    review.next_review.reset();
    EXPECT_EQ(review_need_plan(active_plan(), review, worker, now).error().field, "next_review");
    review.next_review = review.held_on;
    EXPECT_EQ(review_need_plan(active_plan(), review, worker, now).error().field, "next_review");
}

TEST(NeedPlan, is_not_reviewed_before_it_was_made) {
    EXPECT_EQ(review_need_plan(decided_plan(), a_review(NeedReviewDecision::continues), worker, now).error().because,
              Because::conflict);
}

TEST(NeedPlan, ends_as_no_longer_needed_only_after_a_review_said_so) {
    EndNeedPlan end{.end = NeedPlanEnd::no_longer_needed, .ended_on = today, .why = ""};
    EXPECT_FALSE(end_need_plan(active_plan(), {}, end, now));
    std::vector<NeedPlanReview> reviews{a_review(NeedReviewDecision::continues)};
    EXPECT_FALSE(end_need_plan(active_plan(), reviews, end, now));
    reviews.push_back(a_review(NeedReviewDecision::ends));
    NeedPlan ended = *end_need_plan(active_plan(), reviews, end, now);
    EXPECT_EQ(ended.state, NeedPlanState::ended);
    EXPECT_FALSE(ended.next_review);
    EXPECT_EQ(end_need_plan(ended, reviews, end, now).error().because, Because::conflict);
}

TEST(NeedPlan, a_child_protection_plan_or_a_lost_pregnancy_ends_it_at_once) {
    EXPECT_TRUE(end_need_plan(active_plan(), {},
                              {.end = NeedPlanEnd::child_protection_plan, .ended_on = today, .why = ""}, now));
    EXPECT_TRUE(
        end_need_plan(decided_plan(), {}, {.end = NeedPlanEnd::pregnancy_ended, .ended_on = today, .why = ""}, now));
}

TEST(NeedPlan, what_it_lacks_is_listed_and_blocks_nothing) {
    EXPECT_EQ(missing_from_plan(decided_plan(), {}, {}).size(), 7u);
    EXPECT_EQ(missing_from_plan(active_plan(), {}, {}).size(), 4u);
}

TEST(NeedPlan, a_visit_at_which_the_child_was_not_seen_says_why_and_does_not_count_as_seen) {
    NeedPlanVisit visit;
    visit.visited_on = today;
    EXPECT_EQ(record_visit(active_plan(), visit, worker, now).error().field, "seen");
    visit.seen = ChildSeen::not_seen;
    EXPECT_EQ(record_visit(active_plan(), visit, worker, now).error().field, "not_seen_why");
    visit.not_seen_why = "Nobody at home; rung, and coming again tomorrow";
    EXPECT_EQ(record_visit(active_plan(), visit, worker, now)->visited_by, worker.id);
    EXPECT_FALSE(was_seen(ChildSeen::not_seen));
    EXPECT_TRUE(was_seen(ChildSeen::observed));
}

TEST(NeedPlan, a_visit_before_birth_is_to_the_parents_who_expect_the_baby) {
    NeedPlanVisit visit;
    visit.visited_on = today;
    visit.seen = ChildSeen::not_born;
    EXPECT_EQ(record_visit(active_plan(), visit, worker, now).error().field, "parents_seen");
    visit.parents_seen = Answer::no;
    EXPECT_EQ(record_visit(active_plan(), visit, worker, now).error().field, "not_seen_why");
    visit.not_seen_why = "At the hospital for a scan";
    EXPECT_FALSE(counts(*record_visit(active_plan(), visit, worker, now)));
    visit.parents_seen = Answer::yes;
    EXPECT_TRUE(counts(*record_visit(active_plan(), visit, worker, now)));
    EXPECT_EQ(who_was_seen(visit), "The parents who expect the baby were seen");
}
