// A duty as it stands in somebody's list: opened by an event, discharged by another, with the date that the law gives
// it.
//
// The rule behind it is a row of the rulebook (`clock`, its id, and `edition`). Lateness is never stored: it is
// computed from dates. A missed duty is never deleted; it keeps why it was late, who approved that, and when it was
// met.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/words.h"
#include "core/change.h"
#include "core/ids.h"
#include "core/person.h"
#include "core/process.h"

namespace kith::core {

enum class ClosedHow {
    done,
    cancelled,   ///< the need for it went: a pregnancy loss, a decision that ends the step
    superseded,  ///< another duty took its place, such as an earlier review
};

struct OpenDuty {
    DutyId id;
    int version = 1;
    Duty duty = Duty::decide_contact;
    RecordKind about = RecordKind::contact;  ///< the record that opened it, whose page one click away is
    RawId record;
    PersonId child;                 ///< nil when no child is identified yet
    Date starts;                    ///< day 0 of the clock
    Date due;                       ///< met on or before this day
    std::optional<Instant> due_at;  ///< where the last hour counts and not the day alone
    Date warn_on;                   ///< amber from this day
    StaffId owner;                  ///< nil: the team's
    TeamId team;
    std::string clock;  ///< the rulebook row
    std::string edition;
    std::string what;  ///< which facts are missing, or what else should be known of it
    Instant opened_at;
    std::optional<Instant> closed_at;
    std::optional<Date> met_on;  ///< the day that counts, which may be earlier than the day it was recorded
    std::optional<ClosedHow> closed_how;
    std::string late_reason;
    StaffId late_approved_by;
};

enum class Urgency { overdue, due_today, soon, later };

/// How pressing an open duty is today. `soon` begins at its warning date.
Urgency urgency(const OpenDuty& duty, Date today);

/// What the duty asks for, about this child: nobody sees an unborn child alone.
std::string_view says(Duty duty, Stage child);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::ClosedHow> {
    using C = kith::core::ClosedHow;
    static constexpr std::array all{Word{C::done, "done"sv}, Word{C::cancelled, "cancelled"sv},
                                    Word{C::superseded, "superseded"sv}};
};
