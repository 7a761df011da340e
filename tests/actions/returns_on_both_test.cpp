// What is kept for the returns beside the record, on both databases: census notes and days, the rows of the daily data,
// and whose turn it is to send.
#include <gmock/gmock.h>

#include "actions/census_readiness.h"
#include "actions/census_recording.h"
#include "actions/describe_person.h"
#include "actions/dfe_submissions.h"
#include "actions/need_world.h"
#include "store/census_note_store.h"
#include "support/test_database.h"

using namespace kith;
using namespace kith::actions;
using namespace kith::actions::test;
using returns::dfe_api::Taken;
using Said = returns::dfe_api::Answer;
using store::CensusDay, store::DfeRun, store::DfeRunEnd, store::DfeSubmission, store::SubmissionStatus;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

class ReturnsOnBoth : public testing::TestWithParam<store::Dialect> {
  protected:
    std::unique_ptr<store::Store> open() {
        store::StoreOptions options = database.options();
        options.authority.reset();
        options.schema = nullptr;
        return database.open(options);
    }
    void refer() {
        council.contact_about({ada}, ContactDecision::referral);
        DecideReferralCommand command{.referral = council.referral_of(ada).id,
                                      .version = council.referral_of(ada).version};
        command.decision.decision = ReferralDecision::assessment;
        command.decision.need = PrimaryNeed::parent_illness_or_disability;
        command.decision.reasons = "A mother who needs help";
        council.must(council.front_door, [&](Work& work) { return actions::decide_referral(work, command); });
        council.allocate(ada, council.amina);
    }
    CensusNote explain(const std::string& why) {
        auto findings = council.see([&](store::Reader& reader) {
            return census_findings_today(reader, council.amina, ada, london_date(council.now), council.service->days);
        });
        for (const CensusFinding& each : findings)
            if (each.found.rule->code == "8540")
                return council.must(council.amina, [&](Work& work) {
                    return explain_finding(work, {ada, "8540", each.found.about, why});
                });
        throw std::runtime_error("8540 is not found");
    }
    CensusNote answer(const CensusNote& note, CensusAnswer as, const std::string& words) {
        return council.must(analyst, [&](Work& work) { return answer_note(work, note.id, note.version, {as, words}); });
    }
    std::vector<CorrectionAsked> asked(const Actor& actor) {
        return council.see([&](store::Reader& reader) {
            return corrections_asked(reader, actor, london_date(council.now), council.service->days);
        });
    }
    /// Everything is taken, with a receipt for each.
    static Said taken(std::size_t children) {
        return {Taken::yes, "200 received", std::vector<std::string>(children, "r1")};
    }
    Result<DfeRun> send(std::function<Said(std::size_t)> post) {
        return send_submissions(*council.service,
                                {.by = "A test",
                                 .post = [post](const std::string&, std::size_t children) { return post(children); },
                                 .stop = {}});
    }
    DfeSubmission row() { return council.rows<DfeSubmission>("WHERE child = $1", ada).at(0); }

    support::TestDatabase database{GetParam(), support::TestDatabase::Shape::none};
    NeedWorld council{open()};
    PersonId ada = council.person("Ada", *parse_date("2018-07-01"));
    Actor analyst = council.staff("Bo", Role::business_support);
};
INSTANTIATE_TEST_SUITE_P(On, ReturnsOnBoth, testing::Values(store::Dialect::sqlite, store::Dialect::postgres),
                         [](const auto& each) { return each.param == store::Dialect::sqlite ? "sqlite" : "postgres"; });

// ---- Census notes ---------------------------------------------------------------------------------------------------

TEST_P(ReturnsOnBoth, a_note_comes_back_as_it_was_written_answered_and_replayed) {
    refer();
    CensusNote note = explain("They were never asked.\n\"So it is\" \xf0\x9f\x8c\xb1");
    council.now += 1h;
    CensusNote answered = answer(note, CensusAnswer::accepted, "Thank you");
    auto found = council.rows<CensusNote>("WHERE id = $1", note.id).at(0);
    EXPECT_EQ(found.note, note.note);
    EXPECT_EQ(found.about, note.about);
    EXPECT_EQ(found.written_at, note.written_at);
    EXPECT_EQ(found.answer, CensusAnswer::accepted);
    EXPECT_EQ(found.answered_by, analyst.id);
    EXPECT_EQ(found.answered_at, answered.answered_at);
    EXPECT_EQ(found.version, 2);
    support::TestDatabase other(store::Dialect::sqlite, support::TestDatabase::Shape::none);
    auto options = other.options();
    options.authority.reset();
    options.schema = nullptr;
    auto target = other.open(options);
    target->migrate(council.now);
    council.store->replay_into(*target);
    auto replayed = target->read([&](store::Reader& reader) { return reader.list<CensusNote>("ORDER BY id"); });
    ASSERT_THAT(replayed, SizeIs(1));
    EXPECT_EQ(replayed[0].note, note.note);
    EXPECT_EQ(replayed[0].answer_words, "Thank you");
}

