#include "actions/need_world.h"

using namespace kith;
using namespace kith::actions;
using namespace kith::actions::test;

namespace {

struct TwoChildren : NeedWorld {
    PersonId baby = person("Ada", *parse_date("2026-07-01"));
    PersonId sister = person("Bea", *parse_date("2021-03-01"));
    PersonId mother = person("Carys");
    TwoChildren() {
        related(baby, mother, RelationKind::mother);
        related(sister, mother, RelationKind::mother);
    }
    Referral decide(PersonId child, ReferralDecision decision, std::vector<ReferralId> same_for = {}) {
        DecideReferralCommand command;
        Referral referral = referral_of(child);
        command.referral = referral.id;
        command.version = referral.version;
        command.decision.decision = decision;
        command.decision.reasons = "Two children need help";
        command.same_for = std::move(same_for);
        return must(front_door, [&](Work& work) { return actions::decide_referral(work, command); });
    }
};

}  // namespace

TEST(Referrals, a_contact_about_two_children_becomes_one_referral_each_linked_by_the_contact) {
    TwoChildren world;
    Contact contact = world.contact_about({world.baby, world.sister}, ContactDecision::referral);
    Referral first = world.referral_of(world.baby), second = world.referral_of(world.sister);
    EXPECT_NE(first.id, second.id);
    EXPECT_EQ(first.contact, contact.id);
    EXPECT_EQ(second.contact, contact.id);
    EXPECT_EQ(first.received_at, contact.received_at);
    EXPECT_EQ(first.source_detail, "Nurse, Hospital");
    EXPECT_EQ(world.load(world.baby).team, world.front_door.team);
    EXPECT_TRUE(world.load(world.baby).accountable_worker.is_nil());
    EXPECT_TRUE(world.duty(world.baby, Duty::decide_referral));
    EXPECT_EQ(world.see([](store::Reader& reader) { return waiting_referrals(reader).size(); }), 2u);
}

TEST(Referrals, accepting_buys_no_time_for_the_decision_on_the_referral) {
    TwoChildren world;
    Contact contact = world.contact_about({world.baby}, ContactDecision::referral);
    auto owed = world.duty(world.baby, Duty::decide_referral);
    ASSERT_TRUE(owed);
    EXPECT_EQ(owed->starts, london_date(contact.received_at));
    EXPECT_EQ(owed->clock, "C-REFDEC");
}

TEST(Referrals, advice_makes_no_referral) {
    TwoChildren world;
    world.contact_about({world.baby}, ContactDecision::advice);
    EXPECT_TRUE(world.rows<Referral>("ORDER BY id").empty());
    EXPECT_TRUE(world.load(world.baby).team.is_nil());
}

TEST(Referrals, an_urgent_contact_is_decided_with_its_referral_and_owes_a_strategy_discussion_at_once) {
    TwoChildren world;
    world.contact_about({world.baby}, ContactDecision::immediate_protection);
    EXPECT_EQ(world.referral_of(world.baby).decision, ReferralDecision::immediate_protection);
    EXPECT_EQ(world.referral_of(world.baby).state, ReferralState::open);
    EXPECT_TRUE(world.duty(world.baby, Duty::hold_strategy_discussion));
    EXPECT_FALSE(world.duty(world.baby, Duty::decide_referral));
}

TEST(Referrals, an_urgent_contact_about_an_unknown_child_still_owes_a_strategy_discussion) {
    TwoChildren world;
    Contact contact = world.contact_about({}, ContactDecision::strategy_discussion);
    EXPECT_EQ(
        world.rows<OpenDuty>("WHERE record = $1 AND duty = 'hold_strategy_discussion' ORDER BY id", contact.id).size(),
        1u);
}

TEST(Referrals, one_decision_for_brothers_and_sisters_is_each_childs_own_and_starts_one_assessment) {
    TwoChildren world;
    world.contact_about({world.baby, world.sister}, ContactDecision::referral);
    world.now += 5h;
    world.decide(world.baby, ReferralDecision::assessment, {world.referral_of(world.sister).id});
    EXPECT_EQ(world.referral_of(world.baby).state, ReferralState::open);
    EXPECT_EQ(world.referral_of(world.sister).decision, ReferralDecision::assessment);
    EXPECT_EQ(world.rows<Decision>("WHERE about = 'referral' ORDER BY id").size(), 2u);
    auto assessments = world.rows<Assessment>("ORDER BY id");
    ASSERT_EQ(assessments.size(), 1u);
    EXPECT_EQ(world.rows<AssessmentChild>("WHERE assessment = $1 ORDER BY id", assessments[0].id).size(), 2u);
    EXPECT_EQ(world.rows<ParentAccount>("ORDER BY id").size(), 1u);
    EXPECT_FALSE(world.duty(world.baby, Duty::decide_referral));
}

