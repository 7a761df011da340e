// Police protection and emergency protection orders, and what the night hands to the day, through the actions.
#include "actions/emergency_protection.h"

#include "actions/out_of_hours.h"
#include "protection_world.h"
#include "store/emergency_protection_store.h"
#include "store/out_of_hours_note_store.h"

namespace kith::actions::test {

using namespace std::chrono_literals;

class EmergencyThread : public ProtectionThread {
  protected:
    EmergencyProtection start(EmergencyPower power, const Actor& by, EmergencyFacts facts = {}) {
        auto started = council.as(by, [&](Work& work) {
            return start_emergency_protection(work, {amara.id, {power, council.now}, facts});
        });
        EXPECT_TRUE(started) << started.error().sentence;
        return *started;
    }
    EmergencyProtection police(const Actor& by) { return start(EmergencyPower::police_protection, by); }
    EmergencyProtection now(EmergencyProtectionId id) {
        return *council.look([&](store::Reader& reader) { return reader.find<EmergencyProtection>(id); });
    }
    EmergencyView shown(EmergencyProtectionId id) {
        return *council.look(
            [&](store::Reader& reader) { return emergency_protection(*council.service, reader, council.manager, id); });
    }
    std::vector<OutOfHoursNote> notes() {
        return council.look([&](store::Reader& reader) {
            return reader.list<OutOfHoursNote>("WHERE child = $1 ORDER BY written_at, id", amara.id);
        });
    }
    Handover list(const Actor& by) {
        auto found =
            council.look([&](store::Reader& reader) { return handover(*council.service, reader, by, council.now); });
        EXPECT_TRUE(found) << found.error().sentence;
        return *found;
    }
};

TEST_F(EmergencyThread, police_protection_starts_the_enquiry_with_the_discussion_owed_until_it_is_held) {
    council.at("2026-11-21", 23);
    EmergencyProtection started = police(council.night);
    EXPECT_TRUE(council.owes(amara.id, Duty::hold_strategy_discussion));
    EXPECT_EQ(council.owed(amara.id, Duty::end_police_protection).due_at, council.now + 72h);
    council.at("2026-11-23");
    discuss({amara.id}, council.manager);
    EXPECT_FALSE(council.owes(amara.id, Duty::hold_strategy_discussion));
    auto enquiry = council.look([&](store::Reader& reader) { return reader.find<Section47Enquiry>(started.enquiry); });
    EXPECT_FALSE(strategy_discussion_is_owed(*enquiry));
    EXPECT_EQ(enquiry->started_on, day("2026-11-21"));
}

TEST_F(EmergencyThread, police_protection_is_recorded_while_an_enquiry_is_open_and_joins_it) {
    council.at("2026-11-23");
    Section47EnquiryId open = enquire(amara.id);
    EXPECT_EQ(police(council.worker).enquiry, open);
}

TEST_F(EmergencyThread, the_decision_on_an_order_is_owed_before_the_last_court_sitting_by_whoever_is_named) {
    council.at("2026-11-19", 23);  // a Thursday: its 72 hours end on Sunday night
    EmergencyProtection started =
        start(EmergencyPower::police_protection, council.night, {.owner = council.manager.id});
    OpenDuty decide = council.owed(amara.id, Duty::decide_on_emergency_order);
    EXPECT_EQ(decide.due_at, from_london(day("2026-11-20"), 10h));
    EXPECT_EQ(decide.due, day("2026-11-20"));
    EXPECT_EQ(decide.owner, council.manager.id);
    EXPECT_TRUE(council.as(council.manager, [&](Work& work) {
        return decide_on_order(work, {started.id, 1}, OrderDecision::ask_the_court, "Nobody safe is there.");
    }));
    EXPECT_FALSE(council.owes(amara.id, Duty::decide_on_emergency_order));
    EXPECT_TRUE(council.owes(amara.id, Duty::end_police_protection));
}

TEST_F(EmergencyThread, what_is_not_known_at_night_is_owed_by_name_until_it_is_there) {
    council.at("2026-11-20", 23);
    EmergencyProtection started = police(council.night);
    EXPECT_THAT(council.owed(amara.id, Duty::complete_missing_facts).what, HasSubstr("designated officer"));
    auto write = [&](EmergencyFacts facts) {
        int version = now(started.id).version;
        EXPECT_TRUE(council.as(council.manager, [&](Work& work) {
            return write_emergency_protection(work, {started.id, version}, facts);
        }));
    };
    auto owed_of_it = [&] {
        for (const OpenDuty& each : council.duties_of(amara.id))
            if (each.duty == Duty::complete_missing_facts && each.record == RawId(started.id)) return each.what;
        return std::string();
    };
    EmergencyFacts facts{.owner = council.manager.id, .police = "Inspector Lowe, KP 4471"};
    write(facts);
    EXPECT_EQ(owed_of_it(), "Say how the court is reached out of hours.");
    EXPECT_EQ(council.owed(amara.id, Duty::end_police_protection).owner, council.manager.id);
    facts.court_route = "The duty legal adviser";
    write(facts);
    EXPECT_EQ(owed_of_it(), "");
}

TEST_F(EmergencyThread, an_order_ends_police_protection_and_is_owed_by_the_hour_that_is_sealed) {
    council.at("2026-11-20", 22);
    EmergencyProtection before = police(council.night);
    council.at("2026-11-23", 11);
    EmergencyProtection order = start(EmergencyPower::emergency_protection_order, council.manager);
    EXPECT_EQ(now(before.id).end, EmergencyEnd::emergency_order);
    EXPECT_EQ(now(before.id).ended_at, council.now);
    EXPECT_FALSE(council.owes(amara.id, Duty::end_police_protection));
    EXPECT_EQ(council.owed(amara.id, Duty::act_before_emergency_order_ends).due, day("2026-11-30"));
    Instant sealed = from_london(day("2026-12-02"), 16h);
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) {
        return write_emergency_protection(work, {order.id, 1}, {.sealed_until = sealed});
    })) << "a difference is never rejected";
    EXPECT_EQ(council.owed(amara.id, Duty::act_before_emergency_order_ends).due_at, sealed);
    EXPECT_THAT(shown(order.id).difference, HasSubstr("No order is longer than 8 days"));
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) {
        return write_emergency_protection(work, {order.id, 2},
                                          {.sealed_until = sealed, .asked_for_by_police = Answer::yes});
    }));
    EXPECT_EQ(shown(order.id).counted, from_london(day("2026-11-28"), 0h)) << "from the first day of the police's";
}

