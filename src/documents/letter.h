// Letters to a family: one letter to one person about one child, whatever it is about, in the same order: why we write,
// what it is, what happens next, by when, who decided, what to do who does not agree, who can help. Plain words and
// short sentences, for a reading age of nine to eleven. What is not known is said to be not known; nothing is left
// blank.
//
// What other adults of the family said of themselves is not in it, and what must stay private is taken out of the
// sentences that workers wrote (`without`). Who may be sent what is decided before (core/telling.h); nothing here
// sends.
//
// Sources: Working Together, sharing with families; practice corrections 18 and 19.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/words.h"
#include "core/assessment.h"
#include "core/closure.h"
#include "core/conference.h"
#include "core/pre_proceedings.h"

namespace kith::documents {

enum class LetterKind {
    assessment,
    conference_invitation,
    conference_decision,
    conference_minutes,
    closing,
    before_proceedings,
};

/// Who writes to whom, about whom.
struct Envelope {
    std::string to;
    bool to_the_child = false;  ///< the child is "you"
    std::string child;          ///< the child's name; "the baby" before birth
    bool unborn = false;        ///< nobody has heard this child yet
    std::string authority;
    std::string phone;               ///< by day
    std::string out_of_hours_phone;  ///< at night and at weekends
    std::string worker;              ///< the accountable worker; empty: nobody yet
    std::string worker_phone;
    std::optional<Date> by_when;         ///< the day by which the next thing is due
    std::vector<std::string> helplines;  ///< a sentence for each (rulebook/helplines.h)
};

struct LetterSection {
    std::string heading;
    std::vector<std::string> paragraphs;
};

struct Letter {
    LetterKind kind = LetterKind::assessment;
    std::string title;
    std::vector<LetterSection> sections;
};

struct AssessmentLetter {
    core::Assessment assessment;
    core::AssessmentChild child;
    std::string own_account;       ///< what the reader told us; another adult's account is theirs
    bool shows_the_voice = false;  ///< what the child told us may be read by this adult
    std::string decided_by;
};
Letter letter(const Envelope& envelope, const AssessmentLetter& about);

struct ConferenceLetter {
    LetterKind kind = LetterKind::conference_invitation;  ///< one of the three about a conference
    core::Conference conference;
    core::ConferenceChild child;
    std::string chair;
    std::vector<core::ConferenceInvitation> people;  ///< everybody on the list; others of the family are not named
    core::PersonId reader;
    bool shows_the_voice = false;
    bool about_one_child = true;  ///< otherwise it was also about brothers and sisters, who have their own copies
};
Letter letter(const Envelope& envelope, const ConferenceLetter& about);

struct ClosingLetter {
    core::Closure closure;
    std::string decided_by;
};
Letter letter(const Envelope& envelope, const ClosingLetter& about);

/// To parents: why the authority thinks of a court, and what they can do so that it does not come to that.
struct PreProceedingsLetter {
    core::PreProceedings pre_proceedings;
    std::string decided_by;
};
Letter letter(const Envelope& envelope, const PreProceedingsLetter& about);

/// What stands instead of what was taken out.
inline constexpr std::string_view left_out = "[left out: it must stay private]";

/// The letter with each of these taken out wherever it is written, however its capitals and spaces are.
Letter without(Letter letter, std::span<const std::string> must_stay_private);

/// The pieces of a place by which it would be known: "14 Hill Street, Alderbrook" gives the street and the town.
std::vector<std::string> pieces_of_place(std::string_view text, std::string_view postcode);

std::string_view says(LetterKind kind);

}  // namespace kith::documents

template <>
struct kith::Words<kith::documents::LetterKind> {
    using enum kith::documents::LetterKind;
    static constexpr std::array all{
        Word{assessment, "assessment"sv},
        Word{conference_invitation, "conference_invitation"sv},
        Word{conference_decision, "conference_decision"sv},
        Word{conference_minutes, "conference_minutes"sv},
        Word{closing, "closing"sv},
        Word{before_proceedings, "before_proceedings"sv},
    };
};
