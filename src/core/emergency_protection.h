// Emergency protection of one child: police protection, or an emergency protection order of the court. Each is a power
// that runs out by itself, at an hour and not on a day, and is recorded on its own; an order that follows police
// protection ends it.
//
// What happened, to whom and when is all that a start asks. Who decides on an order, how the police and the court are
// reached and what the sealed order says are completed afterwards. The order's own date and time of expiry hold: Kith
// counts as well, and says where the two differ. Where the child *is* stands among the child's places, not here.
// Law: Children Act 1989 sections 44 to 46; practice corrections 4, 6 and 7.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/contact.h"
#include "core/duty.h"
#include "core/ids.h"
#include "core/missing.h"
#include "core/person.h"
#include "core/process.h"
#include "core/staff.h"

namespace kith::core {

enum class EmergencyPower { police_protection, emergency_protection_order };

enum class OrderDecision { not_yet, ask_the_court, no_order };

/// How the power ended. An order that follows police protection is a record of its own.
enum class EmergencyEnd {
    released,         ///< the designated officer released the child, or the child went home
    emergency_order,  ///< police protection only
    other_order,      ///< an interim care or supervision order, or another of the court
    accommodated,     ///< section 20: agreement, or nobody with parental responsibility objected
    discharged,       ///< the court ended the order
    ran_out,          ///< its time passed
};

struct EmergencyProtection {
    EmergencyProtectionId id;
    int version = 1;
    PersonId child;
    EmergencyPower power = EmergencyPower::police_protection;
    Instant began_at;            ///< taken into police protection; the order made
    Section47EnquiryId enquiry;  ///< the one it started, or that was open already
    StaffId recorded_by;
    Instant recorded_at;

    StaffId owner;            ///< who decides what follows; nil: to be named
    std::string police;       ///< the constable, the designated officer who inquires, the police reference
    std::string court;        ///< which court made the order, and its case number
    std::string court_route;  ///< how the court is reached out of hours
    OrderDecision order_decision = OrderDecision::not_yet;
    std::string order_why;
    StaffId order_decided_by;
    std::optional<Instant> order_decided_at;

    std::optional<Instant> sealed_until;             ///< the expiry as the sealed order has it
    Answer asked_for_by_police = Answer::not_known;  ///< section 45(3): counted from the first day of police protection
    std::optional<Instant> extended_until;           ///< section 45(6): once, by seven days at most

    std::optional<Instant> ended_at;
    std::optional<EmergencyEnd> end;
    std::string ended_why;
    StaffId ended_by;  ///< nil: it followed from something else that was recorded
};

struct StartEmergencyProtection {
    EmergencyPower power = EmergencyPower::police_protection;
    Instant at;
};
/// Refused only where nothing can have happened: a time to come, a verified adult, a child lost or dead, and the same
/// power twice at once.
Result<EmergencyProtection> start_emergency_protection(const StartEmergencyProtection& command, const Person& child,
                                                       std::span<const EmergencyProtection> of_the_child,
                                                       const Actor& actor, Instant now);

/// What is completed after the start, as often as it changes; blank is "not yet".
struct EmergencyFacts {
    StaffId owner;
    std::string police;
    std::string court;
    std::string court_route;
    std::optional<Instant> sealed_until;
    Answer asked_for_by_police = Answer::not_known;
    std::optional<Instant> extended_until;
};
Result<EmergencyProtection> write_emergency_protection(EmergencyProtection of, EmergencyFacts facts);

/// All that is still to be completed.
std::vector<Missing> missing_from(const EmergencyProtection& of);

/// Whether to ask the court for an order, with the reasons; it may be decided again.
Result<EmergencyProtection> decide_on_order(EmergencyProtection of, OrderDecision decision, std::string why,
                                            const Actor& actor, Instant now);

struct EndEmergencyProtection {
    EmergencyEnd end = EmergencyEnd::released;
    Instant at;
    std::string why;
};
Result<EmergencyProtection> end_emergency_protection(EmergencyProtection of, const EndEmergencyProtection& command,
                                                     StaffId ended_by, Instant now);

/// The hour at which its time is up, as Kith counts it by the clock of the rulebook: 72 elapsed hours, or the end of
/// the eighth day. `first_day` is of the police protection that an order followed, where the police asked for it.
Instant counted_until(const EmergencyProtection& of, const Clock& clock, const WorkingDays& days,
                      std::optional<Date> first_day);
/// The hour that holds: the extension's, the sealed order's, or the counted one.
Instant lasts_until(const EmergencyProtection& of, Instant counted);
/// A sentence where the order and our count differ, to be checked against the paper; empty where they agree.
std::string difference(const EmergencyProtection& of, Instant counted, const WorkingDays& days);

/// The opening of the last court sitting that begins after `from` and before `until`: 10am on a working day. Nothing
/// when no court sits in between: only the out-of-hours route is left.
std::optional<Instant> last_court_sitting(Instant from, Instant until, const WorkingDays& days);
/// When somebody must have decided on an order: within the clock's hours, and before the last sitting. At once when no
/// court sits.
Instant decide_on_order_by(const EmergencyProtection& of, Instant clock_says, Instant until, const WorkingDays& days);

struct EmergencyWarning {
    Instant at;
    std::string says;
};
/// When to be warned: at the start, at the last court sitting, and as many hours before the end as the clock's row has.
std::vector<EmergencyWarning> warnings_of(const EmergencyProtection& of, const Clock& clock, Instant until,
                                          const WorkingDays& days);

/// "23 November 2026 at 10:00pm"; midnight is "the end of Sunday 22 November 2026".
std::string hour_in_words(Instant at);
/// "31 hours left", "Less than an hour left", "The time was up 2 hours ago".
std::string time_left(Instant until, Instant now);

std::string_view says(EmergencyPower power);
std::string_view says(OrderDecision decision);
std::string_view says(EmergencyEnd end);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::EmergencyPower> {
    using P = kith::core::EmergencyPower;
    static constexpr std::array all{Word{P::police_protection, "police_protection"sv},
                                    Word{P::emergency_protection_order, "emergency_protection_order"sv}};
};
template <>
struct kith::Words<kith::core::OrderDecision> {
    using D = kith::core::OrderDecision;
    static constexpr std::array all{Word{D::not_yet, "not_yet"sv}, Word{D::ask_the_court, "ask_the_court"sv},
                                    Word{D::no_order, "no_order"sv}};
};
template <>
struct kith::Words<kith::core::EmergencyEnd> {
    using E = kith::core::EmergencyEnd;
    static constexpr std::array all{
        Word{E::released, "released"sv},       Word{E::emergency_order, "emergency_order"sv},
        Word{E::other_order, "other_order"sv}, Word{E::accommodated, "accommodated"sv},
        Word{E::discharged, "discharged"sv},   Word{E::ran_out, "ran_out"sv}};
};
