#include "returns/cin/build.h"

#include <fmt/format.h>

#include <algorithm>

#include "returns/cin/build_episodes.h"
#include "returns/cin/codes.h"
#include "returns/cin/fill.h"
#include "returns/cin/mapping.h"

namespace kith::returns::cin {

namespace {

using std::chrono::March, std::chrono::April, std::chrono::August;

constexpr int first_year_with_sex = 2025;

bool is_born(const core::Person& person, Date last) {
    return person.date_of_birth && *person.date_of_birth <= last;
}

/// Expected on the last day of the year, also when the child has been born since.
bool is_unborn(const core::Person& person, Date last) {
    return !is_born(person, last) && (person.stage != core::Stage::born || person.date_of_birth);
}

/// As rule 8770Q has it: five on 31 August before the year began.
bool is_of_school_age(const core::Person& person, const CensusYear& year) {
    return person.date_of_birth && *person.date_of_birth <= Date(std::chrono::year(year.year - 6) / August / 31);
}

bool never_taken_further(const std::vector<Episode>& episodes) {
    return std::ranges::all_of(episodes, [](const Episode& each) { return each.no_further_action.is_true(); });
}

void fill_pupil_number(Child& child, const core::Person& person, const CensusYear& year) {
    ChildIdentifiers& of = child.identifiers;
    fill(of.upn, person.pupil_number);
    fill(of.former_upn, person.former_pupil_number);
    if (of.upn.given()) return;
    if (never_taken_further(child.episodes))
        fill(of.upn_unknown, referral_without_further_action);
    else if (person.no_pupil_number)
        fill(of.upn_unknown, code_of(*person.no_pupil_number));
    else if (is_born(person, year.last) && !is_of_school_age(person, year))
        fill(of.upn_unknown, not_of_school_age);
}

void fill_identifiers(Child& child, const core::Person& person, const CensusYear& year) {
    ChildIdentifiers& of = child.identifiers;
    fill(of.la_child_id, core::reported_number(person));
    fill_pupil_number(child, person, year);
    core::Sex sex = person.sex;
    if (is_unborn(person, year.last)) {
        fill(of.expected_birth, person.expected_date ? person.expected_date : person.date_of_birth);
        sex = core::Sex::unknown;
    } else {
        fill(of.birth, person.date_of_birth);
    }
    if (year.year >= first_year_with_sex)
        fill(of.sex, code_of(sex));
    else
        fill(of.gender, gender_of(sex));
    if (person.died_on && *person.died_on <= year.last) fill(of.death, person.died_on);
}

void fill_characteristics(ChildCharacteristics& of, const core::Person& person) {
    fill(of.ethnicity, person.ethnicity.empty() ? ethnicity_not_obtained : std::string_view(person.ethnicity));
    for (core::Disability each : person.disabilities)
        fill(of.disabilities.emplace_back("ChildCharacteristics", "Disability"), code_of(each));
}

}  // namespace

CensusYear census_year(int year) {
    return {year, Date(std::chrono::year(year - 1) / April / 1), Date(std::chrono::year(year) / March / 31)};
}

BuiltChild build_child(const core::ChildHistory& history, const CensusYear& year, const WorkingDays& calendar) {
    BuiltChild built;
    BuiltEpisodes episodes = build_episodes(history, year, calendar);
    built.left_out = std::move(episodes.left_out);
    for (LeftOut& each : built.left_out)
        each.child = core::reported_number(history.child);
    if (episodes.episodes.empty()) return built;
    Child& child = built.child.emplace();
    child.episodes = std::move(episodes.episodes);
    fill_identifiers(child, history.child, year);
    fill_characteristics(child.characteristics, history.child);
    return built;
}

Header build_header(const CensusYear& year, const FileDetails& details) {
    Header header;
    fill(header.collection, "CIN");
    fill(header.year, year.year);
    fill(header.reference_date, year.last);
    fill(header.source_level, "L");
    fill(header.authority, details.authority);
    fill(header.software_code, "Kith");
    fill(header.release, details.release);
    fill(header.serial_no, "001");
    LondonTime made = london(details.made_at);
    auto seconds = std::chrono::floor<std::chrono::seconds>(details.made_at).time_since_epoch().count() % 60;
    fill(header.date_time, fmt::format("{}T{:02}:{:02}:{:02}", iso(made.date), made.since_midnight.count() / 60,
                                       made.since_midnight.count() % 60, seconds));
    return header;
}

}  // namespace kith::returns::cin
