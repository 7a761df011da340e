// The thread from a strategy discussion to the end of a child protection plan, through the actions.
#include "actions/protection_world.h"

namespace kith::actions::test {
namespace {

TEST_F(ProtectionThread,
       a_strategy_discussion_at_2_am_about_an_unknown_child_gives_it_to_a_team_and_starts_the_enquiry) {
    council.at("2026-11-22", 2);
    Person unknown = council.keep(Person{});
    StrategyDiscussion discussion = discuss({unknown.id}, council.night);
    StrategyDecisions decisions{
        discussion.id, {{view(discussion.id).record.children[0].id, StrategyDecision::section_47_joint, "", ""}}};
    auto decided = council.as(council.night, [&](Work& work) { return decide_strategy_discussion(work, decisions); });
    ASSERT_TRUE(decided) << decided.error().sentence;
    EXPECT_EQ(council.person(unknown.id).team, council.team.id);
    OpenDuty enquiry = council.owed(unknown.id, Duty::complete_section47_enquiry);
    EXPECT_EQ(enquiry.starts, day("2026-11-22"));
    EXPECT_EQ(enquiry.team, council.team.id);
}

TEST_F(ProtectionThread, a_discussion_with_several_children_decides_for_each) {
    Person sister = council.add_child(Person{.given_name = "Zuri", .family_name = "Okafor"});
    StrategyDiscussion discussion = discuss({amara.id, sister.id}, council.manager);
    StrategyView shown = view(discussion.id);
    StrategyDecisions decisions{discussion.id, {}};
    for (const StrategyChild& row : shown.record.children)
        decisions.children.push_back(
            {row.id, row.child == amara.id ? StrategyDecision::section_47_single : StrategyDecision::section_17,
             "Reasons.", ""});
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) { return decide_strategy_discussion(work, decisions); }));
    EXPECT_TRUE(council.owes(amara.id, Duty::complete_section47_enquiry));
    EXPECT_FALSE(council.owes(sister.id, Duty::complete_section47_enquiry));
}

TEST_F(ProtectionThread, health_missing_at_night_is_caught_up_with_by_the_day_that_was_said) {
    council.at("2026-11-23", 22);
    HoldStrategyDiscussion command;
    command.discussion.held_at = council.now;
    command.children = {amara.id};
    StrategyAttendance health = from(Agency::health);
    health.took_part = TookPart::missing;
    health.missing_why = "Nobody on call answered.";
    health.follow_up_on = day("2026-11-24");
    command.attendance = {from(Agency::local_authority), from(Agency::police), health};
    auto held = council.as(council.night, [&](Work& work) { return hold_strategy_discussion(work, command); });
    ASSERT_TRUE(held);
    EXPECT_EQ(council.owed(amara.id, Duty::hold_strategy_follow_up).due, day("2026-11-24"));
    EXPECT_EQ(council.owed(amara.id, Duty::hold_strategy_follow_up).what, "Health");
    council.at("2026-11-24");
    StrategyAddition police = said(held->id, Agency::police, "A second call-out in March.");
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) { return hear_agency(work, police); }));
    EXPECT_TRUE(council.owes(amara.id, Duty::hold_strategy_follow_up)) << "health has not been heard yet";
    StrategyAddition nurse = said(held->id, Agency::health, "Seen twice with bruises.");
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) { return hear_agency(work, nurse); }));
    EXPECT_FALSE(council.owes(amara.id, Duty::hold_strategy_follow_up));
    StrategyRecord record = view(held->id).record;
    auto row = std::ranges::find(record.attendance, Agency::health, &StrategyAttendance::agency);
    EXPECT_EQ(row->missing_why, "Nobody on call answered.") << "what stood there is not lost";
    EXPECT_EQ(row->followed_up_on, day("2026-11-24"));
    EXPECT_EQ(record.additions.size(), 2u);
    EXPECT_EQ(timeline_says(amara.id, "Added to the strategy discussion: Health"), "Seen twice with bruises.");
}

