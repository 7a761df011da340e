#include "core/missing.h"

#include <fmt/format.h>

#include "base/text.h"

namespace kith::core {

bool is_blank(std::string_view text) {
    return trim(text).empty();
}

MissingList& MissingList::text(std::string_view value, std::string_view field, std::string_view sentence) {
    return fact(!is_blank(value), field, sentence);
}

MissingList& MissingList::either(std::string_view value, std::string_view why_not, std::string_view field,
                                 std::string_view sentence) {
    return fact(!is_blank(value) || !is_blank(why_not), field, sentence);
}

MissingList& MissingList::fact(bool have, std::string_view field, std::string_view sentence) {
    if (!have) list_.push_back({std::string(field), std::string(sentence)});
    return *this;
}

Result<void> refuse_if_any(std::span<const Missing> missing) {
    if (missing.empty()) return {};
    if (missing.size() == 1) return refuse(Because::invalid, missing[0].field, missing[0].sentence);
    std::string all = fmt::format("{} things are still needed.", missing.size());
    for (const Missing& each : missing)
        all += "\n" + each.sentence;
    return refuse(Because::invalid, missing[0].field, all);
}

}  // namespace kith::core
