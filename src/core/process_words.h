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
    end_police_protection,  ///< home, agreement of a parent, or an order
    act_before_emergency_order_ends,
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
    police_protection_taken,
    police_protection_ended,
    emergency_order_made,
    emergency_order_ended,
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
        std::pair{contact, "contact"sv},
        std::pair{referral, "referral"sv},
        std::pair{assessment, "assessment"sv},
        std::pair{strategy_discussion, "strategy_discussion"sv},
        std::pair{section47_enquiry, "section47_enquiry"sv},
        std::pair{conference, "conference"sv},
        std::pair{child_protection_plan, "child_protection_plan"sv},
        std::pair{child_in_need_plan, "child_in_need_plan"sv},
    };
};
template <>
struct kith::Words<kith::core::Duty> {
    using enum kith::core::Duty;
    static constexpr std::array all{
        std::pair{decide_contact, "decide_contact"sv},
        std::pair{read_contact, "read_contact"sv},
        std::pair{acknowledge_referrer, "acknowledge_referrer"sv},
        std::pair{tell_referrer_outcome, "tell_referrer_outcome"sv},
        std::pair{decide_referral, "decide_referral"sv},
        std::pair{complete_assessment, "complete_assessment"sv},
        std::pair{review_assessment, "review_assessment"sv},
        std::pair{hold_strategy_discussion, "hold_strategy_discussion"sv},
        std::pair{hold_strategy_follow_up, "hold_strategy_follow_up"sv},
        std::pair{complete_section47_enquiry, "complete_section47_enquiry"sv},
        std::pair{hold_initial_conference, "hold_initial_conference"sv},
        std::pair{hold_transfer_in_conference, "hold_transfer_in_conference"sv},
        std::pair{share_conference_reports, "share_conference_reports"sv},
        std::pair{send_conference_decision, "send_conference_decision"sv},
        std::pair{hold_first_core_group, "hold_first_core_group"sv},
        std::pair{hold_core_group, "hold_core_group"sv},
        std::pair{hold_first_review_conference, "hold_first_review_conference"sv},
        std::pair{hold_first_review_after_birth, "hold_first_review_after_birth"sv},
        std::pair{hold_review_conference, "hold_review_conference"sv},
        std::pair{visit_child_on_protection_plan, "visit_child_on_protection_plan"sv},
        std::pair{visit_child_in_need, "visit_child_in_need"sv},
        std::pair{plan_for_child_in_need, "plan_for_child_in_need"sv},
        std::pair{review_child_in_need_plan, "review_child_in_need_plan"sv},
        std::pair{give_written_assessment, "give_written_assessment"sv},
        std::pair{give_closure_letter, "give_closure_letter"sv},
        std::pair{review_telling_decision, "review_telling_decision"sv},
        std::pair{end_police_protection, "end_police_protection"sv},
        std::pair{act_before_emergency_order_ends, "act_before_emergency_order_ends"sv},
        std::pair{complete_missing_facts, "complete_missing_facts"sv},
    };
};

