// What a child's record becomes in the dataset: a passing and an edge case of each table that the record fills.
#include "returns/ssd/rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "support/history_builder.h"

using namespace kith;
using namespace kith::core;
using namespace kith::returns;
using kith::test::HistoryBuilder;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

namespace {

constexpr auto day = HistoryBuilder::day;
constexpr auto noon = HistoryBuilder::noon;

const RawId somebody{{7}}, some_team{{8}};

ssd::Extract extract() {
    ssd::Extract all;
    all.run_on = day("2026-11-22");
    all.staff = {StaffId(somebody)};
    all.teams = {TeamId(some_team)};
    return all;
}

/// The builder leaves out ids that the census does not need.
ssd::RecordOfChild record(const HistoryBuilder& builder) {
    ssd::RecordOfChild made;
    made.history = builder.it;
    static IdSource ids = seeded_ids(5);
    PersonId child = made.history.child.id;
    for (Referral& each : made.history.referrals)
        each.child = child;
    for (AssessmentOfChild& each : made.history.assessments) {
        each.part.id = AssessmentChildId(ids());
        each.part.child = child;
    }
    for (NeedPlan& each : made.history.need_plans) {
        each.id = NeedPlanId(ids());
        each.child = child;
    }
    for (Section47Enquiry& each : made.history.enquiries)
        each.child = child;
    for (ConferenceOfChild& each : made.history.conferences) {
        each.part.id = Id<ConferenceChildTag>(ids());
        each.conference.id = ConferenceId(ids());
        each.part.child = child;
    }
    return made;
}

struct Dataset {
    std::map<std::string_view, std::vector<ssd::Row>> tables;
    std::size_t left_out = 0;

    const std::vector<ssd::Row>& of(std::string_view table) { return tables[table]; }
    /// The values of one column, NULL as "-".
    std::vector<std::string> column(std::string_view table, std::string_view name) {
        std::vector<std::string> values;
        for (const ssd::Row& row : tables[table])
            values.push_back(row.cell(name).value_or("-"));
        return values;
    }
    std::string only(std::string_view table, std::string_view name) {
        auto values = column(table, name);
        EXPECT_THAT(values, SizeIs(1)) << table;
        return values.empty() ? "no row" : values.front();
    }
};

Dataset built(const ssd::RecordOfChild& child, const ssd::Extract& of = extract()) {
    Dataset made;
    made.left_out =
        ssd::child_rows(child, of, [&](const ssd::Row& row) { made.tables[row.table().name].push_back(row); });
    return made;
}
Dataset built(const HistoryBuilder& builder) {
    return built(record(builder));
}

/// Keys are there and differ; references, as the specification has them, lead to rows that are there.
void expect_sound(Dataset& made) {
    for (const auto& [name, rows] : made.tables) {
        std::set<std::string> keys;
        for (const ssd::Row& row : rows) {
            std::string key;
            for (std::size_t i = 0; i < row.cells().size(); ++i) {
                const ssd::Column& column = row.table().columns[i];
                if (column.key == ssd::KeyPart::primary) {
                    ASSERT_TRUE(row.cells()[i]) << column.name;
                    key += *row.cells()[i] + "|";
                }
                if (column.refers_to.table.empty() || !row.cells()[i]) continue;
                if (column.refers_to.table == "ssd_professionals" || column.refers_to.table == "ssd_department")
                    continue;
                EXPECT_THAT(made.column(column.refers_to.table, column.refers_to.column),
                            testing::Contains(*row.cells()[i]))
                    << column.name;
            }
            EXPECT_TRUE(keys.insert(key).second) << name << " " << key;
        }
    }
}

HistoryBuilder through_it_all() {
    return HistoryBuilder()
        .referred("2026-01-05")
        .assessed("2026-01-06", "2026-02-20", {"16A", "3B", "no code"})
        .helped("2026-02-25", "2026-05-20")
        .enquired("2026-05-04")
        .endorsed("2026-05-12", AfterEnquiry::initial_conference)
        .conferred("2026-05-20")
        .protected_from("2026-05-20")
        .conferred("2026-08-12", ConferenceKind::review);
}

Place home(std::string text, std::string postcode, std::uint8_t id) {
    Place place;
    place.id = PlaceId(RawId{{9, id}});
    place.text = std::move(text);
    place.postcode = std::move(postcode);
    place.from = day("2020-01-01");
    return place;
}

}  // namespace

