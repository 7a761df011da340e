#include "core/conference_steps.h"
#include "core/protection_support.h"

namespace kith::core {
namespace {

using namespace tests;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const ConferenceId conference_id = id<ConferenceId>(1);
const ProtectionPlanId plan_id = id<ProtectionPlanId>(1);

Conference called() {
    Conference conference;
    conference.id = conference_id;
    conference.starts_at = at("2026-12-14");
    conference.chair = chair().id;
    return conference;
}

ConferenceChild on_it(std::uint8_t n, ConferenceKind kind = ConferenceKind::initial) {
    ConferenceChild row;
    row.id = id<decltype(row.id)>(n);
    row.conference = conference_id;
    row.child = id<PersonId>(n);
    row.kind = kind;
    row.due = day("2026-12-14");
    return row;
}

ConferenceInvitation asked(InvitedAs as, std::string name, std::string agency = "") {
    ConferenceInvitation row;
    row.conference = conference_id;
    row.invited_as = as;
    row.name = std::move(name);
    row.agency = std::move(agency);
    row.adjustments = "asked, none";
    row.came = CameToConference::came;
    row.said = "What they saw.";
    return row;
}

std::vector<ConferenceInvitation> usual_people() {
    std::vector people{asked(InvitedAs::parent_or_carer, "Grace Okafor"), asked(InvitedAs::child, "Amara"),
                       asked(InvitedAs::professional, "Dana Whitlock", "Children's services"),
                       asked(InvitedAs::professional, "Joan Birch", "Health visiting"),
                       asked(InvitedAs::professional, "Ted Lowe", "Hill Street School")};
    people[0].person = id<PersonId>(40);
    people[1].came = CameToConference::did_not_come;
    return people;
}

HoldConference went_ahead() {
    return {.held_at = at("2026-12-14"), .met_parents_at = at("2026-12-14", 9), .met_parents_who = "Grace Okafor"};
}

Conference held() {
    return *hold_conference(called(), usual_people(), went_ahead(), chair(), at("2026-12-14", 12));
}

ConferenceLimits limits() {
    return {.core_group_by = day("2026-12-30"),
            .first_review = {day("2027-03-14"), day("2027-03-12")},
            .next_review = {day("2027-06-14"), day("2027-06-14")}};
}

std::vector<CoreGroupMember> core_group() {
    CoreGroupMember mother, worker, visitor;
    mother.plan = worker.plan = visitor.plan = plan_id;
    mother.person = id<PersonId>(40);
    worker.staff = id<StaffId>(1);
    visitor.agency = "Health visiting";
    return {mother, worker, visitor};
}

DecideConferenceChild plan_for_neglect() {
    DecideConferenceChild command;
    command.decision = ConferenceDecision::plan_made;
    command.category = AbuseCategory::neglect;
    command.threshold = "Left alone at night twice, and hungry at school.";
    command.child_view = "\"I don't like it when it's dark.\"";
    command.outline = "Somebody is always with her at night.";
    command.accountable_worker = id<StaffId>(1);
    command.first_core_group_on = day("2026-12-22");
    command.review_on = day("2027-03-12");
    return command;
}

ConferenceRecord ready_to_sign() {
    ConferenceRecord record;
    record.conference = held();
    record.invitations = usual_people();
    record.children = {*decide_conference_child(on_it(1), plan_for_neglect(), held(), chair())};
    record.children[0].plan = plan_id;
    record.core_group = core_group();
    return record;
}

TEST(Conference, is_about_each_child_once) {
    EXPECT_EQ(call_conference({}, {}, {}, manager()).error().field, "children");
    EXPECT_FALSE(call_conference({}, std::vector{on_it(1), on_it(1)}, {}, manager()));
    EXPECT_TRUE(call_conference({}, std::vector{on_it(1), on_it(2)}, {}, manager()));
}

TEST(Conference, a_child_on_a_plan_has_a_review_and_a_sister_who_joins_her_initial_one) {
    ProtectionPlan running;
    running.child = id<PersonId>(1);
    std::vector plans{running};
    EXPECT_THAT(call_conference({}, std::vector{on_it(1)}, plans, manager()).error().sentence,
                HasSubstr("never a second initial"));
    EXPECT_TRUE(call_conference({}, std::vector{on_it(1, ConferenceKind::review), on_it(2)}, plans, manager()));
    EXPECT_FALSE(call_conference({}, std::vector{on_it(2, ConferenceKind::review)}, plans, manager()));
}

TEST(Conference, booked_late_or_for_a_sunday_is_questioned_not_refused) {
    auto days = WorkingDays::england_and_wales();
    Conference conference = called();
    EXPECT_THAT(questions_about_date(conference, std::vector{on_it(1)}, days), IsEmpty());
    conference.starts_at = at("2026-12-20");
    EXPECT_THAT(fields(questions_about_date(conference, std::vector{on_it(1)}, days)),
                ElementsAre("starts_at", "late_why"));
    conference.late_why = "The mother was in hospital.";
    EXPECT_THAT(fields(questions_about_date(conference, std::vector{on_it(1)}, days)), ElementsAre("starts_at"));
}

TEST(Conference, a_chair_who_is_not_independent_is_refused_with_those_who_are_free) {
    Conference conference = called();
    conference.chair = {};
    std::vector<ChairTie> ties{{chair().id, Involvement::manages_a_worker, "manager of Dana Whitlock"}};
    std::vector<std::string> free{"Mina Holt", "Joe Pike"};
    auto refused = name_chair(conference, {.chair = chair().id}, ties, free, manager());
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().sentence,
                AllOf(HasSubstr("manager of Dana Whitlock"), HasSubstr("Mina Holt, Joe Pike"), HasSubstr("date")));
    NameChair override_it{.chair = chair().id, .override_why = "Nobody else before the due date."};
    EXPECT_FALSE(name_chair(conference, override_it, ties, free, manager()));
    auto named = name_chair(conference, override_it, ties, free, head_of_service());
    ASSERT_TRUE(named);
    EXPECT_EQ(named->chair_override_by, head_of_service().id);
    EXPECT_EQ(named->starts_at, conference.starts_at);
}

TEST(Conference, nobody_sets_their_own_block_aside) {
    std::vector<ChairTie> ties{{head_of_service().id, Involvement::decided_in_this_episode, ""}};
    EXPECT_FALSE(name_chair(called(), {.chair = head_of_service().id, .override_why = "I am free."}, ties, {},
                            head_of_service()));
}

TEST(Conference, an_older_involvement_is_declared_by_the_chair_and_accepted_by_a_service_manager) {
    std::vector<ChairTie> ties{{chair().id, Involvement::worked_with_family_before, "until 2019"}};
    NameChair command{.chair = chair().id, .declares = "I was the brother's worker until 2019."};
    EXPECT_EQ(name_chair(called(), command, ties, {}, manager()).error().field, "chair");
    command.declaration_accepted = "Another family by now, and seven years ago.";
    auto named = name_chair(called(), command, ties, {}, head_of_service());
    ASSERT_TRUE(named);
    EXPECT_EQ(named->declaration_by, head_of_service().id);
    EXPECT_TRUE(named->chair_override_by.is_nil());
}

TEST(Conference, a_relative_does_not_interpret_but_in_a_logged_emergency) {
    ConferenceInvitation aunt = asked(InvitedAs::interpreter, "Ife Okafor");
    aunt.person = id<PersonId>(41);
    EXPECT_EQ(invite(aunt, called()).error().field, "invited_as");
    aunt.relative_interprets_why = "No interpreter of this dialect could be found; the line was tried for two days.";
    EXPECT_TRUE(invite(aunt, called()));
}

TEST(Conference, decides_who_must_not_meet_before_invitations_go_out) {
    ConferenceRecord record;
    record.conference = called();
    record.invitations = usual_people();
    EXPECT_THAT(fields(missing_before_inviting(record)), ElementsAre("attendance"));
    EXPECT_FALSE(send_invitations(record, at("2026-12-01")));
    record.conference.attendance = Attendance::separately;
    EXPECT_THAT(fields(missing_before_inviting(record)), ElementsAre("attendance_why"));
    record.conference.attendance_why = "Mr Okafor is on bail not to meet her: he comes at 11.";
    auto sent = send_invitations(record, at("2026-12-01"));
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->invited_at, at("2026-12-01"));
}

