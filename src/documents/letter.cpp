#include "documents/letter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "documents/letter_words.h"

namespace kith::documents {

using namespace core;

static std::string what_comes_of(AssessmentOutcome outcome, const Envelope& envelope) {
    std::string child = child_is(envelope);
    switch (outcome) {
        case AssessmentOutcome::no_further_action:
            return "We think that you do not need more help from us now. We tell you before we stop.";
        case AssessmentOutcome::early_help:
            return "Another team can help you early, before things get hard. They ask you first.";
        case AssessmentOutcome::child_in_need:
            return fmt::format(
                "We think that {} can do with more help. We make a plan together with you. You can say "
                "no to all of it or to parts of it.",
                child);
        case AssessmentOutcome::strategy_discussion:
            return fmt::format(
                "We are worried that {} may be hurt. We talk with the police and health workers about "
                "what to do.",
                child);
        case AssessmentOutcome::looked_after:
            return fmt::format("For now {} {} to live with somebody else. We talk with you about it.", child,
                               envelope.to_the_child ? "need" : "needs");
        case AssessmentOutcome::other_service:
            return "Another service is the right one to help. We ask them to get in touch with you.";
        case AssessmentOutcome::plan_continues:
            return "The plan that you have goes on.";
    }
    return "";
}

static LetterSection what_we_found(const Envelope& envelope, const AssessmentLetter& about) {
    LetterSection section{
        "What we found",
        {said_of("What goes well", about.assessment.strengths), said_of("What is hard", about.assessment.difficulties),
         said_of("What already helps", about.assessment.already_helps)}};
    if (!envelope.to_the_child) section.paragraphs.push_back(said_of("What you told us", about.own_account));
    std::string voice = about.child.voice.empty() ? about.child.observation : about.child.voice;
    if (voice.empty()) voice = about.child.voice_missing_why;
    if (envelope.to_the_child || about.shows_the_voice)
        section.paragraphs.push_back(
            said_of(envelope.to_the_child ? "What you told us" : "What " + envelope.child + " told us", voice));
    else if (!envelope.unborn)
        section.paragraphs.push_back(fmt::format("What {} told us: ask {} to talk with you about it.", envelope.child,
                                                 worker_or_team(envelope)));
    section.paragraphs.push_back(said_of("What we think it means", about.child.analysis));
    return section;
}

static LetterSection what_happens_next(const Envelope& envelope, const AssessmentChild& child) {
    LetterSection section{"What happens next", {}};
    section.paragraphs.push_back(child.outcome ? what_comes_of(*child.outcome, envelope) : "Not known.");
    section.paragraphs.push_back(said_of("Help that we offer", child.help_offered));
    return section;
}

Letter letter(const Envelope& envelope, const AssessmentLetter& about) {
    Letter written{LetterKind::assessment, fmt::format("What we found out about {} family", child_has(envelope)), {}};
    written.sections = {
        {"Why we write",
         {fmt::format("We looked at what {} {}, and at what may help. This is called an assessment. You get it in "
                      "writing.",
                      child_is(envelope), envelope.to_the_child ? "need" : "needs"),
          said_of("Why we did it", about.assessment.purpose)}},
        what_we_found(envelope, about),
        what_happens_next(envelope, about.child),
        by_when(envelope, "This happens", envelope.by_when),
        who_decided(about.decided_by, "a manager", about.assessment.signed_off_at, about.child.outcome_reasons),
        if_you_do_not_agree(envelope),
        who_can_help(envelope),
    };
    return written;
}

Letter letter(const Envelope& envelope, const ClosingLetter& about) {
    const Closure& closure = about.closure;
    Letter written{LetterKind::closing, "We stop working with your family", {}};
    LetterSection help = who_can_help(envelope);
    if (envelope.worker.empty()) help.paragraphs.erase(help.paragraphs.begin());  // nobody is to come
    written.sections = {
        {"Why we write",
         {fmt::format("We stop working with {} and the family. This letter says why.", child_is(envelope)),
          said_of("Why we stop", closure.why)}},
        {"What happens next",
         {said_of("Who goes on helping you", closure.services_that_stay),
          said_of("How you can come back to us", closure.how_to_come_back),
          "We keep what we wrote about you. You can ask to see it."}},
        {"By when", {fmt::format("We stop on {}.", weekday_and_date(closure.closes_on))}},
        who_decided(about.decided_by, "a manager", closure.decided_at, closure.decision_reasons),
        if_you_do_not_agree(envelope),
        std::move(help),
    };
    return written;
}

namespace {

/// A word as names are compared, and where it stands in the text.
struct WordAt {
    std::string folded;
    std::size_t from = 0;
    std::size_t to = 0;
};

bool is_of_a_word(char each) {
    auto byte = static_cast<unsigned char>(each);
    return byte >= 0x80 || std::isalnum(byte) || each == '\'';
}

std::vector<WordAt> words_of(std::string_view text) {
    std::vector<WordAt> words;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && is_of_a_word(text[end]))
            ++end;
        std::string folded = fold(text.substr(at, end - at));
        for (std::string_view each : split(folded, ' '))
            if (!each.empty()) words.push_back({std::string(each), at, end});
        at = std::max(end, at + 1);
    }
    return words;
}

