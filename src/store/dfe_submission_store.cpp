#include "store/dfe_submission_store.h"

namespace kith::store {

std::span<const Column<store::DfeSubmission>> Table<store::DfeSubmission>::columns() {
    static constexpr std::array all{
        column<&DfeSubmission::child>("child"),           column<&DfeSubmission::number>("number"),
        column<&DfeSubmission::payload>("payload"),       column<&DfeSubmission::hash>("hash"),
        column<&DfeSubmission::accepted>("accepted"),     column<&DfeSubmission::accepted_hash>("accepted_hash"),
        column<&DfeSubmission::in_doubt>("in_doubt"),     column<&DfeSubmission::row>("row_state"),
        column<&DfeSubmission::status>("status"),         column<&DfeSubmission::receipt>("receipt"),
        column<&DfeSubmission::changed_at>("changed_at"), column<&DfeSubmission::sent_at>("sent_at"),
        column<&DfeSubmission::error>("error"),
    };
    return all;
}

std::span<const Column<store::DfeRun>> Table<store::DfeRun>::columns() {
    static constexpr std::array all{
        column<&DfeRun::id>("id"),
        column<&DfeRun::kind>("kind"),
        column<&DfeRun::started_at>("started_at"),
        column<&DfeRun::ended_at>("ended_at"),
        column<&DfeRun::by>("run_by"),
        column<&DfeRun::added>("added"),
        column<&DfeRun::updated>("updated"),
        column<&DfeRun::unchanged>("unchanged"),
        column<&DfeRun::deleted>("deleted"),
        column<&DfeRun::sent>("sent"),
        column<&DfeRun::errors>("errors"),
        column<&DfeRun::batches>("batches"),
        column<&DfeRun::answer>("answer"),
        column<&DfeRun::ended_how>("ended_how"),
    };
    return all;
}

std::span<const Column<store::DfeTurn>> Table<store::DfeTurn>::columns() {
    static constexpr std::array all{
        column<&DfeTurn::what>("what"), column<&DfeTurn::run>("run"),     column<&DfeTurn::kind>("kind"),
        column<&DfeTurn::by>("run_by"), column<&DfeTurn::since>("since"), column<&DfeTurn::until>("until"),
    };
    return all;
}

}  // namespace kith::store
