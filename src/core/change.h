// What happened to a record. Every write of the social-care record is a Change: a kind and version from this list, and
// the full after-image of the rows that it wrote. It belongs to exactly one record, and is chained to that record's
// last one.
//
// A Change says what is so now, never how it was worked out: replaying it asks no rule, no clock and no person.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "base/words.h"

namespace kith::core {

/// The things that have a history of their own. A row that is only ever part of one of these (a line of a plan,
/// somebody's attendance) belongs to its record's chain.
enum class RecordKind {
    authority,
    staff,
    person,
    family,
    contact,
    referral,
    assessment,
    strategy_discussion,
    section47_enquiry,
    conference,
    child_protection_plan,
    child_in_need_plan,
};

/// One kind of change. `version` counts the meanings that the name has had; the shapes of rows have versions of their
/// own.
struct ChangeKind {
    std::string_view name;  ///< "contact received": stored for ever
    RecordKind record;
    int version = 1;
};

namespace happened {
inline constexpr ChangeKind authority_founded{"authority founded", RecordKind::authority};
inline constexpr ChangeKind authority_described{"authority described", RecordKind::authority};
inline constexpr ChangeKind team_recorded{"team recorded", RecordKind::authority};
inline constexpr ChangeKind staff_recorded{"staff recorded", RecordKind::staff};
inline constexpr ChangeKind staff_disabled{"staff disabled", RecordKind::staff};

inline constexpr ChangeKind person_recorded{"person recorded", RecordKind::person};
inline constexpr ChangeKind person_changed{"person changed", RecordKind::person};
inline constexpr ChangeKind relation_recorded{"relation recorded", RecordKind::person};
inline constexpr ChangeKind place_recorded{"place recorded", RecordKind::person};
inline constexpr ChangeKind place_kept_secret{"place kept secret", RecordKind::person};
inline constexpr ChangeKind place_secret_ended{"place secret ended", RecordKind::person};
inline constexpr ChangeKind worker_allocated{"worker allocated", RecordKind::person};
inline constexpr ChangeKind timeline_noted{"timeline noted", RecordKind::person};

inline constexpr ChangeKind contact_received{"contact received", RecordKind::contact};
inline constexpr ChangeKind contact_taken{"contact taken", RecordKind::contact};
inline constexpr ChangeKind contact_child_identified{"contact child identified", RecordKind::contact};
inline constexpr ChangeKind contact_passed_to_worker{"contact passed to worker", RecordKind::contact};
inline constexpr ChangeKind contact_read{"contact read", RecordKind::contact};
inline constexpr ChangeKind contact_decided{"contact decided", RecordKind::contact};
}  // namespace happened

}  // namespace kith::core

template <>
struct kith::Words<kith::core::RecordKind> {
    using enum kith::core::RecordKind;
    static constexpr std::array all{
        std::pair{authority, "authority"sv},
        std::pair{staff, "staff"sv},
        std::pair{person, "person"sv},
        std::pair{family, "family"sv},
        std::pair{contact, "contact"sv},
        std::pair{referral, "referral"sv},
        std::pair{assessment, "assessment"sv},
        std::pair{strategy_discussion, "strategy_discussion"sv},
        std::pair{section47_enquiry, "section47_enquiry"sv},
        std::pair{conference, "conference"sv},
        std::pair{child_protection_plan, "child_protection_plan"sv},
        std::pair{child_in_need_plan, "child_in_need_plan"sv},
    };
};
