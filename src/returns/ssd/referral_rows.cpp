// From the front door to the end of the assessment.
#include <algorithm>

#include "base/json.h"
#include "returns/cin/codes.h"
#include "returns/cin/mapping.h"
#include "returns/ssd/child_rows.h"

namespace kith::returns::ssd {

namespace {

// ---- Contacts -------------------------------------------------------------------------------------------------------

std::string_view flag_of(const core::Contact& contact) {
    if (contact.state == core::ContactState::passed_to_worker) return "EXISTING_REFERRAL";
    if (!contact.decision) return {};
    switch (*contact.decision) {
        using enum core::ContactDecision;
        case advice:
            return "ADVICE";
        case family_plan:
        case early_help:
        case signpost:
            return "OTHER_OUTCOMES_EXIST";
        case referral:
            return "NEW_REFERRAL";
        case strategy_discussion:
        case immediate_protection:
            return "CP_ENQUIRY";
    }
    return {};
}

std::string contact_outcome(const core::Contact& contact, const core::Referral* referral) {
    return flags({"NEW_REFERRAL", "EXISTING_REFERRAL", "CP_ENQUIRY", "NFA", "NON_AGENCY_ADOPTION", "PRIVATE_FOSTERING",
                  "ADVICE", "MISSING", "OLA_CP", "OTHER_OUTCOMES_EXIST"},
                 {flag_of(contact), referral ? "NEW_REFERRAL" : ""});
}

// ---- Referrals ------------------------------------------------------------------------------------------------------

std::string_view flag_of(core::ReferralDecision decision) {
    switch (decision) {
        using enum core::ReferralDecision;
        case no_further_action:
            return "NFA";
        case signpost:
        case early_help:
        case immediate_protection:
            return "OTHER_OUTCOMES_EXIST";
        case assessment:
            return "SINGLE_ASSESSMENT";
        case strategy_discussion:
            return "STRATEGY_DISCUSSION";
    }
    return {};
}

std::string referral_outcome(const core::Referral& referral) {
    return flags({"SINGLE_ASSESSMENT", "NFA", "STRATEGY_DISCUSSION", "CLA_REQUEST", "NON_AGENCY_ADOPTION",
                  "PRIVATE_FOSTERING", "CP_TRANSFER_IN", "CP_CONFERENCE", "CARE_LEAVER", "OTHER_OUTCOMES_EXIST"},
                 {referral.decision ? flag_of(*referral.decision) : ""});
}

const core::Closure* closure_of(const ChildInExtract& child, core::ReferralId referral) {
    const core::Closure* last = nullptr;
    for (const core::Closure& each : child.history.closures)
        if (each.referral == referral && each.state == core::ClosureState::authorised) last = &each;
    return last;
}

Row referral_row(const ChildInExtract& child, const core::Referral& referral) {
    static const Table& shape = table("ssd_cin_episodes");
    std::string_view source = cin::code_of(referral.source);
    Row row(shape);
    row.text("cine_referral_id", child.key(referral.id, referral.child))
        .text("cine_person_id", child.person)
        .date("cine_referral_date", core::timescale_starts(referral))
        .text("cine_cin_primary_need_code", cin::code_of(referral.need))
        .text("cine_referral_source_code", source)
        .text("cine_referral_source_desc", cin::referral_source_label(source))
        .json("cine_referral_outcome_json", referral_outcome(referral))
        .date("cine_close_date", referral.closed_on)
        .reference("cine_referral_team", child.team(referral.team))
        .reference("cine_referral_worker_id", child.staff(referral.decided_by));
    if (referral.decision) row.flag("cine_referral_nfa", core::ends_at_once(*referral.decision));
    if (const core::Closure* closure = referral.closed_on ? closure_of(child, referral.id) : nullptr)
        row.text("cine_close_reason", cin::code_of(closure->reason));
    return row;
}

// ---- Assessments ----------------------------------------------------------------------------------------------------

std::string_view flag_of(core::AssessmentOutcome outcome) {
    switch (outcome) {
        using enum core::AssessmentOutcome;
        case no_further_action:
            return "NFA";
        case early_help:
            return "OTHER_ACTIONS";
        case child_in_need:
            return "PROV_OF_SERVICES";
        case strategy_discussion:
            return "STRATEGY_DISCUSSION";
        case looked_after:
            return "CLA_REQUEST";
        case other_service:
            return "REFERRAL_TO_OTHER_AGENCY";
        case plan_continues:
            return "OTHER_OUTCOMES_EXIST";
    }
    return {};
}

std::string assessment_outcome(std::optional<core::AssessmentOutcome> outcome) {
    return flags({"NFA", "NFA_S47_END", "STRATEGY_DISCUSSION", "CLA_REQUEST", "PRIVATE_FOSTERING", "LEGAL_ACTION",
                  "PROV_OF_SERVICES", "PROV_OF_SB_CARE", "SPECIALIST_ASSESSMENT", "REFERRAL_TO_OTHER_AGENCY",
                  "OTHER_ACTIONS", "OTHER_OUTCOMES_EXIST"},
                 {outcome ? flag_of(*outcome) : ""}, "COMMENTS");
}

/// Nothing before it is authorised.
std::optional<core::AssessmentOutcome> outcome_of(const core::AssessmentOfChild& each) {
    return each.assessment.state == core::AssessmentState::authorised ? each.part.outcome : std::nullopt;
}

std::optional<Date> authorised_on(const core::Assessment& assessment) {
    if (assessment.state != core::AssessmentState::authorised || !assessment.signed_off_at) return std::nullopt;
    return london_date(*assessment.signed_off_at);
}

Row assessment_row(const ChildInExtract& child, const core::AssessmentOfChild& each) {
    static const Table& shape = table("ssd_cin_assessments");
    const auto& [assessment, part] = each;
    auto outcome = outcome_of(each);
    Row row(shape);
    row.text("cina_assessment_id", child.key(part.id, part.child))
        .text("cina_person_id", child.person)
        .reference("cina_referral_id", child.referral(part.referral, assessment.started_on))
        .date("cina_assessment_start_date", assessment.started_on)
        .flag("cina_assessment_child_seen", seen_or_not(part.seen))
        .date("cina_assessment_auth_date", authorised_on(assessment))
        .json("cina_assessment_outcome_json", assessment_outcome(outcome))
        .reference("cina_assessment_team", child.team(assessment.team))
        .reference("cina_assessment_worker_id", child.staff(assessment.worker));
    if (outcome) row.flag("cina_assessment_outcome_nfa", *outcome == core::AssessmentOutcome::no_further_action);
    return row;
}

Row factors_row(const ChildInExtract& child, const core::AssessmentChild& part) {
    static const Table& shape = table("ssd_assessment_factors");
    std::string codes;
    JsonWriter json(codes);
    json.begin_array();
    for (const std::string& code : part.factors)
        if (cin::is_factor(code)) json.text(code);
    json.end_array();
    std::string key = child.key(part.id, part.child);
    return Row(shape)
        .text("cinf_table_id", key)
        .text("cinf_assessment_id", key)
        .json("cinf_assessment_factors_json", codes);
}

}  // namespace

void contact_rows(const ChildInExtract& child, Rows rows) {
    static const Table& shape = table("ssd_contacts");
    for (const auto& [contact, about] : child.record.contacts) {
        Date day = london_date(contact.received_at);
        if (!child.within(day)) continue;
        auto referral = std::ranges::find(child.history.referrals, contact.id, &core::Referral::contact);
        bool referred = referral != child.history.referrals.end();
        std::string_view source = referred ? cin::code_of(referral->source) : std::string_view(contact.source_code);
        if (!cin::is_referral_source(source)) source = {};
        rows(Row(shape)
                 .text("cont_contact_id", to_text(about.id))
                 .text("cont_person_id", child.person)
                 .date("cont_contact_date", day)
                 .text("cont_contact_source_code", source)
                 .text("cont_contact_source_desc", cin::referral_source_label(source))
                 .json("cont_contact_outcome_json", contact_outcome(contact, referred ? &*referral : nullptr)));
    }
}

void referral_rows(const ChildInExtract& child, Rows rows) {
    for (const core::Referral* each : child.referrals())
        rows(referral_row(child, *each));
}

void assessment_rows(const ChildInExtract& child, Rows rows) {
    for (const core::AssessmentOfChild& each : child.history.assessments) {
        if (each.assessment.state == core::AssessmentState::stopped) continue;
        if (!child.within(each.assessment.started_on, authorised_on(each.assessment))) continue;
        rows(assessment_row(child, each));
        if (each.assessment.state == core::AssessmentState::authorised) rows(factors_row(child, each.part));
    }
}

}  // namespace kith::returns::ssd
