#include "store/process_store.h"

namespace kith::store {

std::span<const Column<core::OpenDuty>> Table<core::OpenDuty>::columns() {
    static constexpr std::array all{
        column<&core::OpenDuty::id>("id"),
        column<&core::OpenDuty::version>("version"),
        column<&core::OpenDuty::duty>("duty"),
        column<&core::OpenDuty::about>("about"),
        column<&core::OpenDuty::record>("record"),
        column<&core::OpenDuty::child>("child"),
        column<&core::OpenDuty::starts>("starts"),
        column<&core::OpenDuty::due>("due"),
        column<&core::OpenDuty::due_at>("due_at"),
        column<&core::OpenDuty::warn_on>("warn_on"),
        column<&core::OpenDuty::owner>("owner"),
        column<&core::OpenDuty::team>("team"),
        column<&core::OpenDuty::clock>("clock"),
        column<&core::OpenDuty::edition>("edition"),
        column<&core::OpenDuty::what>("what"),
        column<&core::OpenDuty::opened_at>("opened_at"),
        column<&core::OpenDuty::closed_at>("closed_at"),
        column<&core::OpenDuty::met_on>("met_on"),
        column<&core::OpenDuty::closed_how>("closed_how"),
        column<&core::OpenDuty::late_reason>("late_reason"),
        column<&core::OpenDuty::late_approved_by>("late_approved_by"),
    };
    return all;
}

std::span<const Column<core::Decision>> Table<core::Decision>::columns() {
    static constexpr std::array all{
        column<&core::Decision::id>("id"),
        column<&core::Decision::about>("about"),
        column<&core::Decision::record>("record"),
        column<&core::Decision::child>("child"),
        column<&core::Decision::outcome>("outcome"),
        column<&core::Decision::decided_by>("decided_by"),
        column<&core::Decision::role>("role"),
        column<&core::Decision::decided_at>("decided_at"),
        column<&core::Decision::edition>("edition"),
        column<&core::Decision::policy_hash>("policy_hash"),
        column<&core::Decision::reasons>("reasons"),
        column<&core::Decision::child_view>("child_view"),
        column<&core::Decision::child_view_missing>("child_view_missing"),
        column<&core::Decision::parents_view>("parents_view"),
        column<&core::Decision::parents_view_missing>("parents_view_missing"),
        column<&core::Decision::alternatives>("alternatives"),
        column<&core::Decision::dissent>("dissent"),
        column<&core::Decision::review_on>("review_on"),
    };
    return all;
}

std::span<const Column<core::TimelineEntry>> Table<core::TimelineEntry>::columns() {
    static constexpr std::array all{
        column<&core::TimelineEntry::id>("id"),
        column<&core::TimelineEntry::child>("child"),
        column<&core::TimelineEntry::happened_at>("happened_at"),
        column<&core::TimelineEntry::recorded_at>("recorded_at"),
        column<&core::TimelineEntry::recorded_by>("recorded_by"),
        column<&core::TimelineEntry::about>("about"),
        column<&core::TimelineEntry::record>("record"),
        column<&core::TimelineEntry::kind>("kind"),
        column<&core::TimelineEntry::title>("title"),
        column<&core::TimelineEntry::text>("text"),
    };
    return all;
}

}  // namespace kith::store
