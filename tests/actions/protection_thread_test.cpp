// The thread from a strategy discussion to the end of a child protection plan, through the actions.
#include "actions/protection_world.h"

namespace kith::actions::test {
namespace {

TEST_F(ProtectionThread,
       a_strategy_discussion_at_2_am_about_an_unknown_child_gives_it_to_a_team_and_starts_the_enquiry) {
    council.at("2026-11-22", 2);
    Person unknown = council.keep(Person{});
    StrategyDiscussion discussion = discuss({unknown.id}, council.night);
    StrategyDecisions decisions{
        discussion.id, {{view(discussion.id).record.children[0].id, StrategyDecision::section_47_joint, "", ""}}};
    auto decided = council.as(council.night, [&](Work& work) { return decide_strategy_discussion(work, decisions); });
    ASSERT_TRUE(decided) << decided.error().sentence;
    EXPECT_EQ(council.person(unknown.id).team, council.team.id);
    OpenDuty enquiry = council.owed(unknown.id, Duty::complete_section47_enquiry);
    EXPECT_EQ(enquiry.starts, day("2026-11-22"));
    EXPECT_EQ(enquiry.team, council.team.id);
}

TEST_F(ProtectionThread, a_discussion_with_several_children_decides_for_each) {
    Person sister = council.add_child(Person{.given_name = "Zuri", .family_name = "Okafor"});
    StrategyDiscussion discussion = discuss({amara.id, sister.id}, council.manager);
    StrategyView shown = view(discussion.id);
    StrategyDecisions decisions{discussion.id, {}};
    for (const StrategyChild& row : shown.record.children)
        decisions.children.push_back(
            {row.id, row.child == amara.id ? StrategyDecision::section_47_single : StrategyDecision::section_17,
             "Reasons.", ""});
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) { return decide_strategy_discussion(work, decisions); }));
    EXPECT_TRUE(council.owes(amara.id, Duty::complete_section47_enquiry));
    EXPECT_FALSE(council.owes(sister.id, Duty::complete_section47_enquiry));
}

TEST_F(ProtectionThread, health_missing_at_night_is_caught_up_with_by_the_day_that_was_said) {
    council.at("2026-11-23", 22);
    HoldStrategyDiscussion command;
    command.discussion.held_at = council.now;
    command.children = {amara.id};
    StrategyAttendance health = from(Agency::health);
    health.took_part = TookPart::missing;
    health.missing_why = "Nobody on call answered.";
    health.follow_up_on = day("2026-11-24");
    command.attendance = {from(Agency::local_authority), from(Agency::police), health};
    auto held = council.as(council.night, [&](Work& work) { return hold_strategy_discussion(work, command); });
    ASSERT_TRUE(held);
    EXPECT_EQ(council.owed(amara.id, Duty::hold_strategy_follow_up).due, day("2026-11-24"));
    EXPECT_EQ(council.owed(amara.id, Duty::hold_strategy_follow_up).what, "Health");
    council.at("2026-11-24");
    StrategyAddition police = said(held->id, Agency::police, "A second call-out in March.");
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) { return hear_agency(work, police); }));
    EXPECT_TRUE(council.owes(amara.id, Duty::hold_strategy_follow_up)) << "health has not been heard yet";
    StrategyAddition nurse = said(held->id, Agency::health, "Seen twice with bruises.");
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) { return hear_agency(work, nurse); }));
    EXPECT_FALSE(council.owes(amara.id, Duty::hold_strategy_follow_up));
    StrategyRecord record = view(held->id).record;
    auto row = std::ranges::find(record.attendance, Agency::health, &StrategyAttendance::agency);
    EXPECT_EQ(row->missing_why, "Nobody on call answered.") << "what stood there is not lost";
    EXPECT_EQ(row->followed_up_on, day("2026-11-24"));
    EXPECT_EQ(record.additions.size(), 2u);
    EXPECT_EQ(timeline_says(amara.id, "Added to the strategy discussion: Health"), "Seen twice with bruises.");
}

