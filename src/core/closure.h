// Closure: why the authority's involvement with one child ends, decided by a manager, with the family's view, what
// stays in place, and how to come back. One per child, also when brothers and sisters close together; a letter is owed
// to each parent and, as they can take it, to the child. A lost pregnancy closes gently: it asks nothing of the family,
// owes no letter, and stops everything at once.
//
// Sources: Working Together, closure; the national list of reasons for closure; practice corrections 13 and 24.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/ids.h"
#include "core/missing.h"
#include "core/staff.h"

namespace kith::core {

enum class ClosureReason {
    adopted,
    died,
    child_arrangements_order,
    special_guardianship_order,
    moved_to_other_authority,
    moved_to_adult_services,
    no_longer_in_need,           ///< services ceased for any other reason
    assessed_no_further_action,  ///< closed after assessment
    assessed_to_early_help,      ///< closed after assessment
    pregnancy_ended,
};

enum class ClosureState { proposed, returned, authorised };

using ClosureId = Id<struct ClosureTag>;

struct Closure {
    ClosureId id;
    int version = 1;
    PersonId child;
    ReferralId referral;
    ClosureReason reason = ClosureReason::no_longer_in_need;
    Date closes_on;
    std::string why;  ///< for the family and the file
    std::string family_view;
    std::string family_view_missing_why;
    std::string child_view;
    std::string child_view_missing_why;
    std::string services_that_stay;
    std::string how_to_come_back;
    StaffId proposed_by;
    Instant proposed_at;

    ClosureState state = ClosureState::proposed;
    StaffId decided_by;
    std::optional<Instant> decided_at;
    std::string decision_reasons;
};

/// What has happened since the referral, and what is still open: counted from the child's own records.
struct WhatHappened {
    int assessments_open = 0;
    int assessments_authorised = 0;
    int section47_enquiries_open = 0;
    int section47_enquiries = 0;  ///< ever started since the referral
    int conferences_open = 0;
    int conferences_held = 0;
    int need_plans_open = 0;
    int need_plans = 0;
    int protection_plans_open = 0;
    int protection_plans = 0;
    int pre_proceedings_open = 0;
};

/// The reasons that may be given, after what has happened: "closed after assessment" only when an assessment was the
/// only thing, and never once a section 47 enquiry started.
std::vector<ClosureReason> possible_reasons(const WhatHappened& happened);

struct ProposeClosure {
    ClosureId id;
    PersonId child;
    ReferralId referral;
    ClosureReason reason = ClosureReason::no_longer_in_need;
    Date closes_on;
    std::string why;
    std::string family_view;
    std::string family_view_missing_why;
    std::string child_view;
    std::string child_view_missing_why;
    std::string services_that_stay;
    std::string how_to_come_back;
};
/// The worker proposes. Refused for a reason that cannot be, and for a day before the referral.
Result<Closure> propose_closure(const ProposeClosure& command, const WhatHappened& happened, Date referred_on,
                                const Actor& actor, Instant now);

/// Everything that is still open for the child or not yet written, all at once, each with its way out.
std::vector<Missing> missing_for_closure(const Closure& closure, const WhatHappened& happened);

/// A manager, never the worker who proposed it, closes with reasons or returns it.
Result<Closure> authorise_closure(Closure closure, const WhatHappened& happened, const std::string& reasons,
                                  const Actor& actor, Instant now);
Result<Closure> return_closure(Closure closure, const std::string& reasons, const Actor& actor, Instant now);

/// A lost pregnancy, or a child's death: recorded by whoever learns of it, complete at once, asking nothing.
Result<Closure> close_gently(ClosureId id, PersonId child, ReferralId referral, ClosureReason reason, Date on,
                             const Actor& actor, Instant now);

/// Whether a letter about closing goes out. Not after a lost pregnancy or a death: somebody speaks to the family.
bool owes_letter(ClosureReason reason);

std::string_view says(ClosureReason reason);
std::string_view says(ClosureState state);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::ClosureReason> {
    using R = kith::core::ClosureReason;
    static constexpr std::array all{
        Word{R::adopted, "adopted"sv},
        Word{R::died, "died"sv},
        Word{R::child_arrangements_order, "child_arrangements_order"sv},
        Word{R::special_guardianship_order, "special_guardianship_order"sv},
        Word{R::moved_to_other_authority, "moved_to_other_authority"sv},
        Word{R::moved_to_adult_services, "moved_to_adult_services"sv},
        Word{R::no_longer_in_need, "no_longer_in_need"sv},
        Word{R::assessed_no_further_action, "assessed_no_further_action"sv},
        Word{R::assessed_to_early_help, "assessed_to_early_help"sv},
        Word{R::pregnancy_ended, "pregnancy_ended"sv},
    };
};
template <>
struct kith::Words<kith::core::ClosureState> {
    using S = kith::core::ClosureState;
    static constexpr std::array all{Word{S::proposed, "proposed"sv}, Word{S::returned, "returned"sv},
                                    Word{S::authorised, "authorised"sv}};
};
