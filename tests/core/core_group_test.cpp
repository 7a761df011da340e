#include "core/core_group.h"

#include "core/protection_support.h"

namespace kith::core {
namespace {

using namespace tests;
using testing::ElementsAre;
using testing::IsEmpty;

ProtectionPlan plan() {
    ProtectionPlan row;
    row.id = id<ProtectionPlanId>(1);
    row.started_on = day("2026-12-14");
    return row;
}

std::vector<CoreGroupMember> members() {
    CoreGroupMember mother, worker, visitor;
    mother.id = id<CoreGroupMemberId>(1);
    mother.person = id<PersonId>(40);
    mother.name = "Grace Okafor";
    worker.id = id<CoreGroupMemberId>(2);
    worker.staff = id<StaffId>(1);
    worker.name = "Dana Whitlock";
    visitor.id = id<CoreGroupMemberId>(3);
    visitor.agency = "Health visiting";
    visitor.name = "Joan Birch";
    return {mother, worker, visitor};
}

CoreGroupMeeting met() {
    CoreGroupMeeting meeting;
    meeting.id = id<CoreGroupMeetingId>(1);
    meeting.held_at = at("2026-12-22");
    meeting.family_said = "Grandmother comes on Tuesdays.";
    meeting.progress = "Nobody was alone at night.";
    meeting.next_on = day("2027-01-26");
    return meeting;
}

std::vector<CoreGroupAttendance> everyone() {
    std::vector<CoreGroupAttendance> rows(3);
    for (std::uint8_t i = 0; i < 3; ++i)
        rows[i].member = id<CoreGroupMemberId>(static_cast<std::uint8_t>(i + 1));
    return rows;
}

TEST(CoreGroup, has_the_family_the_worker_and_another_agency_in_it) {
    EXPECT_EQ(missing_from(std::vector<CoreGroupMember>{}).size(), 3u);
    EXPECT_THAT(missing_from(members()), IsEmpty());
    auto without_mother = members();
    without_mother[0] = *leave_core_group(without_mother[0], day("2026-12-20"), "Moved out.", day("2026-12-21"));
    EXPECT_THAT(fields(missing_from(without_mother)), ElementsAre("core_group"));
}

TEST(CoreGroup, a_member_has_a_name_and_is_something_to_the_child) {
    CoreGroupMember member;
    EXPECT_EQ(join_core_group(member, plan()).error().field, "name");
    member.name = "Ted Lowe";
    EXPECT_EQ(join_core_group(member, plan()).error().field, "role");
    member.role = "class teacher";
    auto joined = join_core_group(member, plan());
    ASSERT_TRUE(joined);
    EXPECT_EQ(joined->from, plan().started_on);
    EXPECT_FALSE(leave_core_group(*joined, day("2026-12-01"), "Moved.", day("2026-12-21")));
}

TEST(CoreGroup, is_held_while_the_plan_runs) {
    EXPECT_TRUE(hold_core_group(met(), plan(), social_worker(), at("2026-12-22", 12)));
    EXPECT_EQ(hold_core_group(met(), plan(), social_worker(), at("2026-12-21")).error().field, "held_at");
    CoreGroupMeeting early = met();
    early.held_at = at("2026-12-13");
    EXPECT_EQ(hold_core_group(early, plan(), social_worker(), at("2026-12-22", 12)).error().field, "held_at");
    ProtectionPlan ended = plan();
    ended.ended_on = day("2026-12-20");
    EXPECT_EQ(hold_core_group(met(), ended, social_worker(), at("2026-12-22", 12)).error().because, Because::conflict);
}

TEST(CoreGroup, looks_at_every_open_action_and_no_other) {
    PlanAction open, finished;
    open.what = "Grandmother sleeps at the flat.";
    open.who = "Grace Okafor";
    finished.position = 2;
    finished.status = ActionStatus::done;
    std::vector actions{open, finished};
    EXPECT_THAT(fields(missing_from(met(), members(), everyone(), actions, day("2027-02-02"))),
                ElementsAre("action_1"));
    actions[0] = *look_at_action(actions[0], ActionStatus::under_way, "Two nights of five.", day("2026-12-22"));
    EXPECT_THAT(missing_from(met(), members(), everyone(), actions, day("2027-02-02")), IsEmpty());
}

TEST(CoreGroup, says_who_came_and_when_the_next_is) {
    auto attendance = everyone();
    attendance.pop_back();
    CoreGroupMeeting meeting = met();
    meeting.family_said = "";
    EXPECT_THAT(fields(missing_from(meeting, members(), attendance, {}, day("2027-01-20"))),
                ElementsAre("attendance", "family_said", "next_on"));
}

TEST(CoreGroup, a_member_leaves_once_on_a_day_that_has_come_and_with_a_reason) {
    CoreGroupMember member = members()[2];
    member.from = day("2026-12-14");
    Date today = day("2026-12-21");
    EXPECT_EQ(leave_core_group(member, day("2026-12-20"), " ", today).error().field, "left_why");
    EXPECT_EQ(leave_core_group(member, day("2026-12-22"), "Moved.", today).error().field, "until");
    EXPECT_EQ(leave_core_group(member, day("2026-12-13"), "Moved.", today).error().field, "until");
    auto left = leave_core_group(member, day("2026-12-20"), "Moved.", today);
    ASSERT_TRUE(left);
    EXPECT_TRUE(is_member_on(*left, day("2026-12-20")));
    EXPECT_FALSE(is_member_on(*left, day("2026-12-21")));
    EXPECT_FALSE(is_member_on(*left, day("2026-12-13")));
    EXPECT_EQ(leave_core_group(*left, day("2026-12-20"), "Moved.", today).error().because, Because::conflict);
}

TEST(CoreGroup, does_not_ask_after_a_member_who_joined_later) {
    auto people = members();
    people[2].from = day("2026-12-23");
    auto attendance = everyone();
    attendance.pop_back();
    EXPECT_THAT(missing_from(met(), people, attendance, {}, day("2027-02-02")), IsEmpty());
}

TEST(CoreGroup, does_not_ask_after_a_member_who_had_left) {
    auto people = members();
    people[2] = *leave_core_group(people[2], day("2026-12-20"), "New health visitor.", day("2026-12-21"));
    auto attendance = everyone();
    attendance.pop_back();
    EXPECT_THAT(missing_from(met(), people, attendance, {}, day("2027-02-02")), IsEmpty());
}

}  // namespace
}  // namespace kith::core
