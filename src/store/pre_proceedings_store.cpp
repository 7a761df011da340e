#include "store/pre_proceedings_store.h"

namespace kith::store {

std::span<const Column<core::PreProceedings>> Table<core::PreProceedings>::columns() {
    static constexpr std::array all{
        column<&core::PreProceedings::id>("id"),
        column<&core::PreProceedings::version>("version"),
        column<&core::PreProceedings::child>("child"),
        column<&core::PreProceedings::decided_on>("decided_on"),
        column<&core::PreProceedings::decided_by>("decided_by"),
        column<&core::PreProceedings::worries>("worries"),
        column<&core::PreProceedings::alternatives>("alternatives"),
        column<&core::PreProceedings::legal_advice>("legal_advice"),
        column<&core::PreProceedings::family_meeting>("family_meeting"),
        column<&core::PreProceedings::family_meeting_words>("family_meeting_words"),
        column<&core::PreProceedings::state>("state"),
        column<&core::PreProceedings::letter_sent_on>("letter_sent_on"),
        column<&core::PreProceedings::concerns>("concerns"),
        column<&core::PreProceedings::help_given>("help_given"),
        column<&core::PreProceedings::must_change>("must_change"),
        column<&core::PreProceedings::lawyers>("lawyers"),
        column<&core::PreProceedings::meeting_offered>("meeting_offered"),
        column<&core::PreProceedings::family_meeting_on>("family_meeting_on"),
        column<&core::PreProceedings::ended_on>("ended_on"),
        column<&core::PreProceedings::end>("end_reason"),
        column<&core::PreProceedings::ended_why>("ended_why"),
        column<&core::PreProceedings::no_letter_why>("no_letter_why"),
        column<&core::PreProceedings::ended_by>("ended_by"),
        column<&core::PreProceedings::applied_on>("applied_on"),
        column<&core::PreProceedings::court_letter_on>("court_letter_on"),
    };
    return all;
}

std::span<const Column<core::PreProceedingsMeeting>> Table<core::PreProceedingsMeeting>::columns() {
    static constexpr std::array all{
        column<&core::PreProceedingsMeeting::id>("id"),
        column<&core::PreProceedingsMeeting::pre_proceedings>("pre_proceedings"),
        column<&core::PreProceedingsMeeting::child>("child"),
        column<&core::PreProceedingsMeeting::held_on>("held_on"),
        column<&core::PreProceedingsMeeting::recorded_by>("recorded_by"),
        column<&core::PreProceedingsMeeting::lawyer_came>("lawyer_came"),
        column<&core::PreProceedingsMeeting::parents_view>("parents_view"),
        column<&core::PreProceedingsMeeting::agreed>("agreed"),
    };
    return all;
}

}  // namespace kith::store
