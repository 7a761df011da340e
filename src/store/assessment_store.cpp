#include "store/assessment_store.h"

namespace kith::store {

std::span<const Column<core::Assessment>> Table<core::Assessment>::columns() {
    static constexpr std::array all{
        column<&core::Assessment::id>("id"),
        column<&core::Assessment::version>("version"),
        column<&core::Assessment::worker>("worker"),
        column<&core::Assessment::team>("team"),
        column<&core::Assessment::started_on>("started_on"),
        column<&core::Assessment::recorded_at>("recorded_at"),
        column<&core::Assessment::review_point>("review_point"),
        column<&core::Assessment::reviewed_on>("reviewed_on"),
        column<&core::Assessment::review_note>("review_note"),
        column<&core::Assessment::purpose>("purpose"),
        column<&core::Assessment::culture_religion_language>("culture_religion_language"),
        column<&core::Assessment::strengths>("strengths"),
        column<&core::Assessment::difficulties>("difficulties"),
        column<&core::Assessment::already_helps>("already_helps"),
        column<&core::Assessment::parenting_capacity>("parenting_capacity"),
        column<&core::Assessment::family_and_environment>("family_and_environment"),
        column<&core::Assessment::professionals>("professionals"),
        column<&core::Assessment::no_parent_known>("no_parent_known"),
        column<&core::Assessment::state>("state"),
        column<&core::Assessment::submitted_by>("submitted_by"),
        column<&core::Assessment::submitted_at>("submitted_at"),
        column<&core::Assessment::signed_off_by>("signed_off_by"),
        column<&core::Assessment::signed_off_at>("signed_off_at"),
        column<&core::Assessment::sign_off_reasons>("sign_off_reasons"),
        column<&core::Assessment::authorised_without>("authorised_without"),
        column<&core::Assessment::override_reason>("override_reason"),
        column<&core::Assessment::stopped_why>("stopped_why"),
    };
    return all;
}

std::span<const Column<core::AssessmentChild>> Table<core::AssessmentChild>::columns() {
    static constexpr std::array all{
        column<&core::AssessmentChild::id>("id"),
        column<&core::AssessmentChild::assessment>("assessment"),
        column<&core::AssessmentChild::child>("child"),
        column<&core::AssessmentChild::referral>("referral"),
        column<&core::AssessmentChild::counts_from>("counts_from"),
        column<&core::AssessmentChild::seen>("seen"),
        column<&core::AssessmentChild::seen_on>("seen_on"),
        column<&core::AssessmentChild::not_seen_why>("not_seen_why"),
        column<&core::AssessmentChild::voice>("voice"),
        column<&core::AssessmentChild::observation>("observation"),
        column<&core::AssessmentChild::voice_missing_why>("voice_missing_why"),
        column<&core::AssessmentChild::development>("development"),
        column<&core::AssessmentChild::analysis>("analysis"),
        column<&core::AssessmentChild::grounds>("grounds"),
        column<&core::AssessmentChild::factors>("factors"),
        column<&core::AssessmentChild::outcome>("outcome"),
        column<&core::AssessmentChild::outcome_reasons>("outcome_reasons"),
        column<&core::AssessmentChild::help_offered>("help_offered"),
    };
    return all;
}

std::span<const Column<core::ParentAccount>> Table<core::ParentAccount>::columns() {
    static constexpr std::array all{
        column<&core::ParentAccount::id>("id"),
        column<&core::ParentAccount::assessment>("assessment"),
        column<&core::ParentAccount::person>("person"),
        column<&core::ParentAccount::spoken_on>("spoken_on"),
        column<&core::ParentAccount::account>("account"),
        column<&core::ParentAccount::not_obtained_why>("not_obtained_why"),
    };
    return all;
}

}  // namespace kith::store
