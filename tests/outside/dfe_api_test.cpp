// The daily API from the record to a real receiver and back: what is held there is what the record says, whatever goes
// wrong on the way.
#include <gmock/gmock.h>

#include <fstream>
#include <set>
#include <sstream>

#include "actions/describe_person.h"
#include "actions/dfe_submissions.h"
#include "actions/need_world.h"
#include "actions/place.h"
#include "cli/dfe_api_command.h"
#include "outside/receiver.h"
#include "outside/sender.h"
#include "store/place_store.h"

using namespace kith;
using namespace kith::actions;
using namespace kith::actions::test;
using store::DfeRun, store::DfeSubmission, store::SubmissionRow, store::SubmissionStatus;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

struct World : NeedWorld {
    tests::Receiver receiver;
    std::vector<PersonId> children;
    std::vector<std::chrono::seconds> waits;
    outside::HttpLimits limits;

    void have(int count) {
        now = from_london(*parse_date("2026-05-05"), 10h);
        std::vector<PersonId> referred;
        for (int i = 0; i < count; ++i)
            referred.push_back(person("Child " + std::to_string(i), *parse_date("2018-07-01")));
        for (std::size_t i = 0; i < referred.size(); i += 50)
            contact_about({referred.begin() + long(i), referred.begin() + long(std::min(i + 50, referred.size()))},
                          ContactDecision::referral);
        children.insert(children.end(), referred.begin(), referred.end());
    }
    void rename(PersonId child, const std::string& given_name) {
        Person changed = load(child);
        changed.given_name = given_name;
        must(front_door, [&](Work& work) -> Result<Person> { return record_person(work, changed); });
    }
    /// Older than the cohort, or back in it.
    void born(PersonId child, std::string_view on) {
        Person changed = load(child);
        changed.date_of_birth = parse_date(on);
        must(front_door, [&](Work& work) -> Result<Person> { return record_person(work, changed); });
    }
    Person load(PersonId id) {
        return *see([&](store::Reader& reader) { return reader.find<Person>(id); });
    }

    DfeRun build() { return *refresh_submissions(*service, "A test"); }
    outside::Receiver address() const {
        return {receiver.base() + "/children_social_care_data/330/children",
                {{"SupplierKey", "supplier-key"}},
                {receiver.token_url(), "kith-client", "s3cret & more", "children/.default"}};
    }
    DfeRun send(std::function<bool()> stop = {}) {
        outside::HttpClient client(limits);
        outside::Sender sender(
            address(), [&](const outside::HttpPost& post) { return client.post(post); },
            [&](std::chrono::seconds wait) { waits.push_back(wait); }, [this] { return now; });
        return *send_submissions(*service,
                                 {.by = "A test",
                                  .post = [&](const std::string& json,
                                              std::size_t count) { return cli::understand(sender.send(json), count); },
                                  .stop = std::move(stop)});
    }

    DfeSubmission row(PersonId child) { return rows<DfeSubmission>("WHERE child = $1", child).at(0); }
    std::size_t with(SubmissionStatus status) { return rows<DfeSubmission>("WHERE status = $1", status).size(); }
    /// What the whole payloads of all children would leave there.
    tests::Held meant() {
        tests::Held held;
        for (const DfeSubmission& each : rows<DfeSubmission>("WHERE payload <> '' ORDER BY child"))
            tests::merge(held, parse_json(each.payload)->as_object());
        return held;
    }
};

}  // namespace

TEST(DailyApi, tells_of_every_child_once_in_messages_of_100_and_then_of_nobody) {
    World world;
    world.have(230);
    EXPECT_EQ(world.build().added, 230);
    DfeRun run = world.send();
    EXPECT_EQ(run.sent, 230);
    EXPECT_EQ(run.errors, 0);
    EXPECT_THAT(world.receiver.messages, ElementsAre(100, 100, 30));
    EXPECT_THAT(world.receiver.held, SizeIs(230));
    EXPECT_EQ(world.receiver.held, world.meant());
    EXPECT_EQ(world.receiver.tokens, 1);
    std::set<std::string> receipts;
    for (const DfeSubmission& each : world.rows<DfeSubmission>("ORDER BY child"))
        receipts.insert(each.receipt);
    EXPECT_THAT(receipts, SizeIs(230));
    EXPECT_EQ(world.row(world.children[0]).accepted_hash, world.row(world.children[0]).hash);

    EXPECT_EQ(world.build().unchanged, 230);
    EXPECT_EQ(world.send().answer, "Nothing was waiting.");
    EXPECT_THAT(world.receiver.messages, SizeIs(3));
}

