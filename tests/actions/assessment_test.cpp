#include <gmock/gmock.h>

#include "actions/child_histories.h"
#include "actions/need_plan_versions.h"
#include "actions/need_world.h"

using namespace kith;
using namespace kith::actions;
using namespace kith::actions::test;

namespace {

/// A baby and a sister of five, their mother and father, allocated to Amina, with an assessment under way.
struct Assessed : NeedWorld {
    PersonId baby = person("Ada", *parse_date("2026-07-01"));
    PersonId sister = person("Bea", *parse_date("2021-03-01"));
    PersonId mother = person("Carys");
    PersonId father = person("Dylan");
    AssessmentId id;

    Assessed() {
        for (PersonId child : {baby, sister}) {
            related(child, mother, RelationKind::mother);
            related(child, father, RelationKind::father);
        }
        contact_about({baby, sister}, ContactDecision::referral);
        DecideReferralCommand command;
        command.referral = referral_of(baby).id;
        command.decision.decision = ReferralDecision::assessment;
        command.decision.reasons = "A mother who needs help";
        command.same_for = {referral_of(sister).id};
        must(front_door, [&](Work& work) { return actions::decide_referral(work, command); });
        allocate(baby, amina);
        allocate(sister, amina);
        id = rows<Assessment>("ORDER BY id").at(0).id;
    }

    AssessmentRecord record(const Actor& reader_actor) {
        auto found = see([&](store::Reader& reader) { return assessment_record(*service, reader, reader_actor, id); });
        if (!found) throw std::runtime_error(found.error().sentence);
        return *found;
    }

    void write_family() {
        SaveFamily command;
        command.id = id;
        command.seen = mark_of_family(record(amina).parts.assessment);
        command.texts.culture_religion_language = "Asked; Welsh and English at home";
        command.texts.strengths = "Grandmother next door";
        must(amina, [&](Work& work) { return save_family(work, command); });
    }
    void write_children(AssessmentOutcome outcome) {
        for (const AssessmentChild& part : record(amina).parts.children) {
            SaveChild command{id, mark_of_child(part), part};
            command.child.seen = ChildSeen::observed;
            command.child.seen_on = london_date(now);
            command.child.observation = "Smiles at her sister";
            command.child.analysis = "Needs a mother who is well; help is likely to be enough";
            command.child.grounds = {Section17Ground::standard_of_health_or_development};
            command.child.factors = {"4B"};
            command.child.outcome = outcome;
            command.child.outcome_reasons = "The family wants help";
            must(amina, [&](Work& work) { return save_child(work, command); });
        }
    }
    void write_accounts() {
        for (const ParentAccount& row : record(amina).parts.accounts) {
            SaveAccount command{id, mark_of_account(row), row};
            if (row.person == mother)
                command.account.account = "I am so tired";
            else
                command.account.not_obtained_why = "Works away; rung three times";
            must(amina, [&](Work& work) { return save_account(work, command); });
        }
    }
    void write_all(AssessmentOutcome outcome) {
        now += 72h;
        write_family();
        write_children(outcome);
        write_accounts();
    }
    Result<Assessment> sign_off(const Actor& actor) {
        SignOffAssessment command{id, record(manager).parts.assessment.version, {"Fair and clear", ""}};
        return act(actor, [&](Work& work) { return actions::authorise_assessment(work, command); });
    }
    void finish(AssessmentOutcome outcome) {
        write_all(outcome);
        must(amina, [&](Work& work) { return actions::submit_assessment(work, id); });
        if (auto signed_off = sign_off(manager); !signed_off) throw std::runtime_error(signed_off.error().sentence);
    }
    RecordToldCommand given(const Telling& telling) {
        RecordToldCommand command;
        command.telling = telling.id;
        command.version = telling.version;
        command.told.at = now;
        command.told.by = amina.id;
        command.told.talk_through = "Read it together";
        return command;
    }
    std::vector<Telling> copies(PersonId child) {
        return rows<Telling>("WHERE child = $1 AND owed = 'assessment_copy' ORDER BY id", child);
    }
};

}  // namespace

