// The vocabulary of the process: duties, events, states and units, each with the stable word that is stored, journalled
// and printed. A word is never changed once released.
#pragma once

#include "base/words.h"

namespace kith::core {

/// What a machine is about: one small machine per noun, side by side for one child.
enum class Noun {
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
};

/// What somebody has to do by a date. One clock at most is in force for a duty on any day.
enum class Duty {
    decide_contact,  ///< what happens with a contact
    read_contact,    ///< the worker of an open child reads what came in
    acknowledge_referrer,
    tell_referrer_outcome,
    decide_referral,  ///< what happens with a referral of one child
    complete_assessment,
    review_assessment,
    hold_strategy_discussion,
    hold_strategy_follow_up,  ///< with the agency that was missing
    complete_section47_enquiry,
    hold_initial_conference,
    hold_transfer_in_conference,
    share_conference_reports,
    send_conference_decision,
    send_conference_minutes,
    hold_first_core_group,
    hold_core_group,
    hold_first_review_conference,
    hold_first_review_after_birth,
    hold_review_conference,
    visit_child_on_protection_plan,
    visit_child_in_need,
    plan_for_child_in_need,
    review_child_in_need_plan,
    give_written_assessment,
    give_closure_letter,
    review_telling_decision,
    send_letter_before_proceedings,
    decide_after_pre_proceedings,  ///< step down, or go to court
    end_police_protection,         ///< home, agreement of a parent, or an order
    decide_on_emergency_order,     ///< whether to ask the court for one while police protection lasts
    act_before_emergency_order_ends,
    read_out_of_hours_note,  ///< what was done for the child at night or over the weekend
    complete_missing_facts,  ///< what a record was started without
};

/// Something that happened: it starts clocks, discharges duties and moves machines.
enum class Event {
    contact_received,
    contact_taken,
    contact_passed_to_worker,
    contact_read,
    contact_decided,
    reporter_acknowledged,
    referrer_told_outcome,
    referral_received,
    referral_accepted,
    referral_decided,
    involvement_closed,
    closure_letter_given,
    assessment_started,
    assessment_reviewed,
    assessment_submitted,
    assessment_returned,
    assessment_authorised,
    assessment_stopped,
    written_assessment_given,
    strategy_discussion_needed,  ///< reasonable cause to suspect significant harm
    strategy_discussion_held,
    strategy_follow_up_owed,
    strategy_follow_up_held,
    strategy_discussion_decided,
    section47_enquiry_started,
    section47_outcome_recorded,
    section47_outcome_returned,
    section47_outcome_authorised,
    decision_not_to_tell_made,
    telling_decision_reviewed,
    transfer_in_notified,       ///< another authority says that a child on a plan has moved here for good
    initial_conference_needed,  ///< the enquiry found continuing risk
    conference_called,
    conference_reports_shared,
    conference_adjourned,
    conference_cancelled,
    initial_conference_held,
    transfer_in_conference_held,
    review_conference_held,
    conference_decided,
    conference_decision_sent,
    conference_minutes_sent,
    child_protection_plan_made,
    child_protection_plan_changed,
    child_protection_plan_ended,
    core_group_held,
    child_visited_on_protection_plan,
    child_visited_in_need,
    child_born,
    pregnancy_lost,
    child_in_need_decided,
    child_in_need_plan_made,
    child_in_need_plan_reviewed,
    child_in_need_plan_ended,
    pre_proceedings_started,  ///< a legal planning meeting decided so
    letter_before_proceedings_sent,
    pre_proceedings_meeting_held,
    pre_proceedings_ended,
    police_protection_taken,
    police_protection_ended,
    emergency_order_decided,  ///< to ask the court for one, or not to
    emergency_order_made,
    emergency_order_ended,
    out_of_hours_note_written,
    out_of_hours_note_read,
    record_left_incomplete,
    missing_facts_completed,
};

/// Where something stands. The word of an outcome is the word of the state that it leads to.
enum class State {
    none,  ///< nothing has been recorded yet
    received,
    taken,
    passed_to_worker,
    read,
    accepted,
    advice,
    family_plan,
    early_help,
    signpost,
    referral,
    assessment,
    strategy_discussion,
    immediate_protection,
    no_further_action,
    closed,
    started,
    awaiting_authorisation,
    child_in_need,
    looked_after,
    other_service,
    stopped,
    needed,
    held,
    follow_up_owed,
    section47_enquiry,
    police_only,
    not_substantiated,
    no_continuing_risk,
    conference,
    early_review,
    called,
    adjourned,
    cancelled,
    plan_made,
    plan_continues,
    plan_ended,
    no_plan,
    legal_planning,
    active,
    being_planned,
    ended,
    police_protection,
    emergency_order,
};

/// What an `only_if` asks of the situation; `holds` is the predicate, `says` its words.
enum class Condition {
    always,
    child_already_open,
    child_not_open,
    on_protection_plan_or_looked_after,
    not_on_protection_plan_nor_looked_after,
    verified_adult,
    nothing_left_open,
    not_first_conference,
    first_conference,
    no_review_needed_to_end,  ///< died, 18, born dead, or on another authority's plan
    unborn,
};

/// A closed set: they count differently.
enum class Unit {
    working_days,             ///< day 0 is the start; weekends and bank holidays do not count
    days_counting_the_first,  ///< as orders count: the start is day 1
    weeks,
    months,  ///< calendar months, clamped to the month's last day; never rolls forward
    hours,   ///< elapsed, whatever the clock on the wall does
};

/// The three levels of asking.
enum class Level {
    start,        ///< never refused
    complete_by,  ///< what is missing becomes a dated duty
    sign_off,     ///< where refusal lives, with the way out
};

/// How well the source of a row is known.
enum class Evidence {
    read,   ///< read in a copy of the law, the guidance or an official data set
    known,  ///< known text, not read again
    local,  ///< practice that differs from place to place
    open,   ///< not established
};

}  // namespace kith::core

