#include "returns/cin/rules/examples.h"

using namespace kith::test;

static const bool added = add_examples({
    {"4220", silent, "Ethnicity=NOBT"},
    {"4220", fires, "Ethnicity=XXXX", "Ethnicity"},
    {"4220", fires, "Ethnicity=wbri", "Ethnicity"},
    {"4220", fires, "-Ethnicity", "Ethnicity"},
    {"4220", fires, "-ChildCharacteristics", "Ethnicity"},

    {"8540", silent, ""},
    {"8540", fires, "-Disabilities", "Disability PersonBirthDate ReferralNFA"},
    {"8540", fires, "Disability#3=XYZ", "Disability PersonBirthDate ReferralNFA"},
    {"8540", fires, "-ChildCharacteristics"},
    {"8540", fires, "-Disabilities; +ChildCharacteristics:<Disabilities/>"},
    {"8540", fires, "-Disabilities; +ChildCharacteristics:<Disabilities><Disability/></Disabilities>"},
    {"8540", silent, "-Disabilities; ReferralNFA=1"},
    {"8540", silent, "-Disabilities; -ReferralNFA"},
    {"8540", silent, "-Disabilities; -PersonBirthDate"},
    {"8540", fires, "-Disabilities; ReferralNFA=1; *CINdetails; CINdetails#2/ReferralNFA=false"},

    {"8790", silent, ""},
    {"8790", fires, "Disability#1=NONE", "Disability"},
    {"8790", silent, "-Disabilities; +ChildCharacteristics:<Disabilities><Disability>NONE</Disability></Disabilities>"},
    {"8790", silent,
     "-Disabilities; +ChildCharacteristics:<Disabilities><Disability>NONE</Disability>"
     "<Disability>NONE</Disability></Disabilities>"},

    {"8794", silent, ""},
    {"8794", fires, "Disability#2=MOB", "Disability"},
    {"8794", fires,
     "-Disabilities; +ChildCharacteristics:<Disabilities><Disability>NONE</Disability>"
     "<Disability>NONE</Disability></Disabilities>"},
});