std::string taken_out(std::string text, const std::vector<WordAt>& secret) {
    if (secret.empty()) return text;
    std::string out;
    std::size_t kept_until = 0;
    auto words = words_of(text);
    for (auto at = words.begin(); at != words.end();) {
        at = std::search(at, words.end(), secret.begin(), secret.end(),
                         [](const WordAt& a, const WordAt& b) { return a.folded == b.folded; });
        if (at == words.end()) break;
        auto end = at + static_cast<std::ptrdiff_t>(secret.size());
        if (at->from >= kept_until) out += text.substr(kept_until, at->from - kept_until);
        out += left_out;
        kept_until = std::prev(end)->to;
        at = end;
    }
    return out + text.substr(kept_until);
}

}  // namespace

Letter without(Letter letter, std::span<const std::string> must_stay_private) {
    std::vector<std::vector<WordAt>> secrets;
    for (const std::string& each : must_stay_private)
        secrets.push_back(words_of(each));
    std::ranges::stable_sort(secrets, std::greater(), [](const auto& secret) { return secret.size(); });
    for (LetterSection& section : letter.sections)
        for (std::string& paragraph : section.paragraphs)
            for (const auto& secret : secrets)
                paragraph = taken_out(std::move(paragraph), secret);
    return letter;
}

std::vector<std::string> pieces_of_place(std::string_view text, std::string_view postcode) {
    constexpr std::size_t shortest = 4;  // what is shorter stands in too many other words
    std::vector<std::string> pieces;
    std::string piece;
    auto keep = [&] {
        if (trim(piece).size() >= shortest) pieces.emplace_back(trim(piece));
        piece.clear();
    };
    for (char each : text)
        if (each == ',' || each == '\n' || each == ';')
            keep();
        else
            piece += each;
    keep();
    if (postcode.empty()) return pieces;
    pieces.emplace_back(postcode);
    std::string close(postcode);
    std::erase(close, ' ');
    pieces.push_back(close);
    return pieces;
}

std::string_view says(LetterKind kind) {
    switch (kind) {
        case LetterKind::assessment:
            return "The written assessment";
        case LetterKind::conference_invitation:
            return "Invitation to the conference";
        case LetterKind::conference_decision:
            return "What the conference decided";
        case LetterKind::conference_minutes:
            return "Minutes of the conference";
        case LetterKind::closing:
            return "Closing letter";
        case LetterKind::before_proceedings:
            return "Letter before proceedings";
    }
    return "";
}

}  // namespace kith::documents
