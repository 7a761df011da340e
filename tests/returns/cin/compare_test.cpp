#include "returns/cin/compare.h"

#include "returns/cin/report.h"
#include "returns/cin/support.h"

using namespace kith;
using namespace kith::test;

struct File {
    cin::Checked checked;
    cin::ChildrenByIdentifier children;
};

static File file(const std::string& xml) {
    File result;
    auto checked =
        cin::check_census(bytes_of(xml), {}, {}, [&](const cin::Child& child) { result.children.add(child); });
    EXPECT_TRUE(checked) << checked.error().why;
    result.checked = std::move(*checked);
    return result;
}

static cin::Comparison compared(const std::string& last, const std::string& now) {
    File a = file(last), b = file(now);
    return cin::compare(a.checked, a.children, b.checked, b.children);
}

static std::string moves(const cin::Comparison& comparison) {
    std::string text;
    for (const cin::Moved& moved : comparison.moved)
        text += std::string(moved.element) + " " + (moved.was ? iso(*moved.was) : "-") + " " +
                (moved.is ? iso(*moved.is) : "-") + "; ";
    return text;
}

/// The year after, as it should be: the episode and the plan still open, their dates the same, what ended left out.
static CensusBuilder a_year_on() {
    return CensusBuilder(2026).change(
        "Year=2027; ReferenceDate=2027-03-31; -Assessments; -CINPlanDates; -Section47; CPPreviewDate=2026-05-05");
}

TEST(Comparison, of_a_file_with_itself_is_empty) {
    std::string xml = CensusBuilder().xml();
    cin::Comparison same = compared(xml, xml);
    EXPECT_TRUE(same.dropped.empty() && same.gained.empty() && same.moved.empty() && same.counts.empty());
}

TEST(Comparison, of_two_years_that_fit_finds_nothing) {
    cin::Comparison fit = compared(CensusBuilder(2026).xml(), a_year_on().xml());
    EXPECT_TRUE(fit.dropped.empty() && fit.gained.empty());
    EXPECT_EQ(moves(fit), "");
}

TEST(Comparison, names_children_dropped_and_gained) {
    cin::Comparison two = compared(CensusBuilder(2026).xml(), a_year_on().change("LAchildID=C9").xml());
    ASSERT_EQ(two.dropped.size(), 1u);
    EXPECT_EQ(two.dropped[0].child, "C1");
    EXPECT_TRUE(two.dropped[0].was_open);
    EXPECT_EQ(two.gained, std::vector<std::string>{"C9"});
}

TEST(Comparison, does_not_miss_a_child_whose_case_was_closed) {
    std::string closed = CensusBuilder(2026)
                             .change(
                                 "+CINdetails:<CINclosureDate>2025-12-01</CINclosureDate>;"
                                 "+ChildProtectionPlans:<CPPendDate>2025-12-01</CPPendDate>")
                             .xml();
    cin::Comparison two = compared(closed, a_year_on().change("LAchildID=C9").xml());
    ASSERT_EQ(two.dropped.size(), 1u);
    EXPECT_FALSE(two.dropped[0].was_open);
}

TEST(Comparison, names_dates_that_moved_from_one_year_to_the_next) {
    cin::Comparison two = compared(
        CensusBuilder(2026).xml(),
        a_year_on().change("CINreferralDate=2025-05-09; PersonBirthDate=2016-05-11; CPPstartDate=2026-09-01").xml());
    EXPECT_EQ(
        moves(two),
        "PersonBirthDate 2016-05-10 2016-05-11; CINreferralDate 2025-05-06 2025-05-09; CPPstartDate 2025-07-10 -; ");
}

TEST(Comparison, of_two_files_of_one_year_names_every_difference) {
    cin::Comparison one = compared(
        CensusBuilder().xml(), CensusBuilder().change("AssessmentAuthorisationDate=2025-06-19; -CINPlanDates").xml());
    EXPECT_EQ(moves(one), "AssessmentAuthorisationDate 2025-06-20 2025-06-19; CINPlanStartDate 2025-06-23 -; ");
}

TEST(Comparison, does_not_call_a_birth_a_moved_date) {
    std::string unborn = CensusBuilder(2026)
                             .change("-PersonBirthDate; Sex=U; ChildIdentifiers/ExpectedPersonBirthDate=2026-04-20")
                             .xml();
    EXPECT_EQ(moves(compared(unborn, a_year_on().change("PersonBirthDate=2026-04-18").xml())), "");
}

TEST(Comparison, counts_each_rule_then_and_now) {
    cin::Comparison two = compared(CensusBuilder(2026).change("Ethnicity=X").xml(), a_year_on().change("Sex=X").xml());
    std::map<std::string, std::pair<std::size_t, std::size_t>> counts;
    for (const cin::RuleCount& count : two.counts)
        counts[std::string(count.rule->code)] = {count.was, count.is};
    EXPECT_EQ(counts["4220"], (std::pair<std::size_t, std::size_t>(1, 0)));
    EXPECT_EQ(counts["4180"], (std::pair<std::size_t, std::size_t>(0, 1)));
}
