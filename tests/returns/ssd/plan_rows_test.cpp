// Plans, their visits and reviews, and pre-proceedings in the dataset: a passing and an edge case of each.
#include "returns/ssd/dataset.h"

using namespace kith;
using namespace kith::tests;
using testing::ElementsAre;

TEST(SafeguardingDatasetNeedPlan, begins_when_it_was_made_with_the_family) {
    Dataset made = built(HistoryBuilder().referred("2026-01-05").helped("2026-02-25", "2026-05-20").helped(""));
    EXPECT_EQ(made.only("ssd_cin_plans", "cinp_cin_plan_start_date"), "2026-02-25 00:00:00.000");
    EXPECT_EQ(made.only("ssd_cin_plans", "cinp_cin_plan_end_date"), "2026-05-20 00:00:00.000");
}

TEST(SafeguardingDatasetNeedPlan, has_visits_with_how_the_child_was_seen) {
    ssd::RecordOfChild child = record(HistoryBuilder().referred("2026-01-05").helped("2026-02-25"));
    for (ChildSeen seen : {ChildSeen::seen_alone, ChildSeen::observed, ChildSeen::not_seen, ChildSeen::not_recorded})
        child.need_visits.push_back({.id = Id<NeedPlanVisitTag>(RawId{{5, std::uint8_t(seen)}}),
                                     .visited_on = day("2026-03-03"),
                                     .seen = seen});
    Dataset made = built(child);
    EXPECT_THAT(made.column("ssd_cin_visits", "cinv_cin_visit_seen"), ElementsAre("Y", "Y", "N", "-"));
    EXPECT_THAT(made.column("ssd_cin_visits", "cinv_cin_visit_seen_alone"), ElementsAre("Y", "N", "N", "-"));
}

TEST(SafeguardingDatasetProtectionPlan, has_its_first_and_latest_category) {
    Dataset made = built(HistoryBuilder()
                             .referred("2026-01-05")
                             .protected_from("2026-05-20")
                             .under("2026-08-12", AbuseCategory::emotional_abuse));
    EXPECT_EQ(made.only("ssd_cp_plans", "cppl_cp_plan_initial_category"), "NEG");
    EXPECT_EQ(made.only("ssd_cp_plans", "cppl_cp_plan_latest_category"), "EMO");
    EXPECT_EQ(made.only("ssd_cp_plans", "cppl_cp_plan_ola"), "N");
}

TEST(SafeguardingDatasetProtectionPlan, does_not_count_a_child_who_is_not_born_as_not_seen) {
    ssd::RecordOfChild child = record(through_it_all());
    child.protection_visits.push_back({.id = Id<ProtectionVisitTag>(RawId{{1, 2}}),
                                       .plan = child.history.protection_plans.front().plan.id,
                                       .visited_at = noon("2026-06-01"),
                                       .seen = Answer::no,
                                       .parents_seen = Answer::yes});
    Dataset made = built(child);
    EXPECT_EQ(made.only("ssd_cp_visits", "cppv_cp_visit_seen"), "-");
    EXPECT_EQ(made.only("ssd_cp_visits", "cppv_cp_visit_seen_alone"), "-");
}

TEST(SafeguardingDatasetProtectionPlan, has_its_visits_and_reviews) {
    ssd::RecordOfChild child = record(through_it_all());
    child.history.conferences.back().part.decision = ConferenceDecision::plan_continues;
    child.history.conferences.back().conference.not_quorate_why = "Snow.";
    child.protection_visits.push_back({.id = Id<ProtectionVisitTag>(RawId{{1, 2}}),
                                       .plan = child.history.protection_plans.front().plan.id,
                                       .visited_at = noon("2026-06-01"),
                                       .seen = Answer::yes});
    Dataset made = built(child);
    EXPECT_EQ(made.only("ssd_cp_visits", "cppv_cp_visit_seen"), "Y");
    EXPECT_EQ(made.only("ssd_cp_visits", "cppv_cp_visit_seen_alone"), "-");
    EXPECT_EQ(made.only("ssd_cp_visits", "cppv_cp_plan_id"), made.only("ssd_cp_plans", "cppl_cp_plan_id"));
    EXPECT_EQ(made.only("ssd_cp_reviews", "cppr_cp_review_date"), "2026-08-12 00:00:00.000");
    EXPECT_EQ(made.only("ssd_cp_reviews", "cppr_cp_review_quorate"), "N");
    EXPECT_EQ(made.only("ssd_cp_reviews", "cppr_cp_review_outcome_continue_cp"), "Y");
    EXPECT_EQ(made.only("ssd_cp_reviews", "cppr_cp_review_due"), "-");
}

TEST(SafeguardingDatasetPreProceedings, say_what_was_decided_and_what_the_parents_were_told) {
    HistoryBuilder history = HistoryBuilder()
                                 .referred("2026-05-06")
                                 .before_court("2026-06-01", "2026-06-05")
                                 .met_parents("2026-06-20")
                                 .met_parents("2026-08-20")
                                 .decided_for_court("2026-09-01", "2026-09-03");
    Dataset made = built(history);
    expect_sound(made);
    EXPECT_EQ(made.only("ssd_pre_proceedings", "prep_pre_pro_decision_date"), "2026-06-01 00:00:00.000");
    EXPECT_EQ(made.only("ssd_pre_proceedings", "prep_pre_pro_outcome"), "Decision to Issue Care Proceedings");
    EXPECT_EQ(made.only("ssd_pre_proceedings", "prep_pre_pro_meetings_num"), "1") << "the first is no review";
    EXPECT_EQ(made.only("ssd_pre_proceedings", "prep_pre_pro_parents_legal_rep"), "Y");
    Dataset going_on = built(HistoryBuilder().referred("2026-05-06").before_court("2026-06-01"));
    EXPECT_EQ(going_on.only("ssd_pre_proceedings", "prep_pre_pro_outcome"), "-");
    EXPECT_EQ(going_on.only("ssd_pre_proceedings", "prep_pre_pro_letter_date"), "-");
}
