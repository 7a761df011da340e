#include "returns/cin/mapping.h"

namespace kith::returns::cin {

std::string_view code_of(core::ReferralSource source) {
    switch (source) {
        using enum core::ReferralSource;
        case family:
            return "1A";
        case acquaintance:
            return "1B";
        case self:
            return "1C";
        case other_individual:
            return "1D";
        case school:
            return "2A";
        case education_service:
            return "2B";
        case gp:
            return "3A";
        case health_visitor:
            return "3B";
        case school_nurse:
            return "3C";
        case other_primary_health:
            return "3D";
        case accident_and_emergency:
            return "3E";
        case other_health:
            return "3F";
        case housing:
            return "4";
        case adult_social_care:
            return "5A";
        case other_council_service:
            return "5B";
        case other_council:
            return "5C";
        case early_help:
            return "5D";
        case police:
            return "6";
        case other_legal:
            return "7";
        case other:
            return "8";
        case anonymous:
            return "9";
        case not_known:
            return "10";
    }
    return "";
}

std::string_view code_of(core::PrimaryNeed need) {
    switch (need) {
        using enum core::PrimaryNeed;
        case not_stated:
            return "N0";
        case abuse_or_neglect:
            return "N1";
        case child_disability:
            return "N2";
        case parent_illness_or_disability:
            return "N3";
        case family_in_acute_stress:
            return "N4";
        case family_dysfunction:
            return "N5";
        case behaviour:
            return "N6";
        case low_income:
            return "N7";
        case absent_parenting:
            return "N8";
        case not_child_in_need:
            return "N9";
    }
    return "";
}

std::string_view code_of(core::ClosureReason reason) {
    switch (reason) {
        using enum core::ClosureReason;
        case adopted:
            return "RC1";
        case died:
            return "RC2";
        case child_arrangements_order:
            return "RC3";
        case special_guardianship_order:
            return "RC4";
        case moved_to_other_authority:
            return "RC5";
        case moved_to_adult_services:
            return "RC6";
        case no_longer_in_need:
        case pregnancy_ended:
            return "RC7";
        case assessed_no_further_action:
            return "RC8";
        case assessed_to_early_help:
            return "RC9";
    }
    return "";
}

std::string_view code_of(core::AbuseCategory category) {
    switch (category) {
        using enum core::AbuseCategory;
        case neglect:
            return "NEG";
        case physical_abuse:
            return "PHY";
        case sexual_abuse:
            return "SAB";
        case emotional_abuse:
            return "EMO";
    }
    return "";
}

std::string_view code_of(core::Disability disability) {
    switch (disability) {
        using enum core::Disability;
        case none:
            return "NONE";
        case mobility:
            return "MOB";
        case hand_function:
            return "HAND";
        case personal_care:
            return "PC";
        case incontinence:
            return "INC";
        case communication:
            return "COMM";
        case learning:
            return "LD";
        case hearing:
            return "HEAR";
        case vision:
            return "VIS";
        case behaviour:
            return "BEH";
        case consciousness:
            return "CON";
        case autism:
            return "AUT";
        case other:
            return "DDA";
    }
    return "";
}

std::string_view code_of(core::NoPupilNumber why) {
    switch (why) {
        using enum core::NoPupilNumber;
        case not_of_school_age:
            return "UN1";
        case never_at_school_in_england:
            return "UN2";
        case educated_outside_england:
            return "UN3";
        case newly_in_need:
            return "UN4";
        case sources_disagree:
            return "UN5";
        case other:
            return "UN6";
    }
    return "";
}

std::string_view code_of(core::Sex sex) {
    switch (sex) {
        using enum core::Sex;
        case female:
            return "F";
        case male:
            return "M";
        case unknown:
            return "U";
    }
    return "";
}

std::string_view gender_of(core::Sex sex) {
    switch (sex) {
        using enum core::Sex;
        case unknown:
            return "0";
        case male:
            return "1";
        case female:
            return "2";
    }
    return "";
}

/// The first word of the table with that code.
template <class Word>
static std::optional<Word> word_of(std::string_view code, std::string_view (*code_of_word)(Word)) {
    for (Word each : all_values<Word>())
        if (code_of_word(each) == code) return each;
    return std::nullopt;
}

std::optional<core::ReferralSource> referral_source_of(std::string_view code) {
    return word_of<core::ReferralSource>(code, code_of);
}

std::optional<core::PrimaryNeed> primary_need_of(std::string_view code) {
    return word_of<core::PrimaryNeed>(code, code_of);
}

std::optional<core::ClosureReason> closure_reason_of(std::string_view code) {
    return word_of<core::ClosureReason>(code, code_of);
}

std::optional<core::AbuseCategory> abuse_category_of(std::string_view code) {
    return word_of<core::AbuseCategory>(code, code_of);
}

std::optional<core::Disability> disability_of(std::string_view code) {
    return word_of<core::Disability>(code, code_of);
}

std::optional<core::NoPupilNumber> no_pupil_number_of(std::string_view code) {
    return word_of<core::NoPupilNumber>(code, code_of);
}

std::optional<core::Sex> sex_of(std::string_view code) {
    return word_of<core::Sex>(code, code_of);
}

std::optional<core::Sex> sex_of_gender(std::string_view code) {
    return word_of<core::Sex>(code, gender_of);
}

}  // namespace kith::returns::cin
