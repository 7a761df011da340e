#include "returns/cin/codes.h"

#include <span>

#include "core/identifiers.h"

namespace kith::returns::cin {

struct Code {
    std::string_view code, label;
};

static constexpr Code referral_sources[] = {
    {"1A", "family member, relative or carer"},
    {"1B", "acquaintance, such as a neighbour or childminder"},
    {"1C", "the child"},
    {"1D", "other individual"},
    {"2A", "school"},
    {"2B", "education service"},
    {"3A", "GP"},
    {"3B", "health visitor"},
    {"3C", "school nurse"},
    {"3D", "other primary health service"},
    {"3E", "accident and emergency"},
    {"3F", "other health service, such as a hospice"},
    {"4", "housing"},
    {"5A", "this authority's social care, such as adults' services"},
    {"5B", "other service of this authority, such as youth offending"},
    {"5C", "another authority's service"},
    {"5D", "this authority's early help"},
    {"6", "police"},
    {"7", "other legal agency: court, probation, immigration, Cafcass, prison"},
    {"8", "other: children's centre, independent or voluntary agency"},
    {"9", "anonymous"},
    {"10", "not known"},
};
static constexpr Code primary_needs[] = {
    {"N0", "not stated"},
    {"N1", "abuse, neglect or exploitation"},
    {"N2", "the child's disability or illness"},
    {"N3", "a parent's disability or illness"},
    {"N4", "family in acute stress"},
    {"N5", "family dysfunction"},
    {"N6", "socially unacceptable behaviour"},
    {"N7", "low income"},
    {"N8", "absent parenting"},
    {"N9", "cases other than children in need"},
};
static constexpr Code reasons_for_closure[] = {
    {"RC1", "adopted"},
    {"RC2", "died"},
    {"RC3", "child arrangements order"},
    {"RC4", "special guardianship order"},
    {"RC5", "transferred to another authority"},
    {"RC6", "transferred to adult services"},
    {"RC7", "services ceased for any other reason, child no longer in need included"},
    {"RC8", "closed after assessment, no further action"},
    {"RC9", "closed after assessment, referred to early help"},
};
static constexpr Code factors[] = {
    {"1A", "alcohol misuse: child"},
    {"1B", "alcohol misuse: parent or carer"},
    {"1C", "alcohol misuse: another person in the household"},
    {"2A", "drug misuse: child"},
    {"2B", "drug misuse: parent or carer"},
    {"2C", "drug misuse: another person in the household"},
    {"3A", "domestic abuse: child"},
    {"3B", "domestic abuse: parent or carer"},
    {"3C", "domestic abuse: another person in the household"},
    {"4A", "mental health: child"},
    {"4B", "mental health: parent or carer"},
    {"4C", "mental health: another person in the household"},
    {"5A", "learning disability: child"},
    {"5B", "learning disability: parent or carer"},
    {"5C", "learning disability: another person in the household"},
    {"6A", "physical disability or illness: child"},
    {"6B", "physical disability or illness: parent or carer"},
    {"6C", "physical disability or illness: another person in the household"},
    {"7A", "young carer"},
    {"8B", "privately fostered, from overseas, intends to return"},
    {"8C", "privately fostered, from overseas, intends to stay"},
    {"8D", "privately fostered, in an educational placement"},
    {"8E", "privately fostered, alternative family arrangement"},
    {"8F", "privately fostered, other"},
    {"9A", "unaccompanied asylum-seeking child"},
    {"10A", "going missing"},
    {"11A", "child sexual exploitation"},
    {"12A", "trafficking"},
    {"13A", "gangs"},
    {"14A", "socially unacceptable behaviour"},
    {"15A", "self-harm"},
    {"16A", "neglect"},
    {"17A", "emotional abuse"},
    {"18A", "physical abuse (withdrawn: use 18B or 18C)"},
    {"18B", "physical abuse, by a child"},
    {"18C", "physical abuse, by an adult"},
    {"19A", "sexual abuse (withdrawn: use 19B or 19C)"},
    {"19B", "sexual abuse, by a child"},
    {"19C", "sexual abuse, by an adult"},
    {"20", "other"},
    {"21", "no factors identified"},
    {"22A", "female genital mutilation"},
    {"23A", "abuse linked to faith or belief"},
    {"24A", "child criminal exploitation"},
};
static constexpr Code categories_of_abuse[] = {
    {"NEG", "neglect"},
    {"PHY", "physical abuse"},
    {"SAB", "sexual abuse"},
    {"EMO", "emotional abuse"},
    {"MUL", "multiple, or not recommended"},
};
static constexpr Code ethnicities[] = {
    {"WBRI", "White British"},
    {"WIRI", "Irish"},
    {"WIRT", "Traveller of Irish heritage"},
    {"WROM", "Gypsy or Roma"},
    {"WOTH", "any other White background"},
    {"MWBC", "White and Black Caribbean"},
    {"MWBA", "White and Black African"},
    {"MWAS", "White and Asian"},
    {"MOTH", "any other mixed background"},
    {"AIND", "Indian"},
    {"APKN", "Pakistani"},
    {"ABAN", "Bangladeshi"},
    {"AOTH", "any other Asian background"},
    {"BCRB", "Caribbean"},
    {"BAFR", "African"},
    {"BOTH", "any other Black background"},
    {"CHNE", "Chinese"},
    {"OOTH", "any other ethnic group"},
    {"REFU", "refused"},
    {"NOBT", "not yet obtained"},
};
static constexpr Code disabilities[] = {
    {"NONE", "no disability"},
    {"MOB", "mobility"},
    {"HAND", "hand function"},
    {"PC", "personal care"},
    {"INC", "incontinence"},
    {"COMM", "communication"},
    {"LD", "learning"},
    {"HEAR", "hearing"},
    {"VIS", "vision"},
    {"BEH", "behaviour"},
    {"CON", "consciousness"},
    {"AUT", "autism"},
    {"DDA", "another disability under the Act"},
};

static std::string_view label(std::span<const Code> set, std::string_view code) {
    for (const Code& known : set)
        if (known.code == code) return known.label;
    return {};
}
static bool holds(std::span<const Code> set, std::string_view code) {
    return !label(set, code).empty();
}

std::string_view referral_source_label(std::string_view code) {
    return label(referral_sources, code);
}
std::string_view primary_need_label(std::string_view code) {
    return label(primary_needs, code);
}
std::string_view reason_for_closure_label(std::string_view code) {
    return label(reasons_for_closure, code);
}
std::string_view factor_label(std::string_view code) {
    return label(factors, code);
}
std::string_view category_of_abuse_label(std::string_view code) {
    return label(categories_of_abuse, code);
}
std::string_view ethnicity_label(std::string_view code) {
    return label(ethnicities, code);
}
std::string_view disability_label(std::string_view code) {
    return label(disabilities, code);
}

bool is_referral_source(std::string_view code) {
    return holds(referral_sources, code);
}
bool is_primary_need(std::string_view code) {
    return holds(primary_needs, code);
}
bool is_reason_for_closure(std::string_view code) {
    return holds(reasons_for_closure, code);
}
bool is_factor(std::string_view code) {
    return holds(factors, code);
}
bool is_category_of_abuse(std::string_view code) {
    return holds(categories_of_abuse, code);
}
bool is_ethnicity(std::string_view code) {
    return holds(ethnicities, code);
}
bool is_disability(std::string_view code) {
    return holds(disabilities, code);
}
bool is_sex(std::string_view code) {
    return code == "M" || code == "F" || code == "U";
}
bool is_gender(std::string_view code) {
    return code == "0" || code == "1" || code == "2" || code == "9";
}
bool is_pre_proceedings_outcome(std::string_view code) {
    return code == "A" || code == "B" || code == "C";
}

bool is_upn_authority_in(int census_year, std::string_view three_digits) {
    if (census_year < 2024 && (three_digits == "942" || three_digits == "943")) return false;
    return core::is_upn_authority(three_digits);
}

}  // namespace kith::returns::cin
