#include "cli/demo/world.h"

namespace kith::cli {

using namespace std::chrono_literals;

bool World::move_to(Instant then) {
    if (then > today) return false;
    now = std::max(now, then);
    return true;
}

bool World::after_days(int calendar_days, int hour) {
    Date day = london_date(now) + std::chrono::days(calendar_days);
    while (!service.days.is_working_day(day))
        day += std::chrono::days(1);
    auto at = std::chrono::hours(hour ? hour : dice.between(9, 16)) + std::chrono::minutes(dice.between(0, 59));
    return move_to(from_london(day, at));
}

bool World::after_hours(int hours) {
    return move_to(now + std::chrono::hours(hours) + std::chrono::minutes(dice.between(1, 50)));
}

}  // namespace kith::cli
