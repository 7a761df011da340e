#include "core/duty.h"

namespace kith::core {

Urgency urgency(const OpenDuty& duty, Date today) {
    if (duty.due < today) return Urgency::overdue;
    if (duty.due == today) return Urgency::due_today;
    return today >= duty.warn_on ? Urgency::soon : Urgency::later;
}

}  // namespace kith::core