template <>
struct kith::Words<kith::core::Noun> {
    using enum kith::core::Noun;
    static constexpr std::array all{
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
    };
};
template <>
struct kith::Words<kith::core::Duty> {
    using enum kith::core::Duty;
    static constexpr std::array all{
        Word{decide_contact, "decide_contact"sv},
        Word{read_contact, "read_contact"sv},
        Word{acknowledge_referrer, "acknowledge_referrer"sv},
        Word{tell_referrer_outcome, "tell_referrer_outcome"sv},
        Word{decide_referral, "decide_referral"sv},
        Word{complete_assessment, "complete_assessment"sv},
        Word{review_assessment, "review_assessment"sv},
        Word{hold_strategy_discussion, "hold_strategy_discussion"sv},
        Word{hold_strategy_follow_up, "hold_strategy_follow_up"sv},
        Word{complete_section47_enquiry, "complete_section47_enquiry"sv},
        Word{hold_initial_conference, "hold_initial_conference"sv},
        Word{hold_transfer_in_conference, "hold_transfer_in_conference"sv},
        Word{share_conference_reports, "share_conference_reports"sv},
        Word{send_conference_decision, "send_conference_decision"sv},
        Word{send_conference_minutes, "send_conference_minutes"sv},
        Word{hold_first_core_group, "hold_first_core_group"sv},
        Word{hold_core_group, "hold_core_group"sv},
        Word{hold_first_review_conference, "hold_first_review_conference"sv},
        Word{hold_first_review_after_birth, "hold_first_review_after_birth"sv},
        Word{hold_review_conference, "hold_review_conference"sv},
        Word{visit_child_on_protection_plan, "visit_child_on_protection_plan"sv},
        Word{visit_child_in_need, "visit_child_in_need"sv},
        Word{plan_for_child_in_need, "plan_for_child_in_need"sv},
        Word{review_child_in_need_plan, "review_child_in_need_plan"sv},
        Word{give_written_assessment, "give_written_assessment"sv},
        Word{give_closure_letter, "give_closure_letter"sv},
        Word{review_telling_decision, "review_telling_decision"sv},
        Word{send_letter_before_proceedings, "send_letter_before_proceedings"sv},
        Word{decide_after_pre_proceedings, "decide_after_pre_proceedings"sv},
        Word{end_police_protection, "end_police_protection"sv},
        Word{decide_on_emergency_order, "decide_on_emergency_order"sv},
        Word{act_before_emergency_order_ends, "act_before_emergency_order_ends"sv},
        Word{read_out_of_hours_note, "read_out_of_hours_note"sv},
        Word{complete_missing_facts, "complete_missing_facts"sv},
    };
};