TEST(DailyApi, tells_what_changed_takes_back_who_left_and_greets_who_returns) {
    World world;
    world.have(5);
    world.build();
    world.send();
    world.now += 24h;
    world.rename(world.children[1], "Bea");
    world.born(world.children[2], "1990-01-01");
    DfeRun run = world.build();
    EXPECT_EQ(run.updated, 1);
    EXPECT_EQ(run.deleted, 1);
    EXPECT_EQ(run.unchanged, 3);
    EXPECT_EQ(world.build().deleted, 0) << "only once";
    world.send();
    EXPECT_THAT(world.receiver.held, SizeIs(4));
    EXPECT_EQ(world.receiver.held, world.meant());
    EXPECT_THAT(world.receiver.bodies.back(), HasSubstr("\"purge\":true"));
    EXPECT_THAT(world.receiver.bodies.back(), testing::Not(HasSubstr("social_care_episodes")))
        << "nothing else changed";
    EXPECT_EQ(world.build().deleted, 0);
    EXPECT_EQ(world.row(world.children[2]).row, SubmissionRow::deleted);

    world.born(world.children[2], "2018-07-01");
    EXPECT_EQ(world.build().added, 1);
    world.send();
    EXPECT_EQ(world.receiver.held, world.meant());
    EXPECT_THAT(world.receiver.held, SizeIs(5));
}

TEST(DailyApi, takes_back_a_fact_that_is_not_known_any_more) {
    World world;
    world.have(1);
    Person child = world.load(world.children[0]);
    world.must(world.front_door, [&](Work& work) {
        return actions::record_characteristics(work, child.id, child.version, {.disabilities = {Disability::autism}});
    });
    world.build();
    world.send();
    world.must(world.front_door, [&](Work& work) {
        return actions::record_characteristics(work, child.id, world.load(child.id).version, {});
    });
    world.build();
    EXPECT_EQ(world.send().sent, 2) << "emptied, and told anew";
    EXPECT_EQ(world.receiver.held, world.meant());
    EXPECT_EQ(world.with(SubmissionStatus::sent), 1u);
}

TEST(DailyApi, lets_one_bad_child_hold_nobody_back) {
    World world;
    world.have(100);
    world.build();
    world.receiver.refuses = world.row(world.children[37]).number;
    DfeRun run = world.send();
    EXPECT_EQ(run.sent, 99);
    EXPECT_EQ(run.errors, 1);
    EXPECT_LE(run.batches, 15);
    EXPECT_EQ(world.row(world.children[37]).status, SubmissionStatus::error);
    EXPECT_EQ(world.row(world.children[37]).error, "400 [0] is not to our liking");
    EXPECT_EQ(world.row(world.children[37]).in_doubt, "");
    EXPECT_EQ(world.with(SubmissionStatus::sent), 99u);
    world.receiver.refuses.clear();
    EXPECT_EQ(world.send().sent, 1) << "tried again by the next run";
    EXPECT_EQ(world.receiver.held, world.meant());
}

TEST(DailyApi, never_sends_what_would_be_refused_and_says_why) {
    World world;
    world.have(3);
    Person child = world.load(world.children[1]);
    (void)world.store->write({{}, world.now}, [&](store::Writer& writer) -> Result<void> {
        child.ethnicity = "WBRITISH";  // as an older system may have left it
        writer.save(core::happened::person_changed, child.id, child);
        return {};
    });
    DfeRun run = world.build();
    EXPECT_EQ(run.errors, 1);
    EXPECT_EQ(run.added, 2);
    EXPECT_EQ(world.row(child.id).error, "child_details.ethnicity: longer than 4 characters.");
    EXPECT_EQ(world.send().sent, 2);
    EXPECT_EQ(world.build().errors, 1) << "said again until it is put right";
}

