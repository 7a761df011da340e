#include "core/inherited.h"

#include <fmt/format.h>

namespace kith::core {

std::string in_words(const Inherited& inherited) {
    return fmt::format("Brought over from {}, line {}. {} are not known.", inherited.source, inherited.line,
                       inherited.not_known);
}

}  // namespace kith::core
