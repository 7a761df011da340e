#include "returns/cin/rules/examples.h"

using namespace kith::test;

#define BARE "-Assessments; -CINPlanDates; -Section47; -ChildProtectionPlans; "
#define ENDED(reason) "CINdetails/CINclosureDate=2025-12-01; CINdetails/ReasonForClosure=" reason "; "

static const bool added = add_examples({
    {"2990", silent, ENDED("RC7")},
    {"2990", silent, "-CINPlanDates; -Section47; -ChildProtectionPlans; " ENDED("RC8")},
    {"2990", fires, ENDED("RC8"), "CINPlanDates ChildProtectionPlans Section47"},
    {"2990", fires, ENDED("RC9")},
    {"2990", fires, BARE ENDED("RC8") "CINdetails/DateOfInitialCPC=2025-07-10", "DateOfInitialCPC"},
    {"2990", fires, BARE ENDED("RC9") "+CINdetails:<Section47/>", "Section47"},
    {"2990", fires, BARE ENDED("RC8") "+CINdetails:<CINPlanDates/>", "CINPlanDates"},

    {"8565", silent, ENDED("RC7")},
    {"8565", silent, ""},
    {"8565", fires, ENDED("RC7") "CINclosureDate=2025-06-19",
     "AssessmentAuthorisationDate CINPlanEndDate CINPlanStartDate CINclosureDate DateOfInitialCPC S47ActualStartDate"},
    {"8565", silent, ENDED("RC7") "CINclosureDate=2025-07-10"},
    {"8565", fires, ENDED("RC7") "ChildProtectionPlans/CPPendDate=2025-12-02", "CINclosureDate CPPendDate"},
    {"8565", silent, ENDED("RC7") "CPPstartDate=2025-12-02"},
    {"8565", fires, ENDED("RC7") "+CINdetails:<DateOfInitialCPC>2025-12-02</DateOfInitialCPC>",
     "CINclosureDate DateOfInitialCPC"},
    {"8565", fires, ENDED("RC7") "AssessmentActualStartDate=2025-12-02"},

    {"8585Q", silent, ENDED("RC7")},
    {"8585Q", fires, ENDED("RC2"), "PersonDeathDate ReasonForClosure"},
    {"8585Q", silent, ENDED("RC2") "ChildIdentifiers/PersonDeathDate=2025-11-30"},

    {"8620", silent, ENDED("RC7") "CINclosureDate=2025-04-01"},
    {"8620", silent, ENDED("RC7") "CINclosureDate=2026-03-31"},
    {"8620", fires, ENDED("RC7") "CINclosureDate=2025-03-31", "CINclosureDate"},
    {"8620", fires, ENDED("RC7") "CINclosureDate=2026-04-01", "CINclosureDate"},

    {"8630", silent, ENDED("RC7") "CINclosureDate=2025-05-06"},
    {"8630", fires, ENDED("RC7") "CINclosureDate=2025-05-05", "CINclosureDate CINreferralDate"},
    {"8630", silent, ENDED("RC7") "CINclosureDate=2025-05-05; -CINreferralDate"},

    {"8640", silent, ""},
    {"8640", silent, ENDED("RC9")},
    {"8640", fires, ENDED("RC10"), "ReasonForClosure"},
    {"8640", fires, ENDED("rc1"), "ReasonForClosure"},
    {"8640", fires, "CINdetails/ReasonForClosure=X", "ReasonForClosure"},

    {"8805", silent, ENDED("RC7")},
    {"8805", fires, "CINdetails/CINclosureDate=2025-12-01", "CINclosureDate ReasonForClosure"},
    {"8805", fires, ENDED("")},
    {"8805", silent, ENDED("nonsense")},

    {"8810", silent, ""},
    {"8810", silent, ENDED("RC7")},
    {"8810", fires, "CINdetails/ReasonForClosure=RC7", "CINclosureDate ReasonForClosure"},
    {"8810", fires, ENDED("RC7") "CINclosureDate="},

    {"8825Q", silent, ENDED("RC8")},
    {"8825Q", fires, ENDED("RC8") "-Assessments", "ReasonForClosure"},
    {"8825Q", fires, ENDED("RC9") "-Assessments", "ReasonForClosure"},
    {"8825Q", silent, ENDED("RC7") "-Assessments"},
    {"8825Q", silent, ENDED("RC8") "-Assessments; +CINdetails:<Assessments/>"},

    {"8867", silent, ENDED("RC7")},
    {"8867", fires, ENDED("RC7") "-AssessmentAuthorisationDate", "AssessmentAuthorisationDate CINclosureDate"},
    {"8867", silent, "-AssessmentAuthorisationDate"},

    {"8868", silent, ENDED("RC7")},
    {"8868", fires, ENDED("RC7") "-Section47/DateOfInitialCPC", "CINclosureDate DateOfInitialCPC ICPCnotRequired"},
    {"8868", fires, ENDED("RC7") "-Section47/DateOfInitialCPC; -ICPCnotRequired"},
    {"8868", silent, ENDED("RC7") "-Section47/DateOfInitialCPC; ICPCnotRequired=true"},
    {"8868", silent, "-Section47/DateOfInitialCPC"},

    {"8873Q", silent, ENDED("RC7")},
    {"8873Q", fires, ENDED("RC7") "AssessmentFactors=21", "AssessmentFactors ReasonForClosure"},
    {"8873Q", silent, ENDED("RC8") "AssessmentFactors=21"},
    {"8873Q", silent, ENDED("RC9") "AssessmentFactors=21"},
    {"8873Q", silent, "AssessmentFactors=21"},
    {"8873Q", silent, "CINdetails/CINclosureDate=2025-12-01; AssessmentFactors=21"},
    {"8873Q", silent, ENDED("RC7") "AssessmentFactors=21; *Assessments"},
    {"8873Q", fires,
     ENDED("RC7") "AssessmentFactors=21; +FactorsIdentifiedAtAssessment:<AssessmentFactors>1A</AssessmentFactors>"},
});