TEST(Assessments, two_people_on_different_sections_do_not_collide_and_on_the_same_one_the_second_is_told) {
    Assessed world;
    auto before = world.record(world.amina).parts;
    world.write_family();
    SaveAccount account{world.id, mark_of_account(before.accounts[0]), before.accounts[0]};
    account.account.account = "Written by Ben at the same time";
    EXPECT_TRUE(world.act(world.ben, [&](Work& work) { return save_account(work, account); }));
    SaveFamily family;
    family.id = world.id;
    family.seen = mark_of_family(before.assessment);
    family.texts.strengths = "Written by Ben";
    auto refused = world.act(world.ben, [&](Work& work) { return save_family(work, family); });
    EXPECT_EQ(refused.error().because, Because::stale);
    EXPECT_EQ(world.record(world.amina).parts.assessment.strengths, "Grandmother next door");
}

TEST(Assessments, sign_off_names_everything_that_is_missing_for_both_children) {
    Assessed world;
    world.must(world.amina, [&](Work& work) { return actions::submit_assessment(work, world.id); });
    auto refused = world.sign_off(world.manager);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().sentence.find("analysis for Ada Example"), std::string::npos);
    EXPECT_NE(refused.error().sentence.find("analysis for Bea Example"), std::string::npos);
    EXPECT_NE(refused.error().sentence.find("Dylan Example's own account"), std::string::npos);
}

TEST(Assessments, the_manager_decides_on_the_text_that_was_read) {
    Assessed world;
    world.write_all(AssessmentOutcome::no_further_action);
    world.must(world.amina, [&](Work& work) { return actions::submit_assessment(work, world.id); });
    int read = world.record(world.manager).parts.assessment.version;
    SaveFamily late;
    late.id = world.id;
    late.seen = mark_of_family(world.record(world.amina).parts.assessment);
    late.texts.strengths = "A late thought";
    world.must(world.amina, [&](Work& work) { return save_family(work, late); });
    SignOffAssessment command{world.id, read, {"Fair", ""}};
    auto refused = world.act(world.manager, [&](Work& work) { return actions::authorise_assessment(work, command); });
    EXPECT_EQ(refused.error().because, Because::stale);
}

TEST(Assessments, authorised_as_child_in_need_opens_a_plan_for_each_child_and_meets_the_timescale) {
    Assessed world;
    world.finish(AssessmentOutcome::child_in_need);
    for (PersonId child : {world.baby, world.sister}) {
        EXPECT_FALSE(world.duty(child, Duty::complete_assessment));
        EXPECT_FALSE(world.duty(child, Duty::review_assessment));
        EXPECT_EQ(world.rows<NeedPlan>("WHERE child = $1 ORDER BY id", child).size(), 1u);
        EXPECT_EQ(world.duty(child, Duty::plan_for_child_in_need)->owner, world.amina.id);
        EXPECT_TRUE(world.duty(child, Duty::give_written_assessment));
    }
    auto decisions = world.rows<Decision>("WHERE about = 'assessment' ORDER BY id");
    ASSERT_EQ(decisions.size(), 2u);
    EXPECT_NE(decisions[0].parents_view.find("I am so tired"), std::string::npos);
    EXPECT_NE(decisions[0].parents_view_missing.find("rung three times"), std::string::npos);
    EXPECT_EQ(decisions[0].child_view, "Smiles at her sister");
}

TEST(Assessments, a_strategy_discussion_as_outcome_is_owed_to_somebody_at_once) {
    Assessed world;
    world.finish(AssessmentOutcome::strategy_discussion);
    EXPECT_TRUE(world.duty(world.baby, Duty::hold_strategy_discussion));
}

TEST(Assessments, a_manager_of_no_role_or_another_teams_worker_cannot_sign_or_read) {
    Assessed world;
    world.write_all(AssessmentOutcome::no_further_action);
    world.must(world.amina, [&](Work& work) { return actions::submit_assessment(work, world.id); });
    EXPECT_FALSE(world.sign_off(world.amina));
    Actor stranger = world.amina;
    stranger.id = StaffId(seeded_ids(99)());
    stranger.team = {};
    auto hidden =
        world.see([&](store::Reader& reader) { return assessment_record(*world.service, reader, stranger, world.id); });
    EXPECT_EQ(hidden.error().because, Because::not_found);
}