// ---- Scope ----------------------------------------------------------------------------------------------------------

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

// ---- People ---------------------------------------------------------------------------------------------------------

TEST(SafeguardingDatasetPerson, has_what_the_record_knows) {
    HistoryBuilder history = HistoryBuilder().referred("2026-05-06");
    history.it.child.local_number = "L123";
    history.it.child.former_pupil_number = "A012";
    Dataset made = built(history);
    EXPECT_EQ(made.only("ssd_person", "pers_person_id"), "L123");
    EXPECT_EQ(made.only("ssd_person", "pers_legacy_id"), "L123");
    EXPECT_EQ(made.only("ssd_person", "pers_sex"), "F");
    EXPECT_EQ(made.only("ssd_person", "pers_dob"), "2016-02-03 00:00:00.000");
    EXPECT_EQ(made.only("ssd_person", "pers_ethnicity"), "WBRI");
    EXPECT_EQ(made.only("ssd_person", "pers_is_mother"), "N");
    EXPECT_EQ(made.only("ssd_disability", "disa_disability_code"), "NONE");
    EXPECT_EQ(made.only("ssd_linked_identifiers", "link_identifier_value"), "A012");
}

TEST(SafeguardingDatasetPerson, is_unborn_without_a_date_of_birth) {
    HistoryBuilder history = HistoryBuilder().referred("2026-05-06");
    history.it.child.stage = Stage::unborn;
    history.it.child.date_of_birth.reset();
    history.it.child.expected_date = day("2026-12-24");
    history.it.child.ethnicity.clear();
    history.it.child.disabilities.clear();
    Dataset made = built(history);
    EXPECT_EQ(made.only("ssd_person", "pers_dob"), "-");
    EXPECT_EQ(made.only("ssd_person", "pers_expected_dob"), "2026-12-24 00:00:00.000");
    EXPECT_EQ(made.only("ssd_person", "pers_ethnicity"), "NOBT");
    EXPECT_THAT(made.of("ssd_disability"), IsEmpty());
}

