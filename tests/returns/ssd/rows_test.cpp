// Which children and which of their work the dataset has, and that its keys and references hold.
#include "returns/ssd/dataset.h"

using namespace kith;
using namespace kith::tests;
using testing::IsEmpty;
using testing::SizeIs;

TEST(SafeguardingDataset, has_a_child_whose_work_lasted_into_the_six_years) {
    struct Case {
        const char* because;
        HistoryBuilder history;
        std::size_t people;
    };
    for (const Case& each : {
             Case{"nothing was recorded", HistoryBuilder(), 0},
             Case{"referred today", HistoryBuilder().referred("2026-11-22"), 1},
             Case{"closed on the first day", HistoryBuilder().referred("2019-01-01").closed("2020-11-22"), 1},
             Case{"closed the day before", HistoryBuilder().referred("2019-01-01").closed("2020-11-21"), 0},
             Case{"still open after ten years", HistoryBuilder().referred("2016-11-01"), 1},
             Case{"an enquiry without a referral", HistoryBuilder().enquired("2026-03-02"), 1},
         })
        EXPECT_THAT(built(each.history).of("ssd_person"), SizeIs(each.people)) << each.because;
}

TEST(SafeguardingDataset, has_no_reference_to_what_lies_outside_the_six_years) {
    auto history = HistoryBuilder().referred("2019-01-01").closed("2020-01-01").assessed("2019-02-01", "2026-01-01");
    Dataset made = built(history);
    EXPECT_EQ(made.only("ssd_cin_assessments", "cina_referral_id"), "-");
    EXPECT_THAT(made.of("ssd_cin_episodes"), IsEmpty());
    expect_sound(made);
}

TEST(SafeguardingDataset, has_keys_and_references_that_hold) {
    ssd::RecordOfChild child = record(through_it_all());
    child.need_visits.push_back({.id = Id<NeedPlanVisitTag>(RawId{{1, 1}}), .visited_on = day("2026-03-03")});
    child.protection_visits.push_back({.id = Id<ProtectionVisitTag>(RawId{{1, 2}}),
                                       .plan = child.history.protection_plans.front().plan.id,
                                       .visited_at = noon("2026-06-01")});
    Dataset made = built(child);
    for (std::string_view table : {"ssd_person", "ssd_family", "ssd_cin_episodes", "ssd_cin_assessments",
                                   "ssd_assessment_factors", "ssd_cin_plans", "ssd_cin_visits", "ssd_s47_enquiry",
                                   "ssd_initial_cp_conference", "ssd_cp_plans", "ssd_cp_visits", "ssd_cp_reviews"})
        EXPECT_THAT(made.of(table), SizeIs(1)) << table;
    expect_sound(made);
}

TEST(SafeguardingDataset, gives_a_twins_share_of_the_history_keys_of_its_own) {
    ssd::RecordOfChild first = record(through_it_all());
    ssd::RecordOfChild second = first;
    second.history.child.id = PersonId(RawId{{42}});  // the rows stay the first one's
    Dataset of_first = built(first), of_second = built(second);
    expect_sound(of_second);
    for (const auto& [table, rows] : of_first.tables)
        for (std::size_t i = 0; i < rows.size(); ++i)
            EXPECT_NE(rows[i].cells().front(), of_second.of(table).at(i).cells().front()) << table;
    EXPECT_THAT(of_second.only("ssd_cin_episodes", "cine_referral_id"), SizeIs(48));
}

TEST(SafeguardingDatasetInvolvement, is_one_persons_time_with_the_child) {
    ssd::RecordOfChild child = record(HistoryBuilder().referred("2026-01-05"));
    child.workers.push_back({.id = ChildWorkerId(RawId{{1}}), .staff = StaffId(somebody), .from = noon("2026-01-06")});
    child.workers.push_back({.id = ChildWorkerId(RawId{{2}}),
                             .staff = StaffId(somebody),
                             .role = WorkerRole::co_worker,
                             .from = noon("2015-01-06"),
                             .until = noon("2016-01-06")});
    Dataset made = built(child);
    EXPECT_EQ(made.only("ssd_involvements", "invo_professional_id"), to_text(somebody));
    EXPECT_EQ(made.only("ssd_involvements", "invo_professional_role_id"), "CW");
    EXPECT_EQ(made.only("ssd_involvements", "invo_involvement_end_date"), "-");
    EXPECT_EQ(made.only("ssd_involvements", "invo_referral_id"), made.only("ssd_cin_episodes", "cine_referral_id"));
}

TEST(SafeguardingDatasetRow, is_cut_to_its_column_between_characters) {
    EXPECT_EQ(ssd::cut("abc", 3), "abc");
    EXPECT_EQ(ssd::cut("abcd", 3), "abc");
    EXPECT_EQ(ssd::cut("éèê", 2), "éè");
    ssd::Row row(ssd::table("ssd_person"));
    row.text("pers_forename", std::string(101, 'a')).text("pers_surname", "");
    EXPECT_THAT(*row.cell("pers_forename"), SizeIs(100));
    EXPECT_EQ(row.cell("pers_surname"), std::nullopt);
}
