// Section 47 enquiries and first conferences.
#include "returns/ssd/child_rows.h"

#include <algorithm>

#include "core/conference_steps.h"

namespace kith::returns::ssd {

namespace {

std::optional<Date> ended_on(const core::Section47Enquiry& enquiry) {
    if (enquiry.state != core::EnquiryState::ended || !enquiry.endorsed_at) return std::nullopt;
    return london_date(*enquiry.endorsed_at);
}

bool was_being_assessed(const ChildInExtract& child, Date day) {
    return std::ranges::any_of(child.history.assessments, [&](const core::AssessmentOfChild& each) {
        const core::Assessment& assessment = each.assessment;
        return assessment.state != core::AssessmentState::stopped && assessment.started_on <= day &&
               (!assessment.signed_off_at || london_date(*assessment.signed_off_at) >= day ||
                assessment.state != core::AssessmentState::authorised);
    });
}

/// Where it led, once endorsed. "The manager decides" is no further action of the enquiry itself; an assessment that is
/// under way goes on.
std::string_view flag_of(const ChildInExtract& child, const core::Section47Enquiry& enquiry) {
    auto ended = ended_on(enquiry);
    if (!ended || !enquiry.leads_to) return {};
    switch (*enquiry.leads_to) {
        using enum core::AfterEnquiry;
        case manager_decides:
            return was_being_assessed(child, *ended) ? "NFA_CONTINUE_SINGLE" : "NFA";
        case child_in_need:
            return "PROV_OF_SERVICES";
        case initial_conference:
            return "CP_CONFERENCE";
        case early_review:
        case early_looked_after_review:
            return "OTHER_OUTCOMES_EXIST";
    }
    return {};
}

std::string_view flag_of(std::optional<core::ConferenceDecision> decision) {
    if (!decision) return {};
    switch (*decision) {
        using enum core::ConferenceDecision;
        case plan_made:
        case plan_continues:
            return "CP";
        case child_in_need:
            return "PROV_OF_SERVICES";
        case plan_ended:
        case no_plan:
            return "NFA";
    }
    return {};
}

Row enquiry_row(const ChildInExtract& child, const core::Section47Enquiry& enquiry) {
    static const Table& shape = table("ssd_s47_enquiry");
    std::string_view led_to = flag_of(child, enquiry);
    Row row(shape);
    row.text("s47e_s47_enquiry_id", child.key(enquiry.id, enquiry.child))
        .reference("s47e_referral_id", child.referral_on(enquiry.started_on))
        .text("s47e_person_id", child.person)
        .date("s47e_s47_start_date", enquiry.started_on)
        .date("s47e_s47_end_date", ended_on(enquiry))
        .json("s47e_s47_outcome_json",
              flags({"NFA", "LEGAL_ACTION", "PROV_OF_SERVICES", "PROV_OF_SB_CARE", "CP_CONFERENCE",
                     "NFA_CONTINUE_SINGLE", "MONITOR", "OTHER_OUTCOMES_EXIST"},
                    {led_to}, "OUTCOME_COMMENTS"))
        .reference("s47e_s47_completed_by_worker_id", child.staff(enquiry.lead))
        .reference("s47e_s47_completed_by_team", child.team(enquiry.team));
    if (!led_to.empty()) row.flag("s47e_s47_nfa", led_to == "NFA");
    return row;
}

Row conference_row(const ChildInExtract& child, const core::ConferenceOfChild& each) {
    static const Table& shape = table("ssd_initial_cp_conference");
    const auto& [conference, part] = each;
    Date day = core::day_of(each);
    Row row(shape);
    row.text("icpc_icpc_id", child.key(part.id, part.child))
        .text("icpc_icpc_meeting_id", to_text(conference.id))
        .reference("icpc_s47_enquiry_id", child.enquiry(part.enquiry))
        .text("icpc_person_id", child.person)
        .reference("icpc_cp_plan_id", child.protection_plan(part.plan))
        .reference("icpc_referral_id", child.referral_on(day))
        .flag("icpc_icpc_transfer_in", part.kind == core::ConferenceKind::transfer_in)
        .date("icpc_icpc_target_date", due_of(each))
        .date("icpc_icpc_date", day)
        .json("icpc_icpc_outcome_json", flags({"NFA", "REFERRAL_TO_OTHER_AGENCY", "SINGLE_ASSESSMENT",
                                               "PROV_OF_SERVICES", "CP", "OTHER_OUTCOMES_EXIST"},
                                              {flag_of(part.decision)}, "COMMENTS"))
        .reference("icpc_icpc_team", child.team(conference.team))
        .reference("icpc_icpc_worker_id", child.staff(part.accountable_worker));
    if (part.decision) row.flag("icpc_icpc_outcome_cp_flag", *part.decision == core::ConferenceDecision::plan_made);
    return row;
}

}  // namespace

bool is_reported(const ChildInExtract& child, const core::Section47Enquiry& enquiry) {
    bool stopped = enquiry.state == core::EnquiryState::stopped;
    return child.within(enquiry.started_on, stopped ? std::optional(enquiry.started_on) : ended_on(enquiry));
}

bool is_reported_first(const ChildInExtract& child, const core::ConferenceOfChild& conference) {
    return core::is_first(conference.part.kind) && core::was_held(conference) && child.within(core::day_of(conference));
}

std::optional<Date> due_of(const core::ConferenceOfChild& conference) {
    return conference.part.due == Date() ? std::nullopt : std::optional(conference.part.due);
}

void enquiry_rows(const ChildInExtract& child, Rows rows) {
    for (const core::Section47Enquiry& each : child.history.enquiries)
        if (is_reported(child, each)) rows(enquiry_row(child, each));
}

void conference_rows(const ChildInExtract& child, Rows rows) {
    for (const core::ConferenceOfChild& each : child.history.conferences)
        if (is_reported_first(child, each)) rows(conference_row(child, each));
}

}  // namespace kith::returns::ssd