TEST(DailyApi, sends_smaller_messages_where_they_are_too_large) {
    World world;
    world.have(100);
    world.build();
    world.receiver.most = 30;
    EXPECT_EQ(world.send().sent, 100);
    EXPECT_EQ(world.receiver.held, world.meant());
}

TEST(DailyApi, understands_one_receipt_for_a_whole_message) {
    World world;
    world.have(3);
    world.build();
    world.receiver.one_receipt_for_all = true;
    EXPECT_EQ(world.send().sent, 3);
    EXPECT_EQ(world.row(world.children[2]).receipt, "6f1c1f0e-8a53-4c62-9d0b-7d0f4c1f2a11");
}

TEST(DailyApi, waits_as_asked_when_the_receiver_is_busy_and_tries_three_times) {
    World world;
    world.have(2);
    world.build();
    world.receiver.next({http::Response::text("Slow down", 429).with("Retry-After", "17")});
    world.receiver.next(500, "Oops");
    EXPECT_EQ(world.send().sent, 2);
    EXPECT_THAT(world.waits, ElementsAre(17s, 10s));
    world.waits.clear();

    world.rename(world.children[0], "Bea");
    world.build();
    for (int i = 0; i < 3; ++i)
        world.receiver.next(503, "Closed\r\nfor the day");
    DfeRun run = world.send();
    EXPECT_EQ(run.sent, 0);
    EXPECT_EQ(run.answer, "503 Closed  for the day");
    EXPECT_THAT(world.waits, ElementsAre(5s, 10s));
    EXPECT_EQ(run.ended_how, store::DfeRunEnd::failed);
    EXPECT_EQ(world.row(world.children[0]).status, SubmissionStatus::pending) << "nothing is wrong with this child";
    EXPECT_EQ(world.row(world.children[0]).error, "");
    EXPECT_EQ(world.send().sent, 1);
    EXPECT_EQ(world.receiver.held, world.meant());
}

TEST(DailyApi, asks_for_a_new_token_once_when_the_old_one_is_not_taken) {
    World world;
    world.have(101);
    world.build();
    world.receiver.next({http::Response::text("Expired", 401)});
    EXPECT_EQ(world.send().sent, 101);
    EXPECT_EQ(world.receiver.tokens, 2);
    EXPECT_THAT(world.waits, IsEmpty());
}

TEST(DailyApi, ends_the_run_when_it_is_not_let_in_and_leaves_the_others_waiting) {
    World world;
    world.have(150);
    world.build();
    world.receiver.next(403, "Not you");
    DfeRun run = world.send();
    EXPECT_EQ(run.batches, 1);
    EXPECT_EQ(run.answer, "403 Not you");
    EXPECT_THAT(world.waits, IsEmpty());
    EXPECT_EQ(run.ended_how, store::DfeRunEnd::failed);
    EXPECT_EQ(world.with(SubmissionStatus::pending), 150u);
    EXPECT_THAT(world.rows<DfeSubmission>("WHERE in_doubt <> ''"), IsEmpty());
    EXPECT_EQ(world.send().sent, 150);
}

TEST(DailyApi, holds_the_record_after_an_answer_that_never_came_and_a_change_meanwhile) {
    World world;
    world.have(3);
    world.build();
    world.limits.total = 300ms;
    for (int i = 0; i < 3; ++i)
        world.receiver.next({http::Response::text("late"), tests::Instead::Message::taken_and_silent});
    DfeRun run = world.send();
    EXPECT_EQ(run.sent, 0);
    EXPECT_THAT(run.answer, HasSubstr("imed out"));
    EXPECT_THAT(world.rows<DfeSubmission>("WHERE in_doubt <> ''"), SizeIs(3));
    world.receiver.release();
    world.limits.total = 30s;
    EXPECT_THAT(world.receiver.held, SizeIs(3)) << "it had arrived";
    world.rename(world.children[0], "Bea");
    world.born(world.children[1], "1990-01-01");
    world.build();
    EXPECT_EQ(world.send().errors, 0);
    EXPECT_THAT(world.receiver.held, SizeIs(2));
    EXPECT_EQ(world.receiver.held, world.meant());
    EXPECT_THAT(world.rows<DfeSubmission>("WHERE in_doubt <> ''"), IsEmpty());
}

