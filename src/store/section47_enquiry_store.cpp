#include "store/section47_enquiry_store.h"

namespace kith::store {

std::span<const Column<core::Section47Enquiry>> Table<core::Section47Enquiry>::columns() {
    static constexpr std::array all{
        column<&core::Section47Enquiry::id>("id"),
        column<&core::Section47Enquiry::version>("version"),
        column<&core::Section47Enquiry::child>("child"),
        column<&core::Section47Enquiry::start>("start"),
        column<&core::Section47Enquiry::started_on>("started_on"),
        column<&core::Section47Enquiry::discussion>("discussion"),
        column<&core::Section47Enquiry::discussed_on>("discussed_on"),
        column<&core::Section47Enquiry::lead>("lead"),
        column<&core::Section47Enquiry::team>("team"),
        column<&core::Section47Enquiry::state>("state"),
        column<&core::Section47Enquiry::seen_on>("seen_on"),
        column<&core::Section47Enquiry::seen_alone>("seen_alone"),
        column<&core::Section47Enquiry::not_seen_why>("not_seen_why"),
        column<&core::Section47Enquiry::not_seen_alone_why>("not_seen_alone_why"),
        column<&core::Section47Enquiry::wishes>("wishes"),
        column<&core::Section47Enquiry::wishes_missing_why>("wishes_missing_why"),
        column<&core::Section47Enquiry::access_refused>("access_refused"),
        column<&core::Section47Enquiry::access_refused_done>("access_refused_done"),
        column<&core::Section47Enquiry::medical>("medical"),
        column<&core::Section47Enquiry::medical_notes>("medical_notes"),
        column<&core::Section47Enquiry::analysis>("analysis"),
        column<&core::Section47Enquiry::outcome>("outcome"),
        column<&core::Section47Enquiry::reasons>("reasons"),
        column<&core::Section47Enquiry::dissent>("dissent"),
        column<&core::Section47Enquiry::proposed_by>("proposed_by"),
        column<&core::Section47Enquiry::proposed_at>("proposed_at"),
        column<&core::Section47Enquiry::returned_why>("returned_why"),
        column<&core::Section47Enquiry::endorsed_by>("endorsed_by"),
        column<&core::Section47Enquiry::endorsed_at>("endorsed_at"),
        column<&core::Section47Enquiry::endorsement>("endorsement"),
        column<&core::Section47Enquiry::leads_to>("leads_to"),
        column<&core::Section47Enquiry::stopped_why>("stopped_why"),
    };
    return all;
}

std::span<const Column<core::EnquiryStep>> Table<core::EnquiryStep>::columns() {
    static constexpr std::array all{
        column<&core::EnquiryStep::id>("id"),
        column<&core::EnquiryStep::enquiry>("enquiry"),
        column<&core::EnquiryStep::kind>("kind"),
        column<&core::EnquiryStep::happened_at>("happened_at"),
        column<&core::EnquiryStep::by>("by_staff"),
        column<&core::EnquiryStep::with_whom>("with_whom"),
        column<&core::EnquiryStep::learnt>("learnt"),
        column<&core::EnquiryStep::interpreted_by>("interpreted_by"),
        column<&core::EnquiryStep::interpreter>("interpreter"),
        column<&core::EnquiryStep::relative_interprets_why>("relative_interprets_why"),
    };
    return all;
}

}  // namespace kith::store