TEST_F(ProtectionThread, police_protection_starts_the_enquiry_with_the_discussion_owed_until_it_is_held) {
    council.at("2026-11-21", 23);
    auto started = council.as(council.night, [&](Work& work) {
        return start_enquiry(
            work, {.child = amara.id, .start = EnquiryStart::police_protection, .at = council.now, .discussion = {}});
    });
    ASSERT_TRUE(started) << started.error().sentence;
    EXPECT_TRUE(council.owes(amara.id, Duty::hold_strategy_discussion));
    EXPECT_EQ(council.owed(amara.id, Duty::end_police_protection).due_at, council.now + std::chrono::hours(72));
    council.at("2026-11-23");
    discuss({amara.id}, council.manager);
    EXPECT_FALSE(council.owes(amara.id, Duty::hold_strategy_discussion));
    auto enquiry = council.look([&](store::Reader& reader) { return reader.find<Section47Enquiry>(started->id); });
    EXPECT_FALSE(strategy_discussion_is_owed(*enquiry));
    EXPECT_EQ(enquiry->started_on, day("2026-11-21"));
}

TEST_F(ProtectionThread, continuing_risk_owes_a_conference_15_working_days_after_the_strategy_discussion) {
    council.at("2026-11-23");
    Section47EnquiryId enquiry = enquire(amara.id);
    council.at("2026-12-09");
    auto endorsed = conclude(enquiry, EnquiryOutcome::substantiated_continuing_risk);
    ASSERT_TRUE(endorsed) << endorsed.error().sentence;
    EXPECT_FALSE(council.owes(amara.id, Duty::complete_section47_enquiry));
    OpenDuty conference = council.owed(amara.id, Duty::hold_initial_conference);
    EXPECT_EQ(conference.starts, day("2026-11-23"));
    EXPECT_EQ(conference.due, day("2026-12-14"));
}

TEST_F(ProtectionThread, the_worker_who_proposed_an_outcome_cannot_endorse_it) {
    Section47EnquiryId enquiry = enquire(amara.id);
    auto refused =
        council.as(council.worker, [&](Work& work) { return endorse_outcome(work, enquiry, "I agree with me."); });
    EXPECT_FALSE(refused);
}

TEST_F(ProtectionThread, a_manager_endorses_the_outcome_that_was_read) {
    council.at("2026-11-23");
    Section47EnquiryId id = enquire(amara.id);
    council.at("2026-12-01");
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) {
        return propose_outcome(work, id, {EnquiryOutcome::not_substantiated, "The school saw nothing.", ""});
    }));
    auto shown = [&] { return council.store->read([&](store::Reader& it) { return *it.find<Section47Enquiry>(id); }); };
    Section47Enquiry read = shown();
    auto propose = [&](std::string reasons, std::string seen) {
        return council.as(council.worker, [&](Work& work) {
            return propose_outcome(work, id, {EnquiryOutcome::substantiated_continuing_risk, reasons, ""}, seen);
        });
    };
    ASSERT_TRUE(propose("The nursery saw two bruises.", mark_of_outcome(read)));
    EXPECT_EQ(propose("Nothing at all.", mark_of_outcome(read)).error().because, Because::stale);
    EXPECT_EQ(shown().reasons, "The nursery saw two bruises.");
    auto endorsed = council.as(council.manager,
                               [&](Work& work) { return endorse_outcome(work, id, "I have read it.", read.version); });
    EXPECT_EQ(endorsed.error().because, Because::stale);
}

TEST_F(ProtectionThread, two_people_who_write_at_one_conference_do_not_overwrite_each_other) {
    council.at("2026-11-23");
    enquire(amara.id);
    ConferenceId id = book(amara.id, "2026-12-14");
    ConferenceRecord shown = conference_view(id).record;
    auto write = [&](const Actor& by, std::string said) {
        std::vector<ConferenceInvitation> people = shown.invitations;
        people.front().said = std::move(said);
        return council.as(by, [&](Work& work) { return record_people(work, id, people, mark_of_people(shown)); });
    };
    ASSERT_TRUE(write(council.chair, "\"He shouts and I hide.\""));
    ASSERT_EQ(write(council.worker, "Nothing yet.").error().because, Because::stale);
    EXPECT_EQ(conference_view(id).record.invitations.front().said, "\"He shouts and I hide.\"");

    auto arrange = [&](std::string why) {
        return council.as(council.worker, [&](Work& work) {
            return arrange_attendance(work, id, Attendance::separately, std::move(why),
                                      mark_of_attendance(shown.conference));
        });
    };
    ASSERT_TRUE(arrange("Bail: he comes at two, by the side door."));
    EXPECT_EQ(arrange("One after the other.").error().because, Because::stale);
}