namespace kith::core {

/// What each duty asks for, as its owner reads it in a list: one short sentence without a full stop.
inline constexpr std::array duty_sentences{
    Word{Duty::decide_contact, "Decide what happens with this contact"sv},
    Word{Duty::read_contact, "Read what came in about the child"sv},
    Word{Duty::acknowledge_referrer, "Tell whoever reported that it reached us"sv},
    Word{Duty::tell_referrer_outcome, "Tell whoever reported what was decided"sv},
    Word{Duty::decide_referral, "Decide what happens with this referral"sv},
    Word{Duty::complete_assessment, "Finish the assessment"sv},
    Word{Duty::review_assessment, "Review the assessment with the manager"sv},
    Word{Duty::hold_strategy_discussion, "Hold the strategy discussion with police and health"sv},
    Word{Duty::hold_strategy_follow_up, "Hold the follow-up with the agency that was missing"sv},
    Word{Duty::complete_section47_enquiry, "Finish the section 47 enquiry"sv},
    Word{Duty::hold_initial_conference, "Hold the initial child protection conference"sv},
    Word{Duty::hold_transfer_in_conference, "Hold the transfer-in conference"sv},
    Word{Duty::share_conference_reports, "Share the conference reports with the family"sv},
    Word{Duty::send_conference_decision, "Send out what the conference decided"sv},
    Word{Duty::send_conference_minutes, "Write the minutes of the conference and send them out"sv},
    Word{Duty::hold_first_core_group, "Hold the first core group"sv},
    Word{Duty::hold_core_group, "Hold the next core group"sv},
    Word{Duty::hold_first_review_conference, "Hold the first review conference"sv},
    Word{Duty::hold_first_review_after_birth, "Hold the first review conference after the birth"sv},
    Word{Duty::hold_review_conference, "Hold the next review conference"sv},
    Word{Duty::visit_child_on_protection_plan, "Visit the child and see them alone"sv},
    Word{Duty::visit_child_in_need, "Visit the child and hear how they are"sv},
    Word{Duty::plan_for_child_in_need, "Make the child in need plan with the family"sv},
    Word{Duty::review_child_in_need_plan, "Review the child in need plan with the family"sv},
    Word{Duty::give_written_assessment, "Give the family the written assessment"sv},
    Word{Duty::give_closure_letter, "Give the family the closing letter"sv},
    Word{Duty::review_telling_decision, "Look again at the decision not to tell somebody yet"sv},
    Word{Duty::send_letter_before_proceedings, "Give the parents the letter before proceedings"sv},
    Word{Duty::decide_after_pre_proceedings, "Decide how pre-proceedings end: step down, or go to court"sv},
    Word{Duty::end_police_protection, "End police protection: home, agreement or an order"sv},
    Word{Duty::decide_on_emergency_order, "Decide whether to ask the court for an emergency protection order"sv},
    Word{Duty::act_before_emergency_order_ends, "Decide what follows before the emergency order ends"sv},
    Word{Duty::read_out_of_hours_note, "Read what was done out of hours"sv},
    Word{Duty::complete_missing_facts, "Add what was left out, or say that it is not known"sv},
};
static_assert(duty_sentences.size() == Words<Duty>::all.size(), "every duty has its sentence");

constexpr std::string_view says(Duty duty) {
    for (const auto& [each, sentence] : duty_sentences)
        if (each == duty) return sentence;
    return "";
}

}  // namespace kith::core