TEST_F(ProtectionThread, continuing_risk_owes_a_conference_15_working_days_after_the_strategy_discussion) {
    council.at("2026-11-23");
    Section47EnquiryId enquiry = enquire(amara.id);
    council.at("2026-12-09");
    auto endorsed = conclude(enquiry, EnquiryOutcome::substantiated_continuing_risk);
    ASSERT_TRUE(endorsed) << endorsed.error().sentence;
    EXPECT_FALSE(council.owes(amara.id, Duty::complete_section47_enquiry));
    OpenDuty conference = council.owed(amara.id, Duty::hold_initial_conference);
    EXPECT_EQ(conference.starts, day("2026-11-23"));
    EXPECT_EQ(conference.due, day("2026-12-14"));
}

TEST_F(ProtectionThread, the_worker_who_proposed_an_outcome_cannot_endorse_it) {
    Section47EnquiryId enquiry = enquire(amara.id);
    auto refused =
        council.as(council.worker, [&](Work& work) { return endorse_outcome(work, enquiry, "I agree with me."); });
    EXPECT_FALSE(refused);
}

TEST_F(ProtectionThread, a_manager_endorses_the_outcome_that_was_read) {
    council.at("2026-11-23");
    Section47EnquiryId id = enquire(amara.id);
    council.at("2026-12-01");
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) {
        return propose_outcome(work, id, {EnquiryOutcome::not_substantiated, "The school saw nothing.", ""});
    }));
    auto shown = [&] { return council.store->read([&](store::Reader& it) { return *it.find<Section47Enquiry>(id); }); };
    Section47Enquiry read = shown();
    auto propose = [&](std::string reasons, std::string seen) {
        return council.as(council.worker, [&](Work& work) {
            return propose_outcome(work, id, {EnquiryOutcome::substantiated_continuing_risk, reasons, ""}, seen);
        });
    };
    ASSERT_TRUE(propose("The nursery saw two bruises.", mark_of_outcome(read)));
    EXPECT_EQ(propose("Nothing at all.", mark_of_outcome(read)).error().because, Because::stale);
    EXPECT_EQ(shown().reasons, "The nursery saw two bruises.");
    auto endorsed = council.as(council.manager,
                               [&](Work& work) { return endorse_outcome(work, id, "I have read it.", read.version); });
    EXPECT_EQ(endorsed.error().because, Because::stale);
}

TEST_F(ProtectionThread, the_family_is_owed_the_outcome_the_decision_and_the_plan) {
    make_plan(amara.id);
    auto lines = council.look([&](store::Reader& reader) { return tellings_of_child(reader, amara.id); });
    for (Owed owed :
         {Owed::section47_started, Owed::section47_outcome, Owed::conference_decision, Owed::protection_plan_copy}) {
        bool to_mother = std::ranges::any_of(lines, [&](const TellingLine& line) {
            return line.telling.owed == owed && line.telling.who == grace.id &&
                   line.telling.state == TellingState::owed;
        });
        EXPECT_TRUE(to_mother) << word(owed);
    }
}

TEST_F(ProtectionThread, a_child_in_need_plan_ends_on_the_day_the_protection_plan_is_made) {
    council.at("2026-11-20");
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) {
        return decide_child_in_need(work, {amara.id, {}, {}});
    }));
    make_plan(amara.id);
    auto plans = council.look([&](store::Reader& reader) { return need_plans_of(reader, amara.id); });
    ASSERT_EQ(plans.size(), 1u);
    EXPECT_EQ(plans[0].ended_on, day("2026-12-14"));
    EXPECT_EQ(plans[0].end, NeedPlanEnd::child_protection_plan);
}

TEST_F(ProtectionThread, an_enquiry_without_continuing_risk_is_followed_by_help_as_a_child_in_need) {
    auto endorsed = conclude(enquire(amara.id), EnquiryOutcome::substantiated_no_continuing_risk);
    ASSERT_TRUE(endorsed) << endorsed.error().sentence;
    EXPECT_EQ(council.look([&](store::Reader& reader) { return need_plans_of(reader, amara.id); }).size(), 1u);
    EXPECT_FALSE(council.owes(amara.id, Duty::hold_initial_conference));
}

