#include "core/assessment.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

using namespace kith;
using namespace kith::core;
using namespace std::chrono_literals;

namespace {

const Date referred = *parse_date("2026-03-02");
const Date started = *parse_date("2026-03-04");
const Instant now = from_london(*parse_date("2026-04-20"), 11h);
const PersonId baby(counting_ids(1)());
const PersonId sister(counting_ids(2)());
const PersonId mother(counting_ids(3)());
const Actor worker{.id = StaffId(counting_ids(11)()), .name = "Amina", .role = Role::social_worker};
const Actor manager{.id = StaffId(counting_ids(20)()), .name = "Manager", .role = Role::team_manager};

std::string name_of(PersonId person) {
    return person == baby ? "Baby" : person == sister ? "Sister" : "Mother";
}

AssessmentChild child_row(PersonId child) {
    AssessmentChild row;
    row.id = AssessmentChildId(child);
    row.child = child;
    row.counts_from = referred;
    return row;
}

AssessmentParts begun() {
    StartAssessment command;
    command.id = AssessmentId(counting_ids(50)());
    command.worker = worker.id;
    command.started_on = started;
    command.review_point = started + std::chrono::days(14);
    command.children = {child_row(baby), child_row(sister)};
    command.accounts.resize(1);
    command.accounts[0].person = mother;
    return *start_assessment(command, now);
}

AssessmentChild complete(PersonId child) {
    AssessmentChild row = child_row(child);
    row.seen = ChildSeen::observed;
    row.seen_on = started;
    row.observation = "Settles when held, watches faces";
    row.analysis = "Her mother's low mood leaves little for her; help now is likely to be enough";
    row.grounds = {Section17Ground::standard_of_health_or_development};
    row.factors = {"4B"};
    row.outcome = AssessmentOutcome::child_in_need;
    row.outcome_reasons = "A plan with the health visitor";
    return row;
}

AssessmentParts written() {
    AssessmentParts parts = begun();
    WriteAssessment texts;
    texts.culture_religion_language = "Asked: Catholic, English at home";
    texts.strengths = "Grandmother visits daily";
    parts = *write_assessment(std::move(parts), texts);
    parts = *write_child(std::move(parts), complete(baby), now);
    parts = *write_child(std::move(parts), complete(sister), now);
    ParentAccount account;
    account.person = mother;
    account.account = "I am so tired";
    return *write_account(std::move(parts), account, now);
}

AssessmentParts handed_in(AssessmentParts parts) {
    parts.assessment = *submit_assessment(std::move(parts.assessment), worker, now);
    return parts;
}

std::set<std::string> fields(const std::vector<Missing>& missing) {
    std::set<std::string> names;
    for (const Missing& each : missing)
        names.insert(each.field);
    return names;
}

}  // namespace

TEST(Assessment, starts_with_a_review_point_and_an_unallocated_worker_is_no_obstacle) {
    StartAssessment command;
    command.started_on = started;
    command.review_point = started + std::chrono::days(14);
    command.children = {child_row(baby)};
    auto parts = start_assessment(command, now);
    ASSERT_TRUE(parts);
    EXPECT_TRUE(parts->assessment.worker.is_nil());
    EXPECT_EQ(parts->assessment.review_point, started + std::chrono::days(14));
    command.review_point = started - std::chrono::days(1);
    EXPECT_EQ(start_assessment(command, now).error().field, "review_point");
}

TEST(Assessment, each_child_keeps_the_day_its_own_timescale_counts_from) {
    AssessmentParts parts = begun();
    AssessmentChild later = complete(baby);
    later.counts_from = started;
    parts = *write_child(std::move(parts), later, now);
    EXPECT_EQ(parts.children[0].counts_from, referred);
}

TEST(Assessment, everything_missing_is_named_at_once_with_the_way_out) {
    auto missing = missing_for_sign_off(begun(), name_of);
    EXPECT_EQ(fields(missing), (std::set<std::string>{"account", "culture_religion_language", "strengths", "seen",
                                                      "voice", "analysis", "factors", "outcome", "outcome_reasons"}));
    auto refused =
        authorise_assessment(handed_in(begun()), {.reasons = "Good", .without_it_because = ""}, name_of, manager, now);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().sentence.find("Write the analysis for Baby"), std::string::npos);
    EXPECT_NE(refused.error().sentence.find("Write the analysis for Sister"), std::string::npos);
    EXPECT_NE(refused.error().sentence.find("Mother's own account"), std::string::npos);
}

TEST(Assessment, nothing_is_missing_when_it_is_all_there) {
    EXPECT_TRUE(missing_for_sign_off(written(), name_of).empty());
    auto authorised = authorise_assessment(
        handed_in(written()), {.reasons = "Clear and fair", .without_it_because = ""}, name_of, manager, now);
    ASSERT_TRUE(authorised) << authorised.error().sentence;
    EXPECT_EQ(authorised->state, AssessmentState::authorised);
    EXPECT_EQ(authorised->signed_off_by, manager.id);
}

TEST(Assessment, a_fathers_account_that_could_not_be_had_is_an_answer) {
    AssessmentParts parts = written();
    ParentAccount father;
    father.person = PersonId(counting_ids(4)());
    parts = *add_parent(std::move(parts), father);
    EXPECT_EQ(fields(missing_for_sign_off(parts, name_of)), (std::set<std::string>{"account"}));
    father.not_obtained_why = "Written to twice, no answer; his sister passed it on";
    parts = *write_account(std::move(parts), father, now);
    EXPECT_TRUE(missing_for_sign_off(parts, name_of).empty());
}