TEST(Assessments, a_returned_one_goes_back_with_its_reasons_and_the_timescale_runs_on) {
    Assessed world;
    Date due = world.duty(world.baby, Duty::complete_assessment)->due;
    world.must(world.amina, [&](Work& work) { return actions::submit_assessment(work, world.id); });
    world.must(world.manager,
               [&](Work& work) { return actions::return_assessment(work, world.id, "Hear the father"); });
    EXPECT_EQ(world.record(world.amina).parts.assessment.sign_off_reasons, "Hear the father");
    EXPECT_EQ(world.duty(world.baby, Duty::complete_assessment)->due, due);
}

TEST(Assessments, the_review_point_is_the_one_that_was_set) {
    Assessed world;
    Date set = *parse_date("2026-11-12");
    world.must(world.amina, [&](Work& work) {
        return plan_assessment(work, {world.id, set, "To see what help the family needs"});
    });
    EXPECT_EQ(world.duty(world.baby, Duty::review_assessment)->due, set);
    world.now += 24h * 7;
    world.must(world.amina, [&](Work& work) {
        return record_assessment_review(work, world.id, london_date(world.now), "On course");
    });
    EXPECT_FALSE(world.duty(world.baby, Duty::review_assessment));
    EXPECT_TRUE(world.duty(world.baby, Duty::complete_assessment));
}

TEST(Tellings, the_copy_is_owed_to_each_adult_and_to_a_child_who_is_old_enough) {
    Assessed world;
    world.finish(AssessmentOutcome::no_further_action);
    EXPECT_EQ(world.copies(world.baby).size(), 2u);
    EXPECT_EQ(world.copies(world.sister).size(), 3u);
}

TEST(Tellings, the_duty_ends_when_everybody_has_been_given_it_or_a_manager_decided_otherwise) {
    Assessed world;
    world.finish(AssessmentOutcome::no_further_action);
    auto copies = world.copies(world.baby);
    world.must(world.amina, [&](Work& work) { return actions::record_told(work, world.given(copies[0])); });
    EXPECT_TRUE(world.duty(world.baby, Duty::give_written_assessment));
    DecideShowingCommand not_yet;
    not_yet.telling = copies[1].id;
    not_yet.decision.showing = Showing::not_yet;
    not_yet.decision.reason = NotTellingReason::serious_harm_to_another;
    not_yet.decision.reason_in_words = "He has threatened her";
    not_yet.decision.review_on = london_date(world.now) + std::chrono::days(10);
    world.must(world.manager, [&](Work& work) { return actions::decide_showing(work, not_yet); });
    EXPECT_FALSE(world.duty(world.baby, Duty::give_written_assessment));
    EXPECT_TRUE(world.duty(world.sister, Duty::give_written_assessment));
    EXPECT_EQ(world.duty(world.baby, Duty::review_telling_decision)->due, *not_yet.decision.review_on);
}

TEST(Tellings, a_new_decision_replaces_the_date_of_the_last_one_and_telling_ends_it) {
    Assessed world;
    world.finish(AssessmentOutcome::no_further_action);
    Telling row = world.copies(world.baby)[0];
    DecideShowingCommand command;
    command.telling = row.id;
    command.decision.showing = Showing::not_yet;
    command.decision.reason = NotTellingReason::flight;
    command.decision.reason_in_words = "Passports are missing";
    command.decision.review_on = london_date(world.now) + std::chrono::days(5);
    row = world.must(world.manager, [&](Work& work) { return actions::decide_showing(work, command); });
    world.now += 24h;
    command.version = row.version;
    command.decision.review_on = london_date(world.now) + std::chrono::days(20);
    row = world.must(world.manager, [&](Work& work) { return actions::decide_showing(work, command); });
    auto open = world.rows<OpenDuty>(
        "WHERE child = $1 AND duty = 'review_telling_decision' AND closed_at IS NULL ORDER BY id", world.baby);
    ASSERT_EQ(open.size(), 1u);
    EXPECT_EQ(open[0].due, *command.decision.review_on);
    world.must(world.amina, [&](Work& work) { return actions::record_told(work, world.given(row)); });
    EXPECT_FALSE(world.duty(world.baby, Duty::review_telling_decision));
}

