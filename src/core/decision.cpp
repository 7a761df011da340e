#include "core/decision.h"

#include "base/text.h"

namespace kith::core {

Result<void> require_reasons(const Decision& decision) {
    if (trim(decision.reasons).empty())
        return refuse(Because::invalid, "reasons", "Give the reasons for this decision and the facts it rests on.");
    if (trim(decision.child_view).empty() && trim(decision.child_view_missing).empty())
        return refuse(Because::invalid, "child_view", "Record the child's view, or say why it could not be obtained.");
    if (trim(decision.parents_view).empty() && trim(decision.parents_view_missing).empty())
        return refuse(Because::invalid, "parents_view",
                      "Record the parents' views, or say why they could not be obtained.");
    return {};
}

}  // namespace kith::core
