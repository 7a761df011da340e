// Who works with a child: now, alongside, and before; somebody joins or leaves.
#pragma once

#include <string>
#include <vector>

#include "actions/child_workers.h"
#include "web/protection/fields.h"
#include "web/routes/route.h"

namespace kith::web {

struct ChildWorkersPage : RecordPage {
    std::string child_name;
    struct Line {
        std::string name;
        std::string role;
        std::string since;  ///< "since 3 March 2026", "3 March 2026 to 7 May 2026"
        std::string note;
        std::string leave_href;  ///< empty: a handover ends it, or this person may not
    };
    std::vector<Line> now;
    std::vector<Line> before;
    std::vector<SelectItem> may_join;
    bool may_arrange = false;
};

struct WorkerLeavesPage : RecordPage {
    std::string action;
    std::string child_name;
    std::string worker;
};

RouteTable child_worker_routes();

}  // namespace kith::web
