// What a child's history becomes in the census of a year: scope and dates, a passing and a failing example of each.
#include "returns/cin/build.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "returns/cin/validate.h"
#include "support/history_builder.h"

using namespace kith;
using namespace kith::core;
using namespace kith::returns;
using kith::test::HistoryBuilder;
using testing::HasSubstr;

namespace {

constexpr auto no_action = ReferralDecision::no_further_action;

const WorkingDays& calendar() {
    static const WorkingDays days = WorkingDays::england_and_wales();
    return days;
}

cin::BuiltChild build(const HistoryBuilder& history, int year) {
    return cin::build_child(history.it, cin::census_year(year), calendar());
}

std::string from_to(const cin::DateField& from, const cin::DateField& to) {
    return " " + from.text + ".." + to.text;
}

std::string told(const cin::Episode& episode) {
    std::string text = episode.referral.text + " " + episode.referral_source.text + " " + episode.primary_need.text;
    if (episode.no_further_action.is_true()) text += " without action";
    if (episode.closure.given()) text += " closed " + episode.closure.text + " " + episode.reason_for_closure.text;
    if (episode.conference.given()) text += " conference " + episode.conference.text;
    for (const cin::Assessment& each : episode.assessments) {
        text += ", assessed" + from_to(each.start, each.authorisation);
        for (const cin::TextField& factor : each.factors)
            text += " " + factor.text;
    }
    for (const cin::CinPlan& each : episode.cin_plans)
        text += ", helped" + from_to(each.start, each.end);
    for (const cin::Section47Enquiry& each : episode.enquiries) {
        text += ", enquired " + each.start.text;
        if (each.conference.given()) text += " conference " + each.conference.text;
        if (each.conference_not_required.is_true()) text += " none needed";
        if (each.conference_target.given()) text += " by " + each.conference_target.text;
    }
    for (const cin::ProtectionPlan& each : episode.protection_plans) {
        text += ", protected" + from_to(each.start, each.end) + " " + each.initial_category.text + " " +
                each.latest_category.text + " " + each.previous_plans.text;
        for (const cin::Reviews& reviews : each.reviews)
            for (const cin::DateField& date : reviews.dates)
                text += " reviewed " + date.text;
    }
    for (const cin::PreProceedings& each : episode.pre_proceedings) {
        text += ", before court " + each.start.text;
        if (each.letter_before_proceedings.given())
            text += " letter " + each.letter_before_proceedings.text + " offered " + each.meeting_offered.text +
                    " held " + each.meeting_facilitated.text;
        if (each.first_meeting.given()) text += " met " + each.first_meeting.text + " +" + each.review_meetings.text;
        if (each.step_decision.given()) text += " decided " + each.step_decision.text + each.outcome.text;
        if (each.court_application.given())
            text += " court " + each.court_application.text + " " + each.initiating_letter.text;
    }
    return text;
}

/// Everything that is reported, one episode after another; what is left out behind it.
std::string told(const HistoryBuilder& history, int year) {
    cin::BuiltChild built = build(history, year);
    std::string text;
    if (!built.child) text = "nothing";
    if (built.child)
        for (const cin::Episode& episode : built.child->episodes)
            text += (text.empty() ? "" : "; ") + told(episode);
    for (const cin::LeftOut& each : built.left_out)
        text += " | left out " + iso(each.on);
    return text;
}

struct Case {
    const char* because;
    HistoryBuilder history;
    int year;
    std::string reported;
};

void expect_each(const std::vector<Case>& cases) {
    for (const Case& each : cases)
        EXPECT_EQ(told(each.history, each.year), each.reported) << each.because;
}

HistoryBuilder history() {
    return {};
}

}  // namespace

