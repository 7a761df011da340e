#include "returns/cin/rules/examples.h"

using namespace kith::test;

static const bool added = add_examples({
    {"100", silent, ""},
    {"100", fires, "-ReferenceDate", "ReferenceDate"},
    {"100", fires, "ReferenceDate=2026-03-30", "ReferenceDate"},
    {"100", fires, "ReferenceDate=2025-03-31", "ReferenceDate"},
    {"100", fires, "ReferenceDate=31/03/2026", "ReferenceDate"},
    {"100", fires, "-Year", "ReferenceDate"},

    {"2883", silent, ""},
    {"2883", fires, "*ChildProtectionPlans", "-"},
    {"2883", fires, "Section47/DateOfInitialCPC=2025-03-31"},
    {"2883", silent, "-Section47; CINdetails/DateOfInitialCPC=2025-07-10"},
    {"2883", silent, "*ChildProtectionPlans; +CINdetails:<DateOfInitialCPC>2025-07-11</DateOfInitialCPC>"},
    {"2883", silent, "*ChildProtectionPlans; CPPstartDate=2024-07-10"},

    {"2886Q", silent, "", "", 2024},
    {"2886Q", fires, "GenderCurrent=0", "-", 2024},
    {"2886Q", fires, "-GenderCurrent", "-", 2024},
    {"2886Q", silent, "GenderCurrent=9", "", 2024},
    {"2886Q", silent, "GenderCurrent=0; ChildIdentifiers/ExpectedPersonBirthDate=2024-06-01", "", 2024},
    {"2886Q", silent, "", "", 2025},
    {"2886Q", fires, "Sex=U", "-"},
    {"2886Q", fires, "-Sex", "-"},
    {"2886Q", silent, "Sex=U; -PersonBirthDate; ChildIdentifiers/ExpectedPersonBirthDate=2026-06-01"},

    {"2887Q", silent, ""},
    {"2887Q", fires, "Disability#8=NONE", "-"},
    {"2887Q", fires, "Disability#8=XXX", "-"},
    {"2887Q", fires, "Disability#8=MOB", "-"},
    {"2887Q", fires, "-Disabilities", "-"},

    {"2888Q", silent, ""},
    {"2888Q", fires, "-Disabilities", "-"},
    {"2888Q", fires, "-Disabilities; +ChildCharacteristics:<Disabilities><Disability>MOB</Disability></Disabilities>"},
    {"2888Q", fires,
     "-Disabilities; +ChildCharacteristics:<Disabilities><Disability>MOB</Disability>"
     "<Disability>NONE</Disability></Disabilities>"},
    {"2888Q", silent,
     "-Disabilities; +ChildCharacteristics:<Disabilities><Disability>MOB</Disability>"
     "<Disability>VIS</Disability></Disabilities>"},
});