TEST_F(ProtectionThread, a_report_that_came_in_is_not_written_over) {
    council.at("2026-11-23");
    enquire(amara.id);
    ConferenceId id = book(amara.id, "2026-12-14");
    auto as_worker = [&](auto action) { return council.as(council.worker, action); };
    ConferenceReport report{.asked_of = "Joan Birch"};
    report = *as_worker([&](Work& work) { return ask_for_report(work, id, report); });
    report.received_on = day("2026-11-23");
    report.strengths = "Grace rings when she needs help.";
    ASSERT_TRUE(as_worker([&](Work& work) { return receive_report(work, id, report); }));
    report.strengths = "None.";
    EXPECT_EQ(as_worker([&](Work& work) { return receive_report(work, id, report); }).error().because, Because::stale);
}

TEST_F(ProtectionThread, a_decision_said_again_before_the_sign_off_has_the_core_group_chosen_last) {
    council.at("2026-11-23");
    enquire(amara.id);
    ConferenceId id = book(amara.id, "2026-12-14");
    council.at("2026-12-14", 11);
    hold(id);
    auto invitation = [&](std::string_view name) {
        auto people = conference_view(id).record.invitations;
        return *std::ranges::find(people, name, &ConferenceInvitation::name);
    };
    ConferenceChild shown = conference_view(id).record.children[0];
    auto decide = [&](std::string_view member, std::string seen) {
        DecideForChild command{id, shown.id, a_plan("2027-03-12"), {invitation(member).id}, std::move(seen)};
        return council.as(council.chair, [&](Work& work) { return decide_conference_child(work, command); });
    };
    ASSERT_TRUE(decide("Joan Birch", mark_of_decision(shown)));
    EXPECT_EQ(decide("Ted Lowe", mark_of_decision(shown)).error().because, Because::stale);
    shown = conference_view(id).record.children[0];
    ASSERT_TRUE(decide("Ted Lowe", mark_of_decision(shown)));
    auto is_in = [&](std::string_view name) {
        return is_in_core_group(conference_view(id).record, shown, invitation(name));
    };
    EXPECT_TRUE(is_in("Ted Lowe"));
    EXPECT_FALSE(is_in("Joan Birch"));
    EXPECT_TRUE(is_in("Dana Whitlock"));
}

TEST_F(ProtectionThread, a_head_of_service_outside_the_line_of_management_of_this_case_may_chair) {
    council.at("2026-11-23");
    enquire(amara.id);
    ConferenceId id = book(amara.id, "2026-12-14");
    ASSERT_NE(council.head.team, council.worker.team);
    EXPECT_TRUE(council.as(council.manager, [&](Work& work) {
        return name_chair(work, {id, {.chair = council.head.id}, Answer::no});
    }));
}

TEST_F(ProtectionThread, a_head_of_service_who_leads_the_workers_team_is_not_offered_as_chair) {
    council.at("2026-11-23");
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) -> Result<void> {
        Staff head = *work.store.find<Staff>(council.head.id);
        head.team = council.worker.team;
        work.store.save(happened::staff_recorded, head.id, head);
        return {};
    }));
    enquire(amara.id);
    ConferenceId id = book(amara.id, "2026-12-14");
    auto refused = council.as(council.manager, [&](Work& work) {
        return name_chair(work, {id, {.chair = council.head.id}, Answer::no});
    });
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().sentence, HasSubstr("manager of Dana Whitlock"));
    EXPECT_THAT(refused.error().sentence, HasSubstr("Joe Pike"));
    EXPECT_EQ(conference_view(id).record.conference.chair, council.chair.id);
}

TEST_F(ProtectionThread, a_conference_makes_a_plan_on_its_own_day_with_its_core_group_and_first_review_owed) {
    ProtectionPlan plan = make_plan(amara.id);
    EXPECT_EQ(plan.started_on, day("2026-12-14"));
    EXPECT_EQ(plan.category, AbuseCategory::physical_abuse);
    EXPECT_FALSE(council.owes(amara.id, Duty::hold_initial_conference));
    EXPECT_EQ(council.owed(amara.id, Duty::hold_first_core_group).due, day("2026-12-30"));
    EXPECT_EQ(council.owed(amara.id, Duty::hold_first_review_conference).due, day("2027-03-14"));
    EXPECT_THAT(council.owed(amara.id, Duty::hold_first_review_conference).what, HasSubstr("Friday 12 March 2027"));
    EXPECT_TRUE(council.owes(amara.id, Duty::visit_child_on_protection_plan));
    EXPECT_TRUE(council.owes(amara.id, Duty::send_conference_decision));
    auto members = council.look(
        [&](store::Reader& reader) { return reader.list<CoreGroupMember>("WHERE plan = $1 ORDER BY id", plan.id); });
    EXPECT_EQ(members.size(), 4u);
}