TEST(CensusScope, takes_referrals_of_the_year_and_cases_that_were_open_in_it) {
    expect_each({
        {"referred on its first day", history().referred("2026-04-01"), 2027, "2026-04-01 2A N1"},
        {"referred on its last day", history().referred("2027-03-31"), 2027, "2027-03-31 2A N1"},
        {"referred after it", history().referred("2027-04-01"), 2027, "nothing"},
        {"referred years before, and open", history().referred("2021-06-01"), 2027, "2021-06-01 2A N1"},
        {"closed on its first day", history().referred("2025-06-01").closed("2026-04-01"), 2027,
         "2025-06-01 2A N1 closed 2026-04-01 RC7"},
        {"closed the day before", history().referred("2025-06-01").closed("2026-03-31"), 2027, "nothing"},
        {"closed after it, so open", history().referred("2026-06-01").closed("2027-04-01"), 2027, "2026-06-01 2A N1"},
        {"nobody referred", history(), 2027, "nothing"},
    });
}

TEST(CensusScope, takes_pre_proceedings_that_began_in_the_year_as_they_stood_on_its_last_day) {
    HistoryBuilder held = history().referred("2026-05-06").before_court("2026-06-01", "2026-06-05");
    held.it.pre_proceedings[0].pre_proceedings.family_meeting_on = HistoryBuilder::day("2026-07-01");
    expect_each({
        {"decided, no letter yet", history().referred("2026-05-06").before_court("2026-06-01"), 2027,
         "2026-05-06 2A N1, before court 2026-06-01"},
        {"a letter that offers a meeting",
         history().referred("2026-05-06").before_court("2026-06-01", "2026-06-05").met_parents("2026-06-20"), 2027,
         "2026-05-06 2A N1, before court 2026-06-01 letter 2026-06-05 offered 1 held 0 met 2026-06-20 +0"},
        {"the family met", held, 2027, "2026-05-06 2A N1, before court 2026-06-01 letter 2026-06-05 offered 1 held 1"},
        {"to the court",
         history()
             .referred("2026-05-06")
             .before_court("2026-06-01", "2026-06-05")
             .met_parents("2026-06-20")
             .met_parents("2026-08-20")
             .decided_for_court("2026-09-01", "2026-09-03"),
         2027,
         "2026-05-06 2A N1, before court 2026-06-01 letter 2026-06-05 offered 1 held 0 met 2026-06-20 +1 decided "
         "2026-09-01 court 2026-09-03 2026-09-03"},
        {"what came after the last day is not in it",
         history()
             .referred("2026-05-06")
             .before_court("2027-03-20", "2027-04-02")
             .met_parents("2027-04-10")
             .decided_for_court("2027-06-01", "2027-06-03"),
         2027, "2026-05-06 2A N1, before court 2027-03-20"},
        {"begun before the year: named", history().referred("2025-05-06").before_court("2026-03-01"), 2027,
         "2025-05-06 2A N1 | left out 2026-03-01"},
        {"before the census asked", history().referred("2025-05-06").before_court("2025-06-01"), 2026,
         "2025-05-06 2A N1"},
        {"after no referral: named", history().referred("2026-07-06").before_court("2026-06-01"), 2027,
         "2026-07-06 2A N1 | left out 2026-06-01"},
    });
}

static HistoryBuilder decided_after(std::string_view referred, std::string_view decided) {
    HistoryBuilder slow = history().referred(referred, no_action);
    slow.it.referrals[0].closed_on = HistoryBuilder::day(decided);
    return slow;
}

TEST(CensusScope, takes_a_referral_without_further_action_only_in_the_year_of_its_day) {
    expect_each({
        {"in the year", history().referred("2026-04-01", no_action), 2027, "2026-04-01 2A N1 without action"},
        {"the day before", history().referred("2026-03-31", no_action), 2027, "nothing"},
        {"decided in the next year", decided_after("2026-03-31", "2026-04-02"), 2027, "nothing"},
        {"decided in the next year", decided_after("2026-03-31", "2026-04-02"), 2026,
         "2026-03-31 2A N1 without action"},
        {"pointed to a service", history().referred("2026-05-01", ReferralDecision::signpost), 2027,
         "2026-05-01 2A N1 without action"},
        {"to early help", history().referred("2026-05-01", ReferralDecision::early_help), 2027,
         "2026-05-01 2A N1 without action"},
    });
}

