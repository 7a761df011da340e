#include "returns/cin/rules/examples.h"

using namespace kith::test;

// A second episode, referred on a day of its own, with nothing in it.
#define BARE "-Assessments; -CINPlanDates; -Section47; -ChildProtectionPlans; "
#define SECOND "*CINdetails; CINdetails#2/CINreferralDate="
#define CLOSED "CINdetails/CINclosureDate=2025-12-01; CINdetails/ReasonForClosure=RC7; "

static const bool added = add_examples({
    {"2991Q", silent, ""},
    {"2991Q", fires, "-Assessments", "Section47"},
    {"2991Q", silent, "-Assessments; -Section47"},
    {"2991Q", fires, "-Assessments; -Section47; +CINdetails:<Section47/>"},
    {"2991Q", silent, "-Assessments; +CINdetails:<Assessments/>"},

    {"4000", silent, ""},
    {"4000", fires, "ReferralNFA=1", "CINPlanDates ReferralNFA"},
    {"4000", fires, "ReferralNFA=TRUE"},
    {"4000", silent, "ReferralNFA=1; -CINPlanDates"},
    {"4000", silent, "-ReferralNFA"},

    {"8555Q", silent, "ChildIdentifiers/PersonDeathDate=2025-05-06"},
    {"8555Q", fires, "ChildIdentifiers/PersonDeathDate=2025-05-05", "CINreferralDate PersonDeathDate"},

    {"8568", silent, ""},
    {"8568", silent, "ReferralNFA=TRUE"},
    {"8568", silent, "ReferralNFA=False"},
    {"8568", fires, "-ReferralNFA", "ReferralNFA"},
    {"8568", fires, "ReferralNFA=", "ReferralNFA"},
    {"8568", fires, "ReferralNFA=2", "ReferralNFA"},
    {"8568", fires, "ReferralNFA=yes", "ReferralNFA"},

    {"8569Q", silent, "CINreferralDate=2025-03-31; ReferralNFA=1"},
    {"8569Q", fires, "CINreferralDate=2025-03-30; ReferralNFA=1", "CINreferralDate ReferralNFA"},
    {"8569Q", silent, "CINreferralDate=2025-03-30"},
    {"8569Q", fires, "CINreferralDate=2025-03-30; -ReferralNFA"},
    {"8569Q", silent, "CINreferralDate=2024-03-28; ReferralNFA=1", "", 2025},
    {"8569Q", fires, "CINreferralDate=2024-03-27; ReferralNFA=1", "", 2025},
    {"8569Q", silent, "CINreferralDate=2025-03-30; ReferralNFA=1; -ReferenceDate"},

    {"8600", silent, "CINreferralDate=2026-03-31"},
    {"8600", fires, "CINreferralDate=2026-04-01", "CINreferralDate"},
    {"8600", fires, "-CINreferralDate", "CINreferralDate"},
    {"8600", fires, "CINreferralDate=", "CINreferralDate"},
    {"8600", fires, "-CINreferralDate; -ReferenceDate", "CINreferralDate"},
    {"8600", silent, "CINreferralDate=2020-04-01"},

    {"8606", silent, "PersonBirthDate=2026-02-10"},
    {"8606", fires, "PersonBirthDate=2026-02-11", "CINreferralDate PersonBirthDate"},
    {"8606", silent, "-PersonBirthDate; ChildIdentifiers/ExpectedPersonBirthDate=2026-02-10"},
    {"8606", fires, "-PersonBirthDate; ChildIdentifiers/ExpectedPersonBirthDate=2026-02-11",
     "CINreferralDate ExpectedPersonBirthDate"},

    {"8610", silent, ""},
    {"8610", fires, "-PrimaryNeedCode", "PrimaryNeedCode ReferralNFA"},
    {"8610", fires, "-PrimaryNeedCode; ReferralNFA=FALSE"},
    {"8610", silent, "-PrimaryNeedCode; ReferralNFA=1"},
    {"8610", silent, "-PrimaryNeedCode; -ReferralNFA"},

    {"8650", silent, "PrimaryNeedCode=N0"},
    {"8650", silent, "-PrimaryNeedCode"},
    {"8650", fires, "PrimaryNeedCode=N10", "PrimaryNeedCode"},
    {"8650", fires, "PrimaryNeedCode=n1", "PrimaryNeedCode"},

    {"8815", silent, ""},
    {"8815", fires, SECOND "2025-08-01", "CINclosureDate"},
    {"8815", silent, SECOND "2025-08-01; CINdetails#2/ReferralNFA=1"},
    {"8815", silent, SECOND "2025-08-01; CINdetails#2/CINclosureDate=2025-09-01"},
    {"8815", silent, SECOND "2025-08-01; CINdetails#2/ReferralNFA="},

    {"8816", silent, ""},
    {"8816", fires, SECOND "2025-08-01; CINdetails#2/CINclosureDate=2025-09-01", "CINreferralDate"},
    {"8816", silent, "*CINdetails"},
    {"8816", silent, SECOND "2025-04-08; CINdetails#2/CINclosureDate=2025-05-01"},
    {"8816", silent, CLOSED SECOND "2025-12-01"},
    {"8816", silent, SECOND "2025-08-01; CINdetails#1/ReferralNFA=1; CINdetails#2/CINclosureDate=2025-09-01"},

    {"8820", silent, ""},
    {"8820", fires, "*CINdetails", "CINclosureDate CINreferralDate"},
    {"8820", fires, CLOSED SECOND "2025-11-30; CINdetails#2/CINclosureDate="},
    {"8820", silent, CLOSED SECOND "2025-12-01; CINdetails#2/CINclosureDate="},
    {"8820", fires, SECOND "2026-03-30"},
    {"8820", silent, SECOND "2026-03-31"},
    {"8820", silent, "CINdetails/ReferralNFA=1; " SECOND "2025-12-01; CINdetails#2/ReferralNFA=0"},
    {"8820", fires, CLOSED "*CINdetails"},
    {"8820", silent, SECOND "2026-03-30; -ReferenceDate"},

    {"8831", silent, ""},
    {"8831", fires, "ReferralNFA=1",
     "AssessmentActualStartDate AssessmentAuthorisationDate DateOfInitialCPC S47ActualStartDate"},
    {"8831", silent, BARE "ReferralNFA=1"},
    {"8831", fires, BARE "ReferralNFA=1; CINdetails/DateOfInitialCPC=2025-07-10", "DateOfInitialCPC"},
    {"8831", silent, BARE "ReferralNFA=1; +CINdetails:<Section47/>"},
    {"8831", silent, "-ReferralNFA"},

    {"8832", silent, ""},
    {"8832", fires, "ReferralNFA=1", "ChildProtectionPlans ReferralNFA"},
    {"8832", silent, "ReferralNFA=1; -ChildProtectionPlans"},
    {"8832", silent, "ReferralNFA=x"},

    {"8866", silent, ""},
    {"8866", silent, "ReferralSource=5D"},
    {"8866", silent, "ReferralSource=10"},
    {"8866", fires, "ReferralSource=5E", "CINreferralDate ReferralSource"},
    {"8866", fires, "ReferralSource=5d"},
    {"8866", fires, "ReferralSource=1"},
    {"8866", fires, "-ReferralSource", "CINreferralDate ReferralSource"},
    {"8866", fires, "-ReferralSource; CINreferralDate=2013-04-01"},
    {"8866", silent, "-ReferralSource; CINreferralDate=2013-03-31"},
    {"8866", silent, "-ReferralSource; -CINreferralDate"},
});