TEST_F(ProtectionThread, a_worker_who_has_the_childs_name_is_invited_all_the_same) {
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) {
        Person namesake = *work.store.find<Person>(amara.id);
        namesake.given_name = "Dana";
        namesake.family_name = "Whitlock";
        return change_person(work, namesake, namesake.version);
    }));
    ConferenceId id = make_plan(amara.id).conference;
    auto people = conference_view(id).record.invitations;
    EXPECT_EQ(std::ranges::count(people, "Children's services", &ConferenceInvitation::agency), 1);
    EXPECT_EQ(std::ranges::count(people, "Dana Whitlock", &ConferenceInvitation::name), 2);
}

TEST_F(ProtectionThread, the_minutes_are_owed_within_20_working_days_and_met_when_they_are_sent) {
    ConferenceId id = make_plan(amara.id).conference;
    EXPECT_EQ(council.owed(amara.id, Duty::send_conference_minutes).due, day("2027-01-14"));
    auto write = [&](std::string text, std::string seen) {
        return council.as(council.chair, [&](Work& work) {
            return write_minutes(work, {id, seen, {std::move(text), {}}});
        });
    };
    auto send = [&] {
        return council.as(council.worker, [&](Work& work) {
            return send_minutes(work, id, {work.today, "The parents and the core group", "By post"});
        });
    };
    EXPECT_FALSE(send()) << "there are none yet";
    std::string mark = mark_of_minutes(conference_view(id).record);
    ASSERT_TRUE(write("Everybody was heard.", mark));
    EXPECT_EQ(write("Something else.", mark).error().because, Because::stale) << "somebody else wrote meanwhile";
    EXPECT_EQ(conference_view(id).minutes_by, "Ruth Adeyemi");
    ASSERT_TRUE(send());
    EXPECT_FALSE(council.owes(amara.id, Duty::send_conference_minutes));
    EXPECT_THAT(timeline_says(amara.id, "The minutes of the conference sent out"), HasSubstr("The parents"));
}

TEST_F(ProtectionThread, the_decision_is_owed_in_writing_until_somebody_says_to_whom_it_went) {
    ConferenceId conference = make_plan(amara.id).conference;
    auto send = [&](SentOut sent) {
        return council.as(council.worker, [&](Work& work) { return send_decision(work, conference, sent); });
    };
    Date today = london_date(council.now);
    EXPECT_EQ(send({today, "", "By post"}).error().field, "sent_to");
    EXPECT_EQ(send({today + std::chrono::days(1), "The parents", "By post"}).error().field, "sent");
    EXPECT_TRUE(council.owes(amara.id, Duty::send_conference_decision));
    ASSERT_TRUE(send({today, "The parents and the core group", "By post"}));
    EXPECT_FALSE(council.owes(amara.id, Duty::send_conference_decision));
}

TEST_F(ProtectionThread, the_family_is_owed_the_outcome_the_decision_and_the_plan) {
    make_plan(amara.id);
    auto lines = council.look([&](store::Reader& reader) { return tellings_of_child(reader, amara.id); });
    for (Owed owed :
         {Owed::section47_started, Owed::section47_outcome, Owed::conference_decision, Owed::protection_plan_copy}) {
        bool to_mother = std::ranges::any_of(lines, [&](const TellingLine& line) {
            return line.telling.owed == owed && line.telling.who == grace.id &&
                   line.telling.state == TellingState::owed;
        });
        EXPECT_TRUE(to_mother) << word(owed);
    }
}

TEST_F(ProtectionThread, a_child_in_need_plan_ends_on_the_day_the_protection_plan_is_made) {
    council.at("2026-11-20");
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) {
        return decide_child_in_need(work, {amara.id, {}, {}});
    }));
    make_plan(amara.id);
    auto plans = council.look([&](store::Reader& reader) { return need_plans_of(reader, amara.id); });
    ASSERT_EQ(plans.size(), 1u);
    EXPECT_EQ(plans[0].ended_on, day("2026-12-14"));
    EXPECT_EQ(plans[0].end, NeedPlanEnd::child_protection_plan);
}

