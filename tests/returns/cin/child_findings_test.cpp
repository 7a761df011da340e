// What people are told of a child while they record.
#include "returns/cin/child_findings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/history_builder.h"

using namespace kith;
using namespace kith::core;
using namespace kith::returns;
using kith::test::HistoryBuilder;

namespace {

std::vector<cin::ChildFinding> on(const HistoryBuilder& history, std::string_view today) {
    const WorkingDays calendar = WorkingDays::england_and_wales();
    Date day = *parse_date(today);
    cin::CensusYear year = cin::census_year_on(day);
    return cin::child_findings(history.it, cin::build_child(history.it, year, calendar), year, day, calendar);
}

const cin::ChildFinding* find(const std::vector<cin::ChildFinding>& findings, std::string_view code) {
    for (const cin::ChildFinding& each : findings)
        if (each.rule->code == code) return &each;
    return nullptr;
}

TEST(ChildFindings, do_not_call_an_assessment_late_before_it_is) {
    auto history = HistoryBuilder().referred("2026-05-06").assessed("2026-05-06");
    EXPECT_FALSE(find(on(history, "2026-05-07"), "8670Q"));
    EXPECT_FALSE(find(on(history, "2026-07-09"), "8670Q")) << "45 working days, 25 May between";
    EXPECT_TRUE(find(on(history, "2026-07-13"), "8670Q"));
}

TEST(ChildFindings, ask_about_no_birth_before_the_baby_is_due) {
    HistoryBuilder history;
    history.it.child.stage = Stage::unborn;
    history.it.child.date_of_birth = std::nullopt;
    history.it.child.expected_date = parse_date("2026-12-30");
    history.referred("2026-09-08");
    EXPECT_FALSE(find(on(history, "2026-11-22"), "8530Q")) << "due in five weeks";
    EXPECT_FALSE(find(on(history, "2027-01-29"), "8530Q"));
    EXPECT_TRUE(find(on(history, "2027-01-30"), "8530Q")) << "long past";
    history.it.child.expected_date = parse_date("2028-01-30");
    EXPECT_TRUE(find(on(history, "2026-11-22"), "8530Q")) << "further away than a pregnancy lasts";
}

TEST(ChildFindings, say_what_stands_there_and_where_it_is_recorded) {
    auto history = HistoryBuilder().referred("2026-05-06").enquired("2026-05-08").endorsed("2026-05-14");
    history.protected_from("2026-05-28");
    auto findings = on(history, "2026-06-01");
    const cin::ChildFinding* found = nullptr;
    for (const cin::ChildFinding& each : findings)
        if (each.rule->explain.starts_with("This plan starts on a day with no conference")) found = &each;
    ASSERT_TRUE(found);
    EXPECT_EQ(found->kind, RecordKind::child_protection_plan);
    EXPECT_EQ(found->record, RawId(history.it.protection_plans[0].plan.id));
    EXPECT_THAT(found->about, testing::HasSubstr("CPPstartDate 2026-05-28"));
    EXPECT_THAT(cin::about_in_words(found->about), testing::HasSubstr("child protection plan start 28 May 2026"));
}

TEST(ChildFindings, tell_one_enquiry_from_the_next) {
    auto history = HistoryBuilder().referred("2026-05-06").enquired("2026-05-08");
    auto findings = on(history, "2026-05-12");
    ASSERT_TRUE(find(findings, "2991Q"));
    EXPECT_EQ(cin::about_in_words(find(findings, "2991Q")->about), "section 47 enquiry 8 May 2026");
    auto later = on(history.enquired("2026-06-02"), "2026-06-03");
    EXPECT_NE(find(findings, "2991Q")->about, find(later, "2991Q")->about);
}

TEST(ChildFindings, name_a_rule_once_however_much_it_finds) {
    HistoryBuilder history;
    history.it.child.disabilities = {};
    auto findings =
        on(history.referred("2026-05-06").assessed("2026-05-06").closed("2026-06-01").referred("2026-07-01"),
           "2026-07-02");
    std::vector<std::string_view> codes;
    for (const cin::ChildFinding& each : findings)
        codes.push_back(each.rule->code);
    auto unique = codes;
    std::ranges::sort(unique);
    EXPECT_EQ(std::ranges::unique(unique).begin(), unique.end());
    ASSERT_TRUE(find(findings, "8540"));
    EXPECT_EQ(find(findings, "8540")->kind, RecordKind::person) << "recorded with the child";
}

TEST(ChildFindings, of_a_child_out_of_scope_are_none) {
    EXPECT_TRUE(on(HistoryBuilder(), "2026-05-06").empty());
}

TEST(ChildFindings, belong_to_the_year_that_begins_in_april) {
    EXPECT_EQ(cin::census_year_on(*parse_date("2026-03-31")).year, 2026);
    EXPECT_EQ(cin::census_year_on(*parse_date("2026-04-01")).year, 2027);
}

TEST(ChildFindings, are_read_by_people) {
    EXPECT_EQ(cin::about_in_words("CINreferralDate 2026-05-05; CINclosureDate -"),
              "referral date 5 May 2026; closure date not recorded");
    EXPECT_EQ(cin::about_in_words("ReferralNFA 0; NumberOfPreviousCPP 0"),
              "no further action no; number of previous plans 0");
    EXPECT_EQ(cin::about_in_words(""), "");
}

TEST(RuleSentences, never_ask_for_a_true_date_to_be_changed) {
    const char* never[] = {
        "change the date", "change this date", "change the start", "change the end", "amend",
        "alter",           "move the date",    "backdate",         "adjust",         "correct the date"};
    for (const cin::Rule* rule : cin::all_rules()) {
        std::string sentence(rule->explain);
        for (char& c : sentence)
            c = static_cast<char>(std::tolower(c));
        for (const char* words : never)
            EXPECT_EQ(sentence.find(words), std::string::npos) << rule->code << ": " << rule->explain;
        EXPECT_FALSE(sentence.empty()) << rule->code;
    }
}

}  // namespace