namespace kith::core {

/// What each duty asks for, as its owner reads it in a list: one short sentence without a full stop.
inline constexpr std::array duty_sentences{
    std::pair{Duty::decide_contact, "Decide what happens with this contact"sv},
    std::pair{Duty::read_contact, "Read what came in about the child"sv},
    std::pair{Duty::acknowledge_referrer, "Tell whoever reported that it reached us"sv},
    std::pair{Duty::tell_referrer_outcome, "Tell whoever reported what was decided"sv},
    std::pair{Duty::decide_referral, "Decide what happens with this referral"sv},
    std::pair{Duty::complete_assessment, "Finish the assessment"sv},
    std::pair{Duty::review_assessment, "Review the assessment with the manager"sv},
    std::pair{Duty::hold_strategy_discussion, "Hold the strategy discussion with police and health"sv},
    std::pair{Duty::hold_strategy_follow_up, "Hold the follow-up with the agency that was missing"sv},
    std::pair{Duty::complete_section47_enquiry, "Finish the section 47 enquiry"sv},
    std::pair{Duty::hold_initial_conference, "Hold the initial child protection conference"sv},
    std::pair{Duty::hold_transfer_in_conference, "Hold the transfer-in conference"sv},
    std::pair{Duty::share_conference_reports, "Share the conference reports with the family"sv},
    std::pair{Duty::send_conference_decision, "Send out what the conference decided"sv},
    std::pair{Duty::hold_first_core_group, "Hold the first core group"sv},
    std::pair{Duty::hold_core_group, "Hold the next core group"sv},
    std::pair{Duty::hold_first_review_conference, "Hold the first review conference"sv},
    std::pair{Duty::hold_first_review_after_birth, "Hold the first review conference after the birth"sv},
    std::pair{Duty::hold_review_conference, "Hold the next review conference"sv},
    std::pair{Duty::visit_child_on_protection_plan, "Visit the child and see them alone"sv},
    std::pair{Duty::visit_child_in_need, "Visit the child and hear how they are"sv},
    std::pair{Duty::plan_for_child_in_need, "Make the child in need plan with the family"sv},
    std::pair{Duty::review_child_in_need_plan, "Review the child in need plan with the family"sv},
    std::pair{Duty::give_written_assessment, "Give the family the written assessment"sv},
    std::pair{Duty::give_closure_letter, "Give the family the closing letter"sv},
    std::pair{Duty::review_telling_decision, "Look again at the decision not to tell somebody yet"sv},
    std::pair{Duty::end_police_protection, "End police protection: home, agreement or an order"sv},
    std::pair{Duty::act_before_emergency_order_ends, "Decide what follows before the emergency order ends"sv},
    std::pair{Duty::complete_missing_facts, "Add what was left out, or say that it is not known"sv},
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
        std::pair{contact_received, "contact_received"sv},
        std::pair{contact_taken, "contact_taken"sv},
        std::pair{contact_passed_to_worker, "contact_passed_to_worker"sv},
        std::pair{contact_read, "contact_read"sv},
        std::pair{contact_decided, "contact_decided"sv},
        std::pair{reporter_acknowledged, "reporter_acknowledged"sv},
        std::pair{referrer_told_outcome, "referrer_told_outcome"sv},
        std::pair{referral_received, "referral_received"sv},
        std::pair{referral_accepted, "referral_accepted"sv},
        std::pair{referral_decided, "referral_decided"sv},
        std::pair{involvement_closed, "involvement_closed"sv},
        std::pair{closure_letter_given, "closure_letter_given"sv},
        std::pair{assessment_started, "assessment_started"sv},
        std::pair{assessment_reviewed, "assessment_reviewed"sv},
        std::pair{assessment_submitted, "assessment_submitted"sv},
        std::pair{assessment_returned, "assessment_returned"sv},
        std::pair{assessment_authorised, "assessment_authorised"sv},
        std::pair{assessment_stopped, "assessment_stopped"sv},
        std::pair{written_assessment_given, "written_assessment_given"sv},
        std::pair{strategy_discussion_needed, "strategy_discussion_needed"sv},
        std::pair{strategy_discussion_held, "strategy_discussion_held"sv},
        std::pair{strategy_follow_up_owed, "strategy_follow_up_owed"sv},
        std::pair{strategy_follow_up_held, "strategy_follow_up_held"sv},
        std::pair{strategy_discussion_decided, "strategy_discussion_decided"sv},
        std::pair{section47_enquiry_started, "section47_enquiry_started"sv},
        std::pair{section47_outcome_recorded, "section47_outcome_recorded"sv},
        std::pair{section47_outcome_returned, "section47_outcome_returned"sv},
        std::pair{section47_outcome_authorised, "section47_outcome_authorised"sv},
        std::pair{decision_not_to_tell_made, "decision_not_to_tell_made"sv},
        std::pair{telling_decision_reviewed, "telling_decision_reviewed"sv},
        std::pair{transfer_in_notified, "transfer_in_notified"sv},
        std::pair{initial_conference_needed, "initial_conference_needed"sv},
        std::pair{conference_called, "conference_called"sv},
        std::pair{conference_reports_shared, "conference_reports_shared"sv},
        std::pair{conference_adjourned, "conference_adjourned"sv},
        std::pair{conference_cancelled, "conference_cancelled"sv},
        std::pair{initial_conference_held, "initial_conference_held"sv},
        std::pair{transfer_in_conference_held, "transfer_in_conference_held"sv},
        std::pair{review_conference_held, "review_conference_held"sv},
        std::pair{conference_decided, "conference_decided"sv},
        std::pair{conference_decision_sent, "conference_decision_sent"sv},
        std::pair{child_protection_plan_made, "child_protection_plan_made"sv},
        std::pair{child_protection_plan_changed, "child_protection_plan_changed"sv},
        std::pair{child_protection_plan_ended, "child_protection_plan_ended"sv},
        std::pair{core_group_held, "core_group_held"sv},
        std::pair{child_visited_on_protection_plan, "child_visited_on_protection_plan"sv},
        std::pair{child_visited_in_need, "child_visited_in_need"sv},
        std::pair{child_born, "child_born"sv},
        std::pair{pregnancy_lost, "pregnancy_lost"sv},
        std::pair{child_in_need_decided, "child_in_need_decided"sv},
        std::pair{child_in_need_plan_made, "child_in_need_plan_made"sv},
        std::pair{child_in_need_plan_reviewed, "child_in_need_plan_reviewed"sv},
        std::pair{child_in_need_plan_ended, "child_in_need_plan_ended"sv},
        std::pair{police_protection_taken, "police_protection_taken"sv},
        std::pair{police_protection_ended, "police_protection_ended"sv},
        std::pair{emergency_order_made, "emergency_order_made"sv},
        std::pair{emergency_order_ended, "emergency_order_ended"sv},
        std::pair{record_left_incomplete, "record_left_incomplete"sv},
        std::pair{missing_facts_completed, "missing_facts_completed"sv},
    };
};
template <>
struct kith::Words<kith::core::State> {
    using enum kith::core::State;
    static constexpr std::array all{
        std::pair{none, "none"sv},
        std::pair{received, "received"sv},
        std::pair{taken, "taken"sv},
        std::pair{passed_to_worker, "passed_to_worker"sv},
        std::pair{read, "read"sv},
        std::pair{accepted, "accepted"sv},
        std::pair{advice, "advice"sv},
        std::pair{family_plan, "family_plan"sv},
        std::pair{early_help, "early_help"sv},
        std::pair{signpost, "signpost"sv},
        std::pair{referral, "referral"sv},
        std::pair{assessment, "assessment"sv},
        std::pair{strategy_discussion, "strategy_discussion"sv},
        std::pair{immediate_protection, "immediate_protection"sv},
        std::pair{no_further_action, "no_further_action"sv},
        std::pair{closed, "closed"sv},
        std::pair{started, "started"sv},
        std::pair{awaiting_authorisation, "awaiting_authorisation"sv},
        std::pair{child_in_need, "child_in_need"sv},
        std::pair{looked_after, "looked_after"sv},
        std::pair{other_service, "other_service"sv},
        std::pair{stopped, "stopped"sv},
        std::pair{needed, "needed"sv},
        std::pair{held, "held"sv},
        std::pair{follow_up_owed, "follow_up_owed"sv},
        std::pair{section47_enquiry, "section47_enquiry"sv},
        std::pair{police_only, "police_only"sv},
        std::pair{not_substantiated, "not_substantiated"sv},
        std::pair{no_continuing_risk, "no_continuing_risk"sv},
        std::pair{conference, "conference"sv},
        std::pair{early_review, "early_review"sv},
        std::pair{called, "called"sv},
        std::pair{adjourned, "adjourned"sv},
        std::pair{cancelled, "cancelled"sv},
        std::pair{plan_made, "plan_made"sv},
        std::pair{plan_continues, "plan_continues"sv},
        std::pair{plan_ended, "plan_ended"sv},
        std::pair{no_plan, "no_plan"sv},
        std::pair{legal_planning, "legal_planning"sv},
        std::pair{active, "active"sv},
        std::pair{being_planned, "being_planned"sv},
        std::pair{ended, "ended"sv},
    };
};
template <>
struct kith::Words<kith::core::Condition> {
    using enum kith::core::Condition;
    static constexpr std::array all{
        std::pair{always, "always"sv},
        std::pair{child_already_open, "child_already_open"sv},
        std::pair{child_not_open, "child_not_open"sv},
        std::pair{on_protection_plan_or_looked_after, "on_protection_plan_or_looked_after"sv},
        std::pair{not_on_protection_plan_nor_looked_after, "not_on_protection_plan_nor_looked_after"sv},
        std::pair{verified_adult, "verified_adult"sv},
        std::pair{nothing_left_open, "nothing_left_open"sv},
        std::pair{not_first_conference, "not_first_conference"sv},
        std::pair{first_conference, "first_conference"sv},
        std::pair{no_review_needed_to_end, "no_review_needed_to_end"sv},
        std::pair{unborn, "unborn"sv},
    };
};
template <>
struct kith::Words<kith::core::Unit> {
    using enum kith::core::Unit;
    static constexpr std::array all{
        std::pair{working_days, "working_days"sv},
        std::pair{days_counting_the_first, "days_counting_the_first"sv},
        std::pair{weeks, "weeks"sv},
        std::pair{months, "months"sv},
        std::pair{hours, "hours"sv},
    };
};
template <>
struct kith::Words<kith::core::Level> {
    using enum kith::core::Level;
    static constexpr std::array all{
        std::pair{start, "start"sv},
        std::pair{complete_by, "complete_by"sv},
        std::pair{sign_off, "sign_off"sv},
    };
};
template <>
struct kith::Words<kith::core::Evidence> {
    using enum kith::core::Evidence;
    static constexpr std::array all{
        std::pair{read, "read"sv},
        std::pair{known, "known"sv},
        std::pair{local, "local"sv},
        std::pair{open, "open"sv},
    };
};
