#include "store/conference_store.h"

namespace kith::store {

std::span<const Column<core::Conference>> Table<core::Conference>::columns() {
    static constexpr std::array all{
        column<&core::Conference::id>("id"),
        column<&core::Conference::version>("version"),
        column<&core::Conference::state>("state"),
        column<&core::Conference::starts_at>("starts_at"),
        column<&core::Conference::venue>("venue"),
        column<&core::Conference::team>("team"),
        column<&core::Conference::instead_of>("instead_of"),
        column<&core::Conference::late_why>("late_why"),
        column<&core::Conference::chair>("chair"),
        column<&core::Conference::chair_declares>("chair_declares"),
        column<&core::Conference::declaration_by>("declaration_by"),
        column<&core::Conference::declaration_accepted>("declaration_accepted"),
        column<&core::Conference::chair_override_by>("chair_override_by"),
        column<&core::Conference::chair_override_why>("chair_override_why"),
        column<&core::Conference::attendance>("attendance"),
        column<&core::Conference::attendance_why>("attendance_why"),
        column<&core::Conference::invited_at>("invited_at"),
        column<&core::Conference::met_parents_at>("met_parents_at"),
        column<&core::Conference::met_parents_who>("met_parents_who"),
        column<&core::Conference::not_met_why>("not_met_why"),
        column<&core::Conference::not_quorate_why>("not_quorate_why"),
        column<&core::Conference::early_review_considered>("early_review_considered"),
        column<&core::Conference::exclusions>("exclusions"),
        column<&core::Conference::minutes_by>("minutes_by"),
        column<&core::Conference::minutes>("minutes"),
        column<&core::Conference::decided_at>("decided_at"),
        column<&core::Conference::did_not_proceed_why>("did_not_proceed_why"),
        column<&core::Conference::reconvened_as>("reconvened_as"),
        column<&core::Conference::minutes_written_at>("minutes_written_at"),
        column<&core::Conference::minutes_sent_on>("minutes_sent_on"),
        column<&core::Conference::minutes_sent_to>("minutes_sent_to"),
        column<&core::Conference::minutes_sent_how>("minutes_sent_how"),
    };
    return all;
}

std::span<const Column<core::ConferenceChild>> Table<core::ConferenceChild>::columns() {
    static constexpr std::array all{
        column<&core::ConferenceChild::id>("id"),
        column<&core::ConferenceChild::conference>("conference"),
        column<&core::ConferenceChild::child>("child"),
        column<&core::ConferenceChild::kind>("kind"),
        column<&core::ConferenceChild::enquiry>("enquiry"),
        column<&core::ConferenceChild::plan>("plan"),
        column<&core::ConferenceChild::due>("due"),
        column<&core::ConferenceChild::child_view>("child_view"),
        column<&core::ConferenceChild::child_view_missing>("child_view_missing"),
        column<&core::ConferenceChild::decision>("decision"),
        column<&core::ConferenceChild::category>("category"),
        column<&core::ConferenceChild::threshold>("threshold"),
        column<&core::ConferenceChild::dissent>("dissent"),
        column<&core::ConferenceChild::plan_end>("plan_end"),
        column<&core::ConferenceChild::outline>("outline"),
        column<&core::ConferenceChild::accountable_worker>("accountable_worker"),
        column<&core::ConferenceChild::first_core_group_on>("first_core_group_on"),
        column<&core::ConferenceChild::review_on>("review_on"),
        column<&core::ConferenceChild::stopped_why>("stopped_why"),
        column<&core::ConferenceChild::minutes>("minutes"),
    };
    return all;
}

std::span<const Column<core::ConferenceInvitation>> Table<core::ConferenceInvitation>::columns() {
    static constexpr std::array all{
        column<&core::ConferenceInvitation::id>("id"),
        column<&core::ConferenceInvitation::conference>("conference"),
        column<&core::ConferenceInvitation::invited_as>("invited_as"),
        column<&core::ConferenceInvitation::person>("person"),
        column<&core::ConferenceInvitation::name>("name"),
        column<&core::ConferenceInvitation::role>("role"),
        column<&core::ConferenceInvitation::agency>("agency"),
        column<&core::ConferenceInvitation::adjustments>("adjustments"),
        column<&core::ConferenceInvitation::not_invited_why>("not_invited_why"),
        column<&core::ConferenceInvitation::relative_interprets_why>("relative_interprets_why"),
        column<&core::ConferenceInvitation::came>("came"),
        column<&core::ConferenceInvitation::said>("said"),
        column<&core::ConferenceInvitation::said_nothing_why>("said_nothing_why"),
    };
    return all;
}

std::span<const Column<core::ConferenceReport>> Table<core::ConferenceReport>::columns() {
    static constexpr std::array all{
        column<&core::ConferenceReport::id>("id"),
        column<&core::ConferenceReport::conference>("conference"),
        column<&core::ConferenceReport::asked_of>("asked_of"),
        column<&core::ConferenceReport::agency>("agency"),
        column<&core::ConferenceReport::asked_on>("asked_on"),
        column<&core::ConferenceReport::due_on>("due_on"),
        column<&core::ConferenceReport::received_on>("received_on"),
        column<&core::ConferenceReport::strengths>("strengths"),
        column<&core::ConferenceReport::concerns>("concerns"),
        column<&core::ConferenceReport::not_received_why>("not_received_why"),
    };
    return all;
}

std::span<const Column<core::ReportShared>> Table<core::ReportShared>::columns() {
    static constexpr std::array all{
        column<&core::ReportShared::id>("id"),
        column<&core::ReportShared::conference>("conference"),
        column<&core::ReportShared::report>("report"),
        column<&core::ReportShared::adult>("adult"),
        column<&core::ReportShared::shared_on>("shared_on"),
        column<&core::ReportShared::how>("how"),
        column<&core::ReportShared::not_shared_why>("not_shared_why"),
    };
    return all;
}

}  // namespace kith::store