TEST(NeedPlans, the_seed_family_gets_a_plan_with_a_school_nurse_and_counselling_and_ends_it_together) {
    Assessed world;
    world.finish(AssessmentOutcome::child_in_need);
    NeedPlan plan = world.rows<NeedPlan>("WHERE child = $1 ORDER BY id", world.sister).at(0);
    world.now += 24h * 5;
    HoldPlanningMeeting meeting;
    meeting.plan = plan.id;
    meeting.meeting.met_on = london_date(world.now);
    meeting.meeting.already_helps = "Grandmother";
    meeting.meeting.family_wants = "Sleep, and someone to talk to";
    meeting.meeting.child_wants = "Mummy to play";
    meeting.meeting.next_review = london_date(world.now) + std::chrono::days(42);
    NeedPlanMember mother, nurse;
    mother.person = world.mother;
    mother.agreement = Agreement::agrees;
    nurse.name = "N. Example, school nurse";
    meeting.members = {mother, nurse};
    NeedPlanAction counselling;
    counselling.outcome = "Carys feels able to cope";
    counselling.action = "Weekly counselling";
    counselling.owner = "Counselling service";
    counselling.by = london_date(world.now) + std::chrono::days(30);
    meeting.actions = {counselling};
    plan = world.must(world.amina, [&](Work& work) { return hold_planning_meeting(work, meeting); });
    EXPECT_FALSE(world.duty(world.sister, Duty::plan_for_child_in_need));
    EXPECT_EQ(world.duty(world.sister, Duty::review_child_in_need_plan)->due, *meeting.meeting.next_review);
    EXPECT_TRUE(world.duty(world.sister, Duty::visit_child_in_need));

    NeedPlanVisit visit;
    visit.visited_on = london_date(world.now);
    visit.seen = ChildSeen::not_seen;
    visit.not_seen_why = "Nobody at home";
    Date visit_due = world.duty(world.sister, Duty::visit_child_in_need)->due;
    world.must(world.amina, [&](Work& work) { return record_need_visit(work, plan.id, visit); });
    EXPECT_EQ(world.duty(world.sister, Duty::visit_child_in_need)->due, visit_due);
    world.now += 24h * 3;
    visit.visited_on = london_date(world.now);
    visit.seen = ChildSeen::seen_alone;
    world.must(world.amina, [&](Work& work) { return record_need_visit(work, plan.id, visit); });
    EXPECT_GT(world.duty(world.sister, Duty::visit_child_in_need)->due, visit_due);
    EXPECT_EQ(
        world.see([&](store::Reader& reader) { return last_seen_in_need(reader, *own_history(reader, world.sister)); }),
        visit.visited_on);

    world.now += 24h * 39;
    NeedPlanReview review;
    review.held_on = london_date(world.now);
    review.family_view = "We are all right now";
    review.child_view = "Mummy plays again";
    review.progress = "Counselling finished";
    review.decision = NeedReviewDecision::ends;
    review.reasons = "Everyone agrees";
    world.must(world.amina, [&](Work& work) { return actions::review_need_plan(work, plan.id, review); });
    plan = world.rows<NeedPlan>("WHERE child = $1 ORDER BY id", world.sister).at(0);
    EndNeedPlanCommand end{plan.id, plan.version, {NeedPlanEnd::no_longer_needed, london_date(world.now), ""}};
    world.must(world.amina, [&](Work& work) { return actions::end_need_plan(work, end); });
    EXPECT_FALSE(world.duty(world.sister, Duty::visit_child_in_need));
    EXPECT_FALSE(world.duty(world.sister, Duty::review_child_in_need_plan));
}

