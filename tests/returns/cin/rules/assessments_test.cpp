#include "returns/cin/rules/examples.h"

using namespace kith::test;

#define FACTOR(code) "+FactorsIdentifiedAtAssessment:<AssessmentFactors>" code "</AssessmentFactors>"
#define SECOND(start, end) \
    "*Assessments; Assessments#2/AssessmentActualStartDate=" start "; Assessments#2/AssessmentAuthorisationDate=" end

static const bool added = add_examples({
    {"1103", silent, "AssessmentActualStartDate=2025-05-06"},
    {"1103", fires, "AssessmentActualStartDate=2025-05-05", "AssessmentActualStartDate CINreferralDate"},
    {"1103", silent, "AssessmentActualStartDate=2025-05-05; -CINreferralDate"},

    {"8608", silent, "AssessmentActualStartDate=2025-06-20"},
    {"8608", fires, "AssessmentActualStartDate=2025-06-21", "AssessmentActualStartDate AssessmentAuthorisationDate"},

    {"8614", silent, ""},
    {"8614", fires, "-AssessmentAuthorisationDate", "AssessmentAuthorisationDate AssessmentFactors"},
    {"8614", silent, "-AssessmentAuthorisationDate; -FactorsIdentifiedAtAssessment"},
    {"8614", silent, "-AssessmentAuthorisationDate; AssessmentFactors="},

    {"8670Q", silent, "-AssessmentAuthorisationDate; AssessmentActualStartDate=2026-01-27"},
    {"8670Q", fires, "-AssessmentAuthorisationDate; AssessmentActualStartDate=2026-01-26",
     "AssessmentActualStartDate AssessmentAuthorisationDate"},
    {"8670Q", silent, "AssessmentActualStartDate=2026-01-26"},
    {"8670Q", fires, "-AssessmentAuthorisationDate; AssessmentActualStartDate=2027-01-24", "", 2027},
    {"8670Q", silent, "-AssessmentAuthorisationDate; AssessmentActualStartDate=2027-01-25", "", 2027},

    {"8696", silent, "AssessmentAuthorisationDate=2026-03-31"},
    {"8696", fires, "AssessmentAuthorisationDate=2026-04-01", "AssessmentAuthorisationDate"},
    {"8696", fires, "AssessmentAuthorisationDate=2025-03-31", "AssessmentAuthorisationDate"},
    {"8696", silent, "-AssessmentAuthorisationDate"},

    {"8736", silent, "-AssessmentAuthorisationDate"},
    {"8736", fires, "-AssessmentAuthorisationDate; AssessmentActualStartDate=2025-03-31",
     "AssessmentActualStartDate AssessmentAuthorisationDate"},
    {"8736", fires, "-AssessmentAuthorisationDate; AssessmentActualStartDate=2026-04-01"},
    {"8736", fires, "-AssessmentAuthorisationDate; -AssessmentActualStartDate"},
    {"8736", silent, "-AssessmentActualStartDate"},
    {"8736", silent, "AssessmentActualStartDate=2025-03-31"},

    {"8863Q", silent, ""},
    {"8863Q", silent, SECOND("2025-06-21", "2025-07-30")},
    {"8863Q", fires, SECOND("2025-06-20", "2025-07-30"), "AssessmentActualStartDate AssessmentAuthorisationDate"},
    {"8863Q", fires, "*Assessments"},
    {"8863Q", fires, "-AssessmentAuthorisationDate; " SECOND("2026-03-31", "")},
    {"8863Q", silent, "-AssessmentAuthorisationDate; " SECOND("2026-04-01", "")},
    {"8863Q", silent, "*CINdetails; CINdetails#2/CINreferralDate=2025-05-06"},

    {"8869", silent, "AssessmentFactors=21"},
    {"8869", fires, FACTOR("21"), "AssessmentFactors"},
    {"8869", silent, "AssessmentFactors=21; " FACTOR("21")},
    {"8869", silent, FACTOR("20")},
    {"8869", silent, "AssessmentFactors=21; *Assessments; Assessments#2/AssessmentFactors=1A"},

    {"8896", silent, "-AssessmentAuthorisationDate"},
    {"8896", fires, "-AssessmentAuthorisationDate; *Assessments", "AssessmentAuthorisationDate"},
    {"8896", silent, "*Assessments; -AssessmentAuthorisationDate"},

    {"8897Q", silent, ""},
    {"8897Q", fires, "-FactorsIdentifiedAtAssessment", "AssessmentAuthorisationDate AssessmentFactors"},
    {"8897Q", fires, "AssessmentFactors=8A", "AssessmentAuthorisationDate AssessmentFactors"},
    {"8897Q", fires, FACTOR("99")},
    {"8897Q", silent, "AssessmentFactors=18A"},
    {"8897Q", silent, "AssessmentFactors=24A"},
    {"8897Q", silent, "-FactorsIdentifiedAtAssessment; -AssessmentAuthorisationDate"},
    {"8897Q", silent, "-FactorsIdentifiedAtAssessment; AssessmentAuthorisationDate=2025-03-31"},
    {"8897Q", fires, "-FactorsIdentifiedAtAssessment; AssessmentAuthorisationDate=2025-04-01"},
    {"8897Q", fires, "-FactorsIdentifiedAtAssessment; AssessmentAuthorisationDate=2026-04-01"},

    {"8898", silent, FACTOR("1A")},
    {"8898", fires, FACTOR("16A"), "AssessmentFactors"},
    {"8898", silent, "*Assessments"},

    {"8945Q", silent, "AssessmentFactors=18B"},
    {"8945Q", fires, "AssessmentFactors=18A", "AssessmentFactors"},
    {"8945Q", fires, "AssessmentFactors=18A", "AssessmentFactors", 2025},
    {"8945Q", silent, "AssessmentFactors=18A", "", 2024},

    {"8950Q", silent, "AssessmentFactors=19C"},
    {"8950Q", fires, "AssessmentFactors=19A", "AssessmentFactors"},
    {"8950Q", silent, "AssessmentFactors=19A", "", 2024},
});
