#include "rulebook/england/england.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace kith;
using namespace kith::core;
using namespace std::chrono_literals;

namespace {

const Rulebook& law = rulebook::england();

Date on(const char* iso) {
    return *parse_date(iso);
}

const WorkingDays& calendar() {
    static const WorkingDays days = WorkingDays::england_and_wales();
    return days;
}

std::string due_date(Duty duty, const char* start) {
    return iso(due(*clock_in_force(law, duty, on(start)), on(start), calendar(), {}).date);
}

Step step(Noun noun, State from, Event event, State to) {
    return {.noun = noun, .from = from, .on = event, .to = to, .by = Role::team_manager, .day = on("2026-11-22")};
}

}  // namespace

struct Example {
    Duty duty;
    const char* start;
    const char* due;
};
static const Example worked_examples[] = {
    {Duty::decide_contact, "2026-11-21", "2026-11-23"},
    {Duty::decide_contact, "2026-12-24", "2026-12-29"},
    {Duty::decide_referral, "2026-11-20", "2026-11-23"},
    {Duty::acknowledge_referrer, "2027-03-25", "2027-03-30"},
    {Duty::complete_assessment, "2026-11-02", "2027-01-07"},
    {Duty::complete_assessment, "2026-03-31", "2026-06-08"},
    {Duty::hold_initial_conference, "2026-12-10", "2027-01-05"},
    {Duty::hold_initial_conference, "2022-09-14", "2022-10-06"},
    {Duty::hold_transfer_in_conference, "2026-11-23", "2026-12-14"},
    {Duty::hold_first_core_group, "2026-12-22", "2027-01-08"},
    {Duty::hold_first_review_conference, "2026-11-30", "2027-02-28"},
    {Duty::hold_review_conference, "2026-08-31", "2027-02-28"},
    {Duty::act_before_emergency_order_ends, "2026-12-24", "2026-12-31"},
    {Duty::share_conference_reports, "2026-12-29", "2026-12-23"},
};

TEST(England, its_clocks_give_the_worked_examples) {
    for (const Example& row : worked_examples)
        EXPECT_EQ(due_date(row.duty, row.start), row.due) << word(row.duty) << " from " << row.start;
}

TEST(England, police_protection_is_72_hours_whatever_the_wall_clock_does) {
    const Clock& clock = *clock_in_force(law, Duty::end_police_protection, on("2027-03-27"));
    Due found = due(clock, from_london(on("2027-03-27"), 12h), calendar(), {});
    EXPECT_EQ(long_time(*found.at), "30 March 2027 at 1:00pm");
    ASSERT_EQ(found.warnings.size(), 3u);
    EXPECT_EQ(*found.warnings[0].at + 72h, *found.at) << "at once";
    EXPECT_EQ(*found.warnings[2].at + 6h, *found.at);
}

TEST(England, a_note_from_the_night_is_read_by_nine_on_the_next_working_day) {
    const Clock& clock = *clock_in_force(law, Duty::read_out_of_hours_note, on("2026-11-20"));
    EXPECT_EQ(due(clock, on("2026-11-20"), calendar(), {}).at, from_london(on("2026-11-23"), 9h));
}

TEST(England, every_duty_has_a_clock_in_force_today_and_a_clean_start) {
    for (Duty duty : all_values<Duty>()) {
        const Clock* clock = clock_in_force(law, duty, on("2026-11-22"));
        ASSERT_NE(clock, nullptr) << word(duty);
        EXPECT_EQ(find_clock(law, clock->id), clock);
    }
}

TEST(England, what_was_not_held_against_the_2026_edition_says_so) {
    for (const Clock& clock : law.clocks) {
        bool of_an_act = clock.source.title == "Children Act 1989";
        EXPECT_EQ(clock.source.newest == NewestEdition::has_none, of_an_act) << clock.id;
        EXPECT_NE(clock.source.newest, NewestEdition::checked) << clock.id << ": who read the 2026 edition?";
    }
}

TEST(England, a_lost_pregnancy_stops_every_duty_towards_the_family) {
    std::set<Duty> left;
    for (Duty duty : all_values<Duty>())
        left.insert(duty);
    for (Duty duty : lapsed_by(law, Event::pregnancy_lost))
        left.erase(duty);
    EXPECT_EQ(left, (std::set{Duty::decide_contact, Duty::read_contact, Duty::acknowledge_referrer,
                              Duty::tell_referrer_outcome, Duty::end_police_protection, Duty::decide_on_emergency_order,
                              Duty::act_before_emergency_order_ends, Duty::read_out_of_hours_note}))
        << "what is owed to a referrer, or concerns a child who is born";
}

