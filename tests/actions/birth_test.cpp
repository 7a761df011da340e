// A child who is not born yet: the birth, twins, and a pregnancy that ends, through the actions.
#include "actions/child_histories.h"
#include "actions/protection_world.h"

namespace kith::actions::test {
namespace {

class UnbornChild : public ProtectionThread {
  protected:
    Person baby;
    void SetUp() override {
        ProtectionThread::SetUp();
        baby = core::tests::unborn_baby();
        baby.id = {};
        baby = council.add_child(baby);
        council.mother_of(baby, "Grace");
    }
    DecideConferenceChild unborn_plan() {
        DecideConferenceChild decision = a_plan("2027-03-12");
        decision.child_view.clear();
        decision.child_view_missing = "Not born yet.";
        return decision;
    }
};

TEST_F(UnbornChild, is_born_with_the_same_record_plan_and_all_and_reviewed_soon_after) {
    ProtectionPlan plan = make_plan(baby.id);
    council.at("2027-02-05");
    auto born = council.as(council.worker, [&](Work& work) {
        return record_birth(work, baby.id, {.born_on = day("2027-02-03"), .given_name = "Zuri", .sex = Sex::female});
    });
    ASSERT_TRUE(born) << born.error().sentence;
    EXPECT_EQ(born->id, baby.id);
    EXPECT_EQ(plan_of(baby.id).id, plan.id);
    EXPECT_EQ(council.owed(baby.id, Duty::hold_first_review_after_birth).due, day("2027-03-03"));
}

TEST_F(UnbornChild, the_visit_before_birth_is_to_the_parents_who_expect_the_baby) {
    ProtectionPlan plan = make_plan(baby.id);
    council.at("2026-12-21");
    ProtectionVisit visit;
    visit.visited_at = council.now;
    visit.seen = Answer::no;
    visit.parents_seen = Answer::no;
    visit.why_not = "Nobody opened.";
    Date owed = council.owed(baby.id, Duty::visit_child_on_protection_plan).due;
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) { return record_visit(work, plan.id, visit); }));
    EXPECT_EQ(council.owed(baby.id, Duty::visit_child_on_protection_plan).due, owed);
    visit.parents_seen = Answer::yes;
    visit.why_not.clear();
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) { return record_visit(work, plan.id, visit); }));
    EXPECT_EQ(council.owed(baby.id, Duty::visit_child_on_protection_plan).due, day("2027-01-07"));
}

TEST_F(UnbornChild, the_visit_in_need_before_birth_is_to_the_parents_and_is_no_sight_of_the_child_once_born) {
    auto seen_on = [&] {
        return council.store->read([&](store::Reader& it) { return last_seen_in_need(it, *own_history(it, baby.id)); });
    };
    auto decided = council.as(council.worker, [&](Work& work) {
        return decide_child_in_need(work, {baby.id, {}, {}});
    });
    ASSERT_TRUE(decided) << decided.error().sentence;
    HoldPlanningMeeting meeting{.plan = decided->id, .version = decided->version};
    meeting.meeting.met_on = london_date(council.now);
    meeting.meeting.family_wants = "A cot, and somebody to ring";
    meeting.meeting.worries = "Nobody has seen a midwife yet";
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) { return hold_planning_meeting(work, meeting); }));
    Date owed = council.owed(baby.id, Duty::visit_child_in_need).due;
    council.at("2026-12-21");
    NeedPlanVisit visit;
    visit.visited_on = day("2026-12-21");
    auto record = [&] {
        return council.as(council.worker, [&](Work& work) { return record_need_visit(work, decided->id, visit); });
    };
    EXPECT_EQ(record().error().field, "parents_seen");
    visit.parents_seen = Answer::no;
    visit.not_seen_why = "Nobody opened.";
    ASSERT_TRUE(record());
    EXPECT_EQ(council.owed(baby.id, Duty::visit_child_in_need).due, owed);
    visit.parents_seen = Answer::yes;
    ASSERT_TRUE(record());
    EXPECT_GT(council.owed(baby.id, Duty::visit_child_in_need).due, owed);
    EXPECT_EQ(seen_on(), day("2026-12-21"));
    council.at("2027-02-05");
    ASSERT_TRUE(council.as(council.worker,
                           [&](Work& work) { return record_birth(work, baby.id, {.born_on = day("2027-02-03")}); }));
    EXPECT_EQ(seen_on(), std::nullopt);
}

TEST_F(UnbornChild, a_birth_without_a_plan_owes_no_review) {
    council.at("2027-02-05");
    ASSERT_TRUE(council.as(council.worker,
                           [&](Work& work) { return record_birth(work, baby.id, {.born_on = day("2027-02-03")}); }));
    EXPECT_FALSE(council.owes(baby.id, Duty::hold_first_review_after_birth));
}

TEST_F(UnbornChild, twins_each_have_the_plan_the_duties_and_the_history) {
    ProtectionPlan plan = make_plan(baby.id);
    council.at("2026-12-18");
    auto second =
        council.as(council.worker, [&](Work& work) { return split_twins(work, baby.id, "The scan shows two."); });
    ASSERT_TRUE(second) << second.error().sentence;
    EXPECT_NE(second->id, baby.id);
    ProtectionPlan twin = plan_of(second->id);
    EXPECT_EQ(twin.started_on, plan.started_on);
    EXPECT_EQ(twin.inherited_from, baby.id);
    EXPECT_EQ(council.duties_of(second->id).size(), council.duties_of(baby.id).size());
    EXPECT_EQ(council.owed(second->id, Duty::hold_first_core_group).record, twin.id);
    auto history = council.look([&](store::Reader& reader) {
        return reader.list<InheritedHistory>("WHERE child = $1 ORDER BY id", second->id);
    });
    ASSERT_EQ(history.size(), 1u);
    EXPECT_EQ(history[0].from, baby.id);
}

TEST_F(UnbornChild, a_lost_pregnancy_stops_everything_about_this_child_at_once_and_nothing_about_the_sister) {
    make_plan(baby.id);
    council.at("2027-01-04");
    enquire(amara.id);
    CallConference both{{{baby.id, Answer::no}, {amara.id, Answer::no}},
                        from_london(day("2027-01-20"), std::chrono::hours(10)),
                        "",
                        ""};
    auto called = council.as(council.worker, [&](Work& work) { return call_conference(work, both); });
    ASSERT_TRUE(called) << called.error().sentence;
    auto ended = council.as(council.worker, [&](Work& work) { return end_pregnancy(work, baby.id); });
    ASSERT_TRUE(ended) << ended.error().sentence;
    EXPECT_TRUE(council.duties_of(baby.id).empty());
    for (const TellingLine& line :
         council.look([&](store::Reader& reader) { return tellings_of_child(reader, baby.id); }))
        EXPECT_FALSE(is_open(line.telling)) << "no letter about this child is owed any more";
    EXPECT_FALSE(is_running(plan_of(baby.id)));
    EXPECT_TRUE(council.owes(amara.id, Duty::complete_section47_enquiry));
    EXPECT_EQ(conference_view(called->id).record.conference.state, ConferenceState::called);
    EXPECT_FALSE(council.as(council.worker, [&](Work& work) { return end_pregnancy(work, baby.id); }));
}

}  // namespace
}  // namespace kith::actions::test
