// Who works with a child: the accountable worker, the others alongside, and who did before.
#pragma once

#include <string>
#include <vector>

#include "actions/service.h"
#include "core/accountable_worker.h"
#include "core/person.h"
#include "core/staff.h"

namespace kith::actions {

struct WorkerTime {
    core::ChildWorker time;
    std::string name;
    std::string phone;
    std::string arranged_by;
};
struct ChildWorkers {
    core::Person child;
    std::vector<WorkerTime> now;        ///< the accountable worker first
    std::vector<WorkerTime> before;     ///< newest first
    std::vector<core::Staff> may_join;  ///< empty: this person may not arrange it
};
Result<ChildWorkers> child_workers(store::Reader& reader, const core::Actor& actor, core::PersonId child);

}  // namespace kith::actions