TEST(Conference, a_report_is_shared_after_it_came_and_with_how_or_why_not) {
    ConferenceReport report;
    report.asked_of = "Joan Birch";
    ReportShared shared;
    shared.shared_on = day("2026-12-10");
    shared.how = "read aloud at home";
    EXPECT_FALSE(share_report(shared, report));
    report.received_on = day("2026-12-11");
    EXPECT_FALSE(share_report(shared, report));
    report.received_on = day("2026-12-09");
    EXPECT_TRUE(share_report(shared, report));
    EXPECT_EQ(share_report({}, report).error().field, "not_shared_why");
}

TEST(Conference, records_that_the_chair_met_the_parents_first_or_why_not) {
    HoldConference command = went_ahead();
    command.met_parents_at = at("2026-12-14", 11);
    auto refused = hold_conference(called(), usual_people(), command, chair(), at("2026-12-14", 12));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "met_parents_at");
    command.not_met_why = "She came as it began.";
    EXPECT_TRUE(hold_conference(called(), usual_people(), command, chair(), at("2026-12-14", 12)));
}

TEST(Conference, below_its_quorum_goes_ahead_with_reasons_and_a_thought_about_an_early_review) {
    std::vector few{asked(InvitedAs::professional, "Dana Whitlock", "Children's services"),
                    asked(InvitedAs::professional, "Joan Birch", "Health visiting"),
                    asked(InvitedAs::professional, "Ann Root", "Health visiting")};
    EXPECT_EQ(agencies_present(few), 2);
    auto refused = hold_conference(called(), few, went_ahead(), chair(), at("2026-12-14", 12));
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().sentence, HasSubstr("Only 2 of at least 3"));
    HoldConference command = went_ahead();
    command.not_quorate_why = "Before the birth only the midwife knows the family.";
    command.early_review_considered = "Yes: within six weeks of the birth.";
    EXPECT_TRUE(hold_conference(called(), few, command, chair(), at("2026-12-14", 12)));
}