TEST_F(ProtectionThread, a_visit_moves_the_next_one_and_an_unseen_child_does_not) {
    ProtectionPlan plan = make_plan(amara.id);
    council.at("2026-12-21");
    ProtectionVisit visit;
    visit.visited_at = council.now;
    visit.seen = Answer::no;
    visit.why_not = "Nobody opened.";
    Date owed = council.owed(amara.id, Duty::visit_child_on_protection_plan).due;
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) { return record_visit(work, plan.id, visit); }));
    EXPECT_EQ(council.owed(amara.id, Duty::visit_child_on_protection_plan).due, owed);
    visit.seen = Answer::yes;
    visit.seen_alone = Answer::yes;
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) { return record_visit(work, plan.id, visit); }));
    EXPECT_EQ(council.owed(amara.id, Duty::visit_child_on_protection_plan).due, day("2027-01-07"));
}

TEST_F(ProtectionThread, a_review_that_ends_the_plan_leaves_nothing_owed_under_it) {
    ProtectionPlan plan = make_plan(amara.id);
    council.at("2027-02-20");
    ConferenceId review = book(amara.id, "2027-03-10");
    council.at("2027-03-10", 11);
    hold(review);
    EXPECT_EQ(council.owed(amara.id, Duty::hold_review_conference).due, day("2027-09-10"));
    DecideConferenceChild decision;
    decision.decision = ConferenceDecision::plan_ended;
    decision.plan_end = PlanEnd::no_longer_at_continuing_risk;
    decision.threshold = "Nothing unexplained for three months; grandmother lives there.";
    decision.child_view = "\"It is good now.\"";
    auto ended = decide(review, decision);
    ASSERT_TRUE(ended) << ended.error().sentence;
    EXPECT_EQ(plan_of(amara.id).ended_on, day("2027-03-10"));
    for (Duty gone : {Duty::hold_review_conference, Duty::hold_first_review_conference, Duty::hold_first_core_group,
                      Duty::visit_child_on_protection_plan})
        EXPECT_FALSE(council.owes(amara.id, gone)) << word(gone);
}

TEST_F(ProtectionThread, an_enquiry_on_a_child_with_a_plan_leads_to_an_early_review_and_the_conference_is_one) {
    make_plan(amara.id);
    council.at("2027-01-11");
    auto endorsed = conclude(enquire(amara.id), EnquiryOutcome::substantiated_continuing_risk);
    ASSERT_TRUE(endorsed) << endorsed.error().sentence;
    EXPECT_EQ(endorsed->leads_to, AfterEnquiry::early_review);
    EXPECT_FALSE(council.owes(amara.id, Duty::hold_initial_conference));
    ConferenceId review = book(amara.id, "2027-01-25");
    EXPECT_EQ(conference_view(review).record.children[0].kind, ConferenceKind::review);
}

TEST_F(ProtectionThread, the_journal_replays_to_the_same_rows) {
    make_plan(amara.id);
    std::string where = (council.directory / "replayed.sqlite").string();
    auto target = store::Store::open({store::Dialect::sqlite, where, ""});
    target->migrate(council.now);
    council.store->replay_into(*target);
    auto rows = [](store::Store& from) {
        return from.read([](store::Reader& reader) {
            std::string text;
            reader.each(
                "SELECT count(*), max(hex(id)) FROM conference_invitation UNION ALL SELECT count(*), max(end_why) FROM "
                "protection_plan "
                "UNION ALL SELECT count(*), max(what) FROM duty",
                [&](const store::RowView& row) {
                    text += std::to_string(row.integer(0)) + (row.is_null(1) ? "" : std::string(row.text(1))) + "\n";
                });
            return text;
        });
    };
    EXPECT_EQ(rows(*target), rows(*council.store));
}

}  // namespace
}  // namespace kith::actions::test
