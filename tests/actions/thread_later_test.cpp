// What comes after the first record: an agency heard later, somebody joining or leaving, a move here, letters.
#include "actions/child_workers.h"
#include "actions/letter.h"
#include "actions/place.h"
#include "actions/pre_proceedings.h"
#include "actions/protection_world.h"
#include "actions/transfer_in.h"
#include "base/text.h"

namespace kith::actions::test {
namespace {

TEST_F(ProtectionThread, an_agency_nobody_had_asked_is_added_to_the_attendance_later) {
    council.at("2026-11-23");
    StrategyDiscussion held = discuss({amara.id}, council.manager);
    council.at("2026-11-25");
    StrategyAddition probation = said(held.id, Agency::probation, "Her partner is on licence.");
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) { return hear_agency(work, probation); }));
    StrategyRecord record = view(held.id).record;
    auto row = std::ranges::find(record.attendance, Agency::probation, &StrategyAttendance::agency);
    ASSERT_NE(row, record.attendance.end());
    EXPECT_EQ(row->followed_up_on, day("2026-11-25"));
    probation.who = "";
    auto nameless = council.as(council.manager, [&](Work& work) { return hear_agency(work, probation); });
    ASSERT_FALSE(nameless);
    EXPECT_EQ(nameless.error().field, "who");
    auto chair = council.as(council.chair, [&](Work& work) { return hear_agency(work, probation); });
    EXPECT_EQ(chair.error().because, Because::forbidden);
}

TEST_F(ProtectionThread, what_was_left_out_of_a_discussion_is_filled_in_and_then_the_manager_signs_it_off) {
    council.at("2026-11-23", 22);
    HoldStrategyDiscussion command;
    command.discussion.held_at = council.now;
    command.children = {amara.id};
    StrategyAttendance health = from(Agency::health);
    health.took_part = TookPart::missing;
    command.attendance = {from(Agency::local_authority), from(Agency::police), health};
    auto held = council.as(council.night, [&](Work& work) { return hold_strategy_discussion(work, command); });
    ASSERT_TRUE(held);
    StrategyDecisions decisions{held->id,
                                {{view(held->id).record.children[0].id, StrategyDecision::section_47_joint, "", ""}}};
    ASSERT_TRUE(council.as(council.night, [&](Work& work) { return decide_strategy_discussion(work, decisions); }));
    StrategyView shown = view(held->id);
    WriteStrategyDiscussion rest{.discussion = held->id, .version = shown.record.discussion.version};
    rest.manager = council.manager.id;
    rest.information = "Two bruises, two stories.";
    rest.reasonable_cause = "They do not fit what was said.";
    rest.absences = {{Agency::health, "Nobody on call answered.", day("2026-11-24")}};
    rest.reasons = {{shown.record.children[0].id, "Harm is likely tonight."}};
    StrategyTelling half;
    half.child = amara.id;
    half.who_is_told = "Grace";
    rest.tellings = {half};
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) { return write_strategy_discussion(work, rest); }));
    EXPECT_EQ(council.owed(amara.id, Duty::hold_strategy_follow_up).due, day("2026-11-24"));
    EXPECT_EQ(council.owed(amara.id, Duty::complete_missing_facts).owner, council.worker.id);
    shown = view(held->id);
    ASSERT_EQ(shown.missing.size(), 1u);
    rest.version = shown.record.discussion.version;
    rest.absences.clear();
    rest.reasons.clear();
    rest.tellings.clear();
    half.id = shown.record.tellings[0].id;
    half.not_yet_why = "The police speak to her first.";
    rest.told = {half};
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) { return write_strategy_discussion(work, rest); }));
    EXPECT_THAT(view(held->id).missing, testing::IsEmpty());
    EXPECT_EQ(council.owed(amara.id, Duty::complete_missing_facts).owner, council.manager.id);
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) { return complete_strategy_discussion(work, held->id); }));
    EXPECT_FALSE(council.owes(amara.id, Duty::complete_missing_facts));
    council.at("2026-11-24");
    StrategyAddition nurse = said(held->id, Agency::health, "Seen twice with bruises.");
    EXPECT_TRUE(council.as(council.manager, [&](Work& work) { return hear_agency(work, nurse); }))
        << "what an agency says later stands beside a signed record";
}

TEST_F(ProtectionThread, a_relative_interprets_in_an_emergency_only_and_a_child_never) {
    Section47EnquiryId enquiry = enquire(amara.id);
    EnquiryStep visit;
    visit.kind = EnquiryStepKind::home_visit;
    visit.happened_at = council.now;
    visit.learnt = "What she said.";
    visit.interpreted_by = InterpretedBy::family_member;
    visit.interpreter = "Aunt Bisi";
    auto record = [&] {
        return council.as(council.worker, [&](Work& work) { return record_step(work, enquiry, visit); });
    };
    EXPECT_EQ(record().error().field, "relative_interprets_why");
    visit.relative_interprets_why = "Three services had nobody at 2 am.";
    EXPECT_TRUE(record());
    visit.interpreter = "amara";
    EXPECT_EQ(record().error().field, "interpreter");
}

