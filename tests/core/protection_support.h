// People, days and ids that the tests of the protection steps share. All invented.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "core/missing.h"
#include "core/person.h"
#include "core/staff.h"

namespace kith::core::tests {

template <class IdType>
IdType id(std::uint8_t n) {
    IdType made;
    made.bytes[15] = n;
    return made;
}

inline Date day(std::string_view text) {
    return *parse_date(text);
}

inline Instant at(std::string_view date, int hour = 10) {
    return from_london(day(date), std::chrono::hours(hour));
}

inline Actor social_worker(std::uint8_t n = 1) {
    return {id<StaffId>(n), "Dana Whitlock", Role::social_worker, id<TeamId>(1), true};
}
inline Actor manager(std::uint8_t n = 50) {
    return {id<StaffId>(n), "Priya Nair", Role::team_manager, id<TeamId>(1), true};
}
inline Actor head_of_service() {
    return {id<StaffId>(60), "Owen Marsh", Role::head_of_service, id<TeamId>(9), true};
}
inline Actor chair() {
    return {id<StaffId>(70), "Ruth Adeyemi", Role::conference_chair, id<TeamId>(8), true};
}

inline Person amara() {
    Person child;
    child.id = id<PersonId>(1);
    child.given_name = "Amara";
    child.family_name = "Okafor";
    child.date_of_birth = day("2021-05-04");
    child.birth_date_is = BirthDateIs::verified;
    return child;
}
inline Person unborn_baby() {
    Person child;
    child.id = id<PersonId>(2);
    child.family_name = "Okafor";
    child.stage = Stage::unborn;
    child.expected_date = day("2027-03-03");
    return child;
}

inline std::vector<std::string> fields(const std::vector<Missing>& missing) {
    std::vector<std::string> names;
    for (const Missing& each : missing)
        names.push_back(each.field);
    return names;
}

}  // namespace kith::core::tests