TEST(Referrals, the_45_working_days_count_from_the_referral_however_late_the_decision) {
    TwoChildren world;
    world.contact_about({world.baby}, ContactDecision::referral);  // Monday 2 November 2026
    world.now += 48h;
    world.decide(world.baby, ReferralDecision::assessment);
    EXPECT_EQ(world.duty(world.baby, Duty::complete_assessment)->due, *parse_date("2027-01-07"));
    EXPECT_EQ(world.duty(world.baby, Duty::review_assessment)->starts, *parse_date("2026-11-04"));
}

TEST(Referrals, no_further_action_leaves_the_child_open_to_nobody) {
    TwoChildren world;
    world.contact_about({world.baby}, ContactDecision::referral);
    Referral closed = world.decide(world.baby, ReferralDecision::no_further_action);
    EXPECT_EQ(closed.state, ReferralState::closed);
    EXPECT_TRUE(world.load(world.baby).team.is_nil());
    EXPECT_FALSE(world.duty(world.baby, Duty::decide_referral));
    world.contact_about({world.baby}, ContactDecision::referral);
    EXPECT_EQ(world.rows<Referral>("WHERE child = $1 ORDER BY id", world.baby).size(), 2u);
}

TEST(Referrals, somebody_elses_decision_on_the_same_referral_is_refused_not_lost) {
    TwoChildren world;
    world.contact_about({world.baby}, ContactDecision::referral);
    DecideReferralCommand command;
    command.referral = world.referral_of(world.baby).id;
    command.decision.reasons = "Mine";
    world.decide(world.baby, ReferralDecision::assessment);
    auto second = world.act(world.front_door, [&](Work& work) { return actions::decide_referral(work, command); });
    EXPECT_EQ(second.error().because, Because::stale);
}

TEST(Referrals, a_social_worker_does_not_decide_at_the_front_door) {
    TwoChildren world;
    world.contact_about({world.baby}, ContactDecision::referral);
    DecideReferralCommand command;
    command.referral = world.referral_of(world.baby).id;
    command.decision.reasons = "Mine";
    auto refused = world.act(world.amina, [&](Work& work) { return actions::decide_referral(work, command); });
    EXPECT_EQ(refused.error().because, Because::forbidden);
}

TEST(AccountableWorkers, a_handover_keeps_both_names_and_duties_go_along) {
    TwoChildren world;
    world.contact_about({world.baby}, ContactDecision::referral);
    world.decide(world.baby, ReferralDecision::assessment);
    world.allocate(world.baby, world.amina);
    world.now += 24h;
    world.allocate(world.baby, world.ben);
    auto workers = world.rows<ChildWorker>("WHERE child = $1 ORDER BY from_at, id", world.baby);
    ASSERT_EQ(workers.size(), 2u);
    EXPECT_EQ(workers[0].until, workers[1].from);
    EXPECT_EQ(workers[1].taken_over_from, world.amina.id);
    EXPECT_EQ(world.duty(world.baby, Duty::complete_assessment)->owner, world.ben.id);
}

TEST(AccountableWorkers, a_co_worker_from_another_team_reaches_the_child_until_they_leave) {
    TwoChildren world;
    world.contact_about({world.baby}, ContactDecision::referral);
    Actor outside = world.staff("Omar", Role::family_support_worker);
    auto reads = [&] {
        return world.see(
            [&](store::Reader& reader) { return child_for(reader, outside, Act::read_child, world.baby).has_value(); });
    };
    EXPECT_FALSE(reads());
    ChildWorker joined =
        world.must(world.manager, [&](Work& work) { return join_as_co_worker(work, world.baby, outside.id); });
    EXPECT_TRUE(reads());
    world.now += 1h;
    world.must(world.manager,
               [&](Work& work) { return leave_as_co_worker(work, joined.child, joined.id, "The sessions are over."); });
    EXPECT_FALSE(reads());
}
