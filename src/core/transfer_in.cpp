#include "core/transfer_in.h"

#include <algorithm>

#include "core/missing.h"

namespace kith::core {

Result<TransferIn> notify_transfer_in(TransferIn transfer, std::span<const ProtectionPlan> of_the_child,
                                      bool another_waits, const Actor& actor, Instant now) {
    Date today = london_date(now);
    if (is_blank(transfer.from_authority))
        return refuse(Because::invalid, "from_authority", "Name the authority that the child has moved from.");
    if (transfer.told_on > today)
        return refuse(Because::invalid, "told_on", "The day on which they told us cannot be in the future.");
    if (transfer.moved_on && *transfer.moved_on > today)
        return refuse(Because::invalid, "moved_on",
                      "Say the day when the child has moved. Until then, leave it empty.");
    if (transfer.moved_on && *transfer.moved_on < transfer.told_on - std::chrono::days(366))
        return refuse(Because::invalid, "moved_on",
                      "That is more than a year before they told us. Check the year, or leave it empty.");
    if (transfer.plan_since && *transfer.plan_since > transfer.told_on)
        return refuse(Because::invalid, "plan_since",
                      "A plan that began after they told us cannot be the one they told us of. Check the dates.");
    if (transfer.plan_since && *transfer.plan_since < add_months(transfer.told_on, -12 * 19))
        return refuse(Because::invalid, "plan_since", "No child has been on a plan for so long. Check the year.");
    if (std::ranges::any_of(of_the_child, is_running))
        return refuse(Because::conflict, "", "This child is on a child protection plan here already.");
    if (another_waits)
        return refuse(Because::conflict, "", "The move is recorded already, and its conference is owed.");
    transfer.recorded_by = actor.id;
    transfer.recorded_at = now;
    return transfer;
}

}  // namespace kith::core
