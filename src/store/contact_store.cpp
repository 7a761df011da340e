#include "store/contact_store.h"

namespace kith::store {

std::span<const Column<core::Contact>> Table<core::Contact>::columns() {
    static constexpr std::array all{
        column<&core::Contact::id>("id"),
        column<&core::Contact::version>("version"),
        column<&core::Contact::reference>("reference"),
        column<&core::Contact::channel>("channel"),
        column<&core::Contact::reporter>("reporter"),
        column<&core::Contact::received_at>("received_at"),
        column<&core::Contact::entered_at>("entered_at"),
        column<&core::Contact::heard_by>("heard_by"),
        column<&core::Contact::accepted_at>("accepted_at"),
        column<&core::Contact::decided_at>("decided_at"),
        column<&core::Contact::worry>("worry"),
        column<&core::Contact::already_helps>("already_helps"),
        column<&core::Contact::danger_now>("danger_now"),
        column<&core::Contact::danger_why>("danger_why"),
        column<&core::Contact::reporter_name>("reporter_name"),
        column<&core::Contact::reporter_phone>("reporter_phone"),
        column<&core::Contact::reporter_email>("reporter_email"),
        column<&core::Contact::safe_to_reach>("safe_to_reach"),
        column<&core::Contact::may_name_reporter>("may_name_reporter"),
        column<&core::Contact::relation_to_child>("relation_to_child"),
        column<&core::Contact::agency>("agency"),
        column<&core::Contact::agency_role>("agency_role"),
        column<&core::Contact::source_code>("source_code"),
        column<&core::Contact::consent>("consent"),
        column<&core::Contact::without_consent_why>("without_consent_why"),
        column<&core::Contact::parents_told>("parents_told"),
        column<&core::Contact::not_told_why>("not_told_why"),
        column<&core::Contact::advice_taken>("advice_taken"),
        column<&core::Contact::state>("state"),
        column<&core::Contact::taken_by>("taken_by"),
        column<&core::Contact::taken_at>("taken_at"),
        column<&core::Contact::team>("team"),
        column<&core::Contact::decision>("decision"),
        column<&core::Contact::decided_by>("decided_by"),
        column<&core::Contact::decision_reasons>("decision_reasons"),
        column<&core::Contact::told_reporter>("told_reporter"),
        column<&core::Contact::for_worker>("for_worker"),
        column<&core::Contact::read_at>("read_at"),
    };
    return all;
}

std::span<const Column<core::ContactChild>> Table<core::ContactChild>::columns() {
    static constexpr std::array all{
        column<&core::ContactChild::id>("id"),
        column<&core::ContactChild::contact>("contact"),
        column<&core::ContactChild::position>("position"),
        column<&core::ContactChild::given_name>("given_name"),
        column<&core::ContactChild::family_name>("family_name"),
        column<&core::ContactChild::unborn>("unborn"),
        column<&core::ContactChild::date_of_birth>("date_of_birth"),
        column<&core::ContactChild::expected_date>("expected_date"),
        column<&core::ContactChild::age_or_birth>("age_or_birth"),
        column<&core::ContactChild::address>("address"),
        column<&core::ContactChild::school>("school"),
        column<&core::ContactChild::person>("person"),
    };
    return all;
}

}  // namespace kith::store
