#include "store/reporter_answer_store.h"

namespace kith::store {

std::span<const Column<core::ReporterAnswer>> Table<core::ReporterAnswer>::columns() {
    static constexpr std::array all{
        column<&core::ReporterAnswer::id>("id"),
        column<&core::ReporterAnswer::contact>("contact"),
        column<&core::ReporterAnswer::what>("what"),
        column<&core::ReporterAnswer::who>("who"),
        column<&core::ReporterAnswer::how>("how"),
        column<&core::ReporterAnswer::told_at>("told_at"),
        column<&core::ReporterAnswer::recorded_at>("recorded_at"),
        column<&core::ReporterAnswer::told_by>("told_by"),
        column<&core::ReporterAnswer::said>("said"),
    };
    return all;
}

}  // namespace kith::store