TEST(CensusScope, takes_one_referral_a_day_the_one_that_was_taken_further) {
    expect_each({
        {"two that were not", history().referred("2026-05-06", no_action, 9).referred("2026-05-06", no_action, 15),
         2027, "2026-05-06 2A N1 without action"},
        {"the second was", history().referred("2026-05-06", no_action, 9).referred("2026-05-06").helped("2026-05-07"),
         2027, "2026-05-06 2A N1, helped 2026-05-07.."},
        {"the next day is another", history().referred("2026-05-06", no_action).referred("2026-05-07"), 2027,
         "2026-05-06 2A N1 without action; 2026-05-07 2A N1"},
    });
}

TEST(CensusScope, puts_work_with_the_referral_that_was_open_on_its_day) {
    auto twice = [] { return history().referred("2026-05-01").closed("2026-06-30").referred("2026-09-01"); };
    expect_each({
        {"while the first was open", twice().enquired("2026-06-30"), 2027,
         "2026-05-01 2A N1 closed 2026-06-30 RC7, enquired 2026-06-30 by 2026-07-21; 2026-09-01 2A N1"},
        {"on the day of the second", twice().enquired("2026-09-01"), 2027,
         "2026-05-01 2A N1 closed 2026-06-30 RC7; 2026-09-01 2A N1, enquired 2026-09-01 by 2026-09-22"},
        {"on the day on which the first closed and the second came",
         history().referred("2026-05-01").closed("2026-09-01").referred("2026-09-01").enquired("2026-09-01"), 2027,
         "2026-05-01 2A N1 closed 2026-09-01 RC7; 2026-09-01 2A N1, enquired 2026-09-01 by 2026-09-22"},
        {"between the two: named", twice().enquired("2026-08-01"), 2027,
         "2026-05-01 2A N1 closed 2026-06-30 RC7; 2026-09-01 2A N1 | left out 2026-08-01"},
        {"never with one that went no further", history().referred("2026-05-01", no_action).enquired("2026-05-01"),
         2027, "2026-05-01 2A N1 without action | left out 2026-05-01"},
        {"with no referral at all: named", history().enquired("2026-05-01"), 2027, "nothing | left out 2026-05-01"},
    });
}

TEST(CensusAssessments, are_those_authorised_in_the_year_and_open_ones_that_began_in_it) {
    auto open = [] { return history().referred("2025-05-06"); };
    expect_each({
        {"authorised on its first day", open().assessed("2026-02-01", "2026-04-01"), 2027,
         "2025-05-06 2A N1, assessed 2026-02-01..2026-04-01 16A"},
        {"authorised the day before", open().assessed("2026-02-01", "2026-03-31"), 2027, "2025-05-06 2A N1"},
        {"began in it and open", open().assessed("2026-04-01"), 2027, "2025-05-06 2A N1, assessed 2026-04-01.."},
        {"authorised after it, so open and without factors", open().assessed("2027-03-01", "2027-04-02"), 2027,
         "2025-05-06 2A N1, assessed 2027-03-01.."},
        {"began before it and open: named", open().assessed("2026-03-31"), 2027,
         "2025-05-06 2A N1 | left out 2026-03-31"},
        {"began after it", open().assessed("2027-04-01", "2027-05-01"), 2027, "2025-05-06 2A N1"},
    });
}

TEST(CensusAssessments, that_were_stopped_are_not_reported) {
    HistoryBuilder stopped = history().referred("2026-05-06").assessed("2026-05-07");
    EXPECT_EQ(told(stopped, 2027), "2026-05-06 2A N1, assessed 2026-05-07..");
    stopped.it.assessments[0].assessment.state = AssessmentState::stopped;
    EXPECT_EQ(told(stopped, 2027), "2026-05-06 2A N1");
}

TEST(CensusAssessments, keep_the_factors_that_are_codes) {
    EXPECT_EQ(told(history().referred("2026-05-06").assessed("2026-05-07", "2026-06-01", {"3B", "8A", "x"}), 2027),
              "2026-05-06 2A N1, assessed 2026-05-07..2026-06-01 3B");
}

