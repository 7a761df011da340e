#include "actions/child_workers.h"

#include <algorithm>

#include "actions/authority.h"
#include "actions/people.h"
#include "actions/step.h"
#include "store/referral_store.h"
#include "store/staff_store.h"

namespace kith::actions {

using namespace core;

static std::vector<Staff> others(store::Reader& reader, const std::vector<WorkerTime>& now) {
    std::vector<Staff> staff = staff_who_may(reader, Act::work_on_plan);
    std::erase_if(staff, [&](const Staff& each) {
        return std::ranges::any_of(now, [&](const WorkerTime& worker) { return worker.time.staff == each.id; });
    });
    return staff;
}

Result<ChildWorkers> child_workers(store::Reader& reader, const Actor& actor, PersonId id) {
    ChildWorkers workers;
    workers.child = TRY(child_for(reader, actor, Act::read_child, id));
    for (ChildWorker& each : reader.list<ChildWorker>("WHERE child = $1 ORDER BY from_at DESC, id", id)) {
        auto staff = reader.find<Staff>(each.staff);
        WorkerTime time{std::move(each), staff ? staff->name : "Somebody", staff ? staff->phone : "", ""};
        time.arranged_by = staff_name(reader, time.time.arranged_by);
        (time.time.until ? workers.before : workers.now).push_back(std::move(time));
    }
    std::ranges::stable_sort(workers.now, {}, [](const WorkerTime& each) { return each.time.role; });
    if (may_for_child(actor, Act::allocate_worker, allocation_of(reader, workers.child)))
        workers.may_join = others(reader, workers.now);
    return workers;
}

}  // namespace kith::actions
