// Pre-proceedings: the authority thinks of asking the family court for an order about a child, and tells the parents
// while there is time to change it. A legal planning meeting decides to start; the letter before proceedings says what
// is wrong, what help was given, what must change and how to get a lawyer; meetings follow; a decision ends them.
//
// Separation is a last resort: a manager says what else was considered, and whether the family's own meeting was
// offered, before pre-proceedings start. Danger never waits for them: emergency protection and an application to court
// need none, and an ending without a letter says why. One process for each child; nothing here is an order, and only a
// court makes one.
// Sources: Public Law Outline (practice direction 12A); Children Act 1989 s31 and, on family group decision-making,
// s31ZA as inserted by the Children's Wellbeing and Schools Act 2026 (whether commenced was not established);
// census items N00826 to N00835.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/contact.h"
#include "core/ids.h"
#include "core/staff.h"

namespace kith::core {

enum class PreProceedingsState {
    started,  ///< decided; the letter is owed
    active,   ///< the parents have the letter
    ended,
};

/// What became of the family group decision-making meeting before pre-proceedings started.
enum class FamilyMeeting { offered, held, declined, not_in_best_interests };

enum class PreProceedingsEnd {
    stepped_down,      ///< enough has changed: the child is helped without a court
    care_proceedings,  ///< the authority applies to the court
    moved_away,
    turned_18,
    died,
    pregnancy_ended,
};

struct PreProceedings {
    PreProceedingsId id;
    int version = 1;
    PersonId child;
    Date decided_on;  ///< the legal planning meeting that decided to start
    StaffId decided_by;
    std::string worries;
    std::string alternatives;  ///< what else was considered, and why it is not enough
    std::string legal_advice;  ///< who gave it and what it was, in a sentence
    FamilyMeeting family_meeting = FamilyMeeting::offered;
    std::string family_meeting_words;  ///< what came of it, or why it is not in the child's best interests
    PreProceedingsState state = PreProceedingsState::started;

    std::optional<Date> letter_sent_on;
    std::string concerns;
    std::string help_given;
    std::string must_change;
    std::string lawyers;  ///< the list of solicitors that went with it, and the word about legal aid
    Answer meeting_offered = Answer::not_known;  ///< a family meeting, in the letter
    std::optional<Date> family_meeting_on;       ///< held since pre-proceedings started

    std::optional<Date> ended_on;  ///< the decision to step up or down
    std::optional<PreProceedingsEnd> end;
    std::string ended_why;
    std::string no_letter_why;            ///< ended without a letter
    StaffId ended_by;                     ///< nil when it followed from what happened
    std::optional<Date> applied_on;       ///< to the court, for care proceedings
    std::optional<Date> court_letter_on;  ///< the letter to the parents that begins care proceedings
};

/// A meeting with the parents and, if they have one, their lawyer. The first is the initial meeting, the others review
/// it.
struct PreProceedingsMeeting {
    Id<struct PreProceedingsMeetingTag> id;
    PreProceedingsId pre_proceedings;
    PersonId child;
    Date held_on;
    StaffId recorded_by;
    Answer lawyer_came = Answer::not_known;
    std::string parents_view;
    std::string agreed;
};

/// Names everything that is missing at once. Refused while other pre-proceedings of the child are open.
Result<PreProceedings> start_pre_proceedings(PreProceedings started, std::span<const PreProceedings> of_child,
                                             const Actor& actor, Instant now);

struct LetterBeforeProceedings {
    Date sent_on;
    std::string concerns;
    std::string help_given;
    std::string must_change;
    std::string lawyers;
    Answer meeting_offered = Answer::not_known;
};
/// The letter as it went; recorded again to correct it.
Result<PreProceedings> send_letter(PreProceedings pre_proceedings, const LetterBeforeProceedings& letter, Instant now);

Result<PreProceedingsMeeting> hold_meeting(const PreProceedings& pre_proceedings, PreProceedingsMeeting meeting,
                                           const Actor& actor, Instant now);

/// The family's meeting was held on that day, facilitated by somebody who does not decide.
Result<PreProceedings> hold_family_meeting(PreProceedings pre_proceedings, Date on, Instant now);

struct EndPreProceedings {
    PreProceedingsEnd end = PreProceedingsEnd::stepped_down;
    Date ended_on;
    std::string why;
    std::string no_letter_why;
};
Result<PreProceedings> end_pre_proceedings(PreProceedings pre_proceedings, const EndPreProceedings& command,
                                           StaffId ended_by, Instant now);

/// The application and the letter that tells the parents of it, as far as they have happened.
struct CourtSteps {
    std::optional<Date> applied_on;
    std::optional<Date> court_letter_on;
};
Result<PreProceedings> record_court_steps(PreProceedings pre_proceedings, const CourtSteps& steps, Instant now);

/// A decision of the authority, and not something that happened to the child or family.
bool is_decided(PreProceedingsEnd end);

std::string_view says(PreProceedingsState state);
std::string_view says(FamilyMeeting meeting);
std::string_view says(PreProceedingsEnd end);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::PreProceedingsState> {
    using S = kith::core::PreProceedingsState;
    static constexpr std::array all{Word{S::started, "started"sv}, Word{S::active, "active"sv},
                                    Word{S::ended, "ended"sv}};
};
template <>
struct kith::Words<kith::core::FamilyMeeting> {
    using M = kith::core::FamilyMeeting;
    static constexpr std::array all{Word{M::offered, "offered"sv}, Word{M::held, "held"sv},
                                    Word{M::declined, "declined"sv},
                                    Word{M::not_in_best_interests, "not_in_best_interests"sv}};
};
template <>
struct kith::Words<kith::core::PreProceedingsEnd> {
    using E = kith::core::PreProceedingsEnd;
    static constexpr std::array all{
        Word{E::stepped_down, "stepped_down"sv},
        Word{E::care_proceedings, "care_proceedings"sv},
        Word{E::moved_away, "moved_away"sv},
        Word{E::turned_18, "turned_18"sv},
        Word{E::died, "died"sv},
        Word{E::pregnancy_ended, "pregnancy_ended"sv},
    };
};