TEST(Assessment, a_child_not_seen_alone_takes_the_reason) {
    AssessmentParts parts = written();
    AssessmentChild row = complete(sister);
    row.seen = ChildSeen::seen_with_others;
    parts = *write_child(std::move(parts), row, now);
    EXPECT_EQ(fields(missing_for_sign_off(parts, name_of)), (std::set<std::string>{"not_seen_why"}));
}

TEST(Assessment, a_child_in_need_takes_a_ground_of_section_17_and_no_further_action_takes_none) {
    AssessmentParts parts = written();
    AssessmentChild row = complete(sister);
    row.grounds.clear();
    parts = *write_child(std::move(parts), row, now);
    EXPECT_EQ(fields(missing_for_sign_off(parts, name_of)), (std::set<std::string>{"grounds"}));
    row.outcome = AssessmentOutcome::no_further_action;
    parts = *write_child(std::move(parts), row, now);
    EXPECT_TRUE(missing_for_sign_off(parts, name_of).empty());
}

TEST(Assessment, a_manager_may_authorise_without_something_for_a_named_reason_but_never_without_outcomes) {
    AssessmentParts parts = written();
    parts.assessment.strengths = "";
    parts = handed_in(parts);
    auto authorised = authorise_assessment(
        parts, {.reasons = "Safe to decide", .without_it_because = "Court hearing tomorrow"}, name_of, manager, now);
    ASSERT_TRUE(authorised);
    EXPECT_NE(authorised->authorised_without.find("strengths"), std::string::npos);
    EXPECT_EQ(authorised->override_reason, "Court hearing tomorrow");

    parts.children[1].outcome.reset();
    auto refused = authorise_assessment(parts, {.reasons = "Safe", .without_it_because = "Court hearing tomorrow"},
                                        name_of, manager, now);
    EXPECT_EQ(refused.error().field, "outcome");
}

TEST(Assessment, the_worker_is_not_the_authoriser) {
    Actor managing_worker = manager;
    managing_worker.id = worker.id;
    EXPECT_EQ(authorise_assessment(handed_in(written()), {.reasons = "Mine", .without_it_because = ""}, name_of,
                                   managing_worker, now)
                  .error()
                  .because,
              Because::forbidden);
    EXPECT_EQ(
        authorise_assessment(handed_in(written()), {.reasons = "Mine", .without_it_because = ""}, name_of, worker, now)
            .error()
            .because,
        Because::forbidden);
}

TEST(Assessment, a_manager_returns_it_with_reasons_and_the_worker_goes_on) {
    AssessmentParts parts = handed_in(written());
    EXPECT_EQ(return_assessment(parts.assessment, "", manager, now).error().field, "reasons");
    parts.assessment = *return_assessment(parts.assessment, "Say more about the father", manager, now);
    EXPECT_EQ(parts.assessment.state, AssessmentState::in_progress);
    EXPECT_TRUE(write_assessment(parts, {}));
}

TEST(Assessment, writing_while_the_manager_has_it_takes_it_back) {
    AssessmentParts parts = handed_in(written());
    parts = *write_child(std::move(parts), complete(baby), now);
    EXPECT_EQ(parts.assessment.state, AssessmentState::in_progress);
    EXPECT_EQ(authorise_assessment(parts, {.reasons = "Good", .without_it_because = ""}, name_of, manager, now)
                  .error()
                  .because,
              Because::conflict);
}

TEST(Assessment, an_authorised_one_is_not_written_on) {
    AssessmentParts parts = handed_in(written());
    parts.assessment =
        *authorise_assessment(parts, {.reasons = "Good", .without_it_because = ""}, name_of, manager, now);
    EXPECT_EQ(write_assessment(parts, {}).error().because, Because::conflict);
    EXPECT_EQ(submit_assessment(parts.assessment, worker, now).error().because, Because::conflict);
    EXPECT_EQ(return_assessment(parts.assessment, "Late thought", manager, now).error().because, Because::conflict);
}

TEST(Assessment, factors_come_from_the_list_and_none_stands_alone) {
    AssessmentChild row = complete(baby);
    row.factors = {"99Z"};
    EXPECT_EQ(write_child(begun(), row, now).error().field, "factors");
    row.factors = {"4B", "21"};
    EXPECT_EQ(write_child(begun(), row, now).error().field, "factors");
    row.factors = {"21"};
    EXPECT_TRUE(write_child(begun(), row, now));
}

TEST(Assessment, a_stopped_one_asks_nothing_more) {
    Assessment stopped = *stop_assessment(begun().assessment, "The pregnancy ended", now);
    EXPECT_FALSE(is_open(stopped));
    EXPECT_FALSE(submit_assessment(stopped, worker, now));
}

TEST(AssessmentWords, the_framework_has_twenty_dimensions_under_three_narratives) {
    std::map<FrameworkDomain, int> count;
    for (const FrameworkPrompt& prompt : framework_prompts())
        ++count[prompt.domain];
    EXPECT_EQ(count[FrameworkDomain::child_development], 7);
    EXPECT_EQ(count[FrameworkDomain::parenting_capacity], 6);
    EXPECT_EQ(count[FrameworkDomain::family_and_environment], 7);
}

TEST(AssessmentWords, no_factor_is_listed_twice_and_withdrawn_ones_are_not_offered) {
    std::set<std::string_view> codes;
    for (const AssessmentFactor& factor : assessment_factors())
        EXPECT_TRUE(codes.insert(factor.code).second) << factor.code;
    for (std::string_view withdrawn : {"8A", "18A", "19A"})
        EXPECT_EQ(find_factor(withdrawn), nullptr);
}
