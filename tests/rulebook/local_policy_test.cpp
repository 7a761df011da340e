#include "rulebook/local_policy.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "rulebook/england/england.h"

using namespace kith;
using namespace kith::core;
using namespace kith::rulebook;
using testing::HasSubstr;

static PolicyResult read(std::string_view toml) {
    return read_local_policy(toml, england());
}

static std::string head(std::string_view rest) {
    return "authority = \"Northmoor\"\nfrom = 2026-12-01\n" + std::string(rest);
}

// The one sentence that a policy with this timescale line is refused with.
static std::string refused(std::string_view line) {
    auto result = read(head("[timescales]\n" + std::string(line)));
    EXPECT_FALSE(result) << line;
    if (result) return "";
    EXPECT_EQ(result.error().size(), 1u);
    return result.error()[0].sentence;
}

TEST(LocalPolicy, sets_what_the_law_leaves_to_it) {
    auto policy =
        read(head("bank_holidays = [2027-05-10]\n[timescales]\nvisit_child_on_protection_plan = \"5 working "
                  "days\"\nhold_core_group = \"4 weeks\"\nshare_conference_reports = \"3 working days before\""));
    ASSERT_TRUE(policy);
    EXPECT_EQ(policy->authority, "Northmoor");
    EXPECT_EQ(policy->bank_holidays.size(), 1u);
    const Clock& visit = *clock_in_force(england(), Duty::visit_child_on_protection_plan, policy->from);
    EXPECT_EQ(limit_for(visit, policy->from, *policy), working_days(5));
    EXPECT_EQ(limit_for(visit, policy->from - std::chrono::days(1), *policy), working_days(10));
}

TEST(LocalPolicy, has_one_canonical_text_whatever_its_order_and_spacing) {
    auto one = read(head("[timescales]\nhold_core_group = \"4 weeks\"\nreview_assessment = \"8 working days\""));
    auto other = read(
        "from=2026-12-01\nauthority='Northmoor' # ours\ntimescales = {review_assessment = \"8 working "
        "days\", hold_core_group = \"4 weeks\"}");
    ASSERT_TRUE(one && other);
    EXPECT_EQ(one->canonical, other->canonical);
    EXPECT_EQ(one->canonical, R"({"authority":"Northmoor","from":"2026-12-01","bank_holidays":[],"timescales":)"
                              R"({"hold_core_group":"4 weeks","review_assessment":"8 working days"}})");
}

TEST(LocalPolicy, says_how_many_agencies_a_conference_needs) {
    auto policy = read(head("conference_quorum = 4"));
    ASSERT_TRUE(policy);
    EXPECT_EQ(policy->conference_quorum, 4);
    EXPECT_THAT(policy->canonical, HasSubstr(R"("conference_quorum":4)"));
    EXPECT_FALSE(read(head("conference_quorum = 1")));
    EXPECT_FALSE(read(head("conference_quorum = \"three\"")));
    EXPECT_FALSE(read(head(""))->conference_quorum);
}

TEST(LocalPolicy, says_how_the_court_is_reached_out_of_hours) {
    auto policy = read(head("court_out_of_hours = \"The duty legal adviser, 01632 960 442\""));
    ASSERT_TRUE(policy);
    EXPECT_EQ(policy->court_out_of_hours, "The duty legal adviser, 01632 960 442");
    EXPECT_THAT(policy->canonical, HasSubstr(R"("court_out_of_hours":"The duty legal adviser, 01632 960 442")"));
    EXPECT_FALSE(read(head("court_out_of_hours = 1632")));
    EXPECT_FALSE(read(head("court_out_of_hours = \"\"")));
}

TEST(LocalPolicy, supplies_the_helplines_that_letters_name) {
    auto policy = read(head("[helplines]\n\"Hill Street hub\" = \"01632 960 901\"\nChildline = \"01632 960 900\""));
    ASSERT_TRUE(policy);
    EXPECT_EQ(policy->helplines.size(), 2u);
    EXPECT_EQ(policy->helplines.front().first, "Childline") << "in one order, however it was written";
    EXPECT_THAT(policy->canonical, HasSubstr(R"("helplines":{"Childline":"01632 960 900",)"));
    EXPECT_FALSE(read(head("[helplines]\nChildline = 800")));
    EXPECT_FALSE(read(head("[helplines]\nChildline = \"\"")));
    EXPECT_FALSE(read(head("helplines = \"0808\"")));
}

TEST(LocalPolicy, may_be_stricter_than_the_law_and_never_longer) {
    EXPECT_TRUE(read(head("[timescales]\ncomplete_assessment = \"40 working days\"")));
    EXPECT_EQ(refused("complete_assessment = \"46 working days\""),
              "complete_assessment may be stricter than 45 working days but not longer: write \"45 working days\" or "
              "less, or leave the line out.");
    EXPECT_THAT(refused("hold_first_review_conference = \"12 weeks\""), HasSubstr("write it like \"3 months\""));
    EXPECT_THAT(refused("complete_section47_enquiry = \"16 working days\""), HasSubstr("15 working days"));
    EXPECT_TRUE(read(head("[timescales]\ncomplete_section47_enquiry = \"12 working days\"")));
}

