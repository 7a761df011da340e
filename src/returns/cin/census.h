// The children in need census as the specification writes it: the same groups, the same names, the same order.
//
// Nothing here has been judged. A field keeps the text that stood in the file and its line, so that a finding can name
// both; beside it stands what the text means. Three cases are told apart: *absent* (no text), *malformed* (text without
// meaning, as 2026-02-31 for a date) and a value. To the rules a malformed value is no value; it is reported on its
// own.
//
// DfE's element names appear in this folder only. Source: the census specification, sections 3 and 5, as set down in
// docs/returns/cin.md. Dates are civil dates; lines are counted from 1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace kith::returns::cin {

using Line = std::uint32_t;
using MaybeDate = std::optional<Date>;

/// Without the white space before and after it.
std::string_view without_space(std::string_view text);

/// What every field has: where it belongs, what was written, and where.
struct Field {
    const char* module;   ///< the group that holds it: "CINdetails"
    const char* element;  ///< "CINreferralDate"
    std::string text;     ///< as written; empty where absent or nothing but white space
    Line line = 0;        ///< of the element; of its group's start where the element is absent

    Field(const char* in_module, const char* named) : module(in_module), element(named) {}
};

/// A code, an identifier or free text: any text is a value.
struct TextField : Field {
    using Field::Field;
    bool given() const { return !text.empty(); }
    bool malformed() const { return false; }
    void read() {}
};

/// YYYY-MM-DD, years 0001 to 9999: a date that cannot be true is still a date, and the rules say what is wrong with it.
struct DateField : Field {
    using Field::Field;
    MaybeDate value;
    operator MaybeDate() const { return value; }  // NOLINT: a date of the census is compared as a date
    bool given() const { return value.has_value(); }
    bool malformed() const { return !text.empty() && !value; }
    void read();
};

/// 0, 1, false, true, in any case.
struct TruthField : Field {
    using Field::Field;
    std::optional<bool> value;
    bool given() const { return value.has_value(); }
    bool is_true() const { return value == true; }
    bool is_false() const { return value == false; }
    bool malformed() const { return !text.empty() && !value; }
    void read();
};

/// A whole number, at most nine digits and a sign.
struct NumberField : Field {
    using Field::Field;
    std::optional<int> value;
    bool given() const { return value.has_value(); }
    bool malformed() const { return !text.empty() && !value; }
    void read();
};

/// A group of elements; a rule may flag the group itself.
struct Module {
    const char* name;
    Line line = 0;

    explicit Module(const char* named) : name(named) {}
};

struct Header : Module {
    Header() : Module("Header") {}
    TextField collection{"Header", "Collection"};
    NumberField year{"Header", "Year"};
    DateField reference_date{"Header", "ReferenceDate"};
    TextField source_level{"Header", "SourceLevel"};
    TextField authority{"Header", "LEA"};
    TextField software_code{"Header", "SoftwareCode"};
    TextField release{"Header", "Release"};
    TextField serial_no{"Header", "SerialNo"};
    TextField date_time{"Header", "DateTime"};
    /// Elements that stand a second time where only one may: not read, kept to be named.
    std::vector<TextField> repeated;
};

struct Assessment : Module {
    Assessment() : Module("Assessments") {}
    DateField start{"Assessments", "AssessmentActualStartDate"};
    DateField internal_review{"Assessments", "AssessmentInternalReviewDate"};
    DateField authorisation{"Assessments", "AssessmentAuthorisationDate"};
    std::vector<TextField> factors;  ///< AssessmentFactors, never empty text
};

struct CinPlan : Module {
    CinPlan() : Module("CINPlanDates") {}
    DateField start{"CINPlanDates", "CINPlanStartDate"};
    DateField end{"CINPlanDates", "CINPlanEndDate"};
};

struct Section47Enquiry : Module {
    Section47Enquiry() : Module("Section47") {}
    DateField start{"Section47", "S47ActualStartDate"};
    DateField conference_target{"Section47", "InitialCPCtarget"};
    DateField conference{"Section47", "DateOfInitialCPC"};
    TruthField conference_not_required{"Section47", "ICPCnotRequired"};
};

