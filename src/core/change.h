// What happened to a record. Every write of the social-care record is a Change: a kind and version from this list, and
// the full after-image of the rows that it wrote. It belongs to exactly one record, and is chained to that record's
// last one.
//
// A Change says what is so now, never how it was worked out: replaying it asks no rule, no clock and no person.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "base/words.h"

namespace kith::core {

/// The things that have a history of their own. A row that is only ever part of one of these (a line of a plan,
/// somebody's attendance) belongs to its record's chain.
enum class RecordKind {
    authority,
    staff,
    person,
    family,
    contact,
    referral,
    assessment,
    strategy_discussion,
    section47_enquiry,
    conference,
    child_protection_plan,
    child_in_need_plan,
    pre_proceedings,
    emergency_protection,
    out_of_hours_note,
};

/// One kind of change. `version` counts the meanings that the name has had; the shapes of rows have versions of their
/// own.
struct ChangeKind {
    std::string_view name;  ///< "contact received": stored for ever
    RecordKind record;
    int version = 1;
};

namespace happened {
inline constexpr ChangeKind authority_founded{"authority founded", RecordKind::authority};
inline constexpr ChangeKind authority_described{"authority described", RecordKind::authority};
inline constexpr ChangeKind team_recorded{"team recorded", RecordKind::authority};
inline constexpr ChangeKind staff_recorded{"staff recorded", RecordKind::staff};
inline constexpr ChangeKind staff_disabled{"staff disabled", RecordKind::staff};

inline constexpr ChangeKind person_recorded{"person recorded", RecordKind::person};
inline constexpr ChangeKind person_changed{"person changed", RecordKind::person};
inline constexpr ChangeKind relation_recorded{"relation recorded", RecordKind::person};
inline constexpr ChangeKind relation_changed{"relation changed", RecordKind::person};
inline constexpr ChangeKind place_recorded{"place recorded", RecordKind::person};
inline constexpr ChangeKind place_ended{"place ended", RecordKind::person};
inline constexpr ChangeKind place_kept_secret{"place kept secret", RecordKind::person};
inline constexpr ChangeKind place_secret_ended{"place secret ended", RecordKind::person};
inline constexpr ChangeKind worker_allocated{"worker allocated", RecordKind::person};
inline constexpr ChangeKind timeline_noted{"timeline noted", RecordKind::person};

inline constexpr ChangeKind contact_received{"contact received", RecordKind::contact};
inline constexpr ChangeKind contact_taken{"contact taken", RecordKind::contact};
inline constexpr ChangeKind contact_child_named{"contact child named", RecordKind::contact};
inline constexpr ChangeKind contact_child_identified{"contact child identified", RecordKind::contact};
inline constexpr ChangeKind contact_passed_to_worker{"contact passed to worker", RecordKind::contact};
inline constexpr ChangeKind contact_read{"contact read", RecordKind::contact};
inline constexpr ChangeKind contact_decided{"contact decided", RecordKind::contact};
inline constexpr ChangeKind reporter_answered{"reporter answered", RecordKind::contact};

inline constexpr ChangeKind child_opened{"child opened", RecordKind::person};
inline constexpr ChangeKind child_closed{"child closed", RecordKind::person};
inline constexpr ChangeKind worker_joined{"worker joined", RecordKind::person};
inline constexpr ChangeKind worker_left{"worker left", RecordKind::person};
inline constexpr ChangeKind child_visited{"child visited", RecordKind::person};
inline constexpr ChangeKind transfer_in_notified{"transfer-in notified", RecordKind::person};

inline constexpr ChangeKind telling_on_person{"telling recorded", RecordKind::person};
inline constexpr ChangeKind telling_on_referral{"telling recorded", RecordKind::referral};
inline constexpr ChangeKind telling_on_assessment{"telling recorded", RecordKind::assessment};
inline constexpr ChangeKind telling_on_strategy_discussion{"telling recorded", RecordKind::strategy_discussion};
inline constexpr ChangeKind telling_on_section47_enquiry{"telling recorded", RecordKind::section47_enquiry};
inline constexpr ChangeKind telling_on_conference{"telling recorded", RecordKind::conference};
inline constexpr ChangeKind telling_on_protection_plan{"telling recorded", RecordKind::child_protection_plan};
inline constexpr ChangeKind telling_on_need_plan{"telling recorded", RecordKind::child_in_need_plan};
inline constexpr ChangeKind telling_on_pre_proceedings{"telling recorded", RecordKind::pre_proceedings};

inline constexpr ChangeKind referral_accepted{"referral accepted", RecordKind::referral};
inline constexpr ChangeKind referral_decided{"referral decided", RecordKind::referral};
inline constexpr ChangeKind closure_proposed{"closure proposed", RecordKind::referral};
inline constexpr ChangeKind closure_returned{"closure returned", RecordKind::referral};
inline constexpr ChangeKind involvement_closed{"involvement closed", RecordKind::referral};

inline constexpr ChangeKind assessment_started{"assessment started", RecordKind::assessment};
inline constexpr ChangeKind assessment_written{"assessment written", RecordKind::assessment};
inline constexpr ChangeKind assessment_reviewed{"assessment reviewed", RecordKind::assessment};
inline constexpr ChangeKind assessment_submitted{"assessment submitted", RecordKind::assessment};
inline constexpr ChangeKind assessment_returned{"assessment returned", RecordKind::assessment};
inline constexpr ChangeKind assessment_authorised{"assessment authorised", RecordKind::assessment};
inline constexpr ChangeKind assessment_stopped{"assessment stopped", RecordKind::assessment};

inline constexpr ChangeKind need_plan_decided{"child in need plan decided", RecordKind::child_in_need_plan};
inline constexpr ChangeKind need_plan_made{"child in need plan made", RecordKind::child_in_need_plan};
inline constexpr ChangeKind need_plan_changed{"child in need plan changed", RecordKind::child_in_need_plan};
inline constexpr ChangeKind need_plan_reviewed{"child in need plan reviewed", RecordKind::child_in_need_plan};
inline constexpr ChangeKind need_plan_ended{"child in need plan ended", RecordKind::child_in_need_plan};
inline constexpr ChangeKind strategy_discussion_held{"strategy discussion held", RecordKind::strategy_discussion};
inline constexpr ChangeKind strategy_discussion_written{"strategy discussion written", RecordKind::strategy_discussion};
inline constexpr ChangeKind strategy_discussion_decided{"strategy discussion decided", RecordKind::strategy_discussion};
inline constexpr ChangeKind strategy_discussion_added_to{"strategy discussion added to",
                                                         RecordKind::strategy_discussion};
inline constexpr ChangeKind strategy_discussion_completed{"strategy discussion completed",
                                                          RecordKind::strategy_discussion};
inline constexpr ChangeKind safety_plan_made{"interim safety plan made", RecordKind::person};
inline constexpr ChangeKind safety_plan_ended{"interim safety plan ended", RecordKind::person};

inline constexpr ChangeKind section47_enquiry_started{"section 47 enquiry started", RecordKind::section47_enquiry};
inline constexpr ChangeKind section47_discussion_held{"owed strategy discussion held", RecordKind::section47_enquiry};
inline constexpr ChangeKind section47_lead_named{"section 47 lead named", RecordKind::section47_enquiry};
inline constexpr ChangeKind section47_findings_recorded{"section 47 findings recorded", RecordKind::section47_enquiry};
inline constexpr ChangeKind section47_step_recorded{"section 47 step recorded", RecordKind::section47_enquiry};
inline constexpr ChangeKind section47_outcome_proposed{"section 47 outcome proposed", RecordKind::section47_enquiry};
inline constexpr ChangeKind section47_outcome_returned{"section 47 outcome returned", RecordKind::section47_enquiry};
inline constexpr ChangeKind section47_outcome_endorsed{"section 47 outcome endorsed", RecordKind::section47_enquiry};
inline constexpr ChangeKind section47_enquiry_stopped{"section 47 enquiry stopped", RecordKind::section47_enquiry};

inline constexpr ChangeKind conference_called{"conference called", RecordKind::conference};
inline constexpr ChangeKind conference_chair_named{"conference chair named", RecordKind::conference};
inline constexpr ChangeKind conference_arranged{"conference arranged", RecordKind::conference};
inline constexpr ChangeKind conference_invitations_sent{"conference invitations sent", RecordKind::conference};
inline constexpr ChangeKind conference_report_recorded{"conference report recorded", RecordKind::conference};
inline constexpr ChangeKind conference_held{"conference held", RecordKind::conference};
inline constexpr ChangeKind conference_adjourned{"conference did not proceed", RecordKind::conference};
inline constexpr ChangeKind conference_child_decided{"conference decided for a child", RecordKind::conference};
inline constexpr ChangeKind conference_signed_off{"conference signed off", RecordKind::conference};
inline constexpr ChangeKind conference_decision_sent{"conference decision sent", RecordKind::conference};
inline constexpr ChangeKind conference_minutes_written{"conference minutes written", RecordKind::conference};
inline constexpr ChangeKind conference_minutes_sent{"conference minutes sent", RecordKind::conference};
inline constexpr ChangeKind conference_stopped_for_child{"conference stopped for a child", RecordKind::conference};

inline constexpr ChangeKind protection_plan_made{"child protection plan made", RecordKind::child_protection_plan};
inline constexpr ChangeKind protection_plan_written{"child protection plan written", RecordKind::child_protection_plan};
inline constexpr ChangeKind protection_plan_reviewed{"child protection plan reviewed",
                                                     RecordKind::child_protection_plan};
inline constexpr ChangeKind protection_plan_ended{"child protection plan ended", RecordKind::child_protection_plan};
inline constexpr ChangeKind core_group_changed{"core group changed", RecordKind::child_protection_plan};
inline constexpr ChangeKind core_group_held{"core group held", RecordKind::child_protection_plan};
inline constexpr ChangeKind protection_visit_made{"protection visit made", RecordKind::child_protection_plan};

inline constexpr ChangeKind pre_proceedings_started{"pre-proceedings started", RecordKind::pre_proceedings};
inline constexpr ChangeKind letter_before_proceedings_sent{"letter before proceedings sent",
                                                           RecordKind::pre_proceedings};
inline constexpr ChangeKind pre_proceedings_meeting_held{"pre-proceedings meeting held", RecordKind::pre_proceedings};
inline constexpr ChangeKind family_meeting_held{"family meeting held", RecordKind::pre_proceedings};
inline constexpr ChangeKind pre_proceedings_ended{"pre-proceedings ended", RecordKind::pre_proceedings};
inline constexpr ChangeKind court_steps_recorded{"court steps recorded", RecordKind::pre_proceedings};

inline constexpr ChangeKind police_protection_taken{"police protection taken", RecordKind::emergency_protection};
inline constexpr ChangeKind emergency_order_made{"emergency protection order made", RecordKind::emergency_protection};
inline constexpr ChangeKind emergency_protection_written{"emergency protection written",
                                                         RecordKind::emergency_protection};
inline constexpr ChangeKind emergency_order_decided{"emergency protection order decided on",
                                                    RecordKind::emergency_protection};
inline constexpr ChangeKind emergency_protection_ended{"emergency protection ended", RecordKind::emergency_protection};

inline constexpr ChangeKind out_of_hours_note_written{"out-of-hours note written", RecordKind::out_of_hours_note};
inline constexpr ChangeKind out_of_hours_note_read{"out-of-hours note read", RecordKind::out_of_hours_note};

inline constexpr ChangeKind child_born{"child born", RecordKind::person};
inline constexpr ChangeKind expected_date_changed{"expected date changed", RecordKind::person};
inline constexpr ChangeKind twins_split{"twins split", RecordKind::person};
inline constexpr ChangeKind pregnancy_ended{"pregnancy ended", RecordKind::person};
}  // namespace happened

}  // namespace kith::core

template <>
struct kith::Words<kith::core::RecordKind> {
    using enum kith::core::RecordKind;
    static constexpr std::array all{
        Word{authority, "authority"sv},
        Word{staff, "staff"sv},
        Word{person, "person"sv},
        Word{family, "family"sv},
        Word{contact, "contact"sv},
        Word{referral, "referral"sv},
        Word{assessment, "assessment"sv},
        Word{strategy_discussion, "strategy_discussion"sv},
        Word{section47_enquiry, "section47_enquiry"sv},
        Word{conference, "conference"sv},
        Word{child_protection_plan, "child_protection_plan"sv},
        Word{child_in_need_plan, "child_in_need_plan"sv},
        Word{pre_proceedings, "pre_proceedings"sv},
        Word{emergency_protection, "emergency_protection"sv},
        Word{out_of_hours_note, "out_of_hours_note"sv},
    };
};