TEST(DailyApi, cut_off_between_the_answer_and_its_note_is_simply_run_again) {
    World world;
    world.have(2);
    world.build();
    auto cut_off = [&](const std::string& json, std::size_t) -> returns::dfe_api::Answer {
        auto sent = parse_json(json);
        for (const auto& each : sent->as_array())
            tests::merge(world.receiver.held, each.as_object());
        throw std::runtime_error("the power went");
    };
    EXPECT_THROW((void)send_submissions(*world.service, {.by = "A test", .post = cut_off, .stop = {}}),
                 std::runtime_error);
    EXPECT_EQ(world.send().sent, 2);
    EXPECT_EQ(world.receiver.held, world.meant());
}

TEST(DailyApi, stops_between_two_messages_when_told_to) {
    World world;
    world.have(150);
    world.build();
    int asked = 0;
    DfeRun run = world.send([&] { return ++asked > 1; });
    EXPECT_EQ(run.sent, 100);
    EXPECT_THAT(run.answer, HasSubstr("Stopped by hand"));
    EXPECT_EQ(world.with(SubmissionStatus::pending), 50u);
}

TEST(DailyApi, tells_where_a_child_lives_unless_anybody_must_not_know) {
    World world;
    world.have(2);
    for (PersonId child : world.children)
        world.must(world.front_door, [&](Work& work) {
            return record_place(work, {.person = child, .text = "1 Mill Lane", .postcode = "AB1 2CD"});
        });
    auto place = world.rows<Place>("WHERE person = $1", world.children[1]).at(0);
    world.must(world.manager,
               [&](Work& work) { return keep_place_secret(work, {.place = place.id, .reason = "A refuge"}); });
    world.build();
    EXPECT_THAT(world.row(world.children[0]).payload, HasSubstr("\"postcode\":\"AB1 2CD\""));
    EXPECT_THAT(world.row(world.children[1]).payload, testing::Not(HasSubstr("postcode")));
}

TEST(DailyApi, from_the_command_line_takes_secrets_from_files_and_prints_none) {
    World world;
    world.have(3);
    auto file = [&](const std::string& name, const std::string& text) {
        std::string path = (world.directory / name).string();
        std::ofstream(path) << text;
        return path;
    };
    std::string secret = file("secret", "s3cret & more\n"), key = file("key", "supplier-key\n");
    auto run = [&](std::vector<std::string> arguments) {
        std::istringstream in;
        std::ostringstream out, err;
        cli::Environment environment{[&] { return world.now; }, seeded_ids(9), in, out, err};
        arguments.insert(arguments.end(), {"--data", world.directory.string()});
        int code = cli::run_dfe_api(arguments, environment);
        return std::to_string(code) + ": " + out.str() + err.str();
    };
    std::vector<std::string> send{"send",
                                  "--base",
                                  world.receiver.base(),
                                  "--token-url",
                                  world.receiver.token_url(),
                                  "--scope",
                                  "children/.default",
                                  "--la",
                                  "330",
                                  "--client-id",
                                  "kith-client",
                                  "--secret-file",
                                  secret,
                                  "--supplier-key-file",
                                  key};
    std::string looked_at = (world.directory / "messages").string();
    EXPECT_EQ(run({"build", "--out", looked_at}),
              "0: 3 new, 0 updated, 0 unchanged, 0 deleted, 0 that cannot be sent\n" + looked_at + ": 1 messages\n");
    EXPECT_TRUE(std::filesystem::exists(looked_at + "/batch-0001.json"));
    EXPECT_EQ(run(send), "0: 3 sent, 0 not taken, in 1 messages\n");
    EXPECT_EQ(world.receiver.held, world.meant());

    world.rename(world.children[0], "Bea");
    run({"build"});
    std::ofstream(secret) << "wrong";
    EXPECT_EQ(run(send),
              "1: 0 sent, 0 not taken, in 1 messages\n"
              "The sending failed. What was taken before stays there; the rest goes with the next.\n"
              "No token: the answer was 400\n");
    send[2] = "http://elsewhere.example/api";
    EXPECT_THAT(run(send), HasSubstr("is not an address that begins with https://"));
}