TEST(Conference, counts_its_quorum_by_the_authoritys_policy_from_the_day_it_is_in_force) {
    LocalPolicy policy;
    EXPECT_EQ(quorum_under(policy, day("2026-12-14")), 3);
    policy.from = day("2026-12-01");
    policy.conference_quorum = 4;
    EXPECT_EQ(quorum_under(policy, day("2026-12-14")), 4);
    EXPECT_EQ(quorum_under(policy, day("2026-11-30")), 3);
    HoldConference command = went_ahead();
    command.quorum = 2;
    std::vector two{asked(InvitedAs::professional, "Dana Whitlock", "Children's services"),
                    asked(InvitedAs::professional, "Joan Birch", "Health visiting")};
    EXPECT_TRUE(hold_conference(called(), two, command, chair(), at("2026-12-14", 12)));
}

TEST(Conference, is_held_by_its_chair_and_not_in_the_future) {
    EXPECT_EQ(hold_conference(called(), usual_people(), went_ahead(), manager(), at("2026-12-14", 12)).error().because,
              Because::forbidden);
    EXPECT_EQ(hold_conference(called(), usual_people(), went_ahead(), chair(), at("2026-12-13")).error().field,
              "held_at");
}

TEST(Conference, that_does_not_proceed_needs_safety_and_a_new_date_and_its_due_date_stands) {
    ConferenceRecord record;
    record.conference = called();
    record.children = {on_it(1), on_it(2)};
    record.children[1].stopped_why = "The pregnancy ended.";
    DoNotProceed command{"Too few people came.", id<ConferenceId>(2), at("2026-12-18")};
    auto refused = do_not_proceed(record, command, {}, counting_ids(), at("2026-12-14"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().field, "safety_plan");
    InterimSafetyPlan safe;
    safe.child = id<PersonId>(1);
    safe.worries = safe.who_does_what = safe.if_it_fails = safe.who_to_ring = safe.agreed_by = "As agreed.";
    auto put_off = do_not_proceed(record, command, std::vector{safe}, counting_ids(), at("2026-12-14"));
    ASSERT_TRUE(put_off) << put_off.error().sentence;
    EXPECT_EQ(put_off->adjourned.state, ConferenceState::did_not_proceed);
    EXPECT_EQ(put_off->adjourned.reconvened_as, id<ConferenceId>(2));
    EXPECT_EQ(put_off->next.instead_of, conference_id);
    ASSERT_EQ(put_off->children.size(), 1u);
    EXPECT_EQ(put_off->children[0].due, day("2026-12-14"));
    EXPECT_EQ(put_off->children[0].conference, id<ConferenceId>(2));
    command.next_starts_at = at("2026-12-13");
    EXPECT_EQ(do_not_proceed(record, command, std::vector{safe}, counting_ids(), at("2026-12-14")).error().field,
              "next_starts_at");
}

TEST(Conference, decides_only_what_fits_the_child) {
    DecideConferenceChild command = plan_for_neglect();
    EXPECT_FALSE(decide_conference_child(on_it(1), command, called(), chair()));
    EXPECT_EQ(decide_conference_child(on_it(1), command, held(), manager()).error().because, Because::forbidden);
    EXPECT_EQ(decide_conference_child(on_it(1, ConferenceKind::review), command, held(), chair()).error().field,
              "decision");
    command.decision = ConferenceDecision::plan_ended;
    EXPECT_EQ(decide_conference_child(on_it(1), command, held(), chair()).error().field, "decision");
    command.decision = ConferenceDecision::child_in_need;
    auto need = decide_conference_child(on_it(1), command, held(), chair());
    ASSERT_TRUE(need);
    EXPECT_FALSE(need->category) << "a child who is not on a plan has no category";
}

TEST(Conference, is_signed_off_by_its_chair_with_everything_in_it) {
    ConferenceRecord record = ready_to_sign();
    EXPECT_THAT(fields(missing_from(record, limits())), IsEmpty());
    EXPECT_EQ(sign_off_conference(record, limits(), manager(), at("2026-12-14", 13)).error().because,
              Because::forbidden);
    auto signed_off = sign_off_conference(record, limits(), chair(), at("2026-12-14", 13));
    ASSERT_TRUE(signed_off);
    EXPECT_EQ(signed_off->state, ConferenceState::decided);
    record.conference = *signed_off;
    EXPECT_EQ(sign_off_conference(record, limits(), chair(), at("2026-12-14", 14)).error().because, Because::conflict);
    EXPECT_FALSE(decide_conference_child(record.children[0], plan_for_neglect(), *signed_off, chair()));
}

TEST(Conference, a_plan_needs_one_category_a_core_group_in_time_and_a_review_that_can_be_booked) {
    ConferenceRecord record = ready_to_sign();
    record.children[0].category.reset();
    record.children[0].first_core_group_on = day("2026-12-31");
    record.children[0].review_on = day("2027-03-15");
    record.core_group.erase(record.core_group.begin());
    auto refused = sign_off_conference(record, limits(), chair(), at("2026-12-14", 13));
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().sentence,
                AllOf(HasSubstr("4 things"), HasSubstr("one category"), HasSubstr("Friday 12 March 2027"),
                      HasSubstr("Wednesday 30 December 2026"), HasSubstr("parent, carer or child")));
}