TEST(SafeguardingDatasetPerson, never_has_an_nhs_number_that_nobody_traced) {
    HistoryBuilder history = HistoryBuilder().referred("2026-05-06");
    history.it.child.nhs_number = "9434765919";
    Dataset made = built(history);
    for (const ssd::Row& row : made.of("ssd_person"))
        EXPECT_THAT(row.cells(), Not(testing::Contains(ssd::Cell("9434765919"))));
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

TEST(SafeguardingDatasetPerson, has_a_key_of_its_own_where_two_people_have_one_number) {
    HistoryBuilder history = HistoryBuilder().referred("2026-05-06");
    history.it.child.local_number = "L123";
    ssd::Extract shared = extract();
    shared.shared_numbers = {"L123"};
    Dataset made = built(record(history), shared);
    EXPECT_THAT(made.only("ssd_person", "pers_person_id"), SizeIs(20));
    EXPECT_EQ(made.only("ssd_person", "pers_legacy_id"), "L123");
}

TEST(SafeguardingDatasetPerson, is_joined_to_a_mother_and_through_her_to_a_family) {
    ssd::RecordOfChild child = record(HistoryBuilder().referred("2026-05-06"));
    Person mother;
    mother.id = PersonId(RawId{{99}});
    mother.given_name = "Ngozi";
    mother.sex = Sex::female;
    child.mothers = {mother};
    child.relations.push_back({.id = Id<RelationTag>(RawId{{98}}),
                               .child = child.history.child.id,
                               .other = mother.id,
                               .kind = RelationKind::mother});
    ssd::Extract with_mother = extract();
    with_mother.mothers = {mother.id};
    Dataset made = built(child, with_mother);
    EXPECT_THAT(made.column("ssd_person", "pers_is_mother"), ElementsAre("N", "Y"));
    EXPECT_EQ(made.only("ssd_mother", "moth_childs_dob"), "2016-02-03 00:00:00.000");
    auto families = made.column("ssd_family", "fami_family_id");
    ASSERT_THAT(families, SizeIs(2));
    EXPECT_EQ(families[0], families[1]);
    expect_sound(made);
}

TEST(SafeguardingDatasetPerson, shares_a_family_with_a_brother_when_no_mother_is_known) {
    ssd::RecordOfChild child = record(HistoryBuilder().referred("2026-05-06"));
    child.history.child.id = PersonId(RawId{{42}});
    PersonId brother(RawId{{7}});
    child.relations.push_back({.child = child.history.child.id, .other = brother, .kind = RelationKind::sibling});
    EXPECT_EQ(built(child).only("ssd_family", "fami_family_id"), to_text(brother));
}

// ---- Places ---------------------------------------------------------------------------------------------------------

TEST(SafeguardingDatasetAddress, has_every_key_whatever_is_known) {
    ssd::RecordOfChild child = record(HistoryBuilder().referred("2026-05-06"));
    child.places = {home("14 Mill Lane\nEnborough", "EN4 5TT", 1), home("Moor Lane School", "EN4 1AA", 2)};
    child.places[1].kind = PlaceKind::school;
    Dataset made = built(child);
    EXPECT_EQ(made.only("ssd_address", "addr_address_json"),
              R"({"ROOM":"","FLOOR":"","FLAT":"","BUILDING":"","HOUSE":"","STREET":"14 Mill Lane Enborough",)"
              R"("TOWN":"","UPRN":"","EASTING":"","NORTHING":""})");
    EXPECT_EQ(made.only("ssd_address", "addr_address_postcode"), "EN45TT");
    EXPECT_EQ(made.only("ssd_address", "addr_address_start_date"), "2020-01-01 00:00:00.000");
    EXPECT_EQ(made.left_out, 0u);
}

TEST(SafeguardingDatasetAddress, is_left_out_where_it_or_one_like_it_must_stay_secret) {
    ssd::RecordOfChild child = record(HistoryBuilder().referred("2026-05-06"));
    Place secret = home("3 Quarry Cottages", "EN9 9QC", 1);
    child.places = {home("3, quarry cottages", "", 2), home("Quarry cottage three", "EN99QC", 3),
                    home("14 Mill Lane", "EN4 5TT", 4)};
    ssd::Extract hiding = extract();
    hiding.known_protected = ssd::place_keys(secret);
    std::ranges::sort(hiding.known_protected);
    Dataset made = built(child, hiding);
    EXPECT_EQ(made.only("ssd_address", "addr_address_postcode"), "EN45TT");
    EXPECT_EQ(made.left_out, 2u);
    hiding.protected_places = ssd::ProtectedPlaces::included;
    made = built(child, hiding);
    EXPECT_THAT(made.of("ssd_address"), SizeIs(3));
    EXPECT_EQ(made.left_out, 0u);
}

TEST(SafeguardingDatasetAddress, fits_its_column_however_long_it_is) {
    ssd::RecordOfChild child = record(HistoryBuilder().referred("2026-05-06"));
    std::string long_one;
    for (int i = 0; i < 1000; ++i)
        long_one += "é\"";
    child.places = {home(long_one, "EN4 5TT", 1)};
    EXPECT_LE(built(child).only("ssd_address", "addr_address_json").size(), 1000u);
}

// ---- Front door to assessment ---------------------------------------------------------------------------------------

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

// ---- Plans and protection -------------------------------------------------------------------------------------------

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

// ---- Who works with them --------------------------------------------------------------------------------------------

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

TEST(SafeguardingDatasetProfessional, has_a_caseload_of_the_last_30_september) {
    EXPECT_EQ(ssd::caseload_day(day("2026-11-22")), day("2026-09-30"));
    EXPECT_EQ(ssd::caseload_day(day("2026-09-30")), day("2025-09-30"));
    ssd::StaffMember member{{.id = StaffId(somebody), .name = "Ama Boateng", .role = Role::social_worker}, "North", 12};
    std::vector<ssd::Row> rows;
    ssd::professional_row(member, [&](const ssd::Row& row) { rows.push_back(row); });
    EXPECT_EQ(rows.at(0).cell("prof_professional_job_title"), "social worker");
    EXPECT_EQ(rows.at(0).cell("prof_professional_caseload"), "12");
    EXPECT_EQ(rows.at(0).cell("prof_staff_id"), std::nullopt);
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