TEST_P(ReturnsOnBoth, please_correct_is_the_workers_to_see_until_it_is_corrected) {
    refer();
    EXPECT_THAT(asked(council.amina), IsEmpty());
    CensusNote note = explain("She has none");
    EXPECT_THAT(asked(council.amina), IsEmpty()) << "nobody has answered yet";
    answer(note, CensusAnswer::please_correct, "The school says that she wears hearing aids.");
    auto lines = asked(council.amina);
    ASSERT_THAT(lines, SizeIs(1));
    EXPECT_EQ(lines[0].child.id, ada);
    EXPECT_THAT(lines[0].finding.note->answer_words, HasSubstr("hearing aids"));
    EXPECT_TRUE(lines[0].may_explain);
    EXPECT_THAT(asked(council.ben), IsEmpty()) << "another’s child";
    EXPECT_FALSE(council.duty(ada, Duty::complete_missing_facts)) << "no date is set by it";
    council.now += 1h;
    council.allocate(ada, council.ben);
    EXPECT_THAT(asked(council.ben), SizeIs(1)) << "it goes with the child";
    council.must(council.ben, [&](Work& work) {
        return actions::record_characteristics(work, ada, council.load(ada).version,
                                               {.ethnicity = "MWBC", .disabilities = {Disability::hearing}});
    });
    EXPECT_THAT(asked(council.ben), IsEmpty()) << "corrected";
}

TEST_P(ReturnsOnBoth, please_correct_goes_when_the_worker_answers_it) {
    refer();
    CensusNote note = explain("She has none");
    answer(note, CensusAnswer::please_correct, "Please ask again.");
    ASSERT_THAT(asked(council.amina), SizeIs(1));
    council.now += 1h;
    explain("Asked again: it is so.");
    EXPECT_THAT(asked(council.amina), IsEmpty());
}

TEST_P(ReturnsOnBoth, please_correct_of_last_year_stays_until_its_return_is_finished) {
    refer();
    answer(explain("She has none"), CensusAnswer::please_correct, "Please ask again.");
    council.now = from_london(*parse_date("2027-07-30"), 10h);
    EXPECT_THAT(asked(council.amina), SizeIs(1)) << "once, though it stands in both years";
}

// ---- Census days ----------------------------------------------------------------------------------------------------

TEST_P(ReturnsOnBoth, the_figures_of_a_day_are_kept_once_and_compared_with_a_week_ago) {
    refer();
    keep_figures_of_today(*council.service);
    auto kept = council.rows<CensusDay>("ORDER BY team, rule");
    ASSERT_FALSE(kept.empty());
    EXPECT_EQ(kept[0].rule, "-");
    EXPECT_EQ(kept[0].team, council.team.id);
    EXPECT_EQ(kept[0].children, 1);
    keep_figures_of_today(*council.service);
    EXPECT_THAT(council.rows<CensusDay>("ORDER BY team, rule"), SizeIs(kept.size()));
    council.now += std::chrono::days(8);
    keep_figures_of_today(*council.service);
    Date today = london_date(council.now);
    council.see([&](store::Reader& reader) {
        EXPECT_TRUE(open_a_week_ago(reader, 2027, council.team.id, today));
        EXPECT_THAT(figures_by_week(reader, 2027, {}, today, 8), SizeIs(2));
    });
}

// ---- The daily data -------------------------------------------------------------------------------------------------

