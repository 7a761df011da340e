#include "core/birth.h"

#include "core/protection_support.h"

namespace kith::core {
namespace {

using namespace tests;
using testing::ElementsAre;
using testing::HasSubstr;

OpenDuty duty(std::uint8_t n, PersonId child) {
    OpenDuty row;
    row.id = id<DutyId>(n);
    row.child = child;
    return row;
}

TEST(Birth, keeps_the_record_so_that_the_plan_is_the_childs) {
    RecordBirth command{.born_on = day("2027-03-01"), .given_name = "Zuri", .sex = Sex::female};
    auto born = record_birth(unborn_baby(), command, at("2027-03-02"));
    ASSERT_TRUE(born);
    EXPECT_EQ(born->id, unborn_baby().id);
    EXPECT_EQ(born->stage, Stage::born);
    EXPECT_EQ(full_name(*born), "Zuri Okafor");
    EXPECT_EQ(born->birth_date_is, BirthDateIs::stated);
    EXPECT_EQ(record_birth(*born, command, at("2027-03-02")).error().because, Because::conflict);
}

TEST(Birth, of_a_baby_without_a_name_yet_is_recorded_and_one_tomorrow_is_not) {
    EXPECT_TRUE(record_birth(unborn_baby(), {.born_on = day("2027-03-01")}, at("2027-03-01")));
    EXPECT_EQ(record_birth(unborn_baby(), {.born_on = day("2027-03-02")}, at("2027-03-01")).error().field, "born_on");
}

TEST(Birth, far_from_the_expected_date_is_questioned_and_never_changed) {
    RecordBirth command{.born_on = day("2026-09-01")};
    EXPECT_THAT(question_about_birth(unborn_baby(), command), HasSubstr("26 weeks before"));
    EXPECT_TRUE(record_birth(unborn_baby(), command, at("2027-03-02")));
    command.born_on = day("2027-02-20");
    EXPECT_EQ(question_about_birth(unborn_baby(), command), "");
}

TEST(ExpectedDate, changes_while_unborn_and_stays_within_a_pregnancy) {
    auto changed = change_expected_date(unborn_baby(), day("2027-02-20"), at("2026-11-22"));
    ASSERT_TRUE(changed);
    EXPECT_EQ(changed->expected_date, day("2027-02-20"));
    EXPECT_FALSE(change_expected_date(unborn_baby(), day("2027-12-20"), at("2026-11-22")));
    EXPECT_FALSE(change_expected_date(amara(), day("2027-02-20"), at("2026-11-22")));
}

TEST(Twins, are_two_children_the_second_with_the_history_of_the_first) {
    SplitTwins command{id<PersonId>(3), {}, "The scan of 3 December shows two."};
    auto twins = split_twins(unborn_baby(), command, social_worker(), at("2026-12-04"));
    ASSERT_TRUE(twins);
    EXPECT_EQ(twins->first.id, unborn_baby().id);
    EXPECT_EQ(twins->second.id, id<PersonId>(3));
    EXPECT_EQ(twins->second.expected_date, unborn_baby().expected_date);
    EXPECT_EQ(twins->history.child, id<PersonId>(3));
    EXPECT_EQ(twins->history.from, unborn_baby().id);
    EXPECT_EQ(twins->history.until, at("2026-12-04"));
    command.why = "";
    EXPECT_EQ(split_twins(unborn_baby(), command, social_worker(), at("2026-12-04")).error().field, "why");
}

TEST(Twins, known_to_be_two_at_birth_each_get_their_own_name_and_number) {
    Person first =
        *record_birth(unborn_baby(), {.born_on = day("2027-03-01"), .given_name = "Zuri", .nhs_number = "9434765919"},
                      at("2027-03-01"));
    auto twins = split_twins(first, {id<PersonId>(3), {}, "Two were born."}, social_worker(), at("2027-03-02"));
    ASSERT_TRUE(twins);
    EXPECT_EQ(twins->second.given_name, "");
    EXPECT_EQ(twins->second.nhs_number, "");
    EXPECT_EQ(twins->second.date_of_birth, day("2027-03-01"));
}

TEST(Twins, each_have_a_plan_since_the_same_day_with_the_same_lines) {
    ProtectionPlan plan;
    plan.id = id<ProtectionPlanId>(1);
    plan.child = unborn_baby().id;
    plan.started_on = day("2026-11-30");
    std::vector<PlanChange> changes(2);
    changes[0].id = id<Id<PlanChangeTag>>(201);
    changes[1].id = id<Id<PlanChangeTag>>(202);
    std::vector<PlanAction> actions(3);
    for (auto& action : actions)
        action.plan = plan.id;
    actions[0].change = changes[1].id;
    actions[1].change = changes[0].id;
    TwinPlan twin = plan_for_twin(plan, changes, actions, id<PersonId>(3), counting_ids(100));
    EXPECT_NE(twin.plan.id, plan.id);
    EXPECT_EQ(twin.plan.child, id<PersonId>(3));
    EXPECT_EQ(twin.plan.inherited_from, plan.child);
    EXPECT_EQ(twin.plan.started_on, plan.started_on);
    EXPECT_EQ(twin.actions[0].change, twin.changes[1].id);
    EXPECT_EQ(twin.actions[1].change, twin.changes[0].id);
    EXPECT_TRUE(twin.actions[2].change.is_nil());
    for (const PlanAction& action : twin.actions)
        EXPECT_EQ(action.plan, twin.plan.id);
}

TEST(PregnancyLoss, closes_without_a_question_and_nothing_goes_out_about_it) {
    auto ended = end_pregnancy(unborn_baby());
    ASSERT_TRUE(ended);
    EXPECT_EQ(ended->stage, Stage::pregnancy_ended);
    EXPECT_FALSE(may_send_about(*ended));
    EXPECT_TRUE(may_send_about(amara()));
    EXPECT_FALSE(end_pregnancy(amara()));
    EXPECT_FALSE(end_pregnancy(*ended));
}

TEST(PregnancyLoss, stops_every_duty_about_the_child_and_none_about_the_others) {
    PersonId mother_who_is_a_child = id<PersonId>(40);
    std::vector open{duty(1, unborn_baby().id),      duty(2, amara().id), duty(3, unborn_baby().id),
                     duty(4, mother_who_is_a_child), duty(5, {}),         duty(6, unborn_baby().id)};
    open[5].closed_at = at("2026-11-01");
    EXPECT_THAT(duties_that_stop(open, unborn_baby().id), ElementsAre(id<DutyId>(1), id<DutyId>(3)));
    OpenDuty stopped = stop_duty(open[0], at("2026-12-04"));
    EXPECT_EQ(stopped.closed_how, ClosedHow::cancelled);
    EXPECT_FALSE(stopped.met_on);
}

}  // namespace
}  // namespace kith::core
