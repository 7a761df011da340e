#include "core/duty.h"

namespace kith::core {

Urgency urgency(const OpenDuty& duty, Date today) {
    if (duty.due < today) return Urgency::overdue;
    if (duty.due == today) return Urgency::due_today;
    return today >= duty.warn_on ? Urgency::soon : Urgency::later;
}

std::string_view says(Duty duty, Stage child) {
    bool is_visit = duty == Duty::visit_child_on_protection_plan || duty == Duty::visit_child_in_need;
    return child == Stage::unborn && is_visit ? "Visit the parents who expect the baby" : says(duty);
}

}  // namespace kith::core
