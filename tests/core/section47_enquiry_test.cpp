#include "core/section47_enquiry.h"

#include <rapidcheck.h>

#include "core/protection_support.h"

namespace kith::core {
namespace {

using namespace tests;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

StartSection47Enquiry start() {
    return {.id = id<Section47EnquiryId>(1),
            .at = at("2026-11-21"),
            .discussion = id<StrategyDiscussionId>(4),
            .lead = id<StaffId>(1),
            .lead_is_registered = Answer::yes,
            .team = id<TeamId>(1)};
}

Section47Enquiry started(const Person& child = amara()) {
    return *start_section47_enquiry(start(), child, {}, at("2026-11-21", 11));
}

std::vector<EnquiryStep> usual_steps() {
    EnquiryStep parent, check;
    parent.kind = EnquiryStepKind::parent_interview;
    check.kind = EnquiryStepKind::agency_check;
    return {parent, check};
}

Section47Enquiry with_findings(Section47Enquiry enquiry) {
    EnquiryFindings findings;
    findings.seen_on = day("2026-11-22");
    findings.seen_alone = Answer::yes;
    findings.wishes = "\"I want Mummy to stop crying.\"";
    findings.access_refused = Answer::no;
    findings.analysis = "The bruising fits the account given.";
    return *record_findings(enquiry, findings, at("2026-11-23"));
}

Section47Enquiry proposed(EnquiryOutcome outcome = EnquiryOutcome::substantiated_continuing_risk) {
    return *propose_outcome(with_findings(started()), {outcome, "Two agencies saw it.", ""}, social_worker(),
                            at("2026-12-01"));
}

TEST(Section47Enquiry, starts_on_the_day_of_its_strategy_discussion_a_saturday_too) {
    Section47Enquiry enquiry = started();
    EXPECT_EQ(enquiry.started_on, day("2026-11-21"));
    EXPECT_EQ(enquiry.discussed_on, day("2026-11-21"));
    EXPECT_FALSE(strategy_discussion_is_owed(enquiry));
}

TEST(Section47Enquiry, is_started_by_police_protection_with_the_discussion_owed_and_the_day_stands) {
    StartSection47Enquiry command = start();
    command.start = EnquiryStart::police_protection;
    command.discussion = {};
    auto enquiry = start_section47_enquiry(command, amara(), {}, at("2026-11-21", 11));
    ASSERT_TRUE(enquiry) << enquiry.error().sentence;
    EXPECT_TRUE(strategy_discussion_is_owed(*enquiry));
    StrategyDiscussion discussion;
    discussion.id = id<StrategyDiscussionId>(9);
    discussion.held_at = at("2026-11-23");
    auto paid = record_owed_discussion(*enquiry, discussion);
    ASSERT_TRUE(paid);
    EXPECT_EQ(paid->started_on, day("2026-11-21"));
    EXPECT_EQ(paid->discussed_on, day("2026-11-23"));
    EXPECT_FALSE(strategy_discussion_is_owed(*paid));
    EXPECT_FALSE(record_owed_discussion(*paid, discussion));
}

TEST(Section47Enquiry, without_an_emergency_names_its_discussion) {
    StartSection47Enquiry command = start();
    command.discussion = {};
    EXPECT_EQ(start_section47_enquiry(command, amara(), {}, at("2026-11-22")).error().field, "discussion");
}

TEST(Section47Enquiry, cannot_be_about_a_person_verified_to_be_18_but_an_estimated_age_is_a_childs) {
    Person person = amara();
    person.date_of_birth = day("2008-11-21");
    auto refused = start_section47_enquiry(start(), person, {}, at("2026-11-22"));
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().sentence, HasSubstr("section 42"));
    EXPECT_THAT(refused.error().sentence, HasSubstr("other children"));
    person.birth_date_is = BirthDateIs::estimated;
    EXPECT_TRUE(start_section47_enquiry(start(), person, {}, at("2026-11-22")));
    person.birth_date_is = BirthDateIs::verified;
    person.date_of_birth = day("2008-11-22");
    EXPECT_TRUE(start_section47_enquiry(start(), person, {}, at("2026-11-22")));
}

TEST(Section47Enquiry, may_be_about_an_unborn_baby_but_not_one_who_was_lost) {
    EXPECT_TRUE(start_section47_enquiry(start(), unborn_baby(), {}, at("2026-11-22")));
    Person lost = unborn_baby();
    lost.stage = Stage::pregnancy_ended;
    EXPECT_FALSE(start_section47_enquiry(start(), lost, {}, at("2026-11-22")));
}

TEST(Section47Enquiry, is_led_by_a_registered_social_worker_or_by_nobody_yet) {
    StartSection47Enquiry command = start();
    command.lead_is_registered = Answer::no;
    EXPECT_EQ(start_section47_enquiry(command, amara(), {}, at("2026-11-22")).error().field, "lead");
    command.lead = {};
    EXPECT_TRUE(start_section47_enquiry(command, amara(), {}, at("2026-11-22")));
    Staff support;
    support.name = "Lee Carter";
    EXPECT_EQ(lead_enquiry(started(), support).error().field, "lead");
}

TEST(Section47Enquiry, a_second_one_is_refused_while_the_first_is_open) {
    std::vector of_child{started()};
    auto second = start_section47_enquiry(start(), amara(), of_child, at("2026-11-25"));
    ASSERT_FALSE(second);
    EXPECT_THAT(second.error().sentence, HasSubstr("21 November 2026"));
    of_child[0].state = EnquiryState::ended;
    EXPECT_TRUE(start_section47_enquiry(start(), amara(), of_child, at("2026-11-25")));
}

TEST(Section47Enquiry, says_everything_that_the_manager_still_needs_at_once) {
    EXPECT_THAT(fields(missing_from(started(), {}, amara())),
                ElementsAre("seen_on", "wishes", "steps", "steps", "analysis", "outcome", "reasons"));
}

TEST(Section47Enquiry, does_not_ask_an_unborn_baby_for_its_wishes) {
    EXPECT_THAT(fields(missing_from(started(unborn_baby()), usual_steps(), unborn_baby())),
                ElementsAre("analysis", "outcome", "reasons"));
}

TEST(Section47Enquiry, accepts_that_a_child_was_not_seen_alone_with_the_reason) {
    Section47Enquiry enquiry = proposed();
    EXPECT_THAT(missing_from(enquiry, usual_steps(), amara()), IsEmpty());
    enquiry.seen_alone = Answer::no;
    EXPECT_THAT(fields(missing_from(enquiry, usual_steps(), amara())), ElementsAre("seen_alone"));
    enquiry.not_seen_alone_why = "She held on to her grandmother.";
    EXPECT_THAT(missing_from(enquiry, usual_steps(), amara()), IsEmpty());
}

TEST(Section47Enquiry, where_access_was_refused_needs_the_order_or_why_the_child_is_safe) {
    Section47Enquiry enquiry = proposed();
    enquiry.access_refused = Answer::yes;
    EXPECT_THAT(fields(missing_from(enquiry, usual_steps(), amara())), ElementsAre("access_refused_done"));
}

TEST(Section47Enquiry, is_endorsed_by_a_manager_who_neither_led_nor_proposed_it) {
    Section47Enquiry enquiry = proposed();
    EndorseOutcome command{"I agree: the injuries are not explained.", Standing::neither};
    EXPECT_EQ(
        endorse_outcome(enquiry, usual_steps(), amara(), command, social_worker(), at("2026-12-02")).error().because,
        Because::forbidden);
    enquiry.lead = manager().id;
    EXPECT_EQ(endorse_outcome(enquiry, usual_steps(), amara(), command, manager(), at("2026-12-02")).error().because,
              Because::forbidden);
    auto endorsed = endorse_outcome(proposed(), usual_steps(), amara(), command, manager(), at("2026-12-02"));
    ASSERT_TRUE(endorsed) << endorsed.error().sentence;
    EXPECT_EQ(endorsed->leads_to, AfterEnquiry::initial_conference);
    EXPECT_EQ(endorsed->state, EnquiryState::ended);
    EXPECT_FALSE(endorse_outcome(*endorsed, usual_steps(), amara(), command, manager(), at("2026-12-03")));
}

TEST(Section47Enquiry, goes_back_to_the_worker_with_the_reason_and_comes_again) {
    EXPECT_EQ(return_outcome(proposed(), "", manager()).error().field, "returned_why");
    auto returned = return_outcome(proposed(), "Ask the school too.", manager());
    ASSERT_TRUE(returned);
    EXPECT_EQ(returned->state, EnquiryState::open);
    auto again = propose_outcome(*returned, {EnquiryOutcome::not_substantiated, "The school saw nothing.", ""},
                                 social_worker(), at("2026-12-03"));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->returned_why, "");
}

