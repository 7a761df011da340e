// The schema refuses what the receiver would refuse, and says where.
#include "returns/dfe_api/schema.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::returns::dfe_api;

namespace {

std::string said_of(std::string_view child) {
    auto checked = check_child(*parse_json(child));
    return checked ? "" : checked.error().sentence;
}

std::string with(std::string_view members) {
    return R"({"la_child_id":"A1",)" + std::string(members) + "}";
}

std::string in_episode(std::string_view members) {
    return with(R"("social_care_episodes":[{"social_care_episode_id":"e-1",)" + std::string(members) + "}]");
}

}  // namespace

TEST(Schema, takes_a_child_with_everything_and_a_child_to_forget) {
    EXPECT_EQ(said_of(R"({"la_child_id":"A1","mis_child_id":"6f1c1f0e-8a53","purge":true})"), "");
    EXPECT_EQ(said_of(in_episode(
                  R"("referral_date":"2026-05-06","referral_source":"1A","referral_no_further_action_flag":false,
                  "closure_date":"2026-06-01","closure_reason":"RC8","care_worker_details":[{"worker_id":"SW1",
                  "start_date":"2026-05-06","end_date":"2026-05-07"}],"child_and_family_assessments":[{
                  "child_and_family_assessment_id":"a","start_date":"2026-05-06","authorisation_date":"2026-05-30",
                  "factors":["1A","2B"],"purge":false}],"section_47_assessments":[{"section_47_assessment_id":"s",
                  "icpc_required_flag":true,"icpc_date":"2026-05-20"}],"adoption":{"matched_date":"2026-05-06"},
                  "care_leavers":{"activity":"F1","accommodation":"B"},"child_looked_after_placements":[{
                  "child_looked_after_placement_id":"p","start_reason":"S","placement_type":"U1","end_reason":"X1"}])")),
              "");
    EXPECT_EQ(said_of(with(R"("health_and_wellbeing":{"sdq_assessments":[{"date":"2026-05-06","score":12}]})")), "");
}

TEST(Schema, names_the_place_of_what_it_refuses) {
    EXPECT_EQ(said_of("{}"), "la_child_id: missing.");
    EXPECT_EQ(said_of(R"({"la_child_id":"A-1"})"), "la_child_id: holds more than letters and digits.");
    EXPECT_EQ(said_of(R"({"la_child_id":"A12345678901234567890"})"), "la_child_id: longer than 20 characters.");
    EXPECT_EQ(said_of(with(R"("name":"Ann")")), "name: not in the schema.");
    EXPECT_EQ(said_of(with(R"("mis_child_id":"a b")")), "mis_child_id: holds more than letters, digits, - and _.");
    EXPECT_EQ(said_of(with(R"("child_details":{"sex":"FM"})")), "child_details.sex: longer than 1 characters.");
    EXPECT_EQ(said_of(with(R"("child_details":{"sex":null})")), "child_details.sex: not a text.");
    EXPECT_EQ(said_of(with(R"("child_details":{"surname":""})")), "child_details.surname: empty.");
    EXPECT_EQ(said_of(with(R"("child_details":{"unique_pupil_number":"B80120000500"})")),
              "child_details.unique_pupil_number: shorter than 13 characters.");
    EXPECT_EQ(said_of(with(R"("child_details":{"date_of_birth":"2026-02-30"})")),
              "child_details.date_of_birth: not a date like 2026-11-22.");
    EXPECT_EQ(said_of(with(R"("child_details":{"disabilities":["AUT","AUT"]})")),
              "child_details.disabilities: a code stands twice.");
    EXPECT_EQ(said_of(with(R"("purge":"true")")), "purge: not true or false.");
    EXPECT_EQ(said_of(with(R"("social_care_episodes":[{"referral_date":"2026-05-06"}])")),
              "social_care_episodes[0].social_care_episode_id: missing.");
    EXPECT_EQ(said_of(in_episode(R"("child_protection_plans":[{"child_protection_plan_id":"p","category":"NEG"}])")),
              "social_care_episodes[0].child_protection_plans[0].category: not in the schema.");
}

TEST(Schema, takes_1_to_100_children_and_counts_codes) {
    auto message = [](std::size_t children) {
        boost::json::array list(children, boost::json::object{{"la_child_id", "A1"}});
        return check_message(list).has_value();
    };
    EXPECT_FALSE(message(0));
    EXPECT_TRUE(message(1));
    EXPECT_TRUE(message(100));
    EXPECT_FALSE(message(101));
    std::string factors = R"("x")";
    for (int i = 0; i < 40; ++i)
        factors += ",\"" + std::to_string(i) + '"';
    std::string start = R"("child_and_family_assessments":[{"child_and_family_assessment_id":"a","factors":[)";
    EXPECT_EQ(said_of(in_episode(start + factors + "]}]")), "");
    EXPECT_EQ(said_of(in_episode(start + factors + ",\"y\"]}]")),
              "social_care_episodes[0].child_and_family_assessments[0].factors: more than 41 codes.");
    auto second = check_message(*parse_json(R"([{"la_child_id":"A1"},{"la_child_id":"?"}])"));
    EXPECT_EQ(second.error().sentence, "[1] la_child_id: holds more than letters and digits.");
}
