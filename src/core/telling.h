// Telling: what one child's adult (or the child) is owed to know, and whether they have been told or given it.
//
// One row per child, adult and thing owed. Telling is the rule; *not telling yet* is a manager's decision with one of
// the allowed reasons and a review date. A review date that passes only reminds: nothing is ever disclosed by a timer.
// How a document may be shown (whole, with parts left out, told only, not yet) is decided per adult and child as well;
// while that is undecided and domestic abuse is known, nothing is sent.
//
// Sources: Working Together, "processes for managing individual cases"; practice corrections 13, 16 and 18.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/change.h"
#include "core/contact.h"
#include "core/ids.h"
#include "core/staff.h"

namespace kith::core {

using TellingId = Id<struct TellingTag>;

/// What is owed.
enum class Owed {
    assessment_started,  ///< purpose, likely length, review point
    assessment_copy,     ///< the written copy, and a conversation about it
    need_plan_copy,
    strategy_discussion_held,
    section47_started,
    section47_outcome,
    conference_reports,
    conference_decision,
    protection_plan_copy,
    closure_letter,
    letter_before_proceedings,
};

enum class TellingState {
    owed,
    given,            ///< told, or the document given, whole
    given_in_part,    ///< parts left out; `left_out` says why
    told_only,        ///< told aloud, no document left behind
    not_telling_yet,  ///< a manager's decision
    no_longer_owed,   ///< the need for it went: a pregnancy loss, a death
};

/// How the adult was told or the document given.
enum class HowTold { in_person, video, phone, post, email, collected, through_solicitor, through_advocate };

/// The only reasons for not telling somebody yet (practice corrections 16).
enum class NotTellingReason {
    risk_to_child,
    serious_harm_to_another,  ///< the non-abusing parent included
    criminal_enquiry,
    flight,
    forced_marriage_honour_or_fgm,
    fabricated_illness,
    other,  ///< only by the head of service
};

/// How this adult may see a document about this child (practice corrections 18).
enum class Showing { undecided, share, share_with_parts_left_out, tell_only, not_yet };

struct Telling {
    TellingId id;
    int version = 1;
    PersonId child;
    PersonId who;  ///< the adult; the child's own id when it is the child who is owed it
    Owed owed = Owed::assessment_copy;
    RecordKind about = RecordKind::contact;  ///< the record that it comes from
    RawId record;
    Date owed_from;
    TellingState state = TellingState::owed;

    std::optional<Instant> told_at;  ///< when it happened, which may be before it was recorded
    std::optional<Instant> recorded_at;
    std::optional<HowTold> how;
    StaffId told_by;
    std::string format;        ///< language, interpreter, braille, easy read … as given
    std::string talk_through;  ///< the conversation about it and what was said
    std::string talk_through_missing;
    std::string left_out;

    Showing showing = Showing::undecided;
    std::optional<NotTellingReason> reason;
    std::string reason_in_words;
    std::string legal_advice;  ///< if taken: from whom, and what
    StaffId decided_by;        ///< the manager
    std::optional<Instant> decided_at;
    std::optional<Date> review_on;
};

/// Recording what happened: never refused because of an open decision not to tell (see `told_against_decision`).
struct RecordTold {
    TellingState state = TellingState::given;  ///< given, given_in_part or told_only
    Instant at;
    HowTold how = HowTold::in_person;
    StaffId by;
    std::string format;
    std::string talk_through;
    std::string talk_through_missing;
    std::string left_out;
};
Result<Telling> record_told(Telling telling, const RecordTold& command, const Actor& actor, Instant now);

/// A manager's decision how a document may be shown. `not_yet` needs an allowed reason; everything but sharing it whole
/// needs words and a review date after today.
struct DecideShowing {
    Showing showing = Showing::share;
    std::optional<NotTellingReason> reason;
    std::string reason_in_words;
    std::string legal_advice;
    std::optional<Date> review_on;
};
Result<Telling> decide_showing(Telling telling, const DecideShowing& command, const Actor& actor, Instant now);

/// The need went at once: a pregnancy loss, a death. What has been told stays told.
Telling no_longer_owed(Telling telling);

/// Still to be done by somebody: owed, or a decision not to tell yet.
bool is_open(const Telling& telling);

/// A decision not to tell yet (or not wholly) whose review date has come: a reminder, never a change of state.
bool review_is_due(const Telling& telling, Date today);

/// Whether it may leave the building. Undecided while domestic abuse is, or may be, known: not.
Result<void> may_send(const Telling& telling, Answer domestic_abuse);

/// Told although a decision not to tell yet stood: recorded as it happened, and shown to the manager.
bool told_against_decision(const Telling& telling);

std::string_view says(Owed owed);
std::string_view says(TellingState state);
std::string_view says(HowTold how);
std::string_view says(NotTellingReason reason);
std::string_view says(Showing showing);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::Owed> {
    using O = kith::core::Owed;
    static constexpr std::array all{Word{O::assessment_started, "assessment_started"sv},
                                    Word{O::assessment_copy, "assessment_copy"sv},
                                    Word{O::need_plan_copy, "need_plan_copy"sv},
                                    Word{O::strategy_discussion_held, "strategy_discussion_held"sv},
                                    Word{O::section47_started, "section47_started"sv},
                                    Word{O::section47_outcome, "section47_outcome"sv},
                                    Word{O::conference_reports, "conference_reports"sv},
                                    Word{O::conference_decision, "conference_decision"sv},
                                    Word{O::protection_plan_copy, "protection_plan_copy"sv},
                                    Word{O::closure_letter, "closure_letter"sv},
                                    Word{O::letter_before_proceedings, "letter_before_proceedings"sv}};
};
template <>
struct kith::Words<kith::core::TellingState> {
    using S = kith::core::TellingState;
    static constexpr std::array all{
        Word{S::owed, "owed"sv},
        Word{S::given, "given"sv},
        Word{S::given_in_part, "given_in_part"sv},
        Word{S::told_only, "told_only"sv},
        Word{S::not_telling_yet, "not_telling_yet"sv},
        Word{S::no_longer_owed, "no_longer_owed"sv},
    };
};
template <>
struct kith::Words<kith::core::HowTold> {
    using H = kith::core::HowTold;
    static constexpr std::array all{
        Word{H::in_person, "in_person"sv},
        Word{H::video, "video"sv},
        Word{H::phone, "phone"sv},
        Word{H::post, "post"sv},
        Word{H::email, "email"sv},
        Word{H::collected, "collected"sv},
        Word{H::through_solicitor, "through_solicitor"sv},
        Word{H::through_advocate, "through_advocate"sv},
    };
};
template <>
struct kith::Words<kith::core::NotTellingReason> {
    using R = kith::core::NotTellingReason;
    static constexpr std::array all{
        Word{R::risk_to_child, "risk_to_child"sv},
        Word{R::serious_harm_to_another, "serious_harm_to_another"sv},
        Word{R::criminal_enquiry, "criminal_enquiry"sv},
        Word{R::flight, "flight"sv},
        Word{R::forced_marriage_honour_or_fgm, "forced_marriage_honour_or_fgm"sv},
        Word{R::fabricated_illness, "fabricated_illness"sv},
        Word{R::other, "other"sv},
    };
};
template <>
struct kith::Words<kith::core::Showing> {
    using S = kith::core::Showing;
    static constexpr std::array all{
        Word{S::undecided, "undecided"sv},
        Word{S::share, "share"sv},
        Word{S::share_with_parts_left_out, "share_with_parts_left_out"sv},
        Word{S::tell_only, "tell_only"sv},
        Word{S::not_yet, "not_yet"sv},
    };
};