TEST(CensusPlans, of_help_are_those_open_in_the_year_ended_only_by_its_last_day) {
    auto open = [] { return history().referred("2024-05-06"); };
    expect_each({
        {"from years before", open().helped("2024-06-01"), 2027, "2024-05-06 2A N1, helped 2024-06-01.."},
        {"ended on its first day", open().helped("2024-06-01", "2026-04-01"), 2027,
         "2024-05-06 2A N1, helped 2024-06-01..2026-04-01"},
        {"ended the day before", open().helped("2024-06-01", "2026-03-31"), 2027, "2024-05-06 2A N1"},
        {"ended after it", open().helped("2026-06-01", "2027-04-01"), 2027, "2024-05-06 2A N1, helped 2026-06-01.."},
        {"begun after it", open().helped("2027-04-01"), 2027, "2024-05-06 2A N1"},
        {"never made with the family", open().helped(""), 2027, "2024-05-06 2A N1"},
    });
}

TEST(CensusEnquiries, are_those_with_a_conference_in_the_year_or_begun_in_it) {
    auto open = [] { return history().referred("2025-05-06"); };
    const auto to_conference = AfterEnquiry::initial_conference;
    expect_each({
        {"conference on its first working day", open().enquired("2026-03-12").conferred("2026-04-01"), 2027,
         "2025-05-06 2A N1, enquired 2026-03-12 conference 2026-04-01 by 2026-04-02"},
        {"conference before it", open().enquired("2026-03-12").conferred("2026-03-31"), 2027, "2025-05-06 2A N1"},
        {"begun in it, conference after it", open().enquired("2027-03-20").conferred("2027-04-06"), 2027,
         "2025-05-06 2A N1, enquired 2027-03-20 by 2027-04-13"},
        {"begun in it, none needed", open().enquired("2026-04-01").endorsed("2026-04-10"), 2027,
         "2025-05-06 2A N1, enquired 2026-04-01 none needed"},
        {"that was known only after it", open().enquired("2027-03-20").endorsed("2027-04-02"), 2027,
         "2025-05-06 2A N1, enquired 2027-03-20 by 2027-04-13"},
        {"one is needed", open().enquired("2026-05-01").endorsed("2026-05-08", to_conference), 2027,
         "2025-05-06 2A N1, enquired 2026-05-01 by 2026-05-26"},
        {"an early review instead: none needed",
         open().enquired("2026-05-01").endorsed("2026-05-08", AfterEnquiry::early_review), 2027,
         "2025-05-06 2A N1, enquired 2026-05-01 none needed"},
        {"begun before it, none needed", open().enquired("2026-03-31").endorsed("2026-04-10"), 2027,
         "2025-05-06 2A N1"},
        {"begun before it, undecided: named", open().enquired("2026-03-31"), 2027,
         "2025-05-06 2A N1 | left out 2026-03-31"},
    });
}

TEST(CensusConferences, that_did_not_take_place_are_not_reported) {
    HistoryBuilder called = history().referred("2026-05-06").enquired("2026-05-07").conferred("2026-05-28");
    EXPECT_THAT(told(called, 2027), HasSubstr("conference 2026-05-28"));
    for (auto state : {ConferenceState::called, ConferenceState::did_not_proceed, ConferenceState::cancelled}) {
        called.it.conferences[0].conference.state = state;
        EXPECT_EQ(told(called, 2027), "2026-05-06 2A N1, enquired 2026-05-07 by 2026-05-29") << word(state);
    }
}

TEST(CensusConferences, without_an_enquiry_of_ours_stand_with_the_episode) {
    expect_each({
        {"a transfer in", history().referred("2026-05-06").conferred("2026-05-20", ConferenceKind::transfer_in), 2027,
         "2026-05-06 2A N1 conference 2026-05-20"},
        {"last year's", history().referred("2026-03-06").conferred("2026-03-20", ConferenceKind::transfer_in), 2027,
         "2026-03-06 2A N1"},
        {"a second for the same enquiry",
         history().referred("2026-05-06").enquired("2026-05-07").conferred("2026-05-28").conferred("2026-09-10"), 2027,
         "2026-05-06 2A N1 conference 2026-09-10, enquired 2026-05-07 conference 2026-05-28 by 2026-05-29"},
    });
}

