#include "core/strategy_discussion.h"

#include "core/protection_support.h"

namespace kith::core {
namespace {

using namespace tests;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

StrategyChild child(std::uint8_t n) {
    StrategyChild row;
    row.id = id<decltype(row.id)>(n);
    row.child = id<PersonId>(n);
    return row;
}

StrategyAttendance from(Agency agency, TookPart took_part = TookPart::joined) {
    StrategyAttendance row;
    row.agency = agency;
    row.took_part = took_part;
    return row;
}

StrategyRecord complete_record() {
    StrategyRecord record;
    record.discussion.manager = id<StaffId>(50);
    record.discussion.information = "Police attended at 02:10; the health visitor saw bruising.";
    record.discussion.reasonable_cause = "Unexplained bruising on a baby who cannot crawl.";
    record.attendance = {from(Agency::local_authority), from(Agency::police), from(Agency::health)};
    record.children = {child(1)};
    record.children[0].decision = StrategyDecision::section_47_joint;
    record.children[0].reasons = "The bruising has no explanation.";
    StrategyTelling telling;
    telling.child = id<PersonId>(1);
    telling.who_is_told = "Grace Okafor";
    telling.told_by = "Dana Whitlock";
    telling.what = "That an enquiry has begun and what it is.";
    telling.when = at("2026-11-23", 16);
    record.tellings = {telling};
    return record;
}

TEST(StrategyDiscussion, one_worker_alone_at_2_am_may_hold_it_about_a_child_nobody_knows) {
    Actor alone{id<StaffId>(3), "Sam Field", Role::out_of_hours, id<TeamId>(2), true};
    StrategyDiscussion discussion;
    discussion.held_at = at("2026-11-22", 2);
    auto held = hold_strategy_discussion(discussion, std::vector{child(1)}, alone, at("2026-11-22", 3));
    ASSERT_TRUE(held) << held.error().sentence;
    EXPECT_EQ(held->recorded_by, alone.id);
    EXPECT_EQ(held->entered_at, at("2026-11-22", 3));
    EXPECT_EQ(held->team, alone.team);
}

TEST(StrategyDiscussion, is_about_somebody_and_not_in_the_future) {
    StrategyDiscussion discussion;
    discussion.held_at = at("2026-11-22", 2);
    EXPECT_EQ(hold_strategy_discussion(discussion, {}, manager(), at("2026-11-22", 3)).error().field, "children");
    EXPECT_EQ(hold_strategy_discussion(discussion, std::vector{child(1)}, manager(), at("2026-11-21")).error().field,
              "held_at");
}

TEST(StrategyDiscussion, decides_for_each_child_apart) {
    auto enquiry = decide_strategy_child(child(1), {.decision = StrategyDecision::section_47_single});
    auto need = decide_strategy_child(child(2), {.decision = StrategyDecision::section_17});
    ASSERT_TRUE(enquiry && need);
    EXPECT_TRUE(enquiry->starts_the_enquiry);
    EXPECT_FALSE(need->starts_the_enquiry);
}

TEST(StrategyDiscussion, may_decide_at_once_and_give_reasons_after) {
    EXPECT_TRUE(decide_strategy_child(child(1), {.decision = StrategyDecision::immediate_protection}));
}

TEST(StrategyDiscussion, a_later_one_about_the_same_enquiry_does_not_start_another) {
    auto decided = decide_strategy_child(
        child(1), {.decision = StrategyDecision::section_47_joint, .open_enquiry = id<Section47EnquiryId>(7)});
    ASSERT_TRUE(decided);
    EXPECT_FALSE(decided->starts_the_enquiry);
    EXPECT_EQ(decided->enquiry, id<Section47EnquiryId>(7));
}

TEST(StrategyDiscussion, a_change_of_mind_is_another_discussion) {
    auto once = decide_strategy_child(child(1), {.decision = StrategyDecision::police_only});
    auto twice = decide_strategy_child(*once, {.decision = StrategyDecision::section_17});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().because, Because::conflict);
    EXPECT_THAT(twice.error().sentence, HasSubstr("Police investigation only"));
}

TEST(StrategyDiscussion, by_telephone_between_manager_and_police_decides_and_health_is_caught_up_with) {
    StrategyRecord record = complete_record();
    record.attendance = {from(Agency::local_authority), from(Agency::police), from(Agency::health, TookPart::missing)};
    EXPECT_FALSE(is_quorate(record.attendance));
    EXPECT_THAT(fields(missing_from(record)), ElementsAre("attendance"));
    record.attendance[2].missing_why = "No paediatrician could be reached at night.";
    record.attendance[2].follow_up_on = day("2026-11-24");
    EXPECT_THAT(missing_from(record), IsEmpty());
    auto caught_up = follow_up(record.attendance[2], day("2026-11-24"));
    ASSERT_TRUE(caught_up);
    EXPECT_FALSE(follow_up(*caught_up, day("2026-11-25")));
}

TEST(StrategyDiscussion, an_agency_heard_afterwards_is_caught_up_with_or_joins_the_list_or_adds_nothing_to_it) {
    StrategyAddition addition;
    addition.who = "Named nurse";
    addition.said = "Seen twice.";
    addition.said_on = day("2026-11-24");
    std::vector<StrategyAttendance> list{from(Agency::police), from(Agency::health, TookPart::missing)};
    list[1].id = id<decltype(StrategyAttendance::id)>(9);
    list[1].missing_why = "On leave.";
    addition.agency = Agency::health;
    auto caught_up = heard_afterwards(list, addition);
    ASSERT_TRUE(caught_up);
    EXPECT_EQ(caught_up->id, list[1].id);
    EXPECT_EQ(caught_up->missing_why, "On leave.");
    EXPECT_EQ(caught_up->followed_up_on, day("2026-11-24"));
    addition.agency = Agency::police;
    EXPECT_FALSE(heard_afterwards(list, addition));
    addition.agency = Agency::probation;
    auto joined = heard_afterwards(list, addition);
    ASSERT_TRUE(joined);
    EXPECT_TRUE(joined->id.is_nil());
    EXPECT_EQ(joined->name, "Named nurse");
}

TEST(StrategyDiscussion, what_is_said_afterwards_is_said_by_somebody_after_it_and_not_in_the_future) {
    StrategyDiscussion held;
    held.held_at = at("2026-11-23");
    StrategyAddition addition;
    addition.said_on = day("2026-11-24");
    auto add = [&] { return add_to_discussion(addition, held, social_worker(), at("2026-11-24")); };
    EXPECT_EQ(add().error().field, "who");
    addition.who = "Named nurse";
    EXPECT_EQ(add().error().field, "said");
    addition.said = "Seen twice.";
    EXPECT_TRUE(add());
    addition.said_on = day("2026-11-25");
    EXPECT_EQ(add().error().field, "said_on");
    addition.said_on = day("2026-11-22");
    EXPECT_EQ(add().error().field, "said_on");
}

TEST(StrategyDiscussion, only_what_is_blank_is_filled_in_later) {
    StrategyAttendance health = from(Agency::health, TookPart::missing);
    health.missing_why = "On leave.";
    auto said = explain_absence(health, "Another reason.", day("2026-11-24"));
    ASSERT_TRUE(said);
    EXPECT_EQ(said->missing_why, "On leave.");
    EXPECT_EQ(said->follow_up_on, day("2026-11-24"));
    EXPECT_FALSE(explain_absence(from(Agency::police), "Absent.", {}));
    auto decided = decide_strategy_child(child(1), {.decision = StrategyDecision::police_only});
    EXPECT_FALSE(give_reasons(child(1), "Because."));
    auto reasoned = give_reasons(*decided, "Because.");
    ASSERT_TRUE(reasoned);
    EXPECT_FALSE(give_reasons(*reasoned, "Another reason."));
    StrategyTelling telling;
    telling.told_by = "Dana";
    StrategyTelling more;
    more.told_by = "Somebody else";
    more.not_yet_why = "The police come first.";
    EXPECT_EQ(complete_telling(telling, more).told_by, "Dana");
    EXPECT_TRUE(is_complete(complete_telling(telling, more)));
}

TEST(StrategyDiscussion, is_quorate_when_health_sent_what_it_knows) {
    EXPECT_TRUE(is_quorate(std::vector{from(Agency::local_authority), from(Agency::police),
                                       from(Agency::health, TookPart::sent_information)}));
    EXPECT_THAT(missing_agencies(std::vector{from(Agency::education)}),
                ElementsAre(Agency::local_authority, Agency::police, Agency::health));
}

TEST(StrategyDiscussion, says_everything_that_is_missing_at_once) {
    StrategyRecord record;
    record.children = {child(1), child(2)};
    record.children[1].decision = StrategyDecision::no_further_action;
    EXPECT_THAT(fields(missing_from(record)),
                ElementsAre("manager", "attendance", "attendance", "attendance", "information", "reasonable_cause",
                            "child_1", "child_2", "child_2"));
    auto refused = complete_strategy_discussion(record, manager(), at("2026-11-23"));
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().sentence, HasSubstr("9 things are still needed."));
}

TEST(StrategyDiscussion, needs_to_know_who_tells_the_family_or_why_not_yet) {
    StrategyRecord record = complete_record();
    record.tellings[0].when.reset();
    EXPECT_THAT(fields(missing_from(record)), ElementsAre("tellings"));
    record.tellings[0].not_yet_why = "Telling now would put the child at risk.";
    EXPECT_THAT(missing_from(record), IsEmpty());
}

TEST(StrategyDiscussion, is_signed_off_once) {
    auto signed_off = complete_strategy_discussion(complete_record(), manager(), at("2026-11-23"));
    ASSERT_TRUE(signed_off) << signed_off.error().sentence;
    StrategyRecord again = complete_record();
    again.discussion = *signed_off;
    EXPECT_EQ(complete_strategy_discussion(again, manager(), at("2026-11-24")).error().because, Because::conflict);
}

}  // namespace
}  // namespace kith::core
