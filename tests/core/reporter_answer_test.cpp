#include "core/reporter_answer.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace kith::core;
using namespace std::chrono_literals;

namespace {

const Instant received = from_london(Date(std::chrono::year{2026} / 11 / 23), 9h + 30min) + 40s;
const Actor duty_worker{.name = "Sam Field"};

Contact from(ReporterKind kind) {
    Contact contact;
    contact.reporter = kind;
    contact.reference = "K7M2-9QXD";
    contact.received_at = received;
    return contact;
}

AnswerReporter told(ReporterIsTold what) {
    return {.what = what, .who = "Asha", .how = HowTold::phone, .told_at = received + 1h, .said = "Thank you."};
}

}  // namespace

TEST(ReporterAnswer, may_be_in_the_minute_of_the_call_but_not_before_it_or_in_the_future) {
    AnswerReporter answer = told(ReporterIsTold::receipt);
    answer.told_at = received - 40s;  // "9:30", as people type it
    EXPECT_TRUE(answer_reporter(from(ReporterKind::professional), answer, duty_worker, received + 2h));
    answer.told_at = received - 2min;
    EXPECT_EQ(answer_reporter(from(ReporterKind::professional), answer, duty_worker, received + 2h).error().field,
              "told_at");
    answer.told_at = received + 3h;
    EXPECT_EQ(answer_reporter(from(ReporterKind::professional), answer, duty_worker, received + 2h).error().field,
              "told_at");
}

TEST(ReporterAnswer, the_outcome_is_for_professionals_and_families_who_asked_and_only_once_there_is_one) {
    for (ReporterKind kind : all_values<ReporterKind>()) {
        Contact contact = from(kind);
        EXPECT_FALSE(answer_reporter(contact, told(ReporterIsTold::outcome), duty_worker, received + 2h));
        contact.decision = ContactDecision::advice;
        bool only_receipted = kind == ReporterKind::relative || kind == ReporterKind::member_of_public;
        EXPECT_EQ(answer_reporter(contact, told(ReporterIsTold::outcome), duty_worker, received + 2h).has_value(),
                  !only_receipted)
            << says(kind);
    }
}

TEST(ReporterAnswer, a_letter_to_the_public_never_says_what_was_decided_about_whom_or_why) {
    Contact contact = from(ReporterKind::member_of_public);
    contact.decision = ContactDecision::referral;
    contact.decision_reasons = "Known since March";
    contact.told_reporter = "Typed by mistake";
    ContactChild child;
    child.given_name = "Amara";
    for (ReporterIsTold what : {ReporterIsTold::receipt, ReporterIsTold::outcome}) {
        std::string letter = letter_to_reporter(contact, std::vector{child}, what, "Alderbrook", "01632 960 100");
        for (const char* kept : {"Amara", "referral", "March", "mistake"})
            EXPECT_EQ(letter.find(kept), std::string::npos) << kept;
        EXPECT_NE(letter.find("K7M2-9QXD"), std::string::npos);
    }
}

TEST(ReporterAnswer, a_letter_to_a_professional_says_the_decision_and_never_the_reasons) {
    Contact contact = from(ReporterKind::professional);
    contact.decision = ContactDecision::early_help;
    contact.decision_reasons = "Known since March";
    std::string letter = letter_to_reporter(contact, {}, ReporterIsTold::outcome, "Alderbrook", "01632 960 100");
    EXPECT_NE(letter.find("Early help"), std::string::npos);
    EXPECT_EQ(letter.find("March"), std::string::npos);
}

TEST(ReporterAnswer, says_why_when_nobody_can_be_told) {
    AnswerReporter answer{.what = ReporterIsTold::not_possible, .told_at = received + 1h};
    EXPECT_EQ(answer_reporter(from(ReporterKind::professional), answer, duty_worker, received + 2h).error().field,
              "said");
    answer.said = "Rang off without a number.";
    EXPECT_TRUE(answer_reporter(from(ReporterKind::professional), answer, duty_worker, received + 2h));
}