TEST(CensusProtectionPlans, are_those_open_in_the_year) {
    auto open = [] { return history().referred("2024-05-06"); };
    expect_each({
        {"from years before", open().protected_from("2024-06-03"), 2027,
         "2024-05-06 2A N1, protected 2024-06-03.. NEG NEG 0"},
        {"ended on its first day", open().protected_from("2024-06-03", "2026-04-01"), 2027,
         "2024-05-06 2A N1, protected 2024-06-03..2026-04-01 NEG NEG 0"},
        {"ended before it", open().protected_from("2024-06-03", "2026-03-31"), 2027, "2024-05-06 2A N1"},
        {"ended after it", open().protected_from("2024-06-03", "2027-04-01"), 2027,
         "2024-05-06 2A N1, protected 2024-06-03.. NEG NEG 0"},
        {"begun after it", open().protected_from("2027-04-01"), 2027, "2024-05-06 2A N1"},
    });
}

TEST(CensusProtectionPlans, count_this_authoritys_own_earlier_plans) {
    HistoryBuilder twice = history().referred("2022-05-06").protected_from("2022-06-06", "2023-01-10");
    twice.protected_from("2026-06-03").it.child.plans_elsewhere = 3;
    EXPECT_EQ(told(twice, 2027), "2022-05-06 2A N1, protected 2026-06-03.. NEG NEG 1");
    EXPECT_EQ(told(twice, 2023), "2022-05-06 2A N1, protected 2022-06-06..2023-01-10 NEG NEG 0");
}

TEST(CensusProtectionPlans, have_the_category_of_their_first_day_and_of_the_years_last) {
    HistoryBuilder changed = history().referred("2025-05-06").protected_from("2025-06-03");
    changed.under("2026-01-20", AbuseCategory::emotional_abuse).under("2026-06-20", AbuseCategory::sexual_abuse);
    EXPECT_EQ(told(changed, 2026), "2025-05-06 2A N1, protected 2025-06-03.. NEG EMO 0");
    EXPECT_EQ(told(changed, 2027), "2025-05-06 2A N1, protected 2025-06-03.. NEG SAB 0");
}

TEST(CensusProtectionPlans, have_the_reviews_held_in_the_year) {
    HistoryBuilder reviewed = history().referred("2025-05-06").protected_from("2025-06-03");
    for (const char* day : {"2025-09-01", "2026-02-20", "2026-08-10", "2027-04-05"})
        reviewed.conferred(day, ConferenceKind::review);
    EXPECT_EQ(told(reviewed, 2026),
              "2025-05-06 2A N1, protected 2025-06-03.. NEG NEG 0 reviewed 2025-09-01 reviewed 2026-02-20");
    EXPECT_EQ(told(reviewed, 2027), "2025-05-06 2A N1, protected 2025-06-03.. NEG NEG 0 reviewed 2026-08-10");
}

TEST(CensusChild, who_is_born_after_the_years_last_day_was_unborn_then) {
    HistoryBuilder baby = history().referred("2026-01-20");
    baby.it.child.date_of_birth = HistoryBuilder::day("2026-04-20");
    baby.it.child.expected_date = HistoryBuilder::day("2026-04-25");
    baby.it.child.disabilities.clear();
    const auto before = build(baby, 2026).child->identifiers, after = build(baby, 2027).child->identifiers;
    EXPECT_EQ(before.birth.text, "");
    EXPECT_EQ(before.expected_birth.text, "2026-04-25");
    EXPECT_EQ(before.sex.text, "U");
    EXPECT_EQ(before.upn_unknown.text, "");
    EXPECT_EQ(after.birth.text, "2026-04-20");
    EXPECT_EQ(after.expected_birth.text, "");
    EXPECT_EQ(after.sex.text, "F");
    EXPECT_EQ(after.upn_unknown.text, "UN1");
}

TEST(CensusChild, who_died_is_reported_so_from_that_year_on) {
    HistoryBuilder died = history().referred("2026-01-20");
    died.it.child.died_on = HistoryBuilder::day("2026-04-01");
    EXPECT_EQ(build(died, 2026).child->identifiers.death.text, "");
    EXPECT_EQ(build(died, 2027).child->identifiers.death.text, "2026-04-01");
}

