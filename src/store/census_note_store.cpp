#include "store/census_note_store.h"

namespace kith::store {

std::span<const Column<store::CensusDay>> Table<store::CensusDay>::columns() {
    static constexpr std::array all{
        column<&CensusDay::census_year>("census_year"),
        column<&CensusDay::day>("day"),
        column<&CensusDay::team>("team"),
        column<&CensusDay::rule>("rule"),
        column<&CensusDay::children>("children"),
        column<&CensusDay::open>("open_findings"),
        column<&CensusDay::explained>("explained"),
    };
    return all;
}

std::span<const Column<core::CensusNote>> Table<core::CensusNote>::columns() {
    static constexpr std::array all{
        column<&core::CensusNote::id>("id"),
        column<&core::CensusNote::version>("version"),
        column<&core::CensusNote::child>("child"),
        column<&core::CensusNote::census_year>("census_year"),
        column<&core::CensusNote::rule>("rule"),
        column<&core::CensusNote::about>("about"),
        column<&core::CensusNote::note>("note"),
        column<&core::CensusNote::written_by>("written_by"),
        column<&core::CensusNote::written_at>("written_at"),
        column<&core::CensusNote::answer>("answer"),
        column<&core::CensusNote::answer_words>("answer_words"),
        column<&core::CensusNote::answered_by>("answered_by"),
        column<&core::CensusNote::answered_at>("answered_at"),
    };
    return all;
}

}  // namespace kith::store
