#include "returns/cin/validate.h"

#include <regex>

#include "returns/cin/report.h"
#include "returns/cin/support.h"

using namespace kith;
using namespace kith::test;

static cin::Finding only(const cin::Checked& checked, std::string_view rule) {
    for (const cin::Finding& finding : checked.findings)
        if (finding.rule->code == rule) return finding;
    ADD_FAILURE() << rule << " was not found";
    return {};
}

TEST(Checker, names_child_module_element_value_and_line) {
    std::string xml =
        "<Message><Header><CollectionDetails><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate>"
        "</CollectionDetails></Header>\n<Children>\n<Child>\n<ChildIdentifiers>\n<LAchildID>K7</LAchildID>\n"
        "</ChildIdentifiers>\n<CINdetails>\n<CINreferralDate>2026-04-01</CINreferralDate>\n</CINdetails>\n"
        "</Child>\n</Children>\n</Message>\n";
    auto checked = check(xml);
    ASSERT_TRUE(checked);
    std::string rows;
    cin::append_tsv(rows, only(*checked, "8600"));
    cin::append_tsv(rows, only(*checked, "8568"));
    cin::append_tsv(rows, only(*checked, "2887Q"));
    EXPECT_EQ(rows,
              "8600\tError\tK7\tCINdetails\tCINreferralDate\t2026-04-01\t8\n"
              "8568\tError\tK7\tCINdetails\tReferralNFA\t\t7\n"
              "2887Q\tQuery\t-\t-\t-\t\t1\n");
}

TEST(Checker, writes_a_dash_for_a_nameless_child) {
    auto checked = check(CensusBuilder().change("-LAchildID; -Ethnicity").xml());
    std::string row;
    cin::append_tsv(row, only(*checked, "4220"));
    EXPECT_TRUE(row.starts_with("4220\tError\t-\tChildCharacteristics\tEthnicity\t\t")) << row;
}

TEST(Checker, takes_the_window_from_the_header_and_only_the_rules_from_the_year_asked_for) {
    std::string xml = CensusBuilder(2024).change("CINreferralDate=2024-04-01").xml();
    auto by_header = check(xml), by_year = check(xml, {.rules_year = 2026});
    EXPECT_EQ(by_header->basis.year, 2024);
    EXPECT_EQ(by_year->basis.year, 2026);
    EXPECT_EQ(iso(*by_year->basis.window.end), "2024-03-31");
    EXPECT_TRUE(rules_found(*by_year).contains("8600"));
    EXPECT_FALSE(rules_found(*by_year).contains("100"));
    EXPECT_EQ(flagged_by(*by_year, "4180"), "Sex");
    EXPECT_FALSE(rules_found(*by_header).contains("4180"));
}

TEST(Checker, checks_a_file_of_an_older_year_by_the_oldest_rules) {
    auto checked = check(CensusBuilder(2021).xml());
    EXPECT_EQ(checked->basis.year, 2023);
    EXPECT_TRUE(checked->basis.by_nearest);
    EXPECT_EQ(rules_found(*checked), std::set<std::string>());
}

TEST(Checker, says_that_the_rules_of_2026_27_are_provisional) {
    EXPECT_TRUE(check(CensusBuilder(2027).xml())->basis.provisional);
    EXPECT_FALSE(check(CensusBuilder(2026).xml())->basis.provisional);
}

TEST(Checker, uses_the_reference_date_where_the_year_is_missing) {
    EXPECT_EQ(check(CensusBuilder(2025).change("-Year").xml())->basis.year, 2025);
}

TEST(Checker, uses_the_newest_rules_where_the_header_names_no_year_and_rule_100_says_so) {
    std::string neither = CensusBuilder().change("-Year; -ReferenceDate").xml();
    std::string no_header = std::regex_replace(neither, std::regex("<Header>[^]*</Header>"), "");
    for (const std::string& xml : {neither, no_header}) {
        auto checked = check(xml);
        ASSERT_TRUE(checked);
        EXPECT_EQ(checked->basis.year, 2027);
        EXPECT_TRUE(checked->basis.by_newest);
        EXPECT_TRUE(rules_found(*checked).contains("100"));
        EXPECT_EQ(check(xml, {.rules_year = 2026})->basis.year, 2026);
        EXPECT_FALSE(check(xml, {.rules_year = 2026})->basis.by_newest);
    }
}

TEST(Checker, refuses_a_header_after_the_children_because_nothing_could_be_compared_with_it) {
    std::string header, rest = CensusBuilder().xml();
    header = rest.substr(rest.find("<Header>"), rest.find("</Header>") + 9 - rest.find("<Header>"));
    rest.erase(rest.find(header), header.size());
    rest.insert(rest.find("</Message>"), header);
    EXPECT_FALSE(check(rest));
}

