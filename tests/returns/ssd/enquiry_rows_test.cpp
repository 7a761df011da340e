// Enquiries and conferences in the dataset: a passing and an edge case of each.
#include "returns/ssd/dataset.h"

using namespace kith;
using namespace kith::tests;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(SafeguardingDatasetEnquiry, says_where_it_led_once_it_is_endorsed) {
    struct Case {
        const char* because;
        HistoryBuilder history;
        std::string_view nfa, flag;
    };
    HistoryBuilder referred = HistoryBuilder().referred("2026-01-05");
    auto copy = [&] { return referred; };
    for (const Case& each : {
             Case{"open", copy().enquired("2026-05-04"), "-", ""},
             Case{"ended", copy().enquired("2026-05-04").endorsed("2026-05-12"), "Y", "\"NFA_FLAG\":\"Y\""},
             Case{"the assessment goes on", copy().assessed("2026-05-01").enquired("2026-05-04").endorsed("2026-05-12"),
                  "N", "\"NFA_CONTINUE_SINGLE_FLAG\":\"Y\""},
             Case{"a conference",
                  copy().enquired("2026-05-04").endorsed("2026-05-12", AfterEnquiry::initial_conference), "N",
                  "\"CP_CONFERENCE_FLAG\":\"Y\""},
         }) {
        Dataset made = built(each.history);
        EXPECT_EQ(made.only("ssd_s47_enquiry", "s47e_s47_nfa"), each.nfa) << each.because;
        EXPECT_THAT(made.only("ssd_s47_enquiry", "s47e_s47_outcome_json"), HasSubstr(std::string(each.flag)))
            << each.because;
        expect_sound(made);
    }
}

TEST(SafeguardingDatasetConference, joins_the_enquiry_to_the_plan) {
    ssd::RecordOfChild child = record(through_it_all());
    ConferenceOfChild& first = child.history.conferences.front();
    first.part.decision = ConferenceDecision::plan_made;
    first.part.plan = child.history.protection_plans.front().plan.id;
    first.part.due = day("2026-05-26");
    child.history.protection_plans.front().plan.conference = first.conference.id;
    Dataset made = built(child);
    EXPECT_EQ(made.only("ssd_initial_cp_conference", "icpc_s47_enquiry_id"),
              made.only("ssd_s47_enquiry", "s47e_s47_enquiry_id"));
    EXPECT_EQ(made.only("ssd_initial_cp_conference", "icpc_cp_plan_id"), made.only("ssd_cp_plans", "cppl_cp_plan_id"));
    EXPECT_EQ(made.only("ssd_cp_plans", "cppl_icpc_id"), made.only("ssd_initial_cp_conference", "icpc_icpc_id"));
    EXPECT_EQ(made.only("ssd_initial_cp_conference", "icpc_icpc_outcome_cp_flag"), "Y");
    EXPECT_EQ(made.only("ssd_initial_cp_conference", "icpc_icpc_target_date"), "2026-05-26 00:00:00.000");
    EXPECT_EQ(made.only("ssd_initial_cp_conference", "icpc_icpc_transfer_in"), "N");
    expect_sound(made);
}

TEST(SafeguardingDatasetConference, is_not_there_before_it_is_held) {
    ssd::RecordOfChild child = record(through_it_all());
    child.history.conferences.front().conference.state = ConferenceState::called;
    EXPECT_THAT(built(child).of("ssd_initial_cp_conference"), IsEmpty());
}
