#include "rulebook/england/england.h"

#include "rulebook/england/tables.h"

namespace kith::rulebook {

const core::Rulebook& england() {
    static const core::Rulebook law{.nation = "England",
                                    .clocks = tables::clocks(),
                                    .transitions = tables::transitions(),
                                    .editions = tables::editions(),
                                    .categories = tables::categories(),
                                    .facts = tables::facts()};
    return law;
}

}  // namespace kith::rulebook