TEST(Section47Enquiry, its_outcome_is_put_forward_by_a_registered_social_worker_with_reasons) {
    Actor support = social_worker();
    support.social_work_qualified = false;
    ProposeOutcome command{EnquiryOutcome::not_substantiated, "Nothing was found.", ""};
    EXPECT_EQ(propose_outcome(started(), command, support, at("2026-12-01")).error().because, Because::forbidden);
    command.reasons = "  ";
    EXPECT_EQ(propose_outcome(started(), command, social_worker(), at("2026-12-01")).error().field, "reasons");
}

TEST(Section47Enquiry, on_a_child_already_on_a_plan_never_leads_to_a_second_initial_conference) {
    EXPECT_TRUE(rc::check([] {
        auto outcome = *rc::gen::elementOf(all_values<EnquiryOutcome>());
        auto standing = *rc::gen::elementOf(std::vector{Standing::on_protection_plan, Standing::looked_after});
        RC_ASSERT(after_enquiry(outcome, standing) != AfterEnquiry::initial_conference);
        RC_ASSERT(after_enquiry(outcome, standing) != AfterEnquiry::child_in_need);
    }));
    EXPECT_EQ(after_enquiry(EnquiryOutcome::substantiated_continuing_risk, Standing::on_protection_plan),
              AfterEnquiry::early_review);
    EXPECT_EQ(after_enquiry(EnquiryOutcome::substantiated_continuing_risk, Standing::looked_after),
              AfterEnquiry::early_looked_after_review);
    EXPECT_EQ(after_enquiry(EnquiryOutcome::substantiated_no_continuing_risk, Standing::neither),
              AfterEnquiry::child_in_need);
}

TEST(Section47Enquiry, stops_at_once_when_there_is_no_child_any_more) {
    Section47Enquiry stopped = stop_enquiry(started(unborn_baby()), "The pregnancy ended.");
    EXPECT_EQ(stopped.state, EnquiryState::stopped);
    EXPECT_FALSE(stopped.outcome);
    Section47Enquiry ended = proposed();
    ended.state = EnquiryState::ended;
    EXPECT_EQ(stop_enquiry(ended, "The pregnancy ended.").state, EnquiryState::ended);
}

TEST(Section47Enquiry, records_what_happened_not_what_is_planned) {
    EnquiryStep step;
    step.happened_at = at("2026-11-25");
    EXPECT_FALSE(record_step(started(), step, social_worker(), at("2026-11-24")));
    auto recorded = record_step(started(), step, social_worker(), at("2026-11-25", 12));
    ASSERT_TRUE(recorded);
    EXPECT_EQ(recorded->by, social_worker().id);
    EnquiryFindings findings;
    findings.seen_on = day("2026-11-26");
    EXPECT_EQ(record_findings(started(), findings, at("2026-11-25")).error().field, "seen_on");
}

}  // namespace
}  // namespace kith::core
