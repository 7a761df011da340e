// A mother with postnatal depression is seen in A&E. Her baby and her daughter of five become children in need with a
// plan, a school nurse and counselling, and the work ends well: over the real routes, as each person does it.
#include <gtest/gtest.h>

#include "actions/front_door.h"
#include "actions/receive_contact.h"
#include "store/assessment_store.h"
#include "store/contact_store.h"
#include "store/need_plan_store.h"
#include "store/referral_store.h"
#include "store/telling_store.h"
#include "support/small_council.h"
#include "support/visitor.h"

namespace {

using namespace kith;
using namespace kith::core;
using ::testing::HasSubstr;
using ::testing::Not;
using tests::SmallCouncil;
using tests::Visitor;

constexpr std::string_view password = "correct horse battery";

class ChildInNeed : public ::testing::Test {
  protected:
    template <class F>
    auto must(const Actor& actor, F action) {
        auto result = council.as(actor, std::move(action));
        if (!result) throw std::runtime_error(result.error().sentence);
        return *result;
    }
    ChildInNeed() {
        council.let_in({council.night, council.manager, council.worker, council.head}, password);
        night.sign_in("sam", std::string(password));
        manager.sign_in("priya", std::string(password));
        worker.sign_in("dana", std::string(password));
        baby = keep("Ada", "2026-07-01");
        sister = keep("Bea", "2021-03-01");
        mother = keep("Carys", "");
        for (PersonId child : {baby, sister})
            must(council.manager, [&](actions::Work& work) {
                return actions::record_relation(work, {.child = child, .other = mother, .kind = RelationKind::mother});
            });
    }

    PersonId keep(const std::string& name, std::string_view born) {
        Person person;
        person.given_name = name;
        person.family_name = "Example";
        person.date_of_birth = parse_date(born);
        return council.keep(person).id;
    }
    template <class Row, class... Values>
    Row newest(std::string_view tail, const Values&... values) {
        auto rows = council.look([&](store::Reader& reader) { return reader.list<Row>(tail, values...); });
        if (rows.empty()) throw std::runtime_error("no row: " + std::string(tail));
        return rows.front();
    }
    http::Form dated(http::Form form, const std::string& name, Date date) {
        std::chrono::year_month_day day(date);
        form.add(name + "-day", std::to_string(static_cast<unsigned>(day.day())));
        form.add(name + "-month", std::to_string(static_cast<unsigned>(day.month())));
        form.add(name + "-year", std::to_string(static_cast<int>(day.year())));
        return form;
    }

