// A child's history as the daily API is told it.
#include "returns/dfe_api/payload.h"

#include <gtest/gtest.h>

#include "returns/dfe_api/schema.h"
#include "support/history_builder.h"

using namespace kith;
using namespace kith::returns::dfe_api;
using test::HistoryBuilder;

namespace {

const Window window = window_on(HistoryBuilder::day("2026-11-22"));

std::optional<boost::json::object> payload(const HistoryBuilder& history) {
    auto built = payload_of({history.it, "AB1 2CD"}, window);
    if (!built) return built;
    auto good = check_child(*built);
    EXPECT_TRUE(good) << good.error().sentence;
    return built;
}

std::string episodes(const HistoryBuilder& history) {
    auto built = payload(history);
    return built ? json_text(built->at("social_care_episodes")) : "";
}

std::string text_id(int number) {
    return "00000000-0000-0000-0000-00000000000" + std::to_string(number);
}

}  // namespace

TEST(Window, begins_on_1_April_of_the_year_that_holds_the_day_24_months_ago_and_ends_tomorrow) {
    EXPECT_EQ(iso(window.first), "2024-04-01");
    EXPECT_EQ(iso(window.last), "2026-11-23");
    EXPECT_EQ(iso(window_on(HistoryBuilder::day("2026-03-31")).first), "2023-04-01");
    EXPECT_EQ(iso(window_on(HistoryBuilder::day("2026-04-01")).first), "2024-04-01");
}

TEST(Payload, of_a_child_is_the_whole_story_by_its_own_ids) {
    HistoryBuilder child;
    child.referred("2026-05-06").assessed("2026-05-07", "2026-06-20", {"3B", "16A", "3B", "nonsense"});
    child.helped("2026-06-25", "2026-07-24").enquired("2026-07-06");
    child.endorsed("2026-07-14", core::AfterEnquiry::initial_conference).conferred("2026-07-24");
    child.protected_from("2026-07-24", "2026-10-16").closed("2026-11-09");
    auto built = payload(child);
    ASSERT_TRUE(built);
    EXPECT_EQ(json_text(built->at("child_details")),
              R"({"first_name":"Amara","date_of_birth":"2016-02-03","sex":"F","ethnicity":"WBRI",)"
              R"("disabilities":["NONE"],"postcode":"AB1 2CD","purge":false})");
    std::string told = episodes(child);
    for (const char* part :
         {R"("referral_date":"2026-05-06","referral_source":"2A","referral_no_further_action_flag":false,)"
          R"("closure_date":"2026-11-09","closure_reason":"RC7")",
          R"("start_date":"2026-05-07","authorisation_date":"2026-06-20","factors":["16A","3B"],"purge":false)",
          R"("start_date":"2026-06-25","end_date":"2026-07-24")",
          R"("start_date":"2026-07-06","icpc_required_flag":true,"icpc_date":"2026-07-24","end_date":"2026-07-14")",
          R"("start_date":"2026-07-24","end_date":"2026-10-16")"})
        EXPECT_NE(told.find(part), told.npos) << part << "\n" << told;
    EXPECT_NE(told.find(R"("social_care_episode_id":")" + text_id(2)), told.npos) << told;
}

TEST(Payload, leaves_absent_what_is_not_known_or_not_decided) {
    HistoryBuilder child;
    child.it.child = {.id = child.it.child.id, .given_name = "Baby", .stage = core::Stage::unborn};
    child.it.child.expected_date = HistoryBuilder::day("2027-02-01");
    child.referred("2026-05-06").assessed("2026-05-07").enquired("2026-05-08");
    EXPECT_EQ(json_text(payload(child)->at("child_details")),
              R"({"first_name":"Baby","expected_date_of_birth":"2027-02-01","sex":"U","ethnicity":"NOBT",)"
              R"("postcode":"AB1 2CD","purge":false})");
    std::string told = episodes(child);
    for (const char* absent : {"closure", "authorisation", "factors", "icpc", "end_date"})
        EXPECT_EQ(told.find(absent), told.npos) << absent;
    child.endorsed("2026-05-20", core::AfterEnquiry::child_in_need);
    EXPECT_NE(episodes(child).find(R"("icpc_required_flag":false)"), std::string::npos);
}

TEST(Payload, is_of_the_window_and_of_people_under_26_when_it_began) {
    EXPECT_EQ(episodes(HistoryBuilder().referred("2023-01-02").closed("2024-03-31")), "");
    EXPECT_NE(episodes(HistoryBuilder().referred("2023-01-02").closed("2024-04-01")), "");
    EXPECT_EQ(episodes(HistoryBuilder()), "") << "never referred";
    HistoryBuilder adult = HistoryBuilder().referred("2026-05-06");
    adult.it.child.date_of_birth = HistoryBuilder::day("1998-04-01");
    EXPECT_EQ(episodes(adult), "") << "26 on the first day";
    adult.it.child.date_of_birth = HistoryBuilder::day("1998-04-02");
    EXPECT_NE(episodes(adult), "");
}

TEST(Payload, of_a_referral_without_further_action_has_no_closure_and_no_work) {
    std::string told = episodes(HistoryBuilder().referred("2026-05-06", core::ReferralDecision::signpost));
    EXPECT_NE(told.find(R"("referral_no_further_action_flag":true)"), told.npos);
    EXPECT_EQ(told.find("closure"), told.npos);
}