TEST(Checker, compares_nothing_with_a_year_that_is_not_known) {
    auto checked = check(CensusBuilder().change("-ReferenceDate; CINreferralDate=2031-01-01").xml());
    EXPECT_TRUE(rules_found(*checked).contains("100"));
    EXPECT_FALSE(rules_found(*checked).contains("8600"));
}

TEST(Checker, reports_what_cannot_be_read_with_its_line) {
    auto checked = check(CensusBuilder().change("PersonBirthDate=10/05/2016; ICPCnotRequired=no").xml());
    EXPECT_EQ(flagged_by(*checked, "Format"), "ICPCnotRequired PersonBirthDate");
    EXPECT_EQ(only(*checked, "Format").value, "10/05/2016");
    EXPECT_EQ(checked->errors, times_found(*checked, "Format"));
}

TEST(Checker, leaves_an_unreadable_value_to_the_rule_that_the_specification_has_for_it) {
    auto checked = check(CensusBuilder().change("ReferralNFA=no; NumberOfPreviousCPP=some; ReferenceDate=x").xml());
    EXPECT_FALSE(rules_found(*checked).contains("Format"));
    auto rules = rules_found(*checked);
    EXPECT_TRUE(rules.contains("8568") && rules.contains("8730") && rules.contains("100"));
}

TEST(Checker, reports_elements_that_stand_twice) {
    auto checked = check(CensusBuilder().change("+CINdetails:<ReferralSource>7</ReferralSource>").xml());
    EXPECT_EQ(flagged_by(*checked, "Repeated"), "ReferralSource");
    checked = check(CensusBuilder().change("+CollectionDetails:<Year>2025</Year>").xml());
    EXPECT_EQ(flagged_by(*checked, "Repeated"), "Year");
    EXPECT_EQ(only(*checked, "Repeated").child, "");
}

TEST(Checker, names_every_child_that_shares_an_identifier_once) {
    auto checked =
        check(CensusBuilder().change("*Child; *Child; *Child; Child#3/LAchildID=C2; Child#4/LAchildID=C2").xml());
    std::multiset<std::string> children;
    std::set<cin::Line> lines;
    for (const cin::Finding& finding : checked->findings)
        if (finding.rule->code == "8510") {
            children.insert(finding.child);
            lines.insert(finding.line);
        }
    EXPECT_EQ(children, (std::multiset<std::string>{"C1", "C1", "C2", "C2"}));
    EXPECT_EQ(lines.size(), 4u);
    children.clear();
    for (const cin::Finding& finding : checked->findings)
        if (finding.rule->code == "1520") children.insert(finding.child);
    EXPECT_EQ(children, (std::multiset<std::string>{"C1", "C1", "C2", "C2"}));
}

TEST(Checker, flags_an_element_once_however_many_others_contradict_it) {
    auto checked = check(CensusBuilder().change("*CINPlanDates; *CINPlanDates").xml());
    EXPECT_EQ(times_found(*checked, "4014"), 6u);
}

TEST(Checker, flags_only_the_open_episodes) {
    auto checked = check(CensusBuilder()
                             .change("*CINdetails; CINdetails#2/CINreferralDate=2025-08-01; *CINdetails;"
                                     "+CINdetails:<CINclosureDate>2025-06-01</CINclosureDate>")
                             .xml());
    EXPECT_EQ(times_found(*checked, "8815"), 2u);
}

TEST(Checker, is_content_with_a_return_of_no_children_but_for_disability) {
    auto checked = check(CensusBuilder().change("-Child").xml());
    EXPECT_EQ(rules_found(*checked), (std::set<std::string>{"2887Q", "2888Q"}));
}

TEST(Checker, counts_unknown_sex_against_two_in_a_hundred) {
    std::string change = "Sex=U;";
    for (int i = 0; i < 48; ++i)
        change += "*Child; Child#2/Sex=F; Child#2/LAchildID=K" + std::to_string(i) + ";";
    EXPECT_TRUE(rules_found(*check(CensusBuilder().change(change).xml())).contains("2886Q"));
    change += "*Child#2; Child#2/LAchildID=K";
    EXPECT_FALSE(rules_found(*check(CensusBuilder().change(change).xml())).contains("2886Q"));
}

TEST(Repeats, remember_every_text_and_where_it_stood_first) {
    cin::Repeats repeats;
    for (int i = 0; i < 5000; ++i)
        EXPECT_FALSE(repeats.seen_before("text" + std::to_string(i), "child" + std::to_string(i), cin::Line(i)));
    for (int i = 0; i < 5000; i += 7) {
        auto first = repeats.seen_before("text" + std::to_string(i), "other", 9999);
        ASSERT_TRUE(first);
        EXPECT_EQ(first->child, "child" + std::to_string(i));
        EXPECT_EQ(first->line, cin::Line(i));
        EXPECT_FALSE(first->told);
        EXPECT_TRUE(repeats.seen_before("text" + std::to_string(i), "other", 9999)->told);
    }
}
