#include "core/characteristics.h"

#include <algorithm>

#include "base/text.h"
#include "core/identifiers.h"
#include "core/person.h"

namespace kith::core {

std::span<const Ethnicity> ethnicities() {
    static constexpr Ethnicity all[] = {
        {"WBRI", "White British"},
        {"WIRI", "White Irish"},
        {"WIRT", "Traveller of Irish heritage"},
        {"WROM", "Gypsy or Roma"},
        {"WOTH", "Any other White background"},
        {"MWBC", "White and Black Caribbean"},
        {"MWBA", "White and Black African"},
        {"MWAS", "White and Asian"},
        {"MOTH", "Any other mixed background"},
        {"AIND", "Indian"},
        {"APKN", "Pakistani"},
        {"ABAN", "Bangladeshi"},
        {"AOTH", "Any other Asian background"},
        {"BCRB", "Black Caribbean"},
        {"BAFR", "Black African"},
        {"BOTH", "Any other Black background"},
        {"CHNE", "Chinese"},
        {"OOTH", "Any other background"},
        {"REFU", "Would rather not say"},
        {"NOBT", "Not yet known"},
    };
    return all;
}

const Ethnicity* find_ethnicity(std::string_view code) {
    for (const Ethnicity& each : ethnicities())
        if (each.code == code) return &each;
    return nullptr;
}

static constexpr std::size_t longest_local_number = 20;

static bool is_local_number(std::string_view text) {
    return text.size() <= longest_local_number && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
           });
}

static bool has_twice(std::vector<Disability> disabilities) {
    std::ranges::sort(disabilities);
    return std::ranges::adjacent_find(disabilities) != disabilities.end();
}

static void check_pupil_number(std::string_view typed, const char* field, std::vector<Refusal>& faults) {
    if (trim(typed).empty()) return;
    if (auto number = Upn::parse(trim(typed)); !number) {
        faults.push_back(number.error());
        faults.back().field = field;
    }
}

static void check_nhs_number(const RecordCharacteristics& command, std::vector<Refusal>& faults) {
    bool given = !trim(command.nhs_number).empty();
    if (given)
        if (auto number = NhsNumber::parse(trim(command.nhs_number)); !number) faults.push_back(number.error());
    if (!given && command.nhs_trace != NhsTrace::untraced)
        faults.push_back({Because::invalid, "nhs_number", "Give the NHS number that was checked."});
    if (may_be_sent(command.nhs_trace) && trim(command.nhs_trace_source).empty())
        faults.push_back({Because::invalid, "nhs_trace_source",
                          "Say who checked the NHS number, or what said so. Until then it is not trusted: choose “not "
                          "checked”."});
}

static void check_disabilities(const std::vector<Disability>& disabilities, std::vector<Refusal>& faults) {
    bool none = std::ranges::find(disabilities, Disability::none) != disabilities.end();
    if (none && disabilities.size() > 1)
        faults.push_back(
            {Because::invalid, "disabilities", "“No disability” stands alone. Take it away, or take the others away."});
    else if (has_twice(disabilities))
        faults.push_back({Because::invalid, "disabilities", "Choose each kind of disability once."});
}

std::vector<Refusal> faults_of(const RecordCharacteristics& command) {
    std::vector<Refusal> faults;
    if (!command.ethnicity.empty() && !find_ethnicity(command.ethnicity))
        faults.push_back({Because::invalid, "ethnicity", "Choose the ethnicity from the list."});
    check_disabilities(command.disabilities, faults);
    check_pupil_number(command.pupil_number, "pupil_number", faults);
    check_pupil_number(command.former_pupil_number, "former_pupil_number", faults);
    check_nhs_number(command, faults);
    if (!trim(command.pupil_number).empty() && command.no_pupil_number)
        faults.push_back({Because::invalid, "no_pupil_number",
                          "Give the unique pupil number or the reason why there is none, not both."});
    if (!is_local_number(trim(command.local_number)))
        faults.push_back({Because::invalid, "local_number",
                          "The authority's own number has at most 20 letters and digits, without spaces or signs."});
    if (command.plans_elsewhere && (*command.plans_elsewhere < 0 || *command.plans_elsewhere > 99))
        faults.push_back({Because::invalid, "plans_elsewhere",
                          "Give the number of plans made elsewhere, such as 0 or 1, or leave it blank."});
    return faults;
}