TEST_F(ProtectionThread, an_enquiry_without_continuing_risk_is_followed_by_help_as_a_child_in_need) {
    auto endorsed = conclude(enquire(amara.id), EnquiryOutcome::substantiated_no_continuing_risk);
    ASSERT_TRUE(endorsed) << endorsed.error().sentence;
    EXPECT_EQ(council.look([&](store::Reader& reader) { return need_plans_of(reader, amara.id); }).size(), 1u);
    EXPECT_FALSE(council.owes(amara.id, Duty::hold_initial_conference));
}

TEST_F(ProtectionThread, a_visit_moves_the_next_one_and_an_unseen_child_does_not) {
    ProtectionPlan plan = make_plan(amara.id);
    council.at("2026-12-21");
    ProtectionVisit visit;
    visit.visited_at = council.now;
    visit.seen = Answer::no;
    visit.why_not = "Nobody opened.";
    Date owed = council.owed(amara.id, Duty::visit_child_on_protection_plan).due;
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) { return record_visit(work, plan.id, visit); }));
    EXPECT_EQ(council.owed(amara.id, Duty::visit_child_on_protection_plan).due, owed);
    visit.seen = Answer::yes;
    visit.seen_alone = Answer::yes;
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) { return record_visit(work, plan.id, visit); }));
    EXPECT_EQ(council.owed(amara.id, Duty::visit_child_on_protection_plan).due, day("2027-01-07"));
}

TEST_F(ProtectionThread, a_review_that_ends_the_plan_leaves_nothing_owed_under_it) {
    ProtectionPlan plan = make_plan(amara.id);
    council.at("2027-02-20");
    ConferenceId review = book(amara.id, "2027-03-10");
    council.at("2027-03-10", 11);
    hold(review);
    EXPECT_EQ(council.owed(amara.id, Duty::hold_review_conference).due, day("2027-09-10"));
    DecideConferenceChild decision;
    decision.decision = ConferenceDecision::plan_ended;
    decision.plan_end = PlanEnd::no_longer_at_continuing_risk;
    decision.threshold = "Nothing unexplained for three months; grandmother lives there.";
    decision.child_view = "\"It is good now.\"";
    auto ended = decide(review, decision);
    ASSERT_TRUE(ended) << ended.error().sentence;
    EXPECT_EQ(plan_of(amara.id).ended_on, day("2027-03-10"));
    for (Duty gone : {Duty::hold_review_conference, Duty::hold_first_review_conference, Duty::hold_first_core_group,
                      Duty::visit_child_on_protection_plan})
        EXPECT_FALSE(council.owes(amara.id, gone)) << word(gone);
}

TEST_F(ProtectionThread, an_enquiry_on_a_child_with_a_plan_leads_to_an_early_review_and_the_conference_is_one) {
    make_plan(amara.id);
    council.at("2027-01-11");
    auto endorsed = conclude(enquire(amara.id), EnquiryOutcome::substantiated_continuing_risk);
    ASSERT_TRUE(endorsed) << endorsed.error().sentence;
    EXPECT_EQ(endorsed->leads_to, AfterEnquiry::early_review);
    EXPECT_FALSE(council.owes(amara.id, Duty::hold_initial_conference));
    ConferenceId review = book(amara.id, "2027-01-25");
    EXPECT_EQ(conference_view(review).record.children[0].kind, ConferenceKind::review);
}

TEST_F(ProtectionThread, a_conference_that_does_not_proceed_needs_a_safety_plan_and_the_due_date_stands) {
    council.at("2026-11-23");
    Section47EnquiryId enquiry = enquire(amara.id);
    council.at("2026-12-01");
    ASSERT_TRUE(conclude(enquiry, EnquiryOutcome::substantiated_continuing_risk));
    ConferenceId id = book(amara.id, "2026-12-14");
    council.at("2026-12-14");
    auto put_off = [&](Work& work) {
        return do_not_proceed(work, id, "Only one agency came.", from_london(day("2026-12-17"), std::chrono::hours(9)));
    };
    EXPECT_EQ(council.as(council.chair, put_off).error().field, "safety_plan");
    InterimSafetyPlan safe;
    safe.child = amara.id;
    safe.starts = day("2026-12-14");
    safe.reviewed_by = day("2026-12-17");
    safe.worries = safe.who_does_what = safe.if_it_fails = safe.who_to_ring = safe.agreed_by = "As agreed with Grace.";
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) { return make_safety_plan(work, safe); }));
    auto next = council.as(council.chair, put_off);
    ASSERT_TRUE(next) << next.error().sentence;
    EXPECT_EQ(council.owed(amara.id, Duty::hold_initial_conference).due, day("2026-12-14"));
    ConferenceView shown = conference_view(next->id);
    EXPECT_EQ(shown.record.children[0].due, day("2026-12-14"));
    EXPECT_EQ(shown.record.invitations.size(), conference_view(id).record.invitations.size());
}