TEST(NeedPlans, keep_every_version_readable_and_take_a_second_action_and_a_change_of_mind_with_its_reason) {
    Assessed world;
    world.finish(AssessmentOutcome::child_in_need);
    NeedPlan plan = world.rows<NeedPlan>("WHERE child = $1 ORDER BY id", world.sister).at(0);
    HoldPlanningMeeting meeting;
    meeting.plan = plan.id;
    meeting.meeting.met_on = london_date(world.now);
    meeting.meeting.family_wants = "Sleep";
    plan = world.must(world.amina, [&](Work& work) { return hold_planning_meeting(work, meeting); });
    NeedPlanAction counselling;
    counselling.outcome = "Carys feels able to cope";
    counselling.action = "Weekly counselling";
    counselling.owner = "Counselling service";
    counselling.by = london_date(world.now) + std::chrono::days(30);
    NeedPlanAction first =
        world.must(world.amina, [&](Work& work) { return add_plan_action(work, plan.id, counselling); });
    counselling.action = "A friend on Fridays";
    world.must(world.amina, [&](Work& work) { return add_plan_action(work, plan.id, counselling); });
    SettlePlanAction done{first.id, ActionState::done, london_date(world.now), "Six times."};
    world.must(world.amina, [&](Work& work) { return settle_plan_action(work, done); });
    SettlePlanAction again{first.id, ActionState::to_do, london_date(world.now), ""};
    auto refused = world.act(world.amina, [&](Work& work) { return settle_plan_action(work, again); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "progress");
    again.progress = "She wants to go on.";
    world.must(world.amina, [&](Work& work) { return settle_plan_action(work, again); });
    meeting.version = plan.version;
    meeting.meeting.family_wants = "Sleep, and someone to talk to";
    world.must(world.amina, [&](Work& work) { return hold_planning_meeting(work, meeting); });

    auto versions = world.see([&](store::Reader& reader) { return *need_plan_versions(reader, world.amina, plan.id); });
    std::vector<std::string> changes;
    for (const NeedPlanVersion& each : versions)
        changes.push_back(each.change);
    EXPECT_THAT(changes, testing::ElementsAre("Decided: a plan is to be made", "Made with the family",
                                              testing::HasSubstr("Weekly counselling"),
                                              testing::HasSubstr("A friend on Fridays"),
                                              testing::HasSubstr("Weekly counselling"),
                                              testing::HasSubstr("Weekly counselling"), "Written again"));
    EXPECT_EQ(versions[1].plan.family_wants, "Sleep") << "the plan as it stood, not as it stands";
    EXPECT_TRUE(versions[1].actions.empty());
    EXPECT_EQ(versions[4].actions.at(0).state, ActionState::done);
    EXPECT_EQ(versions[6].actions.size(), 2u);
    EXPECT_EQ(versions[6].plan.family_wants, "Sleep, and someone to talk to");
    EXPECT_EQ(versions[6].by, "Amina");
    Actor chair = world.staff("Olga", Role::administrator);
    EXPECT_FALSE(world.see([&](store::Reader& reader) { return need_plan_versions(reader, chair, plan.id); }));
}

namespace {

Closure proposed(Assessed& world, PersonId child, ClosureReason reason) {
    ProposeClosure command;
    command.reason = reason;
    command.closes_on = london_date(world.now);
    command.why = "The family has what it wants";
    command.family_view = "Glad";
    command.child_view_missing_why = "Too young";
    command.services_that_stay = "Health visitor";
    command.how_to_come_back = "Ring us";
    ReferralId referral = world.referral_of(child).id;
    return world.must(world.amina, [&](Work& work) { return actions::propose_closure(work, referral, command); });
}

}  // namespace

TEST(Closures, closing_ends_the_work_and_owes_the_letter_to_each_adult) {
    Assessed world;
    world.finish(AssessmentOutcome::no_further_action);
    Closure closure = proposed(world, world.baby, ClosureReason::assessed_no_further_action);
    DecideClosure decide{closure.id, closure.version, "Agreed"};
    EXPECT_EQ(
        world.act(world.amina, [&](Work& work) { return actions::authorise_closure(work, decide); }).error().because,
        Because::not_found);
    world.must(world.manager, [&](Work& work) { return actions::authorise_closure(work, decide); });
    EXPECT_EQ(world.referral_of(world.baby).state, ReferralState::closed);
    EXPECT_TRUE(world.load(world.baby).accountable_worker.is_nil());
    EXPECT_TRUE(world.load(world.baby).team.is_nil());
    auto letter = world.duty(world.baby, Duty::give_closure_letter);
    ASSERT_TRUE(letter);
    EXPECT_EQ(letter->owner, world.amina.id);
    EXPECT_EQ(world.rows<Telling>("WHERE child = $1 AND owed = 'closure_letter' ORDER BY id", world.baby).size(), 2u);
    EXPECT_EQ(world.rows<OpenDuty>("WHERE child = $1 AND closed_at IS NULL ORDER BY id", world.baby).size(), 1u);
    EXPECT_EQ(world.rows<ChildWorker>("WHERE child = $1 AND until_at IS NULL ORDER BY id", world.baby).size(), 0u);
}

TEST(Closures, whoever_still_owes_the_letter_reaches_the_child_and_then_no_longer) {
    Assessed world;
    world.finish(AssessmentOutcome::no_further_action);
    Closure closure = proposed(world, world.baby, ClosureReason::assessed_no_further_action);
    DecideClosure decide{closure.id, closure.version, "Agreed"};
    world.must(world.manager, [&](Work& work) { return actions::authorise_closure(work, decide); });
    for (const Telling& letter :
         world.rows<Telling>("WHERE child = $1 AND owed = 'closure_letter' ORDER BY id", world.baby))
        world.must(world.amina, [&](Work& work) { return actions::record_told(work, world.given(letter)); });
    EXPECT_FALSE(world.duty(world.baby, Duty::give_closure_letter));
    EXPECT_FALSE(world.see([&](store::Reader& reader) {
        return child_for(reader, world.amina, Act::read_child, world.baby).has_value();
    }));
}

TEST(Closures, an_open_plan_is_named_before_anything_closes) {
    Assessed world;
    world.finish(AssessmentOutcome::child_in_need);
    Closure closure = proposed(world, world.baby, ClosureReason::no_longer_in_need);
    auto refused = world.act(world.manager, [&](Work& work) {
        return actions::authorise_closure(work, {closure.id, closure.version, "Agreed"});
    });
    EXPECT_NE(refused.error().sentence.find("child in need plan"), std::string::npos);
    EXPECT_EQ(world.referral_of(world.baby).state, ReferralState::open);
}

TEST(Closures, a_lost_pregnancy_stops_everything_at_once_and_asks_nothing) {
    NeedWorld world;
    Person unborn;
    unborn.stage = Stage::unborn;
    unborn.expected_date = *parse_date("2027-03-01");
    PersonId child =
        world.must(world.front_door, [&](Work& work) -> Result<Person> { return record_person(work, unborn); }).id;
    PersonId mother = world.person("Carys");
    world.related(child, mother, RelationKind::mother);
    world.contact_about({child}, ContactDecision::referral);
    DecideReferralCommand command;
    command.referral = world.referral_of(child).id;
    command.decision.reasons = "Pre-birth assessment";
    world.must(world.front_door, [&](Work& work) { return actions::decide_referral(work, command); });
    ASSERT_TRUE(world.duty(child, Duty::complete_assessment));
    world.must(world.front_door, [&](Work& work) -> Result<int> {
        stop_for_lost_pregnancy(work, child);
        return 0;
    });
    EXPECT_TRUE(world.rows<OpenDuty>("WHERE child = $1 AND closed_at IS NULL ORDER BY id", child).empty());
    EXPECT_TRUE(world.rows<Telling>("WHERE child = $1 AND state = 'owed' ORDER BY id", child).empty());
    EXPECT_EQ(world.referral_of(child).state, ReferralState::closed);
    EXPECT_EQ(world.rows<Assessment>("ORDER BY id").at(0).state, AssessmentState::stopped);
    EXPECT_TRUE(world.rows<Telling>("WHERE owed = 'closure_letter' ORDER BY id").empty());
}