    /// A nurse has told us; the front door knows who the children are and accepts a referral for each.
    void refer() {
        actions::ReceiveContact command;
        command.contact.reporter = ReporterKind::professional;
        command.contact.agency = "Hospital";
        command.contact.worry = "Very low since the birth";
        command.children.resize(2);
        Contact contact =
            must(council.night, [&](actions::Work& work) { return actions::receive_contact(work, command); });
        auto reported = council.look([&](store::Reader& reader) {
            return reader.list<ContactChild>("WHERE contact = $1 ORDER BY position, id", contact.id);
        });
        std::string address = "/contacts/" + to_text(contact.id);
        night.open(address + "/children/" + to_text(reported[0].id));
        night.send(night.address(), {{"person", to_text(baby)}});
        night.open(address + "/children/" + to_text(reported[1].id));
        night.send(night.address(), {{"person", to_text(sister)}});
        night.open(address);
        night.send(address + "/decision", {{"decision", "referral"}, {"reasons", "More than advice is needed"}});
        ASSERT_EQ(night.status(), 200) << night.body();
    }
    Referral referral_of(PersonId child) {
        return newest<Referral>("WHERE child = $1 ORDER BY received_at DESC, id DESC", child);
    }
    void assess() {
        std::string address = "/referrals/" + to_text(referral_of(baby).id);
        night.open("/referrals");
        EXPECT_TRUE(night.sees("Ada Example"));
        night.open(address);
        EXPECT_TRUE(night.sees("the timescale starts here"));
        night.send(address + "/decision", {{"decision", "assessment"},
                                           {"reasons", "Two small children"},
                                           {"source", "accident_and_emergency"},
                                           {"same_for", to_text(referral_of(sister).id)}});
        ASSERT_EQ(night.status(), 200) << night.body();
        for (PersonId child : {baby, sister}) {
            manager.open("/children/" + to_text(child));
            manager.send("/children/" + to_text(child) + "/worker", {{"worker", to_text(council.worker.id)}});
            EXPECT_TRUE(manager.sees("The worker is allocated.")) << manager.body();
        }
        assessment = "/assessments/" + to_text(newest<Assessment>("ORDER BY id").id);
    }
    void write(const std::string& section, http::Form fields) {
        worker.open(assessment + section);
        ASSERT_EQ(worker.status(), 200) << worker.body();
        worker.send(assessment + section, fields);
        EXPECT_TRUE(worker.sees("Saved.")) << worker.body();
    }
    void write_everything() {
        write("/family",
              {{"strengths", "Grandmother next door"}, {"culture_religion_language", "Asked: Welsh, chapel"}});
        write("/accounts/" + to_text(mother), {{"account", "I am so tired"}});
        for (PersonId child : {baby, sister})
            write("/children/" + to_text(child), dated({{"seen", "observed"},
                                                        {"observation", "Smiles at her sister"},
                                                        {"analysis", "Help will be enough"},
                                                        {"factors", "4B"},
                                                        {"outcome", "child_in_need"},
                                                        {"grounds", "standard_of_health_or_development"},
                                                        {"outcome_reasons", "The family wants help"}},
                                                       "seen_on", london_date(council.now)));
    }
    void sign_off() {
        worker.open(assessment);
        worker.send(assessment + "/submit", {});
        worker.open("/my-work");
        EXPECT_FALSE(worker.sees("Waits for my decision")) << "the worker is not the authoriser";
        manager.open("/my-work");
        EXPECT_TRUE(manager.sees("Waits for my decision")) << manager.body();
        EXPECT_TRUE(manager.sees("Assessment: Ada Example, Bea Example")) << manager.body();
        EXPECT_TRUE(manager.sees("Put to you by Dana Whitlock on " + long_date(london_date(council.now))));
        manager.open(assessment);
        manager.send(assessment + "/sign-off", {{"reasons", "Fair and clear"}, {"answer", "authorise"}});
        ASSERT_TRUE(manager.sees("Saved.")) << manager.body();
    }
    /// The last letter ends what the worker may read: they hear that it is done, not that nothing is there.
    void give_every_letter(ReferralId referral) {
        auto owed = council.look([&](store::Reader& reader) {
            return reader.list<Telling>("WHERE record = $1 AND state = 'owed' ORDER BY id", referral);
        });
        ASSERT_FALSE(owed.empty());
        for (const Telling& each : owed) {
            worker.open("/tellings/" + to_text(each.id));
            EXPECT_TRUE(worker.sees("The letter, to print")) << worker.body();
            worker.send("/tellings/" + to_text(each.id) + "/told",
                        dated({{"state", "given"}, {"how", "in_person"}, {"talk_through", "Thanked us"}}, "told_at",
                              london_date(council.now)));
            ASSERT_EQ(worker.status(), 200) << worker.body();
        }
        EXPECT_TRUE(worker.sees("Nothing more is owed for this child")) << worker.body();
    }
    std::string plan_of(PersonId child) {
        return "/child-in-need-plans/" + to_text(newest<NeedPlan>("WHERE child = $1 ORDER BY id", child).id);
    }