TEST_F(EmergencyThread, ends_with_how_and_when_and_nothing_is_owed_for_it_any_more) {
    council.at("2026-11-20", 22);
    EmergencyProtection started = police(council.manager);
    council.at("2026-11-21", 9);
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) {
        return end_emergency_protection(work, {started.id, 1},
                                        {EmergencyEnd::released, council.now, "Home with her aunt."});
    }));
    for (const OpenDuty& each : council.duties_of(amara.id))
        EXPECT_NE(each.record, RawId(started.id)) << word(each.duty);
    EXPECT_EQ(timeline_says(amara.id, "Police protection ended: The child was released, or went home"),
              "Home with her aunt.");
    EXPECT_TRUE(police(council.manager).id != started.id) << "and another may begin";
}

TEST_F(EmergencyThread, police_protection_that_nobody_ended_does_not_block_the_next) {
    council.at("2026-11-02", 22);
    EmergencyProtection forgotten = police(council.manager);
    council.at("2026-11-20", 22);
    police(council.manager);
    EXPECT_EQ(now(forgotten.id).end, EmergencyEnd::ran_out);
    EXPECT_EQ(now(forgotten.id).ended_at, from_london(day("2026-11-05"), 22h));
}

TEST_F(EmergencyThread, a_worker_of_another_team_may_not_change_it_and_two_do_not_write_over_each_other) {
    council.at("2026-11-20", 22);
    EmergencyProtection started = police(council.manager);
    Actor stranger = council.worker;
    stranger.id = core::tests::id<StaffId>(99);
    stranger.team = council.chairs.id;
    auto end = [&](const Actor& by, int version) {
        return council.as(by, [&](Work& work) {
            return end_emergency_protection(work, {started.id, version}, {EmergencyEnd::released, council.now, ""});
        });
    };
    EXPECT_EQ(end(stranger, 1).error().because, Because::not_found);
    EXPECT_EQ(end(council.manager, 7).error().because, Because::stale);
    EXPECT_TRUE(end(council.worker, 1));
}

// What the night hands to the day

