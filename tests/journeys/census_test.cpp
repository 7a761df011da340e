// A child's census findings beside the record: explained by the worker, answered by the data team, counted for the
// team; over the real routes.
#include <gtest/gtest.h>

#include "actions/front_door.h"
#include "actions/import_census.h"
#include "actions/receive_contact.h"
#include "actions/referral.h"
#include "returns/cin/read.h"
#include "store/access_store.h"
#include "store/conference_store.h"
#include "store/contact_store.h"
#include "store/referral_store.h"
#include "support/census_builder.h"
#include "support/small_council.h"
#include "support/visitor.h"

namespace {

using namespace kith;
using namespace kith::core;
using tests::SmallCouncil;
using tests::Visitor;

constexpr std::string_view password = "correct horse battery";

class Census : public ::testing::Test {
  protected:
    SmallCouncil council;
    web::App app{*council.service};
    Person ada;
    std::string child;

    template <class F>
    auto must(const Actor& actor, F action) {
        auto result = council.as(actor, std::move(action));
        if (!result) throw std::runtime_error(result.error().sentence);
        return *result;
    }

    Census() {
        council.let_in({council.worker, council.manager, council.head, council.chair, council.night}, password);
        Person person;
        person.given_name = "Ada";
        person.family_name = "Example";
        person.date_of_birth = *parse_date("2018-07-01");
        ada = council.keep(person);
        child = "/children/" + to_text(ada.id);
        refer();
        must(council.manager, [&](actions::Work& work) {
            return actions::allocate_worker(work, {ada.id, council.worker.id, council.person(ada.id).version});
        });
    }

    void refer() {
        actions::ReceiveContact command;
        command.contact.reporter = ReporterKind::professional;
        command.contact.agency = "Hospital";
        command.contact.worry = "Very low since the birth";
        command.children.resize(1);
        Contact contact =
            must(council.night, [&](actions::Work& work) { return actions::receive_contact(work, command); });
        auto reported = council.look([&](store::Reader& reader) {
            return reader.list<ContactChild>("WHERE contact = $1 ORDER BY position, id", contact.id);
        });
        Visitor night = sign_in("sam");
        std::string address = "/contacts/" + to_text(contact.id);
        night.open(address + "/children/" + to_text(reported[0].id));
        night.send(night.address(), {{"person", to_text(ada.id)}});
        night.open(address);
        night.send(address + "/decision", {{"decision", "referral"}, {"reasons", "More than advice is needed"}});
        EXPECT_EQ(night.status(), 200) << night.body();
        auto referrals = council.look(
            [&](store::Reader& reader) { return reader.list<Referral>("WHERE child = $1 ORDER BY id", ada.id); });
        ASSERT_EQ(referrals.size(), 1u);
        std::string referral = "/referrals/" + to_text(referrals[0].id);
        night.open(referral);
        night.send(referral + "/decision",
                   {{"decision", "assessment"}, {"reasons", "A small child"}, {"source", "school"}});
        ASSERT_EQ(night.status(), 200) << night.body();
    }

