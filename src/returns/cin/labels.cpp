#include "returns/cin/labels.h"

#include <utility>

namespace kith::returns::cin {

static constexpr std::pair<std::string_view, std::string_view> labels[] = {
    {"-", "whole return"},
    {"Header", "header"},
    {"Collection", "collection"},
    {"Year", "census year"},
    {"ReferenceDate", "reference date"},
    {"LAchildID", "child identifier"},
    {"UPN", "unique pupil number"},
    {"FormerUPN", "former unique pupil number"},
    {"UPNunknown", "reason for no pupil number"},
    {"PersonBirthDate", "date of birth"},
    {"ExpectedPersonBirthDate", "expected date of birth"},
    {"GenderCurrent", "gender"},
    {"Sex", "sex"},
    {"PersonDeathDate", "date of death"},
    {"ChildIdentifiers", "identifiers"},
    {"ChildCharacteristics", "characteristics"},
    {"Ethnicity", "ethnicity"},
    {"Disabilities", "disabilities"},
    {"Disability", "disability"},
    {"CINdetails", "episode"},
    {"CINreferralDate", "referral date"},
    {"ReferralSource", "who referred"},
    {"PrimaryNeedCode", "main need"},
    {"CINclosureDate", "closure date"},
    {"ReasonForClosure", "reason for closure"},
    {"DateOfInitialCPC", "initial conference date"},
    {"ReferralNFA", "no further action"},
    {"Assessments", "assessment"},
    {"AssessmentActualStartDate", "assessment start"},
    {"AssessmentInternalReviewDate", "assessment internal review"},
    {"AssessmentAuthorisationDate", "assessment authorised"},
    {"AssessmentFactors", "factor found"},
    {"CINPlanDates", "child in need plan"},
    {"CINPlanStartDate", "child in need plan start"},
    {"CINPlanEndDate", "child in need plan end"},
    {"Section47", "section 47 enquiry"},
    {"S47ActualStartDate", "section 47 enquiry start"},
    {"InitialCPCtarget", "initial conference target"},
    {"ICPCnotRequired", "initial conference not required"},
    {"ChildProtectionPlans", "child protection plan"},
    {"CPPstartDate", "child protection plan start"},
    {"CPPendDate", "child protection plan end"},
    {"InitialCategoryOfAbuse", "category of abuse at the start"},
    {"LatestCategoryOfAbuse", "latest category of abuse"},
    {"NumberOfPreviousCPP", "number of previous plans"},
    {"Reviews", "reviews"},
    {"CPPreviewDate", "review date"},
    {"PreProceedingsandFGDM", "pre-proceedings"},
    {"PPStartDate", "pre-proceedings start"},
    {"LBPSentDate", "letter before proceedings sent"},
    {"FGDMMeetingOffer", "family group decision-making meeting offered"},
    {"FGDMMeetingFac", "family group decision-making meeting held"},
    {"InitialPPMeetingDate", "first pre-proceedings meeting"},
    {"ReviewMeetingsCount", "number of review meetings"},
    {"StepDecisionDate", "decision to step up or down"},
    {"PPOutcome", "outcome of pre-proceedings"},
    {"CourtAppDate", "application to court"},
    {"LetterInitCPDate", "letter initiating care proceedings"},
};

std::string_view label_of(std::string_view element) {
    for (const auto& [name, label] : labels)
        if (name == element) return label;
    return element;
}

}  // namespace kith::returns::cin