TEST(CensusChild, has_a_pupil_number_or_the_reason_why_there_is_none) {
    HistoryBuilder pupil = history().referred("2026-05-06");
    auto number = [&] {
        const auto built = build(pupil, 2027);
        return built.child->identifiers.upn.text + "/" + built.child->identifiers.upn_unknown.text;
    };
    EXPECT_EQ(number(), "/") << "nobody knows: the rules ask";
    pupil.it.child.no_pupil_number = NoPupilNumber::educated_outside_england;
    EXPECT_EQ(number(), "/UN3");
    pupil.it.child.pupil_number = "B801200005001";
    EXPECT_EQ(number(), "B801200005001/");
    pupil.it.child.pupil_number.clear();
    pupil.it.referrals[0].decision = no_action;
    EXPECT_EQ(number(), "/UN7") << "no referral was taken further";
}

TEST(CensusChild, has_a_sex_from_2025_and_a_gender_before) {
    HistoryBuilder child = history().referred("2020-05-06");
    EXPECT_EQ(build(child, 2024).child->identifiers.gender.text, "2");
    EXPECT_EQ(build(child, 2024).child->identifiers.sex.text, "");
    EXPECT_EQ(build(child, 2025).child->identifiers.gender.text, "");
    EXPECT_EQ(build(child, 2025).child->identifiers.sex.text, "F");
}

TEST(CensusChild, whose_ethnicity_nobody_has_asked_for_is_not_yet_obtained) {
    HistoryBuilder child = history().referred("2026-05-06");
    EXPECT_EQ(build(child, 2027).child->characteristics.ethnicity.text, "WBRI");
    child.it.child.ethnicity.clear();
    EXPECT_EQ(build(child, 2027).child->characteristics.ethnicity.text, "NOBT");
}

TEST(CensusChild, has_the_same_number_every_year) {
    HistoryBuilder child = history().referred("2025-05-06");
    std::string number = build(child, 2026).child->identifiers.la_child_id.text;
    EXPECT_EQ(number.size(), 20u);
    EXPECT_EQ(build(child, 2027).child->identifiers.la_child_id.text, number);
    child.it.child.local_number = "M0042";
    EXPECT_EQ(build(child, 2027).child->identifiers.la_child_id.text, "M0042");
}

TEST(CensusHeader, says_whose_file_it_is_of_which_year_and_when_it_was_made) {
    auto header = cin::build_header(cin::census_year(2027), {"801", HistoryBuilder::noon("2026-07-01"), "1.0"});
    EXPECT_EQ(header.year.text, "2027");
    EXPECT_EQ(header.reference_date.text, "2027-03-31");
    EXPECT_EQ(header.authority.text, "801");
    EXPECT_EQ(header.date_time.text, "2026-07-01T12:00:00") << "London time";
}

TEST(CensusTwin, has_the_history_of_both_until_they_were_known_to_be_two) {
    HistoryBuilder first = history().referred("2026-05-06").assessed("2026-05-07", "2026-06-01");
    first.enquired("2026-06-02").endorsed("2026-06-10", AfterEnquiry::initial_conference).conferred("2026-06-22");
    first.protected_from("2026-06-22").conferred("2026-09-10", ConferenceKind::review);
    HistoryBuilder second;
    second.it.child.id = PersonId(RawId{{9}});
    ProtectionPlanOfChild own = first.it.protection_plans[0];
    own.plan.id = ProtectionPlanId(RawId{{8}});
    own.plan.inherited_from = first.it.child.id;
    second.it.protection_plans.push_back(own);
    InheritedHistory inherited;
    inherited.until = HistoryBuilder::noon("2026-10-01");
    first.enquired("2026-11-02");
    HistoryBuilder twin;
    twin.it = with_inherited(second.it, first.it, inherited);
    EXPECT_EQ(told(twin, 2027),
              "2026-05-06 2A N1, assessed 2026-05-07..2026-06-01 16A, enquired 2026-06-02 conference 2026-06-22 by "
              "2026-06-23, protected 2026-06-22.. NEG NEG 0 reviewed 2026-09-10");
    EXPECT_EQ(told(second, 2027), "nothing | left out 2026-06-22");
}
