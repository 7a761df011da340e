#include "returns/cin/rule.h"

#include "returns/cin/rules/examples.h"
#include "returns/cin/support.h"

using namespace kith;
using namespace kith::test;

TEST(Rules, no_rule_of_any_year_objects_to_the_clean_census) {
    for (int year = 2023; year <= 2027; ++year) {
        auto checked = check(CensusBuilder(year).xml());
        ASSERT_TRUE(checked) << checked.error().why;
        EXPECT_EQ(rules_found(*checked), std::set<std::string>()) << year;
        EXPECT_EQ(checked->basis.year, year);
    }
}

TEST(Rules, every_example_does_what_it_says) {
    for (const Example& example : examples()) {
        auto checked = check(CensusBuilder(example.year).change(example.change).xml());
        ASSERT_TRUE(checked) << example.rule << ": " << example.change << ": " << checked.error().why;
        bool fired = rules_found(*checked).contains(example.rule);
        EXPECT_EQ(fired, example.verdict == fires) << example.rule << ", " << example.year << ": " << example.change;
        if (fired && *example.flagged) {
            EXPECT_EQ(flagged_by(*checked, example.rule), example.flagged) << example.change;
        }
    }
}

static bool has_example(const cin::Rule& rule, Verdict verdict) {
    for (const Example& example : examples())
        if (example.rule == rule.code && example.verdict == verdict && rule.in_force(example.year)) return true;
    return false;
}

TEST(Rules, every_row_has_an_example_that_fires_and_one_that_does_not) {
    for (const cin::Rule* rule : cin::all_rules()) {
        EXPECT_TRUE(has_example(*rule, fires)) << rule->code << " from " << rule->from << " never fires in an example";
        EXPECT_TRUE(has_example(*rule, silent))
            << rule->code << " from " << rule->from << " is never silent in an example";
    }
}

TEST(Rules, examples_name_rules_that_exist_in_their_year) {
    for (const Example& example : examples()) {
        if (example.verdict == silent) continue;
        auto rules = cin::rules_of(example.year);
        EXPECT_TRUE(std::any_of(rules.begin(), rules.end(), [&](auto* rule) { return rule->code == example.rule; }))
            << example.rule << " " << example.year;
    }
}

TEST(Rules, every_row_is_whole) {
    for (const cin::Rule* rule : cin::all_rules()) {
        int checks = (rule->child != nullptr) + (rule->episode != nullptr) + (rule->assessment != nullptr) +
                     (rule->cin_plan != nullptr) + (rule->enquiry != nullptr) + (rule->protection_plan != nullptr) +
                     (rule->pre_proceedings != nullptr) + (rule->header != nullptr) + (rule->whole != nullptr) +
                     (rule->unique != nullptr);
        EXPECT_EQ(checks, 1) << rule->code;
        EXPECT_FALSE(rule->fields.empty()) << rule->code;
        EXPECT_TRUE(rule->says.ends_with('.')) << rule->code;
        EXPECT_TRUE(rule->explain.ends_with('.') || rule->explain.ends_with('?')) << rule->code;
        EXPECT_LE(rule->from, rule->until) << rule->code;
    }
}

TEST(Rules, flagged_elements_are_those_that_the_row_names) {
    std::map<std::string, std::set<std::string>> named{{"Format", {"any"}}, {"Repeated", {"any"}}};
    for (const cin::Rule* rule : cin::all_rules()) {
        std::string_view rest = rule->fields;
        while (!rest.empty()) {
            std::size_t space = std::min(rest.find(' '), rest.size());
            named[std::string(rule->code)].emplace(rest.substr(0, space));
            rest.remove_prefix(std::min(space + 1, rest.size()));
        }
    }
    for (const Example& example : examples()) {
        auto checked = check(CensusBuilder(example.year).change(example.change).xml());
        for (const cin::Finding& finding : checked->findings) {
            const std::set<std::string>& fields = named[std::string(finding.rule->code)];
            EXPECT_TRUE(fields.contains(finding.element) || fields.contains("any"))
                << finding.rule->code << " flags " << finding.element;
        }
    }
}

