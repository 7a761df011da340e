// From contact to assessment in the dataset: a passing and an edge case of each.
#include <algorithm>

#include "returns/ssd/dataset.h"

using namespace kith;
using namespace kith::tests;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

TEST(SafeguardingDatasetContact, has_where_it_led) {
    struct Case {
        ContactState state;
        std::optional<ContactDecision> decision;
        std::string flag;
    };
    for (const Case& each : {
             Case{ContactState::received, std::nullopt, ""},
             Case{ContactState::decided, ContactDecision::advice, "ADVICE"},
             Case{ContactState::decided, ContactDecision::referral, "NEW_REFERRAL"},
             Case{ContactState::decided, ContactDecision::strategy_discussion, "CP_ENQUIRY"},
             Case{ContactState::decided, ContactDecision::signpost, "OTHER_OUTCOMES_EXIST"},
             Case{ContactState::passed_to_worker, std::nullopt, "EXISTING_REFERRAL"},
         }) {
        ssd::RecordOfChild child = record(HistoryBuilder());
        child.contacts.resize(2);
        child.contacts[0].contact.received_at = noon("2026-05-06");
        child.contacts[0].contact.state = each.state;
        child.contacts[0].contact.decision = each.decision;
        child.contacts[0].contact.source_code = "2A";
        child.contacts[1].contact.received_at = noon("2020-11-21");  // too long ago
        child.contacts[1].child.id = Id<ContactChildTag>(RawId{{3}});
        Dataset made = built(child);
        std::string outcome = made.only("ssd_contacts", "cont_contact_outcome_json");
        EXPECT_EQ(std::ranges::count(outcome, ':'), 10) << outcome;
        EXPECT_EQ(outcome.find("\"Y\"") != std::string::npos, !each.flag.empty()) << outcome;
        std::string flag = each.flag.empty() ? "" : "\"" + each.flag + "_FLAG\":\"Y\"";
        EXPECT_THAT(outcome, HasSubstr(flag));
        EXPECT_EQ(made.only("ssd_contacts", "cont_contact_source_code"), "2A");
    }
}

TEST(SafeguardingDatasetReferral, has_its_outcome_and_its_end) {
    HistoryBuilder history = HistoryBuilder().referred("2026-01-05").closed("2026-02-06", ClosureReason::adopted);
    history.referred("2026-03-02", ReferralDecision::no_further_action);
    history.it.referrals[0].team = TeamId(some_team);
    history.it.referrals[0].decided_by = StaffId(somebody);
    history.it.referrals[1].decided_by = StaffId(RawId{{55}});  // nobody whom the record knows
    Dataset made = built(history);
    EXPECT_THAT(made.column("ssd_cin_episodes", "cine_close_reason"), ElementsAre("RC1", "-"));
    EXPECT_THAT(made.column("ssd_cin_episodes", "cine_referral_nfa"), ElementsAre("N", "Y"));
    EXPECT_THAT(made.column("ssd_cin_episodes", "cine_close_date"),
                ElementsAre("2026-02-06 00:00:00.000", "2026-03-02 00:00:00.000"));
    EXPECT_THAT(made.column("ssd_cin_episodes", "cine_referral_source_code"), ElementsAre("2A", "2A"));
    EXPECT_THAT(made.column("ssd_cin_episodes", "cine_referral_worker_id"), ElementsAre(to_text(somebody), "-"));
    EXPECT_THAT(made.column("ssd_cin_episodes", "cine_referral_outcome_json"),
                ElementsAre(AllOf(HasSubstr(R"("SINGLE_ASSESSMENT_FLAG":"Y")"), HasSubstr(R"("NFA_FLAG":"N")")),
                            AllOf(HasSubstr(R"("SINGLE_ASSESSMENT_FLAG":"N")"), HasSubstr(R"("NFA_FLAG":"Y")"))));
}

TEST(SafeguardingDatasetAssessment, has_an_outcome_and_factors_once_it_is_authorised) {
    HistoryBuilder history =
        HistoryBuilder().referred("2026-01-05").assessed("2026-01-06", "2026-02-20", {"16A", "3B"});
    history.assessed("2026-10-01");
    history.it.assessments[0].part.outcome = AssessmentOutcome::no_further_action;
    history.it.assessments[0].part.seen = ChildSeen::observed;
    history.it.assessments[1].part.outcome = AssessmentOutcome::no_further_action;
    Dataset made = built(history);
    EXPECT_THAT(made.column("ssd_cin_assessments", "cina_assessment_outcome_nfa"), ElementsAre("Y", "-"));
    EXPECT_THAT(made.column("ssd_cin_assessments", "cina_assessment_child_seen"), ElementsAre("Y", "-"));
    EXPECT_THAT(made.column("ssd_cin_assessments", "cina_assessment_auth_date"),
                ElementsAre("2026-02-20 00:00:00.000", "-"));
    EXPECT_THAT(made.column("ssd_cin_assessments", "cina_assessment_outcome_json"),
                ElementsAre(AllOf(HasSubstr(R"("NFA_FLAG":"Y")"), HasSubstr(R"("COMMENTS":"")")),
                            AllOf(HasSubstr(R"("NFA_FLAG":"N")"), HasSubstr(R"("COMMENTS":"")"))));
    EXPECT_EQ(made.only("ssd_assessment_factors", "cinf_assessment_factors_json"), R"(["16A","3B"])");
    history.it.assessments[0].assessment.state = AssessmentState::stopped;
    EXPECT_THAT(built(history).of("ssd_cin_assessments"), SizeIs(1));
}