TEST_P(ReturnsOnBoth, daily_data_is_built_sent_and_remembered) {
    refer();
    EXPECT_EQ(refresh_submissions(*council.service, "A test")->added, 1);
    DfeSubmission waiting = row();
    EXPECT_THAT(waiting.hash, SizeIs(32));
    EXPECT_EQ(send(taken)->sent, 1);
    DfeSubmission sent = row();
    EXPECT_EQ(sent.status, SubmissionStatus::sent);
    EXPECT_EQ(sent.accepted, waiting.payload);
    EXPECT_EQ(sent.accepted_hash, waiting.hash);
    EXPECT_EQ(sent.receipt, "r1");
    EXPECT_EQ(sent.sent_at, council.now);
    EXPECT_EQ(refresh_submissions(*council.service, "A test")->unchanged, 1);
    EXPECT_THAT(council.rows<DfeRun>("ORDER BY started_at, id"), SizeIs(3));
    EXPECT_THAT(council.rows<store::DfeTurn>("ORDER BY what"), IsEmpty());
}

TEST_P(ReturnsOnBoth, when_the_service_is_down_the_sending_failed_and_no_child_did) {
    refer();
    (void)refresh_submissions(*council.service, "A test");
    (void)send(taken);
    std::string held = row().accepted;
    council.must(council.amina, [&](Work& work) {
        return actions::record_characteristics(work, ada, council.load(ada).version, {.ethnicity = "MWBC"});
    });
    (void)refresh_submissions(*council.service, "A test");
    auto failed = send([](std::size_t) { return Said{Taken::not_taken, "503 Closed for the day", {}}; });
    EXPECT_EQ(failed->ended_how, DfeRunEnd::failed);
    EXPECT_EQ(failed->answer, "503 Closed for the day");
    EXPECT_EQ(failed->errors, 0);
    EXPECT_EQ(row().status, SubmissionStatus::pending);
    EXPECT_EQ(row().error, "");
    EXPECT_EQ(row().accepted, held) << "what it took before still stands there";
    auto seen = *council.see([&](store::Reader& reader) { return submissions_now(reader, council.head, council.now); });
    EXPECT_EQ(seen.last_sending->ended_how, DfeRunEnd::failed);
    EXPECT_EQ(seen.waiting, 1);
    EXPECT_THAT(seen.faults, IsEmpty());
    EXPECT_EQ(send(taken)->sent, 1);
}

TEST_P(ReturnsOnBoth, a_second_run_says_so_and_does_nothing) {
    refer();
    (void)refresh_submissions(*council.service, "A test");
    int posts = 0;
    auto first = send([&](std::size_t children) {
        if (++posts > 1) return taken(children);
        auto second = send([&](std::size_t) -> Said { throw std::logic_error("it sent"); });
        if (second) throw std::logic_error("it began");
        EXPECT_EQ(second.error().because, Because::conflict);
        EXPECT_THAT(second.error().sentence, HasSubstr("sending of the daily data is under way"));
        EXPECT_FALSE(refresh_submissions(*council.service, "A test")) << "a build would forget what is on its way";
        return taken(children);
    });
    EXPECT_EQ(first->sent, 1);
    EXPECT_EQ(row().accepted, row().payload);
    EXPECT_EQ(send(taken)->answer, "Nothing was waiting.") << "and the turn was given back";
}

TEST_P(ReturnsOnBoth, a_run_that_was_killed_holds_nobody_back_for_long) {
    refer();
    (void)refresh_submissions(*council.service, "A test");
    (void)council.store->write({{}, council.now}, [&](store::Writer& writer) -> Result<void> {
        writer.put(
            store::DfeTurn{.run = council.ids(), .by = "Killed", .since = council.now, .until = council.now + 15min});
        return {};
    });
    EXPECT_FALSE(send(taken));
    council.now += 15min;
    EXPECT_EQ(send(taken)->sent, 1);
}

TEST_P(ReturnsOnBoth, a_run_that_slept_and_was_overtaken_writes_nothing_more) {
    refer();
    (void)refresh_submissions(*council.service, "A test");
    int posts = 0;
    auto slept = send([&](std::size_t children) {
        if (++posts > 1) throw std::logic_error("it went on");
        council.now += 1h;
        EXPECT_EQ(send(taken)->sent, 1);
        return Said{Taken::refused, "400 no", std::vector<std::string>(children)};
    });
    EXPECT_EQ(slept->ended_how, DfeRunEnd::stopped);
    EXPECT_THAT(slept->answer, HasSubstr("took over"));
    EXPECT_EQ(row().status, SubmissionStatus::sent) << "as the other run left it";
}

}  // namespace
