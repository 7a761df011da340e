// What whoever reported was told: that it reached us (a receipt), or what was decided.
//
// Professionals, and parents and children who asked for help, are told the outcome as far as confidentiality allows.
// Relatives and the public get a receipt and nothing else: not whether the child is known, not what was decided. Who
// left no way to be reached cannot be told; that is said and the duty ends. A letter here holds only what its reader
// may know: no reasons, no place, nothing that somebody else told us.
//
// Sources: Working Together (feedback to referrers); practice corrections 17.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/contact.h"
#include "core/staff.h"
#include "core/telling.h"

namespace kith::core {

enum class ReporterIsTold {
    receipt,       ///< that it reached us
    outcome,       ///< what was decided
    not_possible,  ///< nobody can be reached
};

struct ReporterAnswer {
    Id<struct ReporterAnswerTag> id;
    ContactId contact;
    ReporterIsTold what = ReporterIsTold::receipt;
    std::string who;  ///< the person or desk that was told, as recorded on the contact
    std::optional<HowTold> how;
    Instant told_at;  ///< when it happened, which may be before it was recorded
    Instant recorded_at;
    StaffId told_by;
    std::string said;  ///< the words said or sent; for `not_possible`, why
};

/// Whether this reporter may be told the outcome at all.
bool may_be_told_outcome(ReporterKind kind);

/// Whether somebody still owes them word that it reached us: the public form and a talk are receipts in themselves.
bool is_owed_receipt(const Contact& contact);

struct AnswerReporter {
    ReporterIsTold what = ReporterIsTold::receipt;
    std::string who;
    std::optional<HowTold> how;
    Instant told_at;
    std::string said;
};
/// Refused when it would tell more than this reporter may know, or before there is anything to tell.
Result<ReporterAnswer> answer_reporter(const Contact& contact, const AnswerReporter& command, const Actor& actor,
                                       Instant now);

/// The letter or text to copy or print, for this reporter only.
std::string letter_to_reporter(const Contact& contact, std::span<const ContactChild> children, ReporterIsTold what,
                               std::string_view authority, std::string_view phone);

std::string_view says(ReporterIsTold what);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::ReporterIsTold> {
    using enum kith::core::ReporterIsTold;
    static constexpr std::array all{
        Word{receipt, "receipt"sv},
        Word{outcome, "outcome"sv},
        Word{not_possible, "not_possible"sv},
    };
};
