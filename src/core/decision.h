// A decision carries its reasons: the one form that every deciding action fills.
//
// Law: a decision that is challenged must show who took it, on what facts, with whose views, under which edition. A
// view is what somebody said, or the reason why it was not obtained; blank is neither. Outcomes are per child, also
// when three siblings are recorded in one go.
#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "base/result.h"
#include "core/change.h"
#include "core/ids.h"
#include "core/staff.h"

namespace kith::core {

struct Decision {
    DecisionId id;
    RecordKind about = RecordKind::contact;
    RawId record;
    PersonId child;       ///< nil when the contact names no child yet
    std::string outcome;  ///< the stable word of the outcome
    StaffId decided_by;
    Role role = Role::social_worker;
    Instant decided_at;
    std::string edition;      ///< edition of the guidance in force
    std::string policy_hash;  ///< the authority's own policy in force; empty when none is applied
    std::string reasons;      ///< facts relied on and why
    std::string child_view;
    std::string child_view_missing;
    std::string parents_view;
    std::string parents_view_missing;
    std::string alternatives;
    std::string dissent;
    std::optional<Date> review_on;
};

/// Sign-off level: refuses a decision without reasons, the child's view and the parents' views (or why there are none).
Result<void> require_reasons(const Decision& decision);

}  // namespace kith::core
