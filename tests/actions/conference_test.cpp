// A child protection conference, through the actions: who leads it, who writes at it, what it decides and what it owes.
#include "actions/protection_world.h"

namespace kith::actions::test {
namespace {

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

TEST_F(ProtectionThread, reports_that_never_came_are_settled_by_saying_why_also_after_the_conference) {
    ConferenceId id = make_plan(amara.id).conference;
    ASSERT_TRUE(council.owes(amara.id, Duty::share_conference_reports));
    EXPECT_TRUE(conference_view(id).reports_owed) << "its page still has the forms";
    auto as_worker = [&](auto action) { return council.as(council.worker, action); };
    ConferenceReport report{.asked_of = "Joan Birch"};
    report = *as_worker([&](Work& work) { return ask_for_report(work, id, report); });
    report.not_received_why = "She was ill.";
    ASSERT_TRUE(as_worker([&](Work& work) { return receive_report(work, id, report); }));
    EXPECT_FALSE(council.owes(amara.id, Duty::share_conference_reports));
    EXPECT_FALSE(conference_view(id).reports_owed);
}

TEST_F(ProtectionThread, another_accountable_worker_takes_over_the_plan_and_the_place_in_the_core_group) {
    ProtectionPlan plan = make_plan(amara.id);
    Person child = council.person(amara.id);
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) {
        return allocate_worker(work, {amara.id, council.night.id, child.version});
    }));
    plan = plan_of(amara.id);
    EXPECT_EQ(plan.accountable_worker, council.night.id);
    auto members = council.look([&](store::Reader& reader) {
        return reader.list<CoreGroupMember>("WHERE plan = $1 AND staff <> $2 ORDER BY from_date, id", plan.id, RawId{});
    });
    ASSERT_EQ(members.size(), 2u);
    for (const CoreGroupMember& each : members)
        EXPECT_EQ(each.until.has_value(), each.staff == council.worker.id) << each.name;
    EXPECT_EQ(members[0].role, members[1].role);
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

}  // namespace
}  // namespace kith::actions::test