std::vector<CoreGroupMember> members_of(const kith::tests::SmallCouncil& council, ProtectionPlanId plan) {
    return council.service->store.read(
        [&](store::Reader& reader) { return reader.list<CoreGroupMember>("WHERE plan = $1 ORDER BY name, id", plan); });
}

TEST_F(ProtectionThread, a_member_leaves_the_core_group_and_another_joins_and_a_meeting_is_of_that_days_members) {
    ProtectionPlan plan = make_plan(amara.id);
    auto members = members_of(council, plan.id);
    auto visitor = std::ranges::find(members, "Joan Birch", &CoreGroupMember::name);
    ASSERT_NE(visitor, members.end());
    council.at("2026-12-18");
    LeaveCoreGroup leaves{visitor->id, day("2026-12-18"), ""};
    auto leave = [&](Work& work) { return leave_core_group(work, plan.id, leaves); };
    EXPECT_EQ(council.as(council.worker, leave).error().field, "left_why");
    leaves.why = "She has moved to another post.";
    EXPECT_EQ(council.as(council.chair, leave).error().because, Because::not_found);
    ASSERT_TRUE(council.as(council.worker, leave));
    council.at("2026-12-21");
    CoreGroupMember next;
    next.name = "Ann Reed";
    next.role = "Health visitor";
    next.agency = "Health visiting";
    auto joined = council.as(council.worker, [&](Work& work) { return join_core_group(work, plan.id, next); });
    ASSERT_TRUE(joined) << joined.error().sentence;
    EXPECT_EQ(joined->from, day("2026-12-21"));
    EXPECT_EQ(timeline_says(amara.id, "Joan Birch, Professional, left the core group"), leaves.why);
    council.at("2026-12-22");
    HoldCoreGroup meeting;
    meeting.meeting.held_at = council.now - std::chrono::hours(1);
    meeting.meeting.family_said = "Calmer.";
    meeting.meeting.progress = "Read line by line.";
    meeting.meeting.next_on = day("2027-01-20");
    for (const CoreGroupMember& each : members_of(council, plan.id)) {
        CoreGroupAttendance row;
        row.member = each.id;
        meeting.attendance.push_back(row);
    }
    auto hold_it = [&](Work& work) { return hold_core_group(work, plan.id, meeting); };
    EXPECT_THAT(council.as(council.worker, hold_it).error().sentence,
                HasSubstr("Joan Birch was not in the core group"));
    std::erase_if(meeting.attendance, [&](const CoreGroupAttendance& row) { return row.member == visitor->id; });
    auto held = council.as(council.worker, hold_it);
    ASSERT_TRUE(held) << held.error().sentence;
}

TEST_F(ProtectionThread, somebody_of_the_family_or_one_of_us_is_in_the_core_group_once) {
    ProtectionPlan plan = make_plan(amara.id);
    CoreGroupMember mother;
    mother.person = grace.id;
    mother.role = "Mother";
    auto twice = council.as(council.worker, [&](Work& work) { return join_core_group(work, plan.id, mother); });
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().because, Because::conflict);
    EXPECT_THAT(twice.error().sentence, HasSubstr("Grace"));
}

TEST_F(ProtectionThread, a_child_who_moved_here_on_another_plan_has_a_conference_owed_from_the_news) {
    council.at("2026-12-10");
    Person moved;
    moved.given_name = "Noor";
    moved = council.keep(moved);
    TransferIn news;
    news.child = moved.id;
    news.from_authority = "Fernshire";
    news.told_on = day("2026-12-10");
    news.worries = "Left alone at night.";
    auto notify = [&](Work& work) { return notify_transfer_in(work, news); };
    EXPECT_FALSE(council.as(council.chair, notify));
    ASSERT_TRUE(council.as(council.manager, notify));
    OpenDuty owed = council.owed(moved.id, Duty::hold_transfer_in_conference);
    EXPECT_EQ(owed.due, day("2027-01-05")) << "15 working days, Christmas and New Year left out";
    EXPECT_EQ(owed.team, council.team.id) << "in somebody's list, though no team held the child";
    EXPECT_EQ(council.as(council.manager, notify).error().because, Because::conflict);
    CallConference call{{{moved.id, Answer::yes}}, from_london(day("2026-12-18"), std::chrono::hours(10)), "", ""};
    auto called = council.as(council.worker, [&](Work& work) { return call_conference(work, call); });
    ASSERT_TRUE(called) << called.error().sentence;
    EXPECT_EQ(conference_view(called->id).record.children[0].due, day("2027-01-05"));
    EXPECT_EQ(timeline_says(moved.id, "Fernshire told us that the child has moved here on its plan"), news.worries);
}