template <>
struct kith::Words<kith::core::Event> {
    using enum kith::core::Event;
    static constexpr std::array all{
        Word{contact_received, "contact_received"sv},
        Word{contact_taken, "contact_taken"sv},
        Word{contact_passed_to_worker, "contact_passed_to_worker"sv},
        Word{contact_read, "contact_read"sv},
        Word{contact_decided, "contact_decided"sv},
        Word{reporter_acknowledged, "reporter_acknowledged"sv},
        Word{referrer_told_outcome, "referrer_told_outcome"sv},
        Word{referral_received, "referral_received"sv},
        Word{referral_accepted, "referral_accepted"sv},
        Word{referral_decided, "referral_decided"sv},
        Word{involvement_closed, "involvement_closed"sv},
        Word{closure_letter_given, "closure_letter_given"sv},
        Word{assessment_started, "assessment_started"sv},
        Word{assessment_reviewed, "assessment_reviewed"sv},
        Word{assessment_submitted, "assessment_submitted"sv},
        Word{assessment_returned, "assessment_returned"sv},
        Word{assessment_authorised, "assessment_authorised"sv},
        Word{assessment_stopped, "assessment_stopped"sv},
        Word{written_assessment_given, "written_assessment_given"sv},
        Word{strategy_discussion_needed, "strategy_discussion_needed"sv},
        Word{strategy_discussion_held, "strategy_discussion_held"sv},
        Word{strategy_follow_up_owed, "strategy_follow_up_owed"sv},
        Word{strategy_follow_up_held, "strategy_follow_up_held"sv},
        Word{strategy_discussion_decided, "strategy_discussion_decided"sv},
        Word{section47_enquiry_started, "section47_enquiry_started"sv},
        Word{section47_outcome_recorded, "section47_outcome_recorded"sv},
        Word{section47_outcome_returned, "section47_outcome_returned"sv},
        Word{section47_outcome_authorised, "section47_outcome_authorised"sv},
        Word{decision_not_to_tell_made, "decision_not_to_tell_made"sv},
        Word{telling_decision_reviewed, "telling_decision_reviewed"sv},
        Word{transfer_in_notified, "transfer_in_notified"sv},
        Word{initial_conference_needed, "initial_conference_needed"sv},
        Word{conference_called, "conference_called"sv},
        Word{conference_reports_shared, "conference_reports_shared"sv},
        Word{conference_adjourned, "conference_adjourned"sv},
        Word{conference_cancelled, "conference_cancelled"sv},
        Word{initial_conference_held, "initial_conference_held"sv},
        Word{transfer_in_conference_held, "transfer_in_conference_held"sv},
        Word{review_conference_held, "review_conference_held"sv},
        Word{conference_decided, "conference_decided"sv},
        Word{conference_decision_sent, "conference_decision_sent"sv},
        Word{conference_minutes_sent, "conference_minutes_sent"sv},
        Word{child_protection_plan_made, "child_protection_plan_made"sv},
        Word{child_protection_plan_changed, "child_protection_plan_changed"sv},
        Word{child_protection_plan_ended, "child_protection_plan_ended"sv},
        Word{core_group_held, "core_group_held"sv},
        Word{child_visited_on_protection_plan, "child_visited_on_protection_plan"sv},
        Word{child_visited_in_need, "child_visited_in_need"sv},
        Word{child_born, "child_born"sv},
        Word{pregnancy_lost, "pregnancy_lost"sv},
        Word{child_in_need_decided, "child_in_need_decided"sv},
        Word{child_in_need_plan_made, "child_in_need_plan_made"sv},
        Word{child_in_need_plan_reviewed, "child_in_need_plan_reviewed"sv},
        Word{child_in_need_plan_ended, "child_in_need_plan_ended"sv},
        Word{pre_proceedings_started, "pre_proceedings_started"sv},
        Word{letter_before_proceedings_sent, "letter_before_proceedings_sent"sv},
        Word{pre_proceedings_meeting_held, "pre_proceedings_meeting_held"sv},
        Word{pre_proceedings_ended, "pre_proceedings_ended"sv},
        Word{police_protection_taken, "police_protection_taken"sv},
        Word{police_protection_ended, "police_protection_ended"sv},
        Word{emergency_order_decided, "emergency_order_decided"sv},
        Word{emergency_order_made, "emergency_order_made"sv},
        Word{emergency_order_ended, "emergency_order_ended"sv},
        Word{out_of_hours_note_written, "out_of_hours_note_written"sv},
        Word{out_of_hours_note_read, "out_of_hours_note_read"sv},
        Word{record_left_incomplete, "record_left_incomplete"sv},
        Word{missing_facts_completed, "missing_facts_completed"sv},
    };
};
template <>
struct kith::Words<kith::core::State> {
    using enum kith::core::State;
    static constexpr std::array all{
        Word{none, "none"sv},
        Word{received, "received"sv},
        Word{taken, "taken"sv},
        Word{passed_to_worker, "passed_to_worker"sv},
        Word{read, "read"sv},
        Word{accepted, "accepted"sv},
        Word{advice, "advice"sv},
        Word{family_plan, "family_plan"sv},
        Word{early_help, "early_help"sv},
        Word{signpost, "signpost"sv},
        Word{referral, "referral"sv},
        Word{assessment, "assessment"sv},
        Word{strategy_discussion, "strategy_discussion"sv},
        Word{immediate_protection, "immediate_protection"sv},
        Word{no_further_action, "no_further_action"sv},
        Word{closed, "closed"sv},
        Word{started, "started"sv},
        Word{awaiting_authorisation, "awaiting_authorisation"sv},
        Word{child_in_need, "child_in_need"sv},
        Word{looked_after, "looked_after"sv},
        Word{other_service, "other_service"sv},
        Word{stopped, "stopped"sv},
        Word{needed, "needed"sv},
        Word{held, "held"sv},
        Word{follow_up_owed, "follow_up_owed"sv},
        Word{section47_enquiry, "section47_enquiry"sv},
        Word{police_only, "police_only"sv},
        Word{not_substantiated, "not_substantiated"sv},
        Word{no_continuing_risk, "no_continuing_risk"sv},
        Word{conference, "conference"sv},
        Word{early_review, "early_review"sv},
        Word{called, "called"sv},
        Word{adjourned, "adjourned"sv},
        Word{cancelled, "cancelled"sv},
        Word{plan_made, "plan_made"sv},
        Word{plan_continues, "plan_continues"sv},
        Word{plan_ended, "plan_ended"sv},
        Word{no_plan, "no_plan"sv},
        Word{legal_planning, "legal_planning"sv},
        Word{active, "active"sv},
        Word{being_planned, "being_planned"sv},
        Word{ended, "ended"sv},
        Word{police_protection, "police_protection"sv},
        Word{emergency_order, "emergency_order"sv},
    };
};
template <>
struct kith::Words<kith::core::Condition> {
    using enum kith::core::Condition;
    static constexpr std::array all{
        Word{always, "always"sv},
        Word{child_already_open, "child_already_open"sv},
        Word{child_not_open, "child_not_open"sv},
        Word{on_protection_plan_or_looked_after, "on_protection_plan_or_looked_after"sv},
        Word{not_on_protection_plan_nor_looked_after, "not_on_protection_plan_nor_looked_after"sv},
        Word{verified_adult, "verified_adult"sv},
        Word{nothing_left_open, "nothing_left_open"sv},
        Word{not_first_conference, "not_first_conference"sv},
        Word{first_conference, "first_conference"sv},
        Word{no_review_needed_to_end, "no_review_needed_to_end"sv},
        Word{unborn, "unborn"sv},
    };
};
template <>
struct kith::Words<kith::core::Unit> {
    using enum kith::core::Unit;
    static constexpr std::array all{
        Word{working_days, "working_days"sv},
        Word{days_counting_the_first, "days_counting_the_first"sv},
        Word{weeks, "weeks"sv},
        Word{months, "months"sv},
        Word{hours, "hours"sv},
    };
};
template <>
struct kith::Words<kith::core::Level> {
    using enum kith::core::Level;
    static constexpr std::array all{
        Word{start, "start"sv},
        Word{complete_by, "complete_by"sv},
        Word{sign_off, "sign_off"sv},
    };
};
template <>
struct kith::Words<kith::core::Evidence> {
    using enum kith::core::Evidence;
    static constexpr std::array all{
        Word{read, "read"sv},
        Word{known, "known"sv},
        Word{local, "local"sv},
        Word{open, "open"sv},
    };
};
