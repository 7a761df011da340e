#include "core/telling.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::core;
using namespace std::chrono_literals;

namespace {

const Date today = *parse_date("2026-03-04");
const Instant now = from_london(today, 11h);
const Actor worker{.id = StaffId(counting_ids(11)()), .name = "Amina", .role = Role::social_worker};
const Actor manager{.id = StaffId(counting_ids(20)()), .name = "Manager", .role = Role::team_manager};
const Actor head{.id = StaffId(counting_ids(21)()), .name = "Head", .role = Role::head_of_service};

DecideShowing not_yet(NotTellingReason reason) {
    return {.showing = Showing::not_yet,
            .reason = reason,
            .reason_in_words = "He has threatened to take her abroad",
            .legal_advice = "",
            .review_on = today + std::chrono::days(7)};
}

RecordTold handed_over() {
    return {.state = TellingState::given,
            .at = now - 1h,
            .how = HowTold::in_person,
            .by = worker.id,
            .format = "",
            .talk_through = "Read it together; she agrees with most of it",
            .talk_through_missing = "",
            .left_out = ""};
}

}  // namespace

TEST(Telling, a_worker_records_what_was_given_how_when_and_by_whom) {
    Telling given = *record_told({}, handed_over(), worker, now);
    EXPECT_EQ(given.state, TellingState::given);
    EXPECT_EQ(given.told_at, now - 1h);
    EXPECT_EQ(given.recorded_at, now);
    EXPECT_FALSE(is_open(given));
}

TEST(Telling, a_written_copy_takes_the_conversation_about_it_or_why_there_was_none) {
    RecordTold command = handed_over();
    command.talk_through = "";
    EXPECT_EQ(record_told({}, command, worker, now).error().field, "talk_through");
    command.talk_through_missing = "She asked for it by post first";
    EXPECT_TRUE(record_told({}, command, worker, now));
}

TEST(Telling, nobody_records_it_before_it_happens) {
    RecordTold command = handed_over();
    command.at = now + 1min;
    EXPECT_EQ(record_told({}, command, worker, now).error().field, "told_at");
}

TEST(Telling, not_telling_yet_is_a_managers_decision_with_a_reason_and_a_review_date) {
    EXPECT_EQ(decide_showing({}, not_yet(NotTellingReason::flight), worker, now).error().because, Because::forbidden);
    Telling held = *decide_showing({}, not_yet(NotTellingReason::flight), manager, now);
    EXPECT_EQ(held.state, TellingState::not_telling_yet);
    EXPECT_EQ(held.decided_by, manager.id);

    DecideShowing no_reason = not_yet(NotTellingReason::flight);
    no_reason.reason.reset();
    EXPECT_EQ(decide_showing({}, no_reason, manager, now).error().field, "reason");
    DecideShowing no_date = not_yet(NotTellingReason::flight);
    no_date.review_on = today;
    EXPECT_EQ(decide_showing({}, no_date, manager, now).error().field, "review_on");
}

TEST(Telling, only_the_head_of_service_decides_for_another_reason) {
    EXPECT_FALSE(decide_showing({}, not_yet(NotTellingReason::other), manager, now));
    EXPECT_TRUE(decide_showing({}, not_yet(NotTellingReason::other), head, now));
}

TEST(Telling, a_review_date_that_passes_only_reminds) {
    Telling held = *decide_showing({}, not_yet(NotTellingReason::risk_to_child), manager, now);
    EXPECT_FALSE(review_is_due(held, today));
    EXPECT_TRUE(review_is_due(held, today + std::chrono::days(7)));
    EXPECT_TRUE(review_is_due(held, today + std::chrono::days(700)));
    EXPECT_EQ(held.state, TellingState::not_telling_yet);
    EXPECT_FALSE(may_send(held, Answer::no));
}

TEST(Telling, while_undecided_nothing_is_sent_where_domestic_abuse_is_known_or_not_ruled_out) {
    EXPECT_TRUE(may_send({}, Answer::no));
    EXPECT_FALSE(may_send({}, Answer::yes));
    EXPECT_FALSE(may_send({}, Answer::not_known));
    Telling shared = *decide_showing({}, {.showing = Showing::share}, manager, now);
    EXPECT_TRUE(may_send(shared, Answer::yes));
}

TEST(Telling, what_was_told_against_a_decision_is_recorded_as_it_happened_and_shows) {
    Telling held = *decide_showing({}, not_yet(NotTellingReason::flight), manager, now);
    Telling told = *record_told(held, handed_over(), worker, now);
    EXPECT_TRUE(told_against_decision(told));
    EXPECT_FALSE(told_against_decision(*record_told({}, handed_over(), worker, now)));
}

TEST(Telling, what_was_given_cannot_be_decided_away_afterwards) {
    Telling given = *record_told({}, handed_over(), worker, now);
    EXPECT_EQ(decide_showing(given, not_yet(NotTellingReason::flight), manager, now).error().because,
              Because::conflict);
}

TEST(Telling, parts_left_out_are_named) {
    RecordTold command = handed_over();
    command.state = TellingState::given_in_part;
    EXPECT_EQ(record_told({}, command, worker, now).error().field, "left_out");
}

TEST(Telling, a_lost_pregnancy_stops_what_is_owed_and_keeps_what_was_told) {
    EXPECT_EQ(no_longer_owed({}).state, TellingState::no_longer_owed);
    EXPECT_EQ(no_longer_owed(*record_told({}, handed_over(), worker, now)).state, TellingState::given);
    EXPECT_FALSE(record_told(no_longer_owed({}), handed_over(), worker, now));
}

TEST(Telling, every_word_of_it_can_be_read_out) {
    for (Owed each : all_values<Owed>())
        EXPECT_FALSE(says(each).empty()) << word(each);
    for (NotTellingReason each : all_values<NotTellingReason>())
        EXPECT_FALSE(says(each).empty()) << word(each);
    for (HowTold each : all_values<HowTold>())
        EXPECT_FALSE(says(each).empty()) << word(each);
}
