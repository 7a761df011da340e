#include "core/inherited.h"

#include <fmt/format.h>

namespace kith::core {

std::string in_words(const Inherited& inherited) {
    return fmt::format("Brought over from {}, line {}. {} are not known.", inherited.source, inherited.line,
                       inherited.not_known);
}

static constexpr std::string_view brought_over = "Brought over from ";

std::string came_overdue_in_words(std::string_view source) {
    return fmt::format("{}{}, where its day had passed already. Nobody here was late with it", brought_over, source);
}

bool came_overdue(const OpenDuty& duty) {
    return duty.due < london_date(duty.opened_at) && duty.what.starts_with(brought_over);
}

}  // namespace kith::core