TEST(Conference, needs_every_report_given_to_every_parent_or_why_not) {
    ConferenceRecord record = ready_to_sign();
    ConferenceReport report;
    report.id = id<decltype(report.id)>(3);
    report.asked_of = "Joan Birch";
    record.reports = {report};
    EXPECT_THAT(fields(missing_from(record, limits())), ElementsAre("reports"));
    record.reports[0].received_on = day("2026-12-09");
    EXPECT_THAT(fields(missing_from(record, limits())), ElementsAre("shared"));
    ReportShared shared;
    shared.report = report.id;
    shared.adult = id<PersonId>(40);
    record.shared = {shared};
    EXPECT_THAT(missing_from(record, limits()), IsEmpty());
}

TEST(Conference, hears_everyone_who_came_and_the_parents_in_any_case) {
    ConferenceRecord record = ready_to_sign();
    record.invitations[0].came = CameToConference::did_not_come;
    record.invitations[0].said = "";
    record.invitations[3].said = "";
    record.invitations[4].came = CameToConference::not_known;
    EXPECT_THAT(fields(missing_from(record, limits())), ElementsAre("said", "said", "came"));
    record.invitations[0].said_nothing_why = "She sent a letter, which was read out.";
    EXPECT_THAT(fields(missing_from(record, limits())), ElementsAre("said", "came"));
}

