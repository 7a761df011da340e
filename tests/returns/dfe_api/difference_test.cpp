// What is sent leaves the receiver with what we hold: for any two states, however often a message is repeated, and
// after a message of which nobody knows what became.
#include "returns/dfe_api/difference.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "returns/dfe_api/payload.h"
#include "returns/dfe_api/schema.h"
#include "support/dfe_receiver.h"

using namespace kith;
using namespace kith::returns::dfe_api;
using boost::json::object;
using List = boost::json::array;

namespace {

constexpr int most_steps = 3;

object item(std::string_view id_name, int id) {
    object made{{id_name, "item-" + std::to_string(id)}, {"purge", false}};
    for (const char* name : {"start_date", "end_date"})
        if (*rc::gen::arbitrary<bool>()) made[name] = "2026-05-0" + std::to_string(*rc::gen::inRange(1, 4));
    return made;
}

List items(std::string_view list) {
    List made;
    for (int id = 0; id < 4; ++id)
        if (*rc::gen::arbitrary<bool>()) made.push_back(item(id_of_items(list), id));
    return made;
}

List codes() {
    List made;
    for (const char* code : {"1A", "2B", "3C"})
        if (*rc::gen::arbitrary<bool>()) made.push_back(code);
    return made;
}

void put(object& to, std::string_view name, List list) {
    if (!list.empty()) to[name] = std::move(list);
}

object episode(int id) {
    object made{{"social_care_episode_id", "episode-" + std::to_string(id)}, {"purge", false}};
    if (*rc::gen::arbitrary<bool>()) made["closure_date"] = "2026-06-01";
    if (*rc::gen::arbitrary<bool>()) made["referral_source"] = *rc::gen::element<std::string>("1A", "2B");
    for (const char* list : {"child_in_need_plans", "child_protection_plans"})
        put(made, list, items(list));
    List assessments = items("child_and_family_assessments");
    for (auto& each : assessments) {
        each.as_object().erase("end_date");
        put(each.as_object(), "factors", codes());
    }
    put(made, "child_and_family_assessments", std::move(assessments));
    return made;
}

std::optional<object> state() {
    if (*rc::gen::inRange(0, 6) == 0) return std::nullopt;
    object details{{"sex", *rc::gen::element<std::string>("F", "M")}, {"purge", false}};
    if (*rc::gen::arbitrary<bool>()) details["postcode"] = *rc::gen::element<std::string>("AB1 2CD", "AB1 3EF");
    put(details, "disabilities", codes());
    object made{{"la_child_id", *rc::gen::element<std::string>("A1", "A1", "A1", "B2")},
                {"mis_child_id", "mis"},
                {"purge", false},
                {"child_details", std::move(details)}};
    List episodes;
    for (int id = 0; id < 3; ++id)
        if (*rc::gen::arbitrary<bool>()) episodes.push_back(episode(id));
    put(made, "social_care_episodes", std::move(episodes));
    return made;
}

tests::Held held_of(const std::optional<object>& state) {
    tests::Held held;
    if (state) tests::merge(held, *state);
    return held;
}

/// Sends step after step until nothing is left, each as often as `times` says.
std::optional<object> settle(tests::Held& held, std::optional<object> accepted, const std::optional<object>& current,
                             std::optional<object> in_doubt, int times = 1) {
    for (int i = 0; i < most_steps; ++i) {
        auto step = next_step(accepted, current, in_doubt);
        if (!step) return accepted;
        RC_ASSERT(check_child(step->message).has_value());
        for (int again = 0; again < times; ++again)
            tests::merge(held, step->message);
        accepted = step->after;
        in_doubt.reset();
    }
    RC_ASSERT(!next_step(accepted, current));
    return accepted;
}

}  // namespace

TEST(Difference, of_any_states_leaves_the_receiver_with_the_last_one_also_when_sent_twice) {
    EXPECT_TRUE(rc::check([] {
        tests::Held held;
        std::optional<object> accepted;
        for (int change = 0; change < 4; ++change) {
            std::optional<object> current = state();
            accepted = settle(held, accepted, current, {}, *rc::gen::inRange(1, 3));
            RC_ASSERT(accepted == current);
            RC_ASSERT(held == held_of(current));
        }
    }));
}

TEST(Difference, after_a_message_that_may_or_may_not_have_arrived_leaves_the_receiver_with_the_last_state) {
    EXPECT_TRUE(rc::check([] {
        std::optional<object> accepted = state(), meant = state(), current = state();
        auto lost = next_step(accepted, meant);
        RC_PRE(lost.has_value());
        tests::Held held = held_of(accepted);
        if (*rc::gen::arbitrary<bool>()) tests::merge(held, lost->message);
        settle(held, accepted, current, lost->message);
        RC_ASSERT(held == held_of(current));
    }));
}

TEST(Difference, sends_the_ids_the_details_and_only_what_differs) {
    object before{
        {"la_child_id", "A1"},
        {"mis_child_id", "mis"},
        {"purge", false},
        {"child_details", object{{"sex", "F"}, {"purge", false}}},
        {"social_care_episodes", List{object{{"social_care_episode_id", "e"},
                                             {"referral_date", "2026-05-06"},
                                             {"child_in_need_plans", List{object{{"child_in_need_plan_id", "p"}}}},
                                             {"purge", false}}}}};
    object now = before;
    object& episode = now["social_care_episodes"].as_array()[0].as_object();
    episode["closure_date"] = "2026-09-01";
    episode.erase("child_in_need_plans");
    auto step = next_step(before, now);
    ASSERT_TRUE(step);
    EXPECT_EQ(json_text(step->message),
              R"({"la_child_id":"A1","mis_child_id":"mis","child_details":{"sex":"F","purge":false},)"
              R"("social_care_episodes":[{"closure_date":"2026-09-01",)"
              R"("child_in_need_plans":[{"child_in_need_plan_id":"p","purge":true}],"social_care_episode_id":"e"}]})");
    EXPECT_EQ(step->after, now);
    EXPECT_EQ(json_text(next_step(before, std::nullopt)->message),
              R"({"la_child_id":"A1","mis_child_id":"mis","purge":true})");
}

TEST(Content, is_the_same_whatever_the_ids_and_the_order_and_another_for_another_fact) {
    auto read = [](std::string_view text) { return parse_json(text)->as_object(); };
    auto one = content_of(read(R"({"la_child_id":"A","a_list":[{"x_id":"1","d":"1"},{"x_id":"2","d":"2"}]})"));
    EXPECT_EQ(one, content_of(read(R"({"a_list":[{"d":"2","x_id":"7"},{"d":"1"}],"la_child_id":"A","purge":false})")));
    EXPECT_NE(one, content_of(read(R"({"la_child_id":"A","a_list":[{"d":"1"},{"d":"1"}]})")));
    EXPECT_NE(one, content_of(read(R"({"la_child_id":"B","a_list":[{"d":"1"},{"d":"2"}]})")));
}
