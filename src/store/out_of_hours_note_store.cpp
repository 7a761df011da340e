#include "store/out_of_hours_note_store.h"

namespace kith::store {

std::span<const Column<core::OutOfHoursNote>> Table<core::OutOfHoursNote>::columns() {
    static constexpr std::array all{
        column<&core::OutOfHoursNote::id>("id"),
        column<&core::OutOfHoursNote::version>("version"),
        column<&core::OutOfHoursNote::child>("child"),
        column<&core::OutOfHoursNote::happened>("happened"),
        column<&core::OutOfHoursNote::needed>("needed"),
        column<&core::OutOfHoursNote::about>("about"),
        column<&core::OutOfHoursNote::record>("record"),
        column<&core::OutOfHoursNote::written_by>("written_by"),
        column<&core::OutOfHoursNote::written_at>("written_at"),
        column<&core::OutOfHoursNote::read_by>("read_by"),
        column<&core::OutOfHoursNote::read_at>("read_at"),
    };
    return all;
}

}  // namespace kith::store
