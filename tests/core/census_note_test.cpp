#include "core/census_note.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::core;

namespace {

struct CensusNotes : ::testing::Test {
    IdSource ids = counting_ids(1);
    Actor worker{.id = StaffId(ids()), .name = "Amina"};
    Actor analyst{.id = StaffId(ids()), .name = "Bo"};
    Instant now = from_london(*parse_date("2026-11-23"), std::chrono::hours(10));
    CensusNote written() {
        return *write_census_note({.rule = "8670Q", .about = "AssessmentActualStartDate 2026-05-05", .note = "Illness"},
                                  worker, now);
    }
};

TEST_F(CensusNotes, say_why_it_is_true) {
    EXPECT_EQ(write_census_note({.note = "  "}, worker, now).error().field, "note");
    EXPECT_EQ(written().written_by, worker.id);
    EXPECT_EQ(written().answer, CensusAnswer::waiting);
}

TEST_F(CensusNotes, are_answered_once_and_by_somebody_else) {
    EXPECT_EQ(answer_census_note(written(), {}, worker, now).error().because, Because::forbidden);
    auto accepted = answer_census_note(written(), {}, analyst, now);
    ASSERT_TRUE(accepted);
    EXPECT_EQ(accepted->version, 2);
    EXPECT_EQ(accepted->answered_by, analyst.id);
    EXPECT_EQ(answer_census_note(*accepted, {}, analyst, now).error().because, Because::conflict);
}

TEST_F(CensusNotes, that_ask_for_a_correction_say_what_is_not_right) {
    AnswerCensusNote command{CensusAnswer::please_correct, ""};
    EXPECT_EQ(answer_census_note(written(), command, analyst, now).error().field, "words");
    command.words = "Two assessments stand for one visit.";
    EXPECT_TRUE(answer_census_note(written(), command, analyst, now));
    EXPECT_EQ(answer_census_note(written(), {CensusAnswer::waiting, ""}, analyst, now).error().field, "answer");
}

}  // namespace