TEST(LocalPolicy, cannot_touch_what_an_act_fixes) {
    EXPECT_EQ(
        refused("end_police_protection = \"48 hours\""),
        "end_police_protection is 72 hours by law (Children Act 1989, section 46(6)) and cannot be set: leave the "
        "line out.");
}

TEST(LocalPolicy, a_misspelt_key_is_named_with_the_likely_one) {
    EXPECT_EQ(refused("hold_core_groups = \"4 weeks\""),
              "There is no timescale hold_core_groups. Did you mean hold_core_group?");
    EXPECT_THAT(refused("zzz = \"4 weeks\""), HasSubstr("rulebook print"));
}

TEST(LocalPolicy, a_length_that_cannot_be_read_or_does_not_fit_is_shown_how_to_be_written) {
    for (const char* line : {"hold_core_group = 4", "hold_core_group = \"four weeks\"", "hold_core_group = \"4weeks\"",
                             "hold_core_group = \"-4 weeks\"", "hold_core_group = \"4 fortnights\"",
                             "hold_core_group = \"99999999999 weeks\""})
        EXPECT_THAT(refused(line), HasSubstr("such as \"6 weeks\"")) << line;
    EXPECT_THAT(refused("hold_core_group = \"0 weeks\""), HasSubstr("between 1 and 999"));
    EXPECT_THAT(refused("hold_core_group = \"24 hours\""), HasSubstr("not counted in hours"));
    EXPECT_THAT(refused("hold_core_group = \"2 weeks before\""), HasSubstr("counted on from"));
    EXPECT_THAT(refused("share_conference_reports = \"3 working days\""), HasSubstr("counted back from"));
}

TEST(LocalPolicy, tells_every_fault_at_once) {
    auto result = read(
        "authority = 7\nfrom = \"2026-12-01\"\nextra = 1\nbank_holidays = [2027-05-09, \"x\"]\n"
        "[timescales]\nnothing = \"1 week\"");
    ASSERT_FALSE(result);
    std::vector<std::string> keys;
    for (const Refusal& fault : result.error()) {
        keys.push_back(fault.field);
        EXPECT_EQ(fault.sentence.find_last_of(".?"), fault.sentence.size() - 1) << fault.sentence;
    }
    EXPECT_EQ(keys,
              (std::vector<std::string>{"authority", "from", "bank_holidays", "bank_holidays", "nothing", "extra"}));
}

TEST(LocalPolicy, what_is_not_toml_names_its_line) {
    auto result = read("authority = \"Northmoor\"\nfrom = = 3");
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error()[0].sentence, HasSubstr("Line 2"));
    EXPECT_FALSE(read(""));
    EXPECT_FALSE(read("from = 2026-02-31\nauthority = \"x\""));
    EXPECT_FALSE(read(head("from = 2026-12-02"))) << "a key given twice";
}

TEST(ParseLimit, reads_what_words_writes) {
    EXPECT_TRUE(rc::check([] {
        Limit limit{*rc::gen::inRange(1, 999),
                    *rc::gen::element(Unit::working_days, Unit::weeks, Unit::months, Unit::hours,
                                      Unit::days_counting_the_first),
                    *rc::gen::element(Direction::onward, Direction::back)};
        RC_ASSERT(parse_limit(words(limit)) == limit);
    }));
}

TEST(LocalPolicy, no_bytes_make_it_fall_over) {
    EXPECT_TRUE(rc::check([](const std::string& bytes) { (void)read(bytes); }));
    auto marks = rc::gen::container<std::string>(rc::gen::elementOf(std::string("ab=\"'[]{}.,#\n\r\t 01_-\\\xc3\xa9")));
    EXPECT_TRUE(rc::check([marks] { (void)read(*marks); }));
}

TEST(LocalPolicy, what_would_break_the_toml_library_is_refused_before_it) {
    for (const char* text : {"[=", "é = 1", "a = é", "a = \"\"\"x\ny\"\"\" é = 1", "a = '''é'''", "a = \"\\\"\" é",
                             "\xff", "a = \"\x01\""}) {
        auto result = read(text);
        ASSERT_FALSE(result) << text;
        EXPECT_THAT(result.error()[0].sentence, HasSubstr("cannot be read as TOML")) << text;
    }
    auto welsh = read("\ufeffauthority = \"Ynys Môn\" # café\r\nfrom = 2026-12-01\r\n");
    ASSERT_TRUE(welsh);
    EXPECT_EQ(welsh->authority, "Ynys Môn");
}
