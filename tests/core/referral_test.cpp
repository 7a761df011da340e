#include "core/referral.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::core;
using namespace std::chrono_literals;

namespace {

const Date monday = *parse_date("2026-03-02");
const Instant received = from_london(monday, 22h);
const Instant accepted = from_london(monday + std::chrono::days(1), 9h);
const Actor front_door{.id = StaffId(counting_ids(7)()), .name = "Front door", .role = Role::front_door};

AcceptReferral of(std::uint64_t child) {
    return {.id = ReferralId(counting_ids(child + 100)()),
            .child = PersonId(counting_ids(child)()),
            .contact = {},
            .received_at = received,
            .accepted_at = accepted,
            .source = ReferralSource::accident_and_emergency,
            .source_detail = "",
            .reason = "Mother very low after the birth",
            .need = PrimaryNeed::not_stated,
            .team = {}};
}

Referral a_referral() {
    return *accept_referral(of(1), {}, accepted);
}

}  // namespace

TEST(Referral, the_timescale_counts_from_when_it_was_received_and_screening_never_shifts_it) {
    Referral referral = a_referral();
    EXPECT_EQ(timescale_starts(referral), monday);
    std::string words = timescale_in_words(referral);
    EXPECT_NE(words.find("counts from Monday 2 March 2026, when this was received"), std::string::npos) << words;
    EXPECT_NE(words.find("Accepting it on 3 March 2026 does not move that"), std::string::npos) << words;
}

TEST(Referral, a_later_decision_alone_is_said_in_a_whole_sentence) {
    Referral referral = a_referral();
    referral.accepted_at = referral.received_at;
    referral.decided_at = accepted;
    std::string words = timescale_in_words(referral);
    EXPECT_NE(words.find("Deciding on it on 3 March 2026 does not move that."), std::string::npos) << words;
    EXPECT_EQ(words.find("Nor does"), std::string::npos) << words;
    referral.accepted_at = accepted;
    EXPECT_NE(timescale_in_words(referral).find("Nor does deciding on it on 3 March 2026."), std::string::npos);
}

TEST(Referral, a_child_with_an_open_referral_gets_no_second_one) {
    std::vector<Referral> existing{a_referral()};
    auto second = accept_referral(of(1), existing, accepted);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().because, Because::conflict);
    existing[0] = *close_referral(existing[0], monday + std::chrono::days(3));
    EXPECT_TRUE(accept_referral(of(1), existing, accepted));
}

TEST(Referral, cannot_be_accepted_before_it_was_received) {
    AcceptReferral command = of(1);
    command.accepted_at = received - 1min;
    EXPECT_EQ(accept_referral(command, {}, accepted).error().field, "accepted_at");
}

TEST(Referral, no_further_action_closes_it_and_assessment_opens_it) {
    auto none = decide_referral(
        a_referral(), {.decision = ReferralDecision::no_further_action, .reasons = "Met already", .service = ""},
        front_door, accepted);
    EXPECT_EQ(none->state, ReferralState::closed);
    EXPECT_EQ(none->closed_on, london_date(accepted));
    auto assess = decide_referral(a_referral(),
                                  {.decision = ReferralDecision::assessment, .reasons = "Needs support", .service = ""},
                                  front_door, accepted);
    EXPECT_EQ(assess->state, ReferralState::open);
    EXPECT_EQ(assess->decided_by, front_door.id);
}

TEST(Referral, an_ordinary_decision_takes_reasons_and_an_urgent_one_waits_for_nothing) {
    EXPECT_EQ(decide_referral(a_referral(), {.decision = ReferralDecision::assessment, .reasons = " ", .service = ""},
                              front_door, accepted)
                  .error()
                  .field,
              "reasons");
    EXPECT_TRUE(decide_referral(a_referral(),
                                {.decision = ReferralDecision::strategy_discussion, .reasons = "", .service = ""},
                                front_door, accepted));
}

TEST(Referral, a_service_is_pointed_to_by_name) {
    EXPECT_EQ(decide_referral(a_referral(), {.decision = ReferralDecision::signpost, .reasons = "Debt", .service = ""},
                              front_door, accepted)
                  .error()
                  .field,
              "service");
}

TEST(Referral, a_second_decision_is_refused_unless_it_protects) {
    Referral decided = *decide_referral(
        a_referral(), {.decision = ReferralDecision::assessment, .reasons = "Needs support", .service = ""}, front_door,
        accepted);
    auto again = decide_referral(
        decided, {.decision = ReferralDecision::no_further_action, .reasons = "Changed mind", .service = ""},
        front_door, accepted);
    EXPECT_EQ(again.error().because, Because::conflict);
    EXPECT_TRUE(decide_referral(decided,
                                {.decision = ReferralDecision::immediate_protection, .reasons = "", .service = ""},
                                front_door, accepted));
}

TEST(Referral, does_not_close_before_it_began_nor_twice) {
    EXPECT_EQ(close_referral(a_referral(), monday - std::chrono::days(1)).error().field, "closed_on");
    Referral closed = *close_referral(a_referral(), monday);
    EXPECT_EQ(close_referral(closed, monday).error().because, Because::conflict);
}

TEST(Referral, every_source_need_and_decision_has_words) {
    for (ReferralSource each : all_values<ReferralSource>())
        EXPECT_FALSE(says(each).empty()) << word(each);
    for (PrimaryNeed each : all_values<PrimaryNeed>())
        EXPECT_FALSE(says(each).empty()) << word(each);
    for (ReferralDecision each : all_values<ReferralDecision>())
        EXPECT_FALSE(says(each).empty()) << word(each);
}
