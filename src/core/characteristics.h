// What the national lists ask about every child: ethnicity, disability, the pupil number or why there is none, and the
// number under which the authority reports the child. The answers are the child's and the family's own: "not asked" is
// blank, "would rather not say" and "not yet known" are answers.
//
// Numbers are checked before they are kept (core/identifiers.h). What the lists' codes are in a return to the
// government is said there (returns/cin/mapping.h), except for ethnicity, which everybody writes as its national code.
// Sources: DfE common basic data set, ethnicity (N00177), disability (N00099), reason for no UPN (N00135).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/words.h"
#include "core/identifiers.h"
#include "core/ids.h"

namespace kith::core {

struct Person;
enum class Sex;

/// A background of the national list, by its code.
struct Ethnicity {
    std::string_view code;  ///< "MWBC"
    std::string_view says;  ///< "White and Black Caribbean"
};
std::span<const Ethnicity> ethnicities();
const Ethnicity* find_ethnicity(std::string_view code);

/// What a disability affects. `none` is an answer and stands alone; an empty list is no answer.
enum class Disability {
    none,
    mobility,
    hand_function,
    personal_care,
    incontinence,
    communication,
    learning,
    hearing,
    vision,
    behaviour,
    consciousness,
    autism,
    other,
};

/// Why a child has no unique pupil number.
enum class NoPupilNumber {
    not_of_school_age,
    never_at_school_in_england,
    educated_outside_england,
    newly_in_need,     ///< too near to the end of the year to find out
    sources_disagree,  ///< and so the number found may be another child's
    other,
};

/// The answers as they stand after an edit. Blank means not asked, or nobody knows yet.
struct RecordCharacteristics {
    std::string ethnicity;  ///< a code of `ethnicities()`
    std::vector<Disability> disabilities;
    std::string pupil_number;
    std::string former_pupil_number;
    std::optional<NoPupilNumber> no_pupil_number;
    std::string local_number;            ///< from an earlier system; blank: Kith's own
    std::optional<int> plans_elsewhere;  ///< child protection plans that other authorities made
    std::optional<Sex> sex;              ///< nothing: stays as it is, as for an unborn child
    std::string nhs_number;              ///< as typed
    NhsTrace nhs_trace = NhsTrace::untraced;
    std::optional<Date> nhs_trace_on;
    std::string nhs_trace_source;
};

/// Every answer that cannot be, each with its field and a sentence; empty: all can.
std::vector<Refusal> faults_of(const RecordCharacteristics& command);

/// The person with these answers; numbers are kept in their one spelling. Refused for the first fault, and for another
/// NHS number under the check of the one before.
Result<Person> record_characteristics(Person person, const RecordCharacteristics& command);

/// The number under which the authority reports the child, the same every year: its own from an earlier system, else 20
/// letters and digits made from the last 100 bits of the id.
std::string reported_number(const Person& person);

std::string_view says(Disability disability);
std::string_view says(NoPupilNumber why);

}  // namespace kith::core

template <>
struct kith::Words<kith::core::Disability> {
    using enum kith::core::Disability;
    static constexpr std::array all{
        Word{none, "none"sv},
        Word{mobility, "mobility"sv},
        Word{hand_function, "hand_function"sv},
        Word{personal_care, "personal_care"sv},
        Word{incontinence, "incontinence"sv},
        Word{communication, "communication"sv},
        Word{learning, "learning"sv},
        Word{hearing, "hearing"sv},
        Word{vision, "vision"sv},
        Word{behaviour, "behaviour"sv},
        Word{consciousness, "consciousness"sv},
        Word{autism, "autism"sv},
        Word{other, "other"sv},
    };
};
template <>
struct kith::Words<kith::core::NoPupilNumber> {
    using enum kith::core::NoPupilNumber;
    static constexpr std::array all{
        Word{not_of_school_age, "not_of_school_age"sv},
        Word{never_at_school_in_england, "never_at_school_in_england"sv},
        Word{educated_outside_england, "educated_outside_england"sv},
        Word{newly_in_need, "newly_in_need"sv},
        Word{sources_disagree, "sources_disagree"sv},
        Word{other, "other"sv},
    };
};