TEST(England, a_visit_meets_the_duty_to_visit_and_starts_the_next) {
    Event visit = Event::child_visited_on_protection_plan;
    EXPECT_EQ(discharged_by(law, visit), std::vector{Duty::visit_child_on_protection_plan});
    auto started = started_by(law, visit, on("2026-11-22"));
    ASSERT_EQ(started.size(), 1u);
    EXPECT_EQ(started[0]->duty, Duty::visit_child_on_protection_plan);
}

TEST(England, a_plan_starts_its_core_group_its_visits_and_its_first_review) {
    std::vector<Duty> duties;
    for (const Clock* clock : started_by(law, Event::child_protection_plan_made, on("2026-11-22")))
        duties.push_back(clock->duty);
    EXPECT_EQ(duties, (std::vector{Duty::hold_first_core_group, Duty::visit_child_on_protection_plan,
                                   Duty::hold_first_review_conference}));
}

TEST(England, every_clock_can_be_started_and_met_by_a_step_or_a_named_act_outside_the_machines) {
    std::set<Event> happens;
    for (const Transition& row : law.transitions)
        happens.insert(row.on);
    // Acts that move no machine: letters, reports, notes, the filling in of facts.
    const std::set<Event> acts{
        Event::reporter_acknowledged,    Event::referrer_told_outcome,     Event::closure_letter_given,
        Event::written_assessment_given, Event::decision_not_to_tell_made, Event::telling_decision_reviewed,
        Event::transfer_in_notified,     Event::initial_conference_needed, Event::conference_reports_shared,
        Event::conference_decision_sent, Event::conference_minutes_sent,   Event::out_of_hours_note_written,
        Event::out_of_hours_note_read,   Event::record_left_incomplete,    Event::missing_facts_completed};
    for (Event act : acts)
        EXPECT_FALSE(happens.contains(act)) << word(act);
    for (const Clock& clock : law.clocks)
        for (const Events& list : {clock.starts, clock.stops, clock.lapses})
            for (Event event : list)
                EXPECT_TRUE(happens.contains(event) || acts.contains(event)) << clock.id << ": " << word(event);
}

TEST(England, a_contact_on_an_open_child_goes_to_the_worker_and_never_becomes_a_referral) {
    Step passed = step(Noun::contact, State::taken, Event::contact_passed_to_worker, State::passed_to_worker);
    EXPECT_FALSE(allowed(law, passed));
    passed.situation.open = true;
    EXPECT_TRUE(allowed(law, passed));
    Step referral = step(Noun::contact, State::taken, Event::contact_decided, State::referral);
    EXPECT_TRUE(allowed(law, referral));
    referral.situation.open = true;
    EXPECT_EQ(allowed(law, referral).error().sentence,
              "This child is already open: pass the contact to their worker. It is not a new referral.");
}

TEST(England, a_strategy_discussion_starts_from_nothing_by_anybody) {
    for (Role role : all_values<Role>()) {
        Step held = step(Noun::strategy_discussion, State::none, Event::strategy_discussion_held, State::held);
        held.by = role;
        EXPECT_TRUE(allowed(law, held)) << word(role);
        Step enquiry = step(Noun::section47_enquiry, State::none, Event::section47_enquiry_started, State::started);
        enquiry.by = role;
        EXPECT_TRUE(allowed(law, enquiry)) << word(role);
    }
}

TEST(England, every_machine_can_be_left_for_immediate_protection_wherever_it_is_decided) {
    for (State from : {State::received, State::taken, State::passed_to_worker, State::read})
        EXPECT_TRUE(allowed(law, step(Noun::contact, from, Event::contact_decided, State::immediate_protection)));
    for (State from : {State::started, State::awaiting_authorisation})
        EXPECT_TRUE(allowed(law, step(Noun::section47_enquiry, from, Event::section47_outcome_authorised,
                                      State::immediate_protection)));
}

TEST(England, an_enquiry_into_a_child_on_a_plan_leads_to_an_early_review_never_a_second_initial_conference) {
    Step conference = step(Noun::section47_enquiry, State::awaiting_authorisation, Event::section47_outcome_authorised,
                           State::conference);
    Step review = conference;
    review.to = State::early_review;
    EXPECT_TRUE(allowed(law, conference));
    EXPECT_FALSE(allowed(law, review));
    for (Situation situation : {Situation{.on_protection_plan = true}, Situation{.looked_after = true}}) {
        conference.situation = review.situation = situation;
        EXPECT_FALSE(allowed(law, conference));
        EXPECT_TRUE(allowed(law, review));
    }
}