/// One Reviews element: either all review dates of a plan or one of them, as the file has it.
struct Reviews : Module {
    Reviews() : Module("Reviews") {}
    std::vector<DateField> dates;  ///< CPPreviewDate; an empty element is kept
};

struct ProtectionPlan : Module {
    ProtectionPlan() : Module("ChildProtectionPlans") {}
    DateField start{"ChildProtectionPlans", "CPPstartDate"};
    DateField end{"ChildProtectionPlans", "CPPendDate"};
    TextField initial_category{"ChildProtectionPlans", "InitialCategoryOfAbuse"};
    TextField latest_category{"ChildProtectionPlans", "LatestCategoryOfAbuse"};
    NumberField previous_plans{"ChildProtectionPlans", "NumberOfPreviousCPP"};
    std::vector<Reviews> reviews;
};

/// From 2026-27: pre-proceedings and the family group decision-making meeting.
struct PreProceedings : Module {
    PreProceedings() : Module("PreProceedingsandFGDM") {}
    DateField start{"PreProceedingsandFGDM", "PPStartDate"};
    DateField letter_before_proceedings{"PreProceedingsandFGDM", "LBPSentDate"};
    TruthField meeting_offered{"PreProceedingsandFGDM", "FGDMMeetingOffer"};
    TruthField meeting_facilitated{"PreProceedingsandFGDM", "FGDMMeetingFac"};
    DateField first_meeting{"PreProceedingsandFGDM", "InitialPPMeetingDate"};
    NumberField review_meetings{"PreProceedingsandFGDM", "ReviewMeetingsCount"};
    DateField step_decision{"PreProceedingsandFGDM", "StepDecisionDate"};
    TextField outcome{"PreProceedingsandFGDM", "PPOutcome"};
    DateField court_application{"PreProceedingsandFGDM", "CourtAppDate"};
    DateField initiating_letter{"PreProceedingsandFGDM", "LetterInitCPDate"};
};

/// CINdetails: one referral and what followed it.
struct Episode : Module {
    Episode() : Module("CINdetails") {}
    DateField referral{"CINdetails", "CINreferralDate"};
    TextField referral_source{"CINdetails", "ReferralSource"};
    TextField primary_need{"CINdetails", "PrimaryNeedCode"};
    DateField closure{"CINdetails", "CINclosureDate"};
    TextField reason_for_closure{"CINdetails", "ReasonForClosure"};
    DateField conference{"CINdetails", "DateOfInitialCPC"};
    std::vector<Assessment> assessments;
    std::vector<CinPlan> cin_plans;
    std::vector<Section47Enquiry> enquiries;
    TruthField no_further_action{"CINdetails", "ReferralNFA"};
    std::vector<ProtectionPlan> protection_plans;
    std::vector<PreProceedings> pre_proceedings;
};

struct ChildIdentifiers : Module {
    ChildIdentifiers() : Module("ChildIdentifiers") {}
    TextField la_child_id{"ChildIdentifiers", "LAchildID"};
    TextField upn{"ChildIdentifiers", "UPN"};
    TextField former_upn{"ChildIdentifiers", "FormerUPN"};
    TextField upn_unknown{"ChildIdentifiers", "UPNunknown"};
    DateField birth{"ChildIdentifiers", "PersonBirthDate"};
    DateField expected_birth{"ChildIdentifiers", "ExpectedPersonBirthDate"};
    TextField gender{"ChildIdentifiers", "GenderCurrent"};  ///< to 2023-24
    TextField sex{"ChildIdentifiers", "Sex"};               ///< from 2024-25
    DateField death{"ChildIdentifiers", "PersonDeathDate"};
};

struct ChildCharacteristics : Module {
    ChildCharacteristics() : Module("ChildCharacteristics") {}
    TextField ethnicity{"ChildCharacteristics", "Ethnicity"};
    std::vector<TextField> disabilities;  ///< Disability, never empty text
};

struct Child {
    Line line = 0;
    ChildIdentifiers identifiers;
    ChildCharacteristics characteristics;
    std::vector<Episode> episodes;
    /// Elements that stand a second time where only one may: not read, kept to be named.
    std::vector<TextField> repeated;
};

}  // namespace kith::returns::cin