TEST_F(ProtectionThread, who_works_alongside_is_listed_with_why_they_came_and_left) {
    auto joined = council.as(council.manager, [&](Work& work) {
        return join_as_co_worker(work, amara.id, council.head.id, "Covers leave.");
    });
    ASSERT_TRUE(joined);
    auto workers = [&](const Actor& actor) {
        return *council.look([&](store::Reader& reader) { return child_workers(reader, actor, amara.id); });
    };
    ASSERT_EQ(workers(council.manager).now.size(), 1u);
    EXPECT_EQ(workers(council.manager).now[0].time.note, "Covers leave.");
    EXPECT_TRUE(workers(council.worker).may_join.empty()) << "a worker does not arrange it";
    auto leave = [&](std::string why) {
        return council.as(council.manager,
                          [&](Work& work) { return leave_as_co_worker(work, amara.id, joined->id, why); });
    };
    EXPECT_EQ(leave(" ").error().field, "why");
    ASSERT_TRUE(leave("The leave is over."));
    EXPECT_TRUE(workers(council.manager).now.empty());
    ASSERT_EQ(workers(council.manager).before.size(), 1u);
    EXPECT_EQ(workers(council.manager).before[0].time.ended_why, "The leave is over.");
}

/// Everything that a letter says, in one text.
std::string text_of(const documents::Letter& letter) {
    std::string text = letter.title + "\n";
    for (const documents::LetterSection& section : letter.sections) {
        text += section.heading + "\n";
        for (const std::string& paragraph : section.paragraphs)
            text += paragraph + "\n";
    }
    return text;
}

class Letters : public ProtectionThread {
  protected:
    Person father;
    void SetUp() override {
        ProtectionThread::SetUp();
        father.given_name = "Dele";
        father.phone = "07700 900461";
        father = council.keep(father);
        ASSERT_TRUE(council.as(council.manager, [&](Work& work) {
            return record_relation(work, {.child = amara.id, .other = father.id, .kind = RelationKind::father});
        }));
    }
    Result<LetterToFamily> letter_to(documents::LetterKind kind, RawId record, PersonId reader) {
        return council.look([&](store::Reader& look) {
            return letter_to_family(*council.service, look, council.worker, {kind, record, amara.id, reader});
        });
    }
    Place home(PersonId of, std::string text) {
        Place place;
        place.person = of;
        place.text = std::move(text);
        place.postcode = "AL4 7QZ";
        return *council.as(council.manager, [&](Work& work) { return record_place(work, place); });
    }
};

TEST_F(Letters, leave_out_a_place_that_the_reader_must_not_know_however_it_is_written) {
    ProtectionPlan plan = make_plan(amara.id);
    (void)plan;
    Place refuge = home(amara.id, "9 Larch Close, Thornwick");
    auto secret = council.as(council.manager, [&](Work& work) {
        return keep_place_secret(work, {refuge.id, father.id, "He has threatened her."});
    });
    ASSERT_TRUE(secret) << secret.error().sentence;
    council.at("2026-12-16");
    ConferenceId conference = plan_of(amara.id).conference;
    ASSERT_TRUE(council.as(council.chair, [&](Work& work) -> Result<void> {
        auto row = work.store.list_first<ConferenceChild>("WHERE conference = $1 ORDER BY id", conference);
        row->outline = "Visits at 9  LARCH close (al47qz). Ring Dele on 07700 900461.";
        row->threshold = "They were found at 9 Larch Cl once.";
        work.store.save(happened::conference_child_decided, conference, *row);
        return {};
    }));
    auto to_father = letter_to(documents::LetterKind::conference_decision, conference, father.id);
    ASSERT_TRUE(to_father) << to_father.error().sentence;
    std::string text = text_of(to_father->letter);
    EXPECT_EQ(fold(text).find("larch"), std::string::npos) << text;
    EXPECT_EQ(fold(text).find("al47qz"), std::string::npos) << text;
    EXPECT_NE(text.find("left out"), std::string::npos);
    EXPECT_NE(text.find("07700 900461"), std::string::npos) << "his own number is his";
    auto to_mother = letter_to(documents::LetterKind::conference_decision, conference, grace.id);
    ASSERT_TRUE(to_mother);
    EXPECT_NE(fold(text_of(to_mother->letter)).find("larch"), std::string::npos) << "she may know it";
    EXPECT_EQ(text_of(to_mother->letter).find("07700 900461"), std::string::npos)
        << "his number is not hers to be given";
}