    Visitor sign_in(const std::string& name) {
        Visitor visitor(app);
        visitor.sign_in(name, std::string(password));
        return visitor;
    }
};

TEST_F(Census, what_is_found_is_said_plainly_and_nothing_asks_for_another_date) {
    Visitor worker = sign_in("dana");
    worker.open(child);
    EXPECT_TRUE(worker.sees("For the census"));
    EXPECT_TRUE(worker.sees("It is true as recorded"));
    EXPECT_TRUE(worker.sees("Correct it: "));
    EXPECT_TRUE(worker.sees("What is true stays as it is recorded."));
    for (const char* page : {"", "/census/8540"}) {
        worker.open(child + page);
        EXPECT_EQ(worker.status(), 200) << worker.body();
        for (const char* never : {"change the date", "Change the date", "amend the date", "move the date"})
            EXPECT_FALSE(worker.sees(never)) << page;
    }
    Visitor chair = sign_in("ruth");
    chair.open(child);
    EXPECT_EQ(chair.status(), 200);
    EXPECT_FALSE(chair.sees("For the census")) << "a chair does not work on the child";
    chair.open(child + "/census/8540");
    EXPECT_EQ(chair.status(), 404);
}

TEST_F(Census, a_finding_is_explained_answered_and_counted_apart) {
    Visitor worker = sign_in("dana");
    worker.open(child + "/census/8540");
    worker.send(child + "/census/8540", {{"note", ""}});
    EXPECT_EQ(worker.status(), 422);
    EXPECT_TRUE(worker.sees("Write in a sentence why it is true as it is recorded."));
    worker.send(child + "/census/8540",
                {{"note", "Her parents did not want to say."}, {"version", "of something else"}});
    EXPECT_TRUE(worker.sees("has changed since this page was opened"));
    worker.open(child + "/census/8540");
    worker.send(child + "/census/8540", {{"note", "Her parents did not want to say."}});
    ASSERT_EQ(worker.status(), 200) << worker.body();
    EXPECT_TRUE(worker.sees("Your note is with the data team."));
    EXPECT_TRUE(worker.sees("Sent to the data team on 23 November 2026."));

    Visitor head = sign_in("owen");
    head.open("/returns/readiness");
    ASSERT_EQ(head.status(), 200) << head.body();
    EXPECT_TRUE(head.sees("No figures are kept from a week ago yet."));
    EXPECT_TRUE(head.sees("Counted on 23 November 2026 at ")) << head.body();
    EXPECT_TRUE(head.sees("Every team"));
    EXPECT_TRUE(head.sees("known only as of January 2026"));
    std::string note = head.find("href=\"(/returns/notes/[0-9a-f-]{36})\"");
    head.open(note);
    head.send(note + "/answer", {{"words", ""}});
    EXPECT_TRUE(head.sees("govuk-error-summary")) << "sent empty";
    EXPECT_TRUE(head.sees("Choose an answer."));
    head.send(note + "/answer", {{"answer", "please_correct"}, {"words", ""}});
    EXPECT_TRUE(head.sees("Say what is not right in what is recorded."));
    head.open(note);
    head.send(note + "/answer", {{"answer", "accepted"}, {"words", "Thank you."}});
    ASSERT_EQ(head.status(), 200) << head.body();
    EXPECT_TRUE(head.sees("No note is waiting."));
    worker.open(child);
    EXPECT_TRUE(worker.sees("1 finding is explained."));
}

TEST_F(Census, please_correct_is_a_line_in_my_work_until_the_worker_answers) {
    Visitor worker = sign_in("dana");
    worker.open("/my-work");
    EXPECT_FALSE(worker.sees("The data team asks you to look again"));
    worker.open(child + "/census/8540");
    worker.send(child + "/census/8540", {{"note", "Her parents did not want to say."}});
    Visitor head = sign_in("owen");
    head.open("/returns/readiness");
    std::string note = head.find("href=\"(/returns/notes/[0-9a-f-]{36})\"");
    head.open(note);
    head.send(note + "/answer", {{"answer", "please_correct"}, {"words", "The school says <b>autism</b>."}});
    ASSERT_EQ(head.status(), 200) << head.body();
    worker.open("/my-work");
    ASSERT_TRUE(worker.sees("The data team asks you to look again")) << worker.body();
    EXPECT_TRUE(worker.sees("Ada Example. Correct it: "));
    EXPECT_TRUE(worker.sees("The school says &lt;b&gt;autism&lt;/b&gt;."));
    EXPECT_TRUE(worker.sees(child + "/characteristics#"));
    council.now += std::chrono::hours(1);
    worker.open(child + "/census/8540");
    worker.send(child + "/census/8540", {{"note", "Asked again today: no."}});
    ASSERT_EQ(worker.status(), 200) << worker.body();
    worker.open("/my-work");
    EXPECT_FALSE(worker.sees("The data team asks you to look again")) << "answered";
}

TEST_F(Census, a_conference_has_its_box_too) {
    std::string xml = test::CensusBuilder(2027)
                          .change(
                              "-PreProceedingsandFGDM; Section47/DateOfInitialCPC=2026-07-11; "
                              "ChildProtectionPlans/CPPstartDate=2026-07-11")
                          .xml();
    auto bytes = [&, given = false]() mutable -> std::string_view {
        return std::exchange(given, true) ? std::string_view() : xml;
    };
    actions::ImportedCensus file{"cin-2027.xml", *parse_date("2027-03-31"), council.team.id, {}};
    auto take = [&](const returns::cin::Child& each) {
        must(council.head, [&](actions::Work& work) -> Result<int> {
            actions::import_child(work, each, file);
            return 0;
        });
    };
    ASSERT_TRUE(returns::cin::read_census(
        bytes, {.header = [](const auto&) { return std::string(); }, .child = take, .note = [](const auto&) {}}));
    auto held = council.look([](store::Reader& reader) {
        return *reader.list_first<ConferenceChild>("WHERE kind = 'initial' ORDER BY id");
    });
    must(council.manager, [&](actions::Work& work) {
        return actions::allocate_worker(work, {held.child, council.worker.id, council.person(held.child).version});
    });
    std::string page = "/conferences/" + to_text(held.conference);
    Visitor worker = sign_in("dana");
    worker.open(page);
    ASSERT_EQ(worker.status(), 200) << worker.body();
    EXPECT_TRUE(worker.sees("For the census")) << worker.body();
    EXPECT_TRUE(worker.sees("Rule 8875"));
    Visitor chair = sign_in("ruth");
    chair.open(page);
    EXPECT_EQ(chair.status(), 200);
    EXPECT_FALSE(chair.sees("For the census")) << "a chair does not work on the child";
    worker.open("/my-work");
    EXPECT_TRUE(worker.sees("Was due before it came here on 23 November 2026")) << worker.body();
    EXPECT_TRUE(worker.sees("Nobody here was late with it"));
}

TEST_F(Census, a_manager_sees_the_own_team_and_the_difference_from_last_week) {
    Visitor manager = sign_in("priya");
    manager.open("/returns/readiness");
    ASSERT_EQ(manager.status(), 200) << manager.body();
    EXPECT_TRUE(manager.sees("Meadow team"));
    EXPECT_TRUE(manager.sees("Dana Whitlock"));
    EXPECT_FALSE(manager.sees("/returns/readiness/file"));
    manager.open("/returns/readiness/file");
    EXPECT_EQ(manager.status(), 403);
    manager.open("/returns/readiness/children?rule=8540");
    EXPECT_TRUE(manager.sees("Ada Example"));
    council.at("2026-12-01");
    Visitor later = sign_in("priya");
    later.open("/returns/readiness");
    EXPECT_TRUE(later.sees("No other number than a week ago")) << later.body();
    EXPECT_TRUE(later.sees("Over time"));
    Visitor worker = sign_in("dana");
    worker.open("/returns/readiness");
    EXPECT_EQ(worker.status(), 403);
}

TEST_F(Census, the_file_is_downloaded_and_who_did_is_kept_with_whom_it_shows) {
    AuthorityProfile profile = council.look([](store::Reader& reader) { return actions::authority_profile(reader); });
    profile.dfe_number = "304";
    must(council.head, [&](actions::Work& work) -> Result<AuthorityProfile> {
        work.store.save(happened::authority_described, profile.id, profile);
        return profile;
    });
    Visitor head = sign_in("owen");
    head.open("/returns/readiness/file?year=2027");
    ASSERT_EQ(head.status(), 200) << head.body();
    EXPECT_TRUE(head.sees("<CINreferralDate>2026-11-23</CINreferralDate>"));
    EXPECT_TRUE(head.sees("<LEA>304</LEA>"));
    EXPECT_EQ(head.header("Content-Disposition"), "attachment; filename=\"cin-2027.xml\"");
    EXPECT_THAT(head.header("Cache-Control"), ::testing::HasSubstr("no-store"));
    auto logged = council.look([&](store::Reader& reader) {
        return reader.scalar<std::int64_t>(
            "SELECT count(*) FROM access_log a JOIN access_person p ON p.access_sequence = a.sequence WHERE a.action = "
            "'/returns/readiness/file' AND a.purpose = 'census file' AND p.person_id = $1",
            ada.id);
    });
    EXPECT_EQ(logged, 1);
}

}  // namespace
