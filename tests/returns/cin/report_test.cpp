#include "returns/cin/report.h"

#include <boost/json.hpp>
#include <cstdio>
#include <fstream>
#include <sstream>

#include "base/json.h"
#include "returns/cin/support.h"

using namespace kith;
using namespace kith::test;

static cin::Checked hostile() {
    return *check(
        CensusBuilder()
            .change("LAchildID==HYPERLINK(1)<script>alert(1)</script>\"'; Ethnicity=@SUM(A1)\t\\; -ReferralNFA;"
                    "+Child:<Nonsense/>")
            .xml());
}

TEST(TsvReport, escapes_what_would_break_a_row) {
    std::string row;
    for (const cin::Finding& finding : hostile().findings)
        if (finding.rule->code == "4220") cin::append_tsv(row, finding);
    EXPECT_NE(row.find("@SUM(A1)\\t\\\\\t"), std::string::npos) << row;
    EXPECT_EQ(std::count(row.begin(), row.end(), '\t'), 6);
    EXPECT_EQ(cin::tsv_heading(), "rule\tseverity\tchild\tmodule\telement\tvalue\tline\n");
}

TEST(CsvReport, says_what_is_wrong_in_words_and_has_no_formula) {
    std::string rows = cin::csv_heading();
    EXPECT_TRUE(rows.starts_with("\xEF\xBB\xBFRule,Kind,Child,"));
    for (const cin::Finding& finding : hostile().findings)
        cin::append_csv(rows, finding);
    EXPECT_NE(rows.find(",\"'=HYPERLINK(1)<script>alert(1)</script>\"\"'\","), std::string::npos) << rows;
    EXPECT_NE(rows.find("\"'@SUM(A1)\t\\\""), std::string::npos);
    EXPECT_NE(rows.find("ethnicity"), std::string::npos);
}

TEST(TextReport, explains_every_rule_that_fired_and_shows_no_control_characters) {
    cin::Checked checked = *check(CensusBuilder()
                                      .change("LAchildID=A\xC2\x9B"
                                              "31m")
                                      .xml());
    std::string text = cin::text_report({checked, "file.xml"});
    EXPECT_NE(text.find("may hold only letters and digits"), std::string::npos);
    EXPECT_EQ(text.find("\xC2\x9B"), std::string::npos);
    EXPECT_NE(text.find("1 error and 0 queries in 1 child"), std::string::npos) << text;
}

TEST(HtmlReport, escapes_everything_that_came_from_the_file) {
    cin::Checked checked = hostile();
    std::string html = cin::html_report({checked, "<b>.xml"});
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_EQ(html.find("<b>"), std::string::npos);
    EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos);
    EXPECT_EQ(html.find("http:"), std::string::npos);
    EXPECT_NE(html.find("id=\"r8568\""), std::string::npos);
}

TEST(HtmlReport, has_each_rule_and_each_child_in_words) {
    cin::Checked checked = *check(CensusBuilder(2027).change("CINreferralDate=2027-04-01").xml());
    std::string html = cin::html_report({checked, "file.xml"});
    EXPECT_NE(html.find("By rule"), std::string::npos);
    EXPECT_NE(html.find("By child"), std::string::npos);
    EXPECT_NE(html.find("referral date"), std::string::npos);
    EXPECT_NE(html.find("known only as of January 2026"), std::string::npos);
}

TEST(Report, counts_children_apart_from_places) {
    cin::Checked checked = *check(CensusBuilder(2026).change("PersonBirthDate=2030-01-01").xml());
    auto said = [&](std::string_view code) {
        for (const auto& [rule, places] : cin::rules_by_weight(checked))
            if (rule->code == code) return cin::children_and_places(checked, *rule, places);
        return std::string("nothing");
    };
    EXPECT_EQ(said("8606"), "1 child, at 2 places");
    EXPECT_EQ(said("8520"), "1 child, at one place");
    EXPECT_EQ(said("2888Q"), "nothing");
    EXPECT_NE(cin::html_report({checked, "file.xml"}).find("<summary>1 child, at 2 places</summary>"),
              std::string::npos);
}

TEST(JsonReport, is_json_with_every_finding) {
    cin::Checked checked = hostile();
    auto json = parse_json(cin::json_report({checked, "file.xml"}));
    ASSERT_TRUE(json) << json.error().sentence;
    EXPECT_EQ(json->at("findings").as_array().size(), checked.findings.size());
    EXPECT_EQ(json->at("findings").at(0).at("line").as_int64(), checked.findings[0].line);
    EXPECT_EQ(json->at("passed_over").at(0).at("element").as_string(), "Nonsense");
}

TEST(XlsxReport, is_a_workbook) {
    cin::Checked checked = hostile();
    std::string path = std::string(KITH_BINARY_DIR) + "/report_test.xlsx";
    cin::Comparison comparison;
    comparison.last_file = "last.xml";
    comparison.gained = {"=1+1"};
    ASSERT_TRUE(cin::write_xlsx({checked, "file.xml", &comparison}, path));
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    EXPECT_TRUE(bytes.str().starts_with("PK"));
    std::remove(path.c_str());
    EXPECT_FALSE(cin::write_xlsx({checked, "file.xml"}, "/no/such/folder/report.xlsx"));
}