TEST(England, an_enquiry_stops_for_age_only_on_a_verified_date_of_birth) {
    Step stop = step(Noun::section47_enquiry, State::started, Event::section47_outcome_authorised, State::stopped);
    EXPECT_FALSE(allowed(law, stop));
    stop.situation.verified_adult = true;
    EXPECT_TRUE(allowed(law, stop));
}

TEST(England, a_plan_ends_at_a_review_or_because_the_child_died_is_18_or_has_another_authoritys_plan) {
    Step end = step(Noun::child_protection_plan, State::active, Event::child_protection_plan_ended, State::ended);
    EXPECT_FALSE(allowed(law, end));
    end.situation.may_end_without_review = true;
    EXPECT_TRUE(allowed(law, end));
}

TEST(England, the_worker_does_not_authorise) {
    Step authorise =
        step(Noun::assessment, State::awaiting_authorisation, Event::assessment_authorised, State::child_in_need);
    EXPECT_TRUE(allowed(law, authorise));
    authorise.by = Role::social_worker;
    EXPECT_EQ(allowed(law, authorise).error().because, Because::forbidden);
}

TEST(England, a_second_decision_is_a_conflict_with_a_way_out) {
    auto refused =
        allowed(law, step(Noun::assessment, State::child_in_need, Event::assessment_authorised, State::early_help));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().because, Because::conflict);
    EXPECT_EQ(
        refused.error().sentence,
        "The assessment here is \"child in need\", so \"assessment authorised\" cannot follow: nothing more can be "
        "recorded on it; start a new one if one is needed.");
}

TEST(England, the_guidance_changed_in_december_2023_and_march_2026) {
    EXPECT_EQ(edition_in_force(law, on("2023-12-14"))->id, "wt-2018");
    EXPECT_EQ(edition_in_force(law, on("2023-12-15"))->id, "wt-2023");
    EXPECT_EQ(edition_in_force(law, on("2026-11-22"))->id, "wt-2026");
}

TEST(England, what_the_2026_act_has_not_commenced_is_inert) {
    auto provision = std::ranges::find(law.editions, "cwsa-2026-1", &Edition::id);
    ASSERT_NE(provision, law.editions.end());
    EXPECT_FALSE(provision->in_force.covers(last_date));
}

TEST(England, there_are_four_categories_with_the_census_codes) {
    std::vector<std::string_view> codes;
    for (const Category& category : law.categories)
        codes.push_back(category.census_code);
    EXPECT_EQ(codes, (std::vector<std::string_view>{"NEG", "PHY", "SAB", "EMO"}));
    EXPECT_EQ(find_category(law, "neglect")->name, "Neglect");
    EXPECT_EQ(find_category(law, "several"), nullptr);
}

TEST(England, facts_have_one_row_each_and_every_noun_can_start_with_few) {
    std::set<std::pair<Noun, std::string_view>> seen;
    for (const Fact& fact : law.facts)
        EXPECT_TRUE(seen.insert({fact.noun, fact.fact}).second) << fact.fact;
    for (Noun noun : all_values<Noun>())
        EXPECT_LE(missing_facts(law, noun, Level::start, {}).size(), 2u) << word(noun);
}

// Nothing that families read may be harder than a ten-year-old reads: short words, short sentences, nobody blamed.
TEST(England, what_families_read_is_short_and_blames_nobody) {
    for (const Clock& clock : law.clocks) {
        int in_sentence = 0, letters = 0, word_count = 0;
        for (char c : clock.family) {
            if (c == ' ' || c == '.') ++in_sentence;
            if (c == '.') {
                EXPECT_LE(in_sentence, 26) << clock.id << ": " << clock.family;
                in_sentence = 0;
            }
            if (c != ' ') ++letters;
            if (c == ' ') ++word_count;
        }
        EXPECT_LT(letters, 6 * (word_count + 1)) << clock.id << ": long words: " << clock.family;
        for (const char* blaming : {"fail", "fault", "must not", "refus", "comply", "perpetrator", "section"})
            EXPECT_EQ(clock.family.find(blaming), std::string_view::npos) << clock.id << " says " << blaming;
    }
}