    SmallCouncil council;
    web::App app{*council.service};
    Visitor night{app}, manager{app}, worker{app};
    PersonId baby, sister, mother;
    std::string assessment;
};

TEST_F(ChildInNeed, from_the_hospital_to_a_plan_that_everyone_ends_together) {
    refer();
    assess();
    council.now += std::chrono::hours(24 * 7);
    for (Visitor* each : {&night, &manager, &worker})
        each->cookie.clear();
    manager.sign_in("priya", std::string(password));
    worker.sign_in("dana", std::string(password));
    write_everything();
    sign_off();

    std::string plan = plan_of(sister);
    Date today = london_date(council.now);
    worker.open(plan + "/meeting");
    worker.send(plan + "/meeting", dated(dated({{"family_wants", "Sleep, and someone to talk to"},
                                                {"child_wants", "Mummy to play"},
                                                {"already_helps", "Grandmother"}},
                                               "met_on", today),
                                         "next_review", today + std::chrono::days(42)));
    ASSERT_TRUE(worker.sees("Saved.")) << worker.body();
    worker.open(plan + "/members/new");
    worker.send(plan + "/members/new", {{"person", to_text(mother)}, {"part", "Mother"}, {"agreement", "agrees"}});
    EXPECT_TRUE(worker.sees("Carys Example"));
    worker.open(plan + "/members/new");
    worker.send(plan + "/members/new", {{"name", "School nurse"}, {"agreement", "agrees"}});
    worker.open(plan + "/actions/new");
    worker.send(
        plan + "/actions/new",
        dated({{"outcome", "Carys can cope"}, {"action", "Weekly counselling"}, {"owner", "Counselling service"}}, "by",
              today + std::chrono::days(30)));
    EXPECT_TRUE(worker.sees("Weekly counselling")) << worker.body();
    std::string beside = worker.find("href=\"([^\"]*/actions/new\\?for=[^\"]*)\"");
    worker.open(beside);
    EXPECT_TRUE(worker.sees("Carys can cope")) << "what it is for is filled in";
    worker.send(plan + "/actions/new",
                dated({{"outcome", "Carys can cope"}, {"action", "A friend on Fridays"}, {"owner", "Grandmother"}},
                      "by", today + std::chrono::days(30)));
    std::string settle = worker.find("href=\"(" + plan + "/actions/[0-9a-f-]{36})\"");
    worker.open(settle);
    worker.send(settle, dated({{"state", "dropped"}, {"progress", ""}}, "on", today));
    EXPECT_EQ(worker.status(), 422) << "a reason is asked for";
    worker.send(settle, dated({{"state", "dropped"}, {"progress", "She said no."}}, "on", today));
    EXPECT_TRUE(worker.sees("She said no."));
    worker.open(plan + "/versions");
    EXPECT_TRUE(worker.sees("A friend on Fridays")) << worker.body();
    std::string version = worker.find("href=\"(" + plan + "/versions/2)\"");
    worker.open(version);
    EXPECT_TRUE(worker.sees("Sleep, and someone to talk to"));
    EXPECT_FALSE(worker.sees("A friend on Fridays")) << "the plan as it stood";
    worker.open(plan + "/versions/99");
    EXPECT_EQ(worker.status(), 404);
    worker.open(plan + "/visits/new");
    worker.send(plan + "/visits/new",
                dated({{"seen", "seen_alone"}, {"note", "Showed me her drawing"}}, "visited_on", today));
    EXPECT_TRUE(worker.sees("Showed me her drawing"));
    worker.open("/children/" + to_text(sister));
    EXPECT_TRUE(worker.sees("Child in need plan")) << worker.body();
    EXPECT_TRUE(worker.sees("Today, " + long_date(today)));

    worker.open(plan + "/reviews/new");
    worker.send(
        plan + "/reviews/new",
        dated({{"progress", "Counselling is done"}, {"decision", "ends"}, {"reasons", "All agree"}}, "held_on", today));
    EXPECT_EQ(worker.status(), 422);
    EXPECT_TRUE(worker.sees("Write the family&#39;s view") || worker.sees("Write the family's view") ||
                worker.sees("family view") || worker.sees("view in their words"))
        << worker.body();
    worker.send(plan + "/reviews/new", dated({{"family_view", "We are all right"},
                                              {"child_view", "Mummy plays"},
                                              {"progress", "Counselling is done"},
                                              {"decision", "ends"},
                                              {"reasons", "All agree"}},
                                             "held_on", today));
    ASSERT_TRUE(worker.sees("Saved.")) << worker.body();
    EXPECT_TRUE(worker.sees("End the plan, as the review decided.")) << worker.body();
    EXPECT_FALSE(worker.sees("Set the day of the next review."));
    worker.open(plan + "/end");
    EXPECT_FALSE(worker.sees("The pregnancy ended")) << "the child is born";
    worker.send(plan + "/end", dated({{"end", "no_longer_needed"}}, "ended_on", today));
    EXPECT_TRUE(worker.sees("Ended")) << worker.body();

    std::string referral = "/referrals/" + to_text(referral_of(sister).id);
    worker.open(referral + "/closure/new");
    worker.send(referral + "/closure/new", dated({{"reason", "no_longer_in_need"},
                                                  {"why", "The family has what it wants"},
                                                  {"family_view", "Glad"},
                                                  {"child_view", "Happy"},
                                                  {"services_that_stay", "School nurse"},
                                                  {"how_to_come_back", "Ring us"}},
                                                 "closes_on", today));
    ASSERT_TRUE(worker.sees("With the manager")) << worker.body();
    EXPECT_FALSE(worker.sees("value=\"close\"")) << "the worker is not the authoriser";
    manager.open("/my-work");
    EXPECT_TRUE(manager.sees("Closing: Bea Example")) << manager.body();
    manager.open(referral);
    std::string closure = manager.find("action=\"(/closures/[^\"]*)\"");
    manager.send(closure, {{"closing_reasons", "Agreed"}, {"answer", "close"}});
    EXPECT_TRUE(manager.sees("Letter about closing")) << manager.body();
    std::string letters = manager.find("href=\"(/letters/closing/[^\"]*)\"");
    manager.open(letters);
    std::string letter = manager.find("href=\"(" + letters + "/children/[^\"]*)\"");
    manager.open(letter);
    ASSERT_EQ(manager.status(), 200) << manager.body();
    for (const char* said : {"Why we write", "What happens next", "By when", "Who decided", "If you do not agree",
                             "Who can help", "Ring us", "Printed by <bdi>Priya Nair"})
        EXPECT_TRUE(manager.sees(said)) << said;
    EXPECT_FALSE(manager.sees("Nobody is named as your worker")) << "nobody is to come";
    EXPECT_TRUE(manager.sees("We stop on " + weekday_and_date(today))) << manager.body();
    give_every_letter(referral_of(sister).id);
    manager.open("/letters/a-poem/" + to_text(referral_of(sister).id));
    EXPECT_EQ(manager.status(), 404);
    EXPECT_EQ(referral_of(sister).state, ReferralState::closed);
    EXPECT_EQ(referral_of(baby).state, ReferralState::open) << "each child closes by itself";
}

TEST_F(ChildInNeed, a_manager_sees_everything_missing_at_once_and_the_worker_cannot_sign) {
    refer();
    assess();
    worker.open(assessment);
    worker.send(assessment + "/submit", {});
    EXPECT_FALSE(worker.sees("value=\"authorise\""));
    manager.open(assessment);
    manager.send(assessment + "/sign-off", {{"reasons", "Fair"}, {"answer", "authorise"}});
    EXPECT_EQ(manager.status(), 422);
    EXPECT_THAT(manager.body(), HasSubstr("analysis for Ada Example"));
    EXPECT_THAT(manager.body(), HasSubstr("analysis for Bea Example"));
    EXPECT_THAT(manager.body(), HasSubstr("Fair")) << "what was typed is kept";
}

TEST_F(ChildInNeed, two_people_on_the_same_section_and_the_second_sees_both_texts) {
    refer();
    assess();
    Visitor second(app);
    second.sign_in("priya", std::string(password));
    worker.open(assessment + "/family");
    second.open(assessment + "/family");
    worker.send(assessment + "/family", {{"strengths", "Grandmother next door"}});
    second.send(assessment + "/family", {{"strengths", "A strong little girl"}});
    EXPECT_EQ(second.status(), 409);
    EXPECT_THAT(second.body(), HasSubstr("Grandmother next door"));
    EXPECT_THAT(second.body(), HasSubstr("A strong little girl"));
    second.send(assessment + "/family", {{"strengths", "Grandmother next door. A strong little girl"}});
    EXPECT_TRUE(second.sees("Saved.")) << second.body();
}

TEST_F(ChildInNeed, not_telling_a_father_yet_is_the_managers_decision_and_shows_as_such) {
    PersonId father = keep("Dylan", "");
    must(council.manager, [&](actions::Work& work) {
        return actions::record_relation(work, {.child = baby, .other = father, .kind = RelationKind::father});
    });
    refer();
    assess();
    write_everything();
    write("/accounts/" + to_text(father), {{"not_obtained_why", "Not safe to ask yet"}});
    sign_off();
    std::string copy =
        "/tellings/" + to_text(newest<Telling>("WHERE who = $1 AND owed = 'assessment_copy' ORDER BY id", father).id);
    worker.open(copy);
    EXPECT_FALSE(worker.sees("Decide how this person may see it"));
    manager.open(copy);
    manager.send(copy + "/showing", {{"showing", "not_yet"}, {"reason_in_words", "He has threatened her"}});
    EXPECT_EQ(manager.status(), 422);
    EXPECT_THAT(manager.body(), HasSubstr("Choose the reason for not telling yet"));
    manager.send(copy + "/showing", dated({{"showing", "not_yet"},
                                           {"reason", "serious_harm_to_another"},
                                           {"reason_in_words", "He has threatened her"}},
                                          "review_on", london_date(council.now) + std::chrono::days(14)));
    EXPECT_TRUE(manager.sees("Decision not to tell yet")) << manager.body();
    worker.open(assessment);
    EXPECT_THAT(worker.body(), HasSubstr("Decision not to tell yet"));
    worker.open(copy);
    EXPECT_TRUE(worker.sees("Do not give this to Dylan Example yet")) << "before the form that records it as given";
    EXPECT_FALSE(worker.sees("The letter, to print"));
}

TEST_F(ChildInNeed, markup_in_every_field_stays_text) {
    refer();
    assess();
    std::string hostile = "<script>alert(1)</script>";
    write("/family", {{"strengths", hostile},
                      {"difficulties", hostile},
                      {"culture_religion_language", hostile},
                      {"professionals", hostile}});
    write("/accounts/" + to_text(mother), {{"account", hostile}});
    worker.open(assessment);
    EXPECT_THAT(worker.body(), Not(HasSubstr(hostile)));
    EXPECT_THAT(worker.body(), HasSubstr("&lt;script&gt;"));
}

}  // namespace
