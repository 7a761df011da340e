// Who is accountable for a child: exactly one worker at any instant, with others alongside. A child with nobody is an
// alert, never a block. A handover is one moment and has both names: who hands over and who takes over.
//
// Source: practice corrections 12; Working Together, lead practitioner.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/ids.h"
#include "core/staff.h"

namespace kith::core {

using ChildWorkerId = Id<struct ChildWorkerTag>;

enum class WorkerRole { accountable, co_worker };

/// One person's time with one child. The instant `until` is the first at which it is over.
struct ChildWorker {
    ChildWorkerId id;
    PersonId child;
    StaffId staff;
    TeamId team;
    WorkerRole role = WorkerRole::accountable;
    Instant from;
    std::optional<Instant> until;
    StaffId arranged_by;
    StaffId taken_over_from;  ///< accountable only: whose place this person took
    std::string note;         ///< what was handed over, or what a co-worker is there for: in words
    std::string ended_why;    ///< co-workers: why they left
};

struct HandOver {
    ChildWorkerId id;
    StaffId to;
    TeamId team;
    Instant at;
    std::string note;
};

/// What a handover writes: the one that ended, if there was one, and the one that began.
struct HandedOver {
    std::optional<ChildWorker> ended;
    ChildWorker began;
};

/// The new accountable worker. Refused for a moment before the present one began, and when nothing would change. A
/// co-worker who becomes accountable stays listed as co-worker until that is ended.
Result<HandedOver> hand_over(std::span<const ChildWorker> of_child, PersonId child, const HandOver& command,
                             const Actor& actor, Instant now);

/// Another worker alongside. Refused when this person is with the child already.
Result<ChildWorker> add_co_worker(std::span<const ChildWorker> of_child, PersonId child, const HandOver& command,
                                  const Actor& actor, Instant now);

/// Ends somebody's time with the child, at closure or when a co-worker leaves.
Result<ChildWorker> end_work(ChildWorker worker, Instant at);
/// A co-worker leaves, with the reason. Refused for an accountable worker: that is a handover.
Result<ChildWorker> leave_as_co_worker(ChildWorker worker, Instant at, std::string_view why);

/// The accountable worker at that instant; nil when unallocated.
StaffId accountable_at(std::span<const ChildWorker> of_child, Instant at);

std::string_view says(WorkerRole role);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::WorkerRole> {
    using R = kith::core::WorkerRole;
    static constexpr std::array all{Word{R::accountable, "accountable"sv}, Word{R::co_worker, "co_worker"sv}};
};
