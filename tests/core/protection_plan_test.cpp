#include "core/protection_plan.h"

#include <rapidcheck.h>

#include "core/protection_support.h"

namespace kith::core {
namespace {

using namespace tests;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

MakeProtectionPlan make() {
    MakeProtectionPlan command;
    command.id = id<ProtectionPlanId>(1);
    command.child = amara().id;
    command.conference = id<ConferenceId>(1);
    command.held_on = day("2026-11-30");
    command.category = AbuseCategory::neglect;
    command.accountable_worker = social_worker().id;
    command.review = {day("2027-02-28"), day("2027-02-26")};
    command.review_booked = day("2027-02-24");
    return command;
}

ProtectionPlan running() {
    return *make_protection_plan(make(), {});
}

ReviewPlan review() {
    return {id<ConferenceId>(2),
            day("2027-02-24"),
            AbuseCategory::emotional_abuse,
            {day("2027-08-24"), day("2027-08-24")},
            day("2027-08-20")};
}

PlanChange change() {
    PlanChange row;
    row.id = id<decltype(row.id)>(1);
    row.must_change = "Amara is never alone at night.";
    row.how_we_will_know = "The neighbour and the visits say so for eight weeks.";
    row.by = day("2027-01-31");
    return row;
}

PlanAction action() {
    PlanAction row;
    row.change = change().id;
    row.who = "Grace Okafor";
    row.what = "Grandmother sleeps at the flat on work nights.";
    return row;
}

TEST(ProtectionPlan, starts_on_the_day_of_the_conference_and_is_the_only_one) {
    EXPECT_EQ(running().started_on, day("2026-11-30"));
    EXPECT_EQ(running().reviewed_on, day("2026-11-30"));
    std::vector of_child{running()};
    EXPECT_EQ(make_protection_plan(make(), of_child).error().because, Because::conflict);
    of_child[0].ended_on = day("2027-02-24");
    EXPECT_TRUE(make_protection_plan(make(), of_child));
}

TEST(ProtectionPlan, a_limit_on_a_sunday_is_not_moved_on_and_the_last_bookable_day_is_said) {
    MakeProtectionPlan command = make();
    command.review_booked = day("2027-03-01");
    auto refused = make_protection_plan(command, {});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().sentence, AllOf(HasSubstr("28 February 2027"), HasSubstr("Friday 26 February 2027")));
    auto days = WorkingDays::england_and_wales();
    EXPECT_THAT(question_about_review(day("2027-02-28"), command.review, days), HasSubstr("not a working day"));
    EXPECT_EQ(question_about_review(day("2027-02-26"), command.review, days), "");
}

TEST(ProtectionPlan, never_overlaps_a_child_in_need_plan) {
    EXPECT_TRUE(check_no_need_plan(day("2026-11-30"), std::nullopt, std::nullopt));
    EXPECT_TRUE(check_no_need_plan(day("2026-11-30"), day("2026-06-01"), day("2026-11-30")));
    EXPECT_FALSE(check_no_need_plan(day("2026-11-30"), day("2026-06-01"), day("2026-12-01")));
    EXPECT_FALSE(check_no_need_plan(day("2026-11-30"), day("2026-06-01"), std::nullopt));
}

TEST(ProtectionPlan, the_next_review_counts_from_the_day_the_last_one_was_held) {
    auto continued = continue_plan(running(), review());
    ASSERT_TRUE(continued) << continued.error().sentence;
    EXPECT_EQ(continued->reviewed_on, day("2027-02-24"));
    EXPECT_EQ(continued->review_by, day("2027-08-24"));
    EXPECT_EQ(continued->category, AbuseCategory::emotional_abuse);
    EXPECT_EQ(continued->started_on, day("2026-11-30"));
}

TEST(ProtectionPlan, a_review_comes_after_the_conference_it_reviews) {
    ReviewPlan command = review();
    command.held_on = day("2026-11-30");
    EXPECT_EQ(continue_plan(running(), command).error().field, "held_on");
    command = review();
    command.review_booked = day("2027-08-25");
    EXPECT_EQ(continue_plan(running(), command).error().field, "review_booked");
}

TEST(ProtectionPlan, ends_once_with_a_reason_that_a_conference_gave) {
    EndPlan command{PlanEnd::no_longer_at_continuing_risk, day("2027-02-24"), "Everything has changed.", {}};
    EXPECT_EQ(end_plan(running(), command).error().field, "end");
    command.conference = id<ConferenceId>(2);
    auto ended = end_plan(running(), command);
    ASSERT_TRUE(ended);
    EXPECT_FALSE(is_running(*ended));
    EXPECT_EQ(end_plan(*ended, command).error().because, Because::conflict);
    EXPECT_EQ(continue_plan(*ended, review()).error().because, Because::conflict);
    EXPECT_EQ(write_plan(*ended, {}).error().because, Because::conflict);
    command.why = "";
    EXPECT_EQ(end_plan(running(), command).error().field, "end_why");
}

TEST(ProtectionPlan, does_not_end_before_it_started_nor_on_its_first_day_unless_the_child_is_lost) {
    EndPlan command{PlanEnd::left_the_country, day("2026-11-30"), "Moved abroad.", {}};
    EXPECT_EQ(end_plan(running(), command).error().field, "on");
    command.end = PlanEnd::pregnancy_ended;
    EXPECT_TRUE(end_plan(running(), command));
    command.on = day("2026-11-29");
    EXPECT_EQ(end_plan(running(), command).error().field, "on");
}

TEST(ProtectionPlan, says_all_that_the_family_would_miss_in_it) {
    EXPECT_THAT(fields(missing_from(running(), {}, {})),
                ElementsAre("changes", "visited_by", "already_helps", "contingency", "child_view", "family_view"));
    PlanChange empty;
    EXPECT_THAT(fields(missing_from(running(), std::vector{empty}, {})),
                ElementsAre("change_1", "change_1", "change_1", "change_1", "visited_by", "already_helps",
                            "contingency", "child_view", "family_view"));
    auto written = write_plan(running(), {.already_helps = "none known",
                                          .contingency = "A legal planning meeting.",
                                          .family_view = "She agrees.",
                                          .child_view_missing = "Too young to say; watched at play.",
                                          .visited_by = "Dana Whitlock, to see Amara."});
    ASSERT_TRUE(written);
    EXPECT_THAT(missing_from(*written, std::vector{change()}, std::vector{action()}), IsEmpty());
}

TEST(ProtectionPlan, the_next_visit_counts_from_the_last_time_the_child_was_seen) {
    auto days = WorkingDays::england_and_wales();
    EXPECT_EQ(next_visit_by(running(), std::nullopt, days), day("2026-12-14"));
    EXPECT_EQ(next_visit_by(running(), day("2026-12-10"), days), day("2026-12-24"));
    EXPECT_EQ(next_visit_by(running(), day("2026-11-02"), days), day("2026-12-14"));
    EXPECT_EQ(write_plan(running(), {.visit_every_days = 0}).error().field, "visit_every_days");
}

TEST(ProtectionPlan, a_visit_in_which_the_child_was_not_seen_says_why) {
    ProtectionVisit visit;
    visit.visited_at = at("2026-12-08");
    visit.seen = Answer::no;
    EXPECT_EQ(record_visit(running(), visit, social_worker(), at("2026-12-08", 12)).error().field, "why_not");
    visit.why_not = "Asleep; her mother would not wake her.";
    auto recorded = record_visit(running(), visit, social_worker(), at("2026-12-08", 12));
    ASSERT_TRUE(recorded);
    EXPECT_EQ(recorded->child, amara().id);
    EXPECT_FALSE(record_visit(running(), visit, social_worker(), at("2026-12-07")));
}

TEST(ProtectionPlan, an_action_that_was_not_done_says_why) {
    EXPECT_EQ(look_at_action(action(), ActionStatus::not_done, "", day("2026-12-22")).error().field, "note");
    EXPECT_TRUE(look_at_action(action(), ActionStatus::done, "", day("2026-12-22")));
}

TEST(ProtectionPlan, whatever_the_day_the_last_bookable_day_is_a_working_day_in_the_limit) {
    auto days = WorkingDays::england_and_wales();
    EXPECT_TRUE(rc::check([&] {
        Date held = day("2020-01-01") + std::chrono::days(*rc::gen::inRange(0, 3600));
        Date last = add_months(held, 3);
        ReviewLimit limit{last, days.on_or_before(last)};
        RC_ASSERT(days.is_working_day(limit.last_working));
        RC_ASSERT(limit.last_working <= limit.last_day);
        RC_ASSERT(question_about_review(limit.last_working, limit, days).empty());
        MakeProtectionPlan command = make();
        command.held_on = held;
        command.review = limit;
        command.review_booked = last + std::chrono::days(1);
        RC_ASSERT(!make_protection_plan(command, {}));
    }));
}

}  // namespace
}  // namespace kith::core