TEST_F(EmergencyThread, an_urgent_act_at_night_leaves_a_note_to_be_read_by_nine_on_the_next_working_day) {
    council.at("2026-11-20", 22);  // a Friday
    police(council.night);
    ASSERT_EQ(notes().size(), 1u);
    OpenDuty owed = council.owed(amara.id, Duty::read_out_of_hours_note);
    EXPECT_EQ(owed.due_at, from_london(day("2026-11-23"), 9h));
    EXPECT_EQ(owed.owner, council.worker.id);
    auto read = [&](const Actor& by) {
        return council.as(by, [&](Work& work) { return read_note(work, notes()[0].id); });
    };
    EXPECT_EQ(read(council.night).error().because, Because::forbidden);
    EXPECT_TRUE(read(council.worker));
    EXPECT_FALSE(council.owes(amara.id, Duty::read_out_of_hours_note));
    EXPECT_EQ(notes()[0].read_by, council.worker.id);
    EXPECT_EQ(read(council.manager).error().because, Because::conflict);
}

TEST_F(EmergencyThread, what_the_day_does_leaves_no_note) {
    council.at("2026-11-20", 14);
    police(council.manager);
    EXPECT_TRUE(notes().empty());
}

TEST_F(EmergencyThread, a_discussion_and_a_safety_plan_at_night_leave_a_note_each) {
    council.at("2026-11-20", 22);
    discuss({amara.id}, council.night);
    InterimSafetyPlan plan;
    plan.child = amara.id;
    plan.starts = day("2026-11-20");
    plan.reviewed_by = day("2026-11-23");
    ASSERT_TRUE(council.as(council.night, [&](Work& work) { return make_safety_plan(work, plan); }));
    EXPECT_EQ(notes().size(), 2u);
}

TEST_F(EmergencyThread, a_note_of_the_small_hours_is_owed_the_same_morning) {
    council.at("2026-11-24", 2);
    auto written = council.as(council.night, [&](Work& work) {
        return write_note(work, {.child = amara.id, .happened = "Grace rang: all is quiet."});
    });
    ASSERT_TRUE(written) << written.error().sentence;
    EXPECT_EQ(council.owed(amara.id, Duty::read_out_of_hours_note).due_at, from_london(day("2026-11-24"), 9h));
    auto blank = council.as(council.night, [&](Work& work) { return write_note(work, {.child = amara.id}); });
    EXPECT_EQ(blank.error().field, "happened");
}

TEST_F(EmergencyThread, the_handover_names_every_child_for_whom_something_runs_and_why) {
    council.at("2026-11-19", 23);
    police(council.night);
    Person kofi = council.add_child({.given_name = "Kofi", .family_name = "Adeyemi"});
    InterimSafetyPlan plan;
    plan.child = kofi.id;
    plan.starts = day("2026-11-20");
    plan.reviewed_by = day("2026-11-23");
    council.at("2026-11-20", 16);
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) { return make_safety_plan(work, plan); }));
    Person zuri = council.add_child({.given_name = "Zuri", .family_name = "Bello"});
    discuss({zuri.id}, council.manager);
    council.add_child({.given_name = "Tom", .family_name = "Quiet"});
    Handover found = list(council.night);
    EXPECT_EQ(found.day_is_back, from_london(day("2026-11-23"), 9h));
    ASSERT_EQ(found.children.size(), 3u);
    EXPECT_EQ(found.children[0].child.id, amara.id) << "what runs out before the day is back comes first";
    EXPECT_EQ(found.children[0].first_end, from_london(day("2026-11-22"), 23h));
    EXPECT_EQ(found.children[0].reasons.size(), 2u) << "police protection, and the enquiry";
    EXPECT_EQ(found.children[0].worker, council.worker.name);
    EXPECT_EQ(found.children[1].child.id, kofi.id);
    EXPECT_EQ(found.children[2].child.id, zuri.id);
    council.at("2026-11-28", 16);
    EXPECT_EQ(list(council.night).children.size(), 2u) << "a discussion of more than a week ago is no news";
}

TEST_F(EmergencyThread, the_handover_is_for_those_who_work_nights_and_their_managers) {
    auto refused = council.look(
        [&](store::Reader& reader) { return handover(*council.service, reader, council.worker, council.now); });
    EXPECT_EQ(refused.error().because, Because::forbidden);
    EXPECT_TRUE(list(council.manager).children.empty());
}

TEST(OutOfHours, those_who_work_at_night_read_every_child_and_act_for_any) {
    for (Act act : {Act::read_child, Act::hold_strategy_discussion, Act::receive_contact, Act::record_person,
                    Act::search_people, Act::work_on_section47_enquiry, Act::work_on_plan})
        EXPECT_EQ(reach(Role::out_of_hours, act), Reach::all) << word(act);
}

}  // namespace kith::actions::test