class UnbornChild : public ProtectionThread {
  protected:
    Person baby;
    void SetUp() override {
        ProtectionThread::SetUp();
        baby = core::tests::unborn_baby();
        baby.id = {};
        baby = council.add_child(baby);
        council.mother_of(baby, "Grace");
    }
    DecideConferenceChild unborn_plan() {
        DecideConferenceChild decision = a_plan("2027-03-12");
        decision.child_view.clear();
        decision.child_view_missing = "Not born yet.";
        return decision;
    }
};

TEST_F(UnbornChild, is_born_with_the_same_record_plan_and_all_and_reviewed_soon_after) {
    ProtectionPlan plan = make_plan(baby.id);
    council.at("2027-02-05");
    auto born = council.as(council.worker, [&](Work& work) {
        return record_birth(work, baby.id, {.born_on = day("2027-02-03"), .given_name = "Zuri", .sex = Sex::female});
    });
    ASSERT_TRUE(born) << born.error().sentence;
    EXPECT_EQ(born->id, baby.id);
    EXPECT_EQ(plan_of(baby.id).id, plan.id);
    EXPECT_EQ(council.owed(baby.id, Duty::hold_first_review_after_birth).due, day("2027-03-03"));
}

TEST_F(UnbornChild, the_visit_before_birth_is_to_the_parents_who_expect_the_baby) {
    ProtectionPlan plan = make_plan(baby.id);
    council.at("2026-12-21");
    ProtectionVisit visit;
    visit.visited_at = council.now;
    visit.seen = Answer::no;
    visit.parents_seen = Answer::no;
    visit.why_not = "Nobody opened.";
    Date owed = council.owed(baby.id, Duty::visit_child_on_protection_plan).due;
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) { return record_visit(work, plan.id, visit); }));
    EXPECT_EQ(council.owed(baby.id, Duty::visit_child_on_protection_plan).due, owed);
    visit.parents_seen = Answer::yes;
    visit.why_not.clear();
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) { return record_visit(work, plan.id, visit); }));
    EXPECT_EQ(council.owed(baby.id, Duty::visit_child_on_protection_plan).due, day("2027-01-07"));
}

TEST_F(UnbornChild, the_visit_in_need_before_birth_is_to_the_parents_and_is_no_sight_of_the_child_once_born) {
    auto seen_on = [&] {
        return council.store->read([&](store::Reader& it) { return last_seen_in_need(it, baby.id); });
    };
    auto decided = council.as(council.worker, [&](Work& work) {
        return decide_child_in_need(work, {baby.id, {}, {}});
    });
    ASSERT_TRUE(decided) << decided.error().sentence;
    HoldPlanningMeeting meeting{.plan = decided->id, .version = decided->version};
    meeting.meeting.met_on = london_date(council.now);
    meeting.meeting.family_wants = "A cot, and somebody to ring";
    meeting.meeting.worries = "Nobody has seen a midwife yet";
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) { return hold_planning_meeting(work, meeting); }));
    Date owed = council.owed(baby.id, Duty::visit_child_in_need).due;
    council.at("2026-12-21");
    NeedPlanVisit visit;
    visit.visited_on = day("2026-12-21");
    auto record = [&] {
        return council.as(council.worker, [&](Work& work) { return record_need_visit(work, decided->id, visit); });
    };
    EXPECT_EQ(record().error().field, "parents_seen");
    visit.parents_seen = Answer::no;
    visit.not_seen_why = "Nobody opened.";
    ASSERT_TRUE(record());
    EXPECT_EQ(council.owed(baby.id, Duty::visit_child_in_need).due, owed);
    visit.parents_seen = Answer::yes;
    ASSERT_TRUE(record());
    EXPECT_GT(council.owed(baby.id, Duty::visit_child_in_need).due, owed);
    EXPECT_EQ(seen_on(), day("2026-12-21"));
    council.at("2027-02-05");
    ASSERT_TRUE(council.as(council.worker,
                           [&](Work& work) { return record_birth(work, baby.id, {.born_on = day("2027-02-03")}); }));
    EXPECT_EQ(seen_on(), std::nullopt);
}