TEST(Conference, ending_a_plan_at_a_review_needs_its_reason) {
    ConferenceRecord record = ready_to_sign();
    DecideConferenceChild command = plan_for_neglect();
    command.decision = ConferenceDecision::plan_ended;
    record.children = {*decide_conference_child(on_it(1, ConferenceKind::review), command, held(), chair())};
    EXPECT_THAT(fields(missing_from(record, limits())), ElementsAre("child_1"));
    record.children[0].plan_end = PlanEnd::no_longer_at_continuing_risk;
    EXPECT_THAT(missing_from(record, limits()), IsEmpty());
}

TEST(Conference, is_cancelled_when_no_child_is_left_and_goes_on_for_the_others) {
    std::vector children{stop_for_child(on_it(2), "The pregnancy ended."), on_it(1)};
    EXPECT_EQ(cancel_if_empty(called(), children).state, ConferenceState::called);
    children.pop_back();
    EXPECT_EQ(cancel_if_empty(called(), children).state, ConferenceState::cancelled);
    EXPECT_EQ(cancel_if_empty(held(), children).state, ConferenceState::held);
}

ConferenceRecord held_about_two() {
    ConferenceRecord record;
    record.conference = called();
    record.conference.state = ConferenceState::held;
    record.children = {on_it(1), on_it(2)};
    return record;
}

TEST(ConferenceMinutes, are_written_once_it_was_held_about_all_and_about_each_child_alone) {
    ConferenceRecord record = held_about_two();
    WriteMinutes minutes{"Everybody was heard.", {{record.children[1].id, "She sleeps badly."}}};
    record.conference.state = ConferenceState::called;
    EXPECT_FALSE(write_minutes(record, minutes, chair().id, at("2026-12-15"))) << "nothing has been said yet";
    record.conference.state = ConferenceState::held;
    EXPECT_EQ(write_minutes(record, {" ", {}}, chair().id, at("2026-12-15")).error().field, "minutes");
    auto written = write_minutes(record, minutes, chair().id, at("2026-12-15"));
    ASSERT_TRUE(written);
    EXPECT_EQ(written->conference.minutes, "Everybody was heard.");
    EXPECT_EQ(written->conference.minutes_by, chair().id);
    EXPECT_EQ(written->children[0].minutes, "");
    EXPECT_EQ(written->children[1].minutes, "She sleeps badly.");
}

TEST(ConferenceMinutes, stand_as_they_are_once_they_have_gone_out) {
    ConferenceRecord record = held_about_two();
    SentOut sent{day("2026-12-16"), "Grace Okafor", "By post"};
    record.conference.state = ConferenceState::decided;
    EXPECT_FALSE(send_minutes(record, sent, day("2026-12-16"))) << "they have not been written";
    record.conference.minutes = "Everybody was heard.";
    EXPECT_EQ(send_minutes(record, sent, day("2026-12-15")).error().field, "sent") << "a day to come";
    record.conference.state = ConferenceState::held;
    EXPECT_FALSE(send_minutes(record, sent, day("2026-12-16"))) << "the chair has not signed off";
    record.conference.state = ConferenceState::decided;
    record.conference = send_minutes(record, sent, day("2026-12-16")).value();
    EXPECT_EQ(record.conference.minutes_sent_on, day("2026-12-16"));
    EXPECT_THAT(write_minutes(record, {"Otherwise.", {}}, chair().id, at("2026-12-17")).error().sentence,
                HasSubstr("went out on 16 December 2026"));
}

}  // namespace
}  // namespace kith::core
