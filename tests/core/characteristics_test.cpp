#include "core/characteristics.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

#include "core/person.h"

using namespace kith;
using namespace kith::core;

static std::string fault_in(const RecordCharacteristics& command) {
    auto faults = faults_of(command);
    if (faults.empty()) return "";
    EXPECT_TRUE(faults[0].sentence.ends_with('.')) << faults[0].sentence;
    EXPECT_FALSE(record_characteristics(Person{}, command));
    return faults[0].field;
}

TEST(Characteristics, blank_is_always_possible) {
    EXPECT_EQ(fault_in({}), "");
    EXPECT_TRUE(record_characteristics(Person{}, {}));
}

TEST(Characteristics, each_answer_that_cannot_be_is_refused_at_its_field) {
    EXPECT_EQ(fault_in({.ethnicity = "MWBC"}), "");
    EXPECT_EQ(fault_in({.ethnicity = "mwbc"}), "ethnicity");
    EXPECT_EQ(fault_in({.disabilities = {Disability::hearing, Disability::vision}}), "");
    EXPECT_EQ(fault_in({.disabilities = {Disability::hearing, Disability::none}}), "disabilities");
    EXPECT_EQ(fault_in({.disabilities = {Disability::hearing, Disability::hearing}}), "disabilities");
    EXPECT_EQ(fault_in({.pupil_number = "b801 2000 05001"}), "");
    EXPECT_EQ(fault_in({.pupil_number = "A801200005001"}), "pupil_number");
    EXPECT_EQ(fault_in({.former_pupil_number = "A801200005001"}), "former_pupil_number");
    EXPECT_EQ(fault_in({.no_pupil_number = NoPupilNumber::other}), "");
    EXPECT_EQ(fault_in({.pupil_number = "B801200005001", .no_pupil_number = NoPupilNumber::other}), "no_pupil_number");
    EXPECT_EQ(fault_in({.local_number = "M0042"}), "");
    EXPECT_EQ(fault_in({.local_number = "M-0042"}), "local_number");
    EXPECT_EQ(fault_in({.local_number = std::string(21, '1')}), "local_number");
    EXPECT_EQ(fault_in({.plans_elsewhere = 0}), "");
    EXPECT_EQ(fault_in({.plans_elsewhere = -1}), "plans_elsewhere");
}

TEST(Characteristics, an_nhs_number_is_trusted_only_when_it_can_be_one_and_somebody_says_who_checked_it) {
    EXPECT_EQ(fault_in({.nhs_number = "999 000 0018"}), "");
    EXPECT_EQ(fault_in({.nhs_number = "999 000 0019"}), "nhs_number");
    EXPECT_EQ(fault_in({.nhs_trace = NhsTrace::traced, .nhs_trace_source = "Tracing service"}), "nhs_number");
    EXPECT_EQ(fault_in({.nhs_number = "9990000018", .nhs_trace = NhsTrace::traced}), "nhs_trace_source");
    EXPECT_EQ(fault_in({.nhs_number = "9990000018", .nhs_trace = NhsTrace::mismatch}), "");
    EXPECT_EQ(fault_in({.nhs_number = "9990000018", .nhs_trace = NhsTrace::traced, .nhs_trace_source = "Tracing"}), "");
}

TEST(Characteristics, a_check_is_of_one_nhs_number_and_does_not_pass_to_another) {
    RecordCharacteristics checked{
        .nhs_number = "9990000018", .nhs_trace = NhsTrace::verified_by_hand, .nhs_trace_source = "Red book, R. Amoah"};
    Person person = *record_characteristics(Person{}, checked);
    EXPECT_TRUE(may_be_sent(person.nhs_trace));
    checked.nhs_number = "9990000026";
    auto other = record_characteristics(person, checked);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().field, "nhs_trace");
    checked.nhs_trace = NhsTrace::untraced;
    EXPECT_EQ(record_characteristics(person, checked)->nhs_trace_source, "") << "nothing of the check stays";
    checked.nhs_trace = NhsTrace::traced;
    checked.nhs_trace_source = "Tracing service";
    EXPECT_TRUE(record_characteristics(person, checked)) << "checked anew";
}

TEST(Characteristics, each_number_that_cannot_be_is_named_in_its_sentence) {
    EXPECT_NE(faults_of({.pupil_number = "A801200005001"})[0].sentence.find("unique pupil number"), std::string::npos);
    EXPECT_NE(faults_of({.pupil_number = "B801"})[0].sentence.find("13 characters"), std::string::npos);
    EXPECT_NE(faults_of({.nhs_number = "99900"})[0].sentence.find("10 digits"), std::string::npos);
    EXPECT_NE(faults_of({.nhs_number = "9990000019"})[0].sentence.find("NHS number"), std::string::npos);
}

TEST(Characteristics, all_faults_are_named_at_once) {
    EXPECT_EQ(faults_of({.ethnicity = "?", .pupil_number = "1", .local_number = " -"}).size(), 3u);
}

TEST(Characteristics, are_kept_in_one_spelling) {
    auto person = record_characteristics(Person{}, {.pupil_number = " b801200005001 ", .local_number = " M1 "});
    ASSERT_TRUE(person);
    EXPECT_EQ(person->pupil_number, "B801200005001");
    EXPECT_EQ(person->local_number, "M1");
}

TEST(Characteristics, a_disability_makes_a_disabled_child_and_no_answer_changes_nothing) {
    Person disabled;
    disabled.disabled = true;
    EXPECT_TRUE(record_characteristics(Person{}, {.disabilities = {Disability::autism}})->disabled);
    EXPECT_FALSE(record_characteristics(disabled, {.disabilities = {Disability::none}})->disabled);
    EXPECT_TRUE(record_characteristics(disabled, {})->disabled);
}

TEST(ReportedNumber, is_20_letters_and_digits_and_another_for_another_child) {
    EXPECT_TRUE(rc::check([](std::uint64_t seed) {
        IdSource ids = seeded_ids(seed);
        std::set<std::string> numbers;
        for (int i = 0; i < 20; ++i) {
            Person person;
            person.id = PersonId(ids());
            std::string number = reported_number(person);
            RC_ASSERT(number.size() == 20);
            RC_ASSERT(number.find_first_not_of("0123456789ABCDEFGHJKMNPQRSTVWXYZ") == std::string::npos);
            RC_ASSERT(number == reported_number(person));
            numbers.insert(number);
        }
        RC_ASSERT(numbers.size() == 20);
    }));
}

TEST(ReportedNumber, tells_counted_ids_apart) {
    IdSource ids = counting_ids(1);
    Person one, two;
    one.id = PersonId(ids());
    two.id = PersonId(ids());
    EXPECT_NE(reported_number(one), reported_number(two));
}

TEST(Ethnicity, codes_stand_once) {
    std::set<std::string_view> codes;
    for (const Ethnicity& each : ethnicities())
        EXPECT_TRUE(codes.insert(each.code).second) << each.code;
    EXPECT_EQ(codes.size(), 20u);
    EXPECT_EQ(find_ethnicity("XXXX"), nullptr);
}