TEST_F(UnbornChild, a_birth_without_a_plan_owes_no_review) {
    council.at("2027-02-05");
    ASSERT_TRUE(council.as(council.worker,
                           [&](Work& work) { return record_birth(work, baby.id, {.born_on = day("2027-02-03")}); }));
    EXPECT_FALSE(council.owes(baby.id, Duty::hold_first_review_after_birth));
}

TEST_F(UnbornChild, twins_each_have_the_plan_the_duties_and_the_history) {
    ProtectionPlan plan = make_plan(baby.id);
    council.at("2026-12-18");
    auto second =
        council.as(council.worker, [&](Work& work) { return split_twins(work, baby.id, "The scan shows two."); });
    ASSERT_TRUE(second) << second.error().sentence;
    EXPECT_NE(second->id, baby.id);
    ProtectionPlan twin = plan_of(second->id);
    EXPECT_EQ(twin.started_on, plan.started_on);
    EXPECT_EQ(twin.inherited_from, baby.id);
    EXPECT_EQ(council.duties_of(second->id).size(), council.duties_of(baby.id).size());
    EXPECT_EQ(council.owed(second->id, Duty::hold_first_core_group).record, twin.id);
    auto history = council.look([&](store::Reader& reader) {
        return reader.list<InheritedHistory>("WHERE child = $1 ORDER BY id", second->id);
    });
    ASSERT_EQ(history.size(), 1u);
    EXPECT_EQ(history[0].from, baby.id);
}

TEST_F(UnbornChild, a_lost_pregnancy_stops_everything_about_this_child_at_once_and_nothing_about_the_sister) {
    make_plan(baby.id);
    council.at("2027-01-04");
    enquire(amara.id);
    CallConference both{{{baby.id, Answer::no}, {amara.id, Answer::no}},
                        from_london(day("2027-01-20"), std::chrono::hours(10)),
                        "",
                        ""};
    auto called = council.as(council.worker, [&](Work& work) { return call_conference(work, both); });
    ASSERT_TRUE(called) << called.error().sentence;
    auto ended = council.as(council.worker, [&](Work& work) { return end_pregnancy(work, baby.id); });
    ASSERT_TRUE(ended) << ended.error().sentence;
    EXPECT_TRUE(council.duties_of(baby.id).empty());
    for (const TellingLine& line :
         council.look([&](store::Reader& reader) { return tellings_of_child(reader, baby.id); }))
        EXPECT_FALSE(is_open(line.telling)) << "no letter about this child is owed any more";
    EXPECT_FALSE(is_running(plan_of(baby.id)));
    EXPECT_TRUE(council.owes(amara.id, Duty::complete_section47_enquiry));
    EXPECT_EQ(conference_view(called->id).record.conference.state, ConferenceState::called);
    EXPECT_FALSE(council.as(council.worker, [&](Work& work) { return end_pregnancy(work, baby.id); }));
}

TEST_F(ProtectionThread, the_journal_replays_to_the_same_rows) {
    make_plan(amara.id);
    std::string where = (council.directory / "replayed.sqlite").string();
    auto target = store::Store::open({store::Dialect::sqlite, where, ""});
    target->migrate(council.now);
    council.store->replay_into(*target);
    auto rows = [](store::Store& from) {
        return from.read([](store::Reader& reader) {
            std::string text;
            reader.each(
                "SELECT count(*), max(hex(id)) FROM conference_invitation UNION ALL SELECT count(*), max(end_why) FROM "
                "protection_plan "
                "UNION ALL SELECT count(*), max(what) FROM duty",
                [&](const store::RowView& row) {
                    text += std::to_string(row.integer(0)) + (row.is_null(1) ? "" : std::string(row.text(1))) + "\n";
                });
            return text;
        });
    };
    EXPECT_EQ(rows(*target), rows(*council.store));
}

}  // namespace
}  // namespace kith::actions::test
