#include "documents/letter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cctype>

#include "base/text.h"

namespace kith::documents {
namespace {

using namespace core;
using testing::HasSubstr;
using testing::Not;

Envelope to_grace() {
    return {.to = "Grace Okafor",
            .to_the_child = false,
            .child = "Amara",
            .authority = "Alderbrook",
            .phone = "01632 960100",
            .out_of_hours_phone = "01632 960199",
            .worker = "Dana Whitlock",
            .worker_phone = "01632 960101",
            .by_when = *parse_date("2026-12-21"),
            .helplines = {"Family Rights Group: advice. Ring 0808 801 0366."}};
}

AssessmentLetter assessed() {
    AssessmentLetter about;
    about.assessment.purpose = "A nurse was worried.";
    about.assessment.strengths = "They love each other.";
    about.assessment.difficulties = "Nobody sleeps.";
    about.assessment.signed_off_at = from_london(*parse_date("2026-12-07"), std::chrono::hours(10));
    about.child.voice = "I want it to be quiet.";
    about.child.analysis = "Help now is likely to be enough.";
    about.child.outcome = AssessmentOutcome::child_in_need;
    about.own_account = "I am so tired.";
    about.decided_by = "Priya Nair";
    return about;
}

ConferenceLetter decided() {
    ConferenceLetter about;
    about.kind = LetterKind::conference_decision;
    about.conference.starts_at = from_london(*parse_date("2026-12-14"), std::chrono::hours(10));
    about.conference.decided_at = about.conference.starts_at;
    about.child.decision = ConferenceDecision::plan_made;
    about.child.category = AbuseCategory::neglect;
    about.child.review_on = *parse_date("2027-03-12");
    about.child.threshold = "She was alone at night.";
    about.chair = "Ruth Adeyemi";
    return about;
}

PreProceedingsLetter thinking_of_a_court() {
    PreProceedingsLetter about;
    about.pre_proceedings.decided_on = *parse_date("2026-12-01");
    about.pre_proceedings.concerns = "Nights are not safe.";
    about.pre_proceedings.meeting_offered = Answer::yes;
    about.decided_by = "Priya Nair";
    return about;
}

std::vector<std::string> headings(const Letter& letter) {
    std::vector<std::string> all;
    for (const LetterSection& section : letter.sections)
        all.push_back(section.heading);
    return all;
}

std::string text_of(const Letter& letter) {
    std::string text;
    for (const LetterSection& section : letter.sections)
        for (const std::string& paragraph : section.paragraphs)
            text += paragraph + "\n";
    return text;
}

std::vector<Letter> every_letter(const Envelope& envelope) {
    ConferenceLetter invited = decided(), minutes = decided();
    invited.kind = LetterKind::conference_invitation;
    minutes.kind = LetterKind::conference_minutes;
    return {letter(envelope, assessed()), letter(envelope, invited),         letter(envelope, decided()),
            letter(envelope, minutes),    letter(envelope, ClosingLetter{}), letter(envelope, thinking_of_a_court())};
}

TEST(Letter, answers_the_same_questions_whatever_it_is_about) {
    for (const Letter& each : every_letter(to_grace())) {
        SCOPED_TRACE(each.title);
        auto has = headings(each);
        for (const char* asked :
             {"Why we write", "What happens next", "By when", "If you do not agree", "Who can help"})
            EXPECT_THAT(has, testing::Contains(asked));
        EXPECT_THAT(has, testing::Contains(testing::StartsWith("Who decide")));
        EXPECT_THAT(text_of(each), HasSubstr("Dana Whitlock"));
        EXPECT_THAT(text_of(each), HasSubstr("01632 960199"));
        EXPECT_THAT(text_of(each), HasSubstr("999"));
        EXPECT_THAT(text_of(each), HasSubstr("Ring 0808 801 0366.")) << "somebody who is not from the council";
    }
}

TEST(Letter, says_not_known_and_never_leaves_a_blank) {
    Envelope nothing;
    nothing.child = "Amara";
    ConferenceLetter invited, undecided;
    undecided.kind = LetterKind::conference_decision;
    for (const Letter& each : {letter(nothing, AssessmentLetter{}), letter(nothing, invited),
                               letter(nothing, undecided), letter(nothing, ClosingLetter{})}) {
        SCOPED_TRACE(each.title);
        EXPECT_THAT(text_of(each), HasSubstr("ot known"));
        for (const LetterSection& section : each.sections) {
            EXPECT_FALSE(section.paragraphs.empty()) << section.heading;
            for (const std::string& paragraph : section.paragraphs) {
                EXPECT_THAT(paragraph, Not(HasSubstr("  "))) << section.heading;
                EXPECT_THAT(paragraph, Not(testing::EndsWith(": "))) << section.heading;
                EXPECT_THAT(paragraph, Not(HasSubstr(": ."))) << section.heading;
            }
        }
    }
}

TEST(Letter, of_minutes_holds_what_is_about_all_and_about_this_child_alone) {
    ConferenceLetter minutes = decided();
    minutes.kind = LetterKind::conference_minutes;
    minutes.about_one_child = false;
    minutes.conference.minutes = "Everybody was heard.";
    minutes.child.minutes = "Amara sleeps badly.";
    std::string text = text_of(letter(to_grace(), minutes));
    EXPECT_THAT(text, HasSubstr("Everybody was heard."));
    EXPECT_THAT(text, HasSubstr("Amara sleeps badly."));
    EXPECT_THAT(text, HasSubstr("in their own copies"));
}

TEST(Letter, shows_what_the_child_said_only_where_that_was_decided_and_never_another_parents_account) {
    EXPECT_THAT(text_of(letter(to_grace(), assessed())), Not(HasSubstr("I want it to be quiet.")));
    EXPECT_THAT(text_of(letter(to_grace(), assessed())), HasSubstr("I am so tired."));
    AssessmentLetter shared = assessed();
    shared.shows_the_voice = true;
    EXPECT_THAT(text_of(letter(to_grace(), shared)), HasSubstr("I want it to be quiet."));
    Envelope to_amara = to_grace();
    to_amara.to_the_child = true;
    EXPECT_THAT(text_of(letter(to_amara, assessed())), HasSubstr("What you told us: I want it to be quiet."));
    EXPECT_THAT(text_of(letter(to_amara, assessed())), Not(HasSubstr("I am so tired.")));
}

TEST(Letter, does_not_speak_of_what_an_unborn_baby_said) {
    Envelope unborn = to_grace();
    unborn.child = "the baby";
    unborn.unborn = true;
    for (const Letter& each : every_letter(unborn)) {
        EXPECT_THAT(text_of(each), Not(HasSubstr("the baby told"))) << each.title;
        EXPECT_THAT(text_of(each), Not(HasSubstr("the baby thinks"))) << each.title;
    }
}

TEST(Letter, loses_what_must_stay_private_however_it_is_spelt) {
    ClosingLetter closing;
    closing.closure.why = "You moved to 9 LARCH  close. Not to Larches.";
    closing.closure.services_that_stay = "Café Été helps.";
    std::vector<std::string> secrets{"9 Larch Close", "café été", ""};
    std::string text = text_of(without(letter(to_grace(), closing), secrets));
    EXPECT_THAT(text, Not(HasSubstr("LARCH")));
    EXPECT_THAT(text, HasSubstr("You moved to [left out: it must stay private]. Not to Larches."));
    EXPECT_THAT(text, Not(HasSubstr("Été")));
    EXPECT_EQ(text_of(without(letter(to_grace(), closing), {})), text_of(letter(to_grace(), closing)));
}

TEST(Letter, knows_a_place_by_its_street_its_town_and_its_postcode_with_and_without_the_space) {
    EXPECT_THAT(pieces_of_place("Flat 2, 9 Larch Close\nThornwick, UK", "AL4 7QZ"),
                testing::ElementsAre("Flat 2", "9 Larch Close", "Thornwick", "AL4 7QZ", "AL47QZ"));
}

int syllables(std::string_view word) {
    int count = 0;
    bool in_vowel = false;
    for (char each : word) {
        bool vowel = std::string_view("aeiouy").find(static_cast<char>(std::tolower(each))) != std::string_view::npos;
        if (vowel && !in_vowel) ++count;
        in_vowel = vowel;
    }
    if (word.ends_with("e") && count > 1) --count;
    return std::max(count, 1);
}

/// Flesch and Kincaid's grade: 5 is about ten years old.
double grade(const std::string& text) {
    double words = 0, sentences = 0, sounds = 0;
    std::string word;
    for (char each : text + " ") {
        if (std::isalpha(static_cast<unsigned char>(each))) {
            word += each;
            continue;
        }
        if (!word.empty()) ++words, sounds += syllables(word);
        word.clear();
        if (each == '.' || each == '?' || each == '\n' || each == ':') sentences += sentences < words ? 1 : 0;
    }
    return 0.39 * words / sentences + 11.8 * sounds / words - 15.59;
}

TEST(Letter, is_in_words_for_a_reading_age_of_nine_to_eleven) {
    EXPECT_GT(
        grade("Notwithstanding considerable intervention, multidisciplinary professionals continue deliberating."), 12);
    for (const Letter& each : every_letter(to_grace()))
        EXPECT_LT(grade(text_of(each)), 6) << each.title;
}

}  // namespace
}  // namespace kith::documents