TEST(RuleSets, have_the_number_of_rules_that_the_specifications_have) {
    EXPECT_EQ(cin::rules_of(2023).size(), 105u);
    EXPECT_EQ(cin::rules_of(2024).size(), 105u);
    EXPECT_EQ(cin::rules_of(2025).size(), 109u);
    EXPECT_EQ(cin::rules_of(2026).size(), 109u);
    EXPECT_EQ(cin::rules_of(2027).size(), 121u);
}

TEST(RuleSets, of_years_before_2023_are_that_of_2022_23_and_later_ones_the_newest) {
    EXPECT_EQ(cin::rules_of(2019), cin::rules_of(2023));
    EXPECT_EQ(cin::rules_of(2031), cin::rules_of(2027));
}

TEST(RuleSets, name_no_code_twice) {
    for (int year = 2023; year <= 2027; ++year) {
        std::set<std::string_view> codes;
        for (const cin::Rule* rule : cin::rules_of(year))
            EXPECT_TRUE(codes.insert(rule->code).second) << rule->code << " " << year;
    }
}

TEST(RuleSets, differ_as_the_specification_says) {
    auto changes = [](int since, int year) {
        std::string text;
        for (const cin::RuleChange& change : cin::rules_changed(since, year))
            text += std::string(change.now ? change.now->code : change.was->code) + (change.was ? "~ " : "+ ");
        return text;
    };
    EXPECT_EQ(changes(2023, 2024), "1530~ ");
    EXPECT_EQ(changes(2024, 2025), "2886Q~ 1570+ 1580+ 4180~ 8750~ 8770Q~ 8945Q+ 8950Q+ ");
    EXPECT_EQ(changes(2025, 2026), "");
    EXPECT_EQ(changes(2026, 2027), "8995Q+ 9000Q+ 9005+ 9006+ 9007+ 9008+ 9009+ 9010Q+ 9011+ 9012+ 9013+ 9015Q+ ");
}

TEST(RuleSets, of_2026_27_are_marked_as_known_only_as_of_january) {
    for (const cin::Rule* rule : cin::rules_of(2027))
        EXPECT_EQ(rule->provisional(), rule->code == "8995Q" || rule->code.starts_with('9')) << rule->code;
}

TEST(Window, has_the_thresholds_of_the_specification) {
    auto calendar = WorkingDays::england_and_wales();
    struct Year {
        const char *reference, *eve, *assessments, *conferences;
    };
    for (const Year& year : {Year{"2025-03-31", "2024-03-28", "2025-01-27", "2025-03-10"},
                             Year{"2026-03-31", "2025-03-31", "2026-01-27", "2026-03-10"},
                             Year{"2027-03-31", "2026-03-31", "2027-01-25", "2027-03-08"}}) {
        cin::Window window = cin::window_of(parse_date(year.reference), calendar, cin::Counting::whole_days);
        EXPECT_EQ(iso(*window.eve), year.eve);
        EXPECT_EQ(iso(*window.assessments_due), year.assessments);
        EXPECT_EQ(iso(*window.conferences_due), year.conferences);
    }
}

TEST(Window, can_count_as_the_public_validator_does) {
    auto calendar = WorkingDays::england_and_wales();
    cin::Window window = cin::window_of(parse_date("2027-03-31"), calendar, cin::Counting::public_validator);
    EXPECT_EQ(iso(*window.assessments_due), "2027-01-26");
    EXPECT_EQ(iso(*window.conferences_due), "2027-03-09");
}

TEST(Window, is_empty_without_a_reference_date) {
    cin::Window window = cin::window_of({}, WorkingDays::england_and_wales(), cin::Counting::whole_days);
    EXPECT_FALSE(window.holds(parse_date("2026-01-01")));
    EXPECT_FALSE(window.excludes(parse_date("2026-01-01")));
}