static std::string in_one_spelling(std::string_view typed) {
    return trim(typed).empty() ? "" : Upn::parse(trim(typed))->text();
}

/// A check is of one number: it does not pass to another.
static Result<void> refuse_check_of_another(const Person& person, const RecordCharacteristics& command,
                                            const std::string& number) {
    bool same_check = command.nhs_trace == person.nhs_trace && command.nhs_trace_on == person.nhs_trace_on &&
                      trim(command.nhs_trace_source) == person.nhs_trace_source;
    if (person.nhs_number.empty() || number == person.nhs_number || !may_be_sent(command.nhs_trace) || !same_check)
        return {};
    return refuse(
        Because::invalid, "nhs_trace",
        "This is another NHS number, and the one before was checked. Choose “not checked”, or say when and by "
        "whom this one was.");
}

static Result<void> take_nhs_number(Person& person, const RecordCharacteristics& command) {
    std::string number = trim(command.nhs_number).empty() ? "" : NhsNumber::parse(trim(command.nhs_number))->digits();
    TRY(refuse_check_of_another(person, command, number));
    bool checked = command.nhs_trace != NhsTrace::untraced;
    person.nhs_number = std::move(number);
    person.nhs_trace = command.nhs_trace;
    person.nhs_trace_on = checked ? command.nhs_trace_on : std::nullopt;
    person.nhs_trace_source = checked ? std::string(trim(command.nhs_trace_source)) : "";
    return {};
}

Result<Person> record_characteristics(Person person, const RecordCharacteristics& command) {
    if (auto faults = faults_of(command); !faults.empty()) return tl::unexpected(faults.front());
    TRY(take_nhs_number(person, command));
    if (command.sex) person.sex = *command.sex;
    person.ethnicity = command.ethnicity;
    person.disabilities = command.disabilities;
    if (!command.disabilities.empty()) person.disabled = command.disabilities.front() != Disability::none;
    person.pupil_number = in_one_spelling(command.pupil_number);
    person.former_pupil_number = in_one_spelling(command.former_pupil_number);
    person.no_pupil_number = command.no_pupil_number;
    person.local_number = std::string(trim(command.local_number));
    person.plans_elsewhere = command.plans_elsewhere;
    return person;
}

std::string reported_number(const Person& person) {
    if (!person.local_number.empty()) return person.local_number;
    static constexpr std::string_view signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // no I, L, O, U
    std::string number(longest_local_number, '0');
    std::size_t bit = 128 - longest_local_number * 5;
    for (char& sign : number) {
        unsigned five = 0;
        for (int i = 0; i < 5; ++i, ++bit)
            five = five << 1 | (person.id.bytes[bit / 8] >> (7 - bit % 8) & 1u);
        sign = signs[five];
    }
    return number;
}

std::string_view says(Disability disability) {
    switch (disability) {
        case Disability::none:
            return "No disability";
        case Disability::mobility:
            return "Mobility";
        case Disability::hand_function:
            return "Hand function";
        case Disability::personal_care:
            return "Personal care";
        case Disability::incontinence:
            return "Incontinence";
        case Disability::communication:
            return "Communication";
        case Disability::learning:
            return "Learning";
        case Disability::hearing:
            return "Hearing";
        case Disability::vision:
            return "Vision";
        case Disability::behaviour:
            return "Behaviour";
        case Disability::consciousness:
            return "Consciousness";
        case Disability::autism:
            return "Autism";
        case Disability::other:
            return "Another disability";
    }
    return "";
}

std::string_view says(NoPupilNumber why) {
    switch (why) {
        case NoPupilNumber::not_of_school_age:
            return "Not of school age, and has none yet";
        case NoPupilNumber::never_at_school_in_england:
            return "Has never been at a state school in England";
        case NoPupilNumber::educated_outside_england:
            return "Is educated outside England";
        case NoPupilNumber::newly_in_need:
            return "Newly in need: it could not be found out in time";
        case NoPupilNumber::sources_disagree:
            return "Sources disagree, so it may be another child's";
        case NoPupilNumber::other:
            return "Another reason";
    }
    return "";
}

}  // namespace kith::core
