#include "core/pre_proceedings.h"

#include <gtest/gtest.h>

#include <algorithm>

using namespace kith;
using namespace kith::core;

namespace {

const Instant now = from_london(*parse_date("2026-11-22"), std::chrono::hours(12));
const Actor manager{.id = StaffId(RawId{{5}}), .name = "Priya", .role = Role::team_manager};

Date day(std::string_view iso) {
    return *parse_date(iso);
}

PreProceedings facts() {
    PreProceedings of;
    of.decided_on = day("2026-10-01");
    of.worries = "Nights.";
    of.alternatives = "An aunt, more help at home.";
    of.legal_advice = "Write first.";
    of.family_meeting_words = "They are thinking about it.";
    return of;
}

PreProceedings started() {
    return *start_pre_proceedings(facts(), {}, manager, now);
}

LetterBeforeProceedings letter() {
    return {.sent_on = day("2026-10-06"),
            .concerns = "Nights.",
            .help_given = "The hub.",
            .must_change = "Safe nights.",
            .lawyers = "The list, and legal aid.",
            .meeting_offered = Answer::yes};
}

template <class T>
std::string refused_at(const Result<T>& result) {
    if (result) return "";
    EXPECT_TRUE(result.error().sentence.ends_with('.')) << result.error().sentence;
    return result.error().field;
}

}  // namespace

TEST(PreProceedings, start_with_what_else_was_considered_and_the_familys_own_meeting) {
    PreProceedings of = started();
    EXPECT_EQ(of.state, PreProceedingsState::started);
    EXPECT_EQ(of.decided_by, manager.id);
    auto empty = start_pre_proceedings({.decided_on = day("2026-10-01")}, {}, manager, now);
    ASSERT_FALSE(empty);
    EXPECT_EQ(std::ranges::count(empty.error().sentence, '\n'), 4) << "all four are named at once";
    PreProceedings without = facts();
    without.alternatives = " ";
    EXPECT_EQ(refused_at(start_pre_proceedings(without, {}, manager, now)), "alternatives");
    without = facts();
    without.family_meeting = FamilyMeeting::not_in_best_interests;
    without.family_meeting_words = "";
    EXPECT_EQ(refused_at(start_pre_proceedings(without, {}, manager, now)), "family_meeting_words");
}

TEST(PreProceedings, are_open_once_for_a_child_and_never_start_tomorrow) {
    std::vector<PreProceedings> open{started()};
    EXPECT_FALSE(start_pre_proceedings(facts(), open, manager, now));
    open[0].state = PreProceedingsState::ended;
    EXPECT_TRUE(start_pre_proceedings(facts(), open, manager, now));
    PreProceedings tomorrow = facts();
    tomorrow.decided_on = day("2026-11-23");
    EXPECT_EQ(refused_at(start_pre_proceedings(tomorrow, {}, manager, now)), "decided_on");
}

TEST(PreProceedings, the_letter_says_what_worries_what_helped_what_must_change_and_how_to_get_a_lawyer) {
    auto sent = send_letter(started(), letter(), now);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->state, PreProceedingsState::active);
    EXPECT_EQ(sent->version, 2);
    auto without = letter();
    without.lawyers = "";
    EXPECT_EQ(refused_at(send_letter(started(), without, now)), "lawyers");
    without = letter();
    without.meeting_offered = Answer::not_known;
    EXPECT_EQ(refused_at(send_letter(started(), without, now)), "meeting_offered");
    without = letter();
    without.sent_on = day("2026-09-30");
    EXPECT_EQ(refused_at(send_letter(started(), without, now)), "sent_on") << "before they started";
}

TEST(PreProceedings, a_meeting_has_the_parents_words) {
    PreProceedingsMeeting meeting;
    meeting.held_on = day("2026-10-20");
    meeting.parents_view = "\"We want to.\"";
    meeting.agreed = "Nights.";
    ASSERT_TRUE(hold_meeting(started(), meeting, manager, now));
    EXPECT_EQ(hold_meeting(started(), meeting, manager, now)->recorded_by, manager.id);
    meeting.parents_view = "";
    EXPECT_EQ(refused_at(hold_meeting(started(), meeting, manager, now)), "parents_view");
}

TEST(PreProceedings, an_urgent_application_needs_no_letter_but_the_reason_why_there_was_none) {
    EndPreProceedings court{PreProceedingsEnd::care_proceedings, day("2026-10-02"), "He was left alone.", ""};
    EXPECT_EQ(refused_at(end_pre_proceedings(started(), court, manager.id, now)), "no_letter_why");
    court.no_letter_why = "There was no time: the order was needed that night.";
    auto ended = end_pre_proceedings(started(), court, manager.id, now);
    ASSERT_TRUE(ended);
    EXPECT_EQ(ended->state, PreProceedingsState::ended);
    EXPECT_FALSE(end_pre_proceedings(*ended, court, manager.id, now)) << "once";
    court.no_letter_why = "";
    EXPECT_TRUE(end_pre_proceedings(*send_letter(started(), letter(), now), court, manager.id, now));
    court.why = " ";
    EXPECT_EQ(refused_at(end_pre_proceedings(*send_letter(started(), letter(), now), court, manager.id, now)), "why");
}

TEST(PreProceedings, what_happens_to_the_child_ends_them_without_reasons) {
    auto ended = end_pre_proceedings(started(), {PreProceedingsEnd::died, day("2026-11-01"), "", ""}, {}, now);
    ASSERT_TRUE(ended);
    EXPECT_FALSE(is_decided(*ended->end));
}

TEST(PreProceedings, only_a_decision_to_go_to_court_has_steps_to_the_court) {
    PreProceedings sent = *send_letter(started(), letter(), now);
    CourtSteps steps{day("2026-11-10"), day("2026-11-11")};
    EXPECT_FALSE(record_court_steps(sent, steps, now));
    auto down =
        end_pre_proceedings(sent, {PreProceedingsEnd::stepped_down, day("2026-11-01"), "Better.", ""}, manager.id, now);
    EXPECT_FALSE(record_court_steps(*down, steps, now));
    auto court = end_pre_proceedings(sent, {PreProceedingsEnd::care_proceedings, day("2026-11-01"), "Worse.", ""},
                                     manager.id, now);
    auto applied = record_court_steps(*court, steps, now);
    ASSERT_TRUE(applied);
    EXPECT_EQ(applied->applied_on, day("2026-11-10"));
    steps.court_letter_on = day("2026-12-01");
    EXPECT_EQ(refused_at(record_court_steps(*court, steps, now)), "court_letter_on") << "still to come";
}
