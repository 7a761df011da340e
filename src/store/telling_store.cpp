#include "store/telling_store.h"

namespace kith::store {

std::span<const Column<core::Telling>> Table<core::Telling>::columns() {
    static constexpr std::array all{
        column<&core::Telling::id>("id"),
        column<&core::Telling::version>("version"),
        column<&core::Telling::child>("child"),
        column<&core::Telling::who>("who"),
        column<&core::Telling::owed>("owed"),
        column<&core::Telling::about>("about"),
        column<&core::Telling::record>("record"),
        column<&core::Telling::owed_from>("owed_from"),
        column<&core::Telling::state>("state"),
        column<&core::Telling::told_at>("told_at"),
        column<&core::Telling::recorded_at>("recorded_at"),
        column<&core::Telling::how>("how"),
        column<&core::Telling::told_by>("told_by"),
        column<&core::Telling::format>("format"),
        column<&core::Telling::talk_through>("talk_through"),
        column<&core::Telling::talk_through_missing>("talk_through_missing"),
        column<&core::Telling::left_out>("left_out"),
        column<&core::Telling::showing>("showing"),
        column<&core::Telling::reason>("reason"),
        column<&core::Telling::reason_in_words>("reason_in_words"),
        column<&core::Telling::legal_advice>("legal_advice"),
        column<&core::Telling::decided_by>("decided_by"),
        column<&core::Telling::decided_at>("decided_at"),
        column<&core::Telling::review_on>("review_on"),
    };
    return all;
}

}  // namespace kith::store