TEST_F(Letters, of_the_minutes_name_professionals_and_leave_the_other_parents_words_to_their_own_copy) {
    make_plan(amara.id);
    ConferenceId conference = plan_of(amara.id).conference;
    ASSERT_TRUE(council.as(council.chair, [&](Work& work) -> Result<void> {
        for (ConferenceInvitation& row :
             work.store.list<ConferenceInvitation>("WHERE conference = $1 ORDER BY id", conference)) {
            if (row.person == father.id) row.said = "She drinks.";
            if (row.person == grace.id) row.said = "I want help.";
            work.store.save(happened::conference_held, conference, row);
        }
        return {};
    }));
    EXPECT_THAT(letter_to(documents::LetterKind::conference_minutes, conference, grace.id).error().sentence,
                HasSubstr("have not been written"));
    ASSERT_TRUE(council.as(council.chair, [&](Work& work) -> Result<void> {
        auto record = TRY(load_conference(work.store, conference));
        WriteMinutes written{"Everybody was heard.", {{record.children[0].id, "She sleeps badly."}}};
        TRY(write_minutes(work, {conference, mark_of_minutes(record), written}));
        return {};
    }));
    auto minutes = letter_to(documents::LetterKind::conference_minutes, conference, grace.id);
    ASSERT_TRUE(minutes) << minutes.error().sentence;
    std::string text = text_of(minutes->letter);
    EXPECT_THAT(text, HasSubstr("I want help."));
    EXPECT_THAT(text, HasSubstr("Joan Birch"));
    EXPECT_THAT(text, HasSubstr("Everybody was heard."));
    EXPECT_THAT(text, HasSubstr("She sleeps badly."));
    EXPECT_THAT(text, testing::Not(HasSubstr("She drinks.")));
    EXPECT_THAT(text, testing::Not(HasSubstr("Dele")));
}

TEST_F(Letters, before_proceedings_go_to_each_parent_without_what_that_parent_must_not_know) {
    Place refuge = home(amara.id, "9 Larch Close, Thornwick");
    ASSERT_TRUE(council.as(council.manager, [&](Work& work) {
        return keep_place_secret(work, {refuge.id, father.id, "There were threats."});
    }));
    PreProceedings facts;
    facts.child = amara.id;
    facts.decided_on = london_date(council.now);
    facts.worries = facts.alternatives = facts.legal_advice = facts.family_meeting_words = "Said.";
    auto started = council.as(council.manager, [&](Work& work) { return start_pre_proceedings(work, facts); });
    ASSERT_TRUE(started) << started.error().sentence;
    auto kind = documents::LetterKind::before_proceedings;
    EXPECT_THAT(letter_to(kind, started->id, grace.id).error().sentence, HasSubstr("has not been written"));
    LetterBeforeProceedings written{.sent_on = london_date(council.now),
                                    .concerns = "She was alone at 9 larch close.",
                                    .help_given = "The hub.",
                                    .must_change = "Safe nights.",
                                    .lawyers = "The list went with it.",
                                    .meeting_offered = Answer::yes};
    ASSERT_TRUE(council.as(council.worker, [&](Work& work) {
        return send_letter(work, {started->id, started->version}, written);
    }));
    auto to_father = letter_to(kind, started->id, father.id), to_mother = letter_to(kind, started->id, grace.id);
    ASSERT_TRUE(to_father && to_mother);
    EXPECT_EQ(fold(text_of(to_father->letter)).find("larch"), std::string::npos) << text_of(to_father->letter);
    EXPECT_THAT(text_of(to_father->letter), HasSubstr("Safe nights."));
    EXPECT_NE(fold(text_of(to_mother->letter)).find("larch"), std::string::npos) << "she may know it";
    EXPECT_EQ(text_of(to_mother->letter).find("07700 900461"), std::string::npos) << "his number is his";
    ASSERT_TRUE(to_father->telling) << "that each parent was given it is recorded";
    EXPECT_EQ(to_father->telling->owed, Owed::letter_before_proceedings);
    EXPECT_THAT(text_of(to_mother->letter), HasSubstr("0808 801 0366"));
}

TEST_F(Letters, are_not_written_before_their_time_nor_to_anybody_else) {
    make_plan(amara.id);
    ConferenceId conference = plan_of(amara.id).conference;
    EXPECT_THAT(letter_to(documents::LetterKind::conference_invitation, conference, grace.id).error().sentence,
                HasSubstr("not to come any more"));
    Person neighbour;
    neighbour.given_name = "Tom";
    neighbour = council.keep(neighbour);
    EXPECT_EQ(letter_to(documents::LetterKind::conference_decision, conference, neighbour.id).error().because,
              Because::not_found);
    auto list = council.look([&](store::Reader& reader) {
        return letters_about(*council.service, reader, council.worker, documents::LetterKind::conference_decision,
                             conference);
    });
    ASSERT_TRUE(list);
    EXPECT_EQ(list->size(), 3u) << "mother, father, and a child of five";
}

}  // namespace
}  // namespace kith::actions::test
