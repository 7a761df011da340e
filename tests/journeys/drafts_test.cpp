// Lost work is what hurts most: whatever stops somebody in the middle of a form, their words are there again, for them
// and for nobody else. Over the real routes.
#include <gtest/gtest.h>

#include "actions/authority.h"
#include "actions/draft.h"
#include "actions/front_door.h"
#include "actions/receive_contact.h"
#include "actions/referral.h"
#include "actions/session.h"
#include "store/contact_store.h"
#include "store/desk_store.h"
#include "store/referral_store.h"
#include "support/small_council.h"
#include "support/visitor.h"

namespace {

using namespace kith;
using namespace kith::core;
using namespace std::chrono_literals;
using ::testing::HasSubstr;
using ::testing::Not;
using tests::SmallCouncil;
using tests::Visitor;

constexpr std::string_view password = "correct horse battery";

class Drafts : public ::testing::Test {
  protected:
    Drafts() {
        council.let_in({council.night, council.manager, council.worker, council.head}, password);
        dana.sign_in("dana", std::string(password));
        Person child;
        child.given_name = "Ada";
        child.family_name = "Example";
        ada = council.add_child(child).id;
        form = "/children/" + to_text(ada) + "/strategy-discussions/new";
    }

    /// What kith.js sends while somebody types.
    int type(Visitor& visitor, const std::string& address, const http::Form& fields) {
        http::Form body = fields;
        body.add("draft_of", address);
        visitor.send("/drafts", body);
        return visitor.status();
    }
    void type_information(Visitor& visitor, const std::string& words) {
        visitor.open(form);
        ASSERT_EQ(visitor.status(), 200) << visitor.body();
        ASSERT_EQ(type(visitor, form, {{"information", words}, {"held_as", "meeting"}}), 200) << visitor.body();
    }
    std::size_t drafts() {
        return council.look([](store::Reader& reader) { return reader.list<store::Draft>("").size(); });
    }
    static constexpr auto notice = "You have typing here that is not sent";

    SmallCouncil council;
    std::unique_ptr<web::App> app = std::make_unique<web::App>(*council.service);
    Visitor dana{*app};
    PersonId ada;
    std::string form;
};

TEST_F(Drafts, what_is_typed_is_there_again_on_another_day_and_goes_when_it_is_sent) {
    type_information(dana, "Seen by the nurse. \"Bruises\" & <more>");
    EXPECT_EQ(dana.body(), "Kept at 9:00am");
    council.now += 20min;
    dana.open(form);
    EXPECT_TRUE(dana.sees(notice));
    EXPECT_TRUE(dana.sees("kept on 23 November 2026 at 9:00am"));
    EXPECT_TRUE(dana.sees("Seen by the nurse. &quot;Bruises&quot; &amp; &lt;more&gt;</textarea>"));
    dana.send(form, {{"held_as", "meeting"},
                     {"held-day", "23"},
                     {"held-month", "11"},
                     {"held-year", "2026"},
                     {"held-time", "9:05"},
                     {"police", "joined"},
                     {"health", "joined"},
                     {"information", "Seen by the nurse."}});
    ASSERT_TRUE(dana.sees("Saved.")) << dana.body();
    EXPECT_EQ(drafts(), 0u);
    dana.open(form);
    EXPECT_FALSE(dana.sees(notice));
}

TEST_F(Drafts, without_scripts_a_form_with_errors_is_kept_before_the_answer_leaves) {
    dana.open(form);
    dana.send(form, {{"information", "Half of it"}, {"held-day", "31"}, {"held-month", "2"}, {"held-year", "2026"}});
    EXPECT_EQ(dana.status(), 422);
    EXPECT_TRUE(dana.sees("Half of it"));
    dana.open(form);
    EXPECT_TRUE(dana.sees(notice));
    EXPECT_TRUE(dana.sees("Half of it</textarea>"));
}

TEST_F(Drafts, passwords_and_tokens_are_never_kept) {
    dana.open(form);
    type(dana, form, {{"information", "x"}, {"new_password", "hunter2hunter2"}});
    auto kept = council.look([](store::Reader& reader) { return reader.list<store::Draft>(""); });
    ASSERT_EQ(kept.size(), 1u);
    EXPECT_THAT(kept[0].fields, Not(HasSubstr("hunter2")));
    EXPECT_THAT(kept[0].fields, Not(HasSubstr("csrf")));
    EXPECT_THAT(kept[0].fields, Not(HasSubstr("form_token")));
}

TEST_F(Drafts, nobody_else_sees_it) {
    type_information(dana, "Mine alone");
    Visitor priya(*app);
    priya.sign_in("priya", std::string(password));
    EXPECT_FALSE(priya.sees("Forms I have not sent"));
    priya.open(form);
    ASSERT_EQ(priya.status(), 200);
    EXPECT_FALSE(priya.sees(notice));
    EXPECT_FALSE(priya.sees("Mine alone"));
    priya.open("/drafts/discard?of=" + http::percent_encode(form));
    EXPECT_EQ(priya.status(), 404);
}

TEST_F(Drafts, my_work_lists_it_with_the_child_and_access_that_is_lost_hides_it_until_it_is_back) {
    type_information(dana, "Before the move");
    dana.open("/my-work");
    EXPECT_TRUE(dana.sees("Forms I have not sent"));
    EXPECT_TRUE(dana.sees("href=\"" + form + "\">Strategy discussion about Ada Example</a>. Kept on 23 November 2026"))
        << dana.body();

    auto give_to = [&](StaffId worker, TeamId team) {
        Person child = council.person(ada);
        child.accountable_worker = worker;
        child.team = team;
        ++child.version;
        ASSERT_TRUE(council.as(council.head, [&](actions::Work& work) -> Result<void> {
            work.store.save(happened::worker_allocated, ada, child);
            return {};
        }));
    };
    give_to(council.other_chair.id, council.chairs.id);
    dana.open(form);
    ASSERT_EQ(dana.status(), 404);
    dana.open("/my-work");
    EXPECT_FALSE(dana.sees("Forms I have not sent"));
    EXPECT_FALSE(dana.sees("Ada"));
    dana.open("/drafts/discard?of=" + http::percent_encode(form));
    EXPECT_EQ(dana.status(), 404);
    EXPECT_EQ(drafts(), 1u);

    give_to(council.worker.id, council.team.id);
    dana.open(form);
    EXPECT_TRUE(dana.sees("Before the move</textarea>"));
}

TEST_F(Drafts, a_session_that_ended_loses_nothing) {
    dana.open(form);
    council.now += actions::session_idle + 1h;
    dana.send(form, {{"information", "Two hours of work"}});
    EXPECT_TRUE(dana.sees("You were signed out, so this was not sent. What you typed is kept"));
    EXPECT_FALSE(dana.sees("Two hours of work"));
    dana.send("/sign-in", {{"sign_in_name", "dana"}, {"password", std::string(password)}});
    EXPECT_EQ(dana.address(), form);
    EXPECT_TRUE(dana.sees(notice));
    EXPECT_TRUE(dana.sees("Two hours of work</textarea>"));
}

TEST_F(Drafts, after_a_session_ended_somebody_else_who_signs_in_sees_nothing_of_it) {
    dana.open(form);
    council.now += actions::session_idle + 1h;
    dana.send(form, {{"information", "Two hours of work"}});
    dana.send("/sign-in", {{"sign_in_name", "priya"}, {"password", std::string(password)}});
    EXPECT_EQ(dana.address(), form);
    EXPECT_FALSE(dana.sees("Two hours of work"));
    dana.open("/my-work");
    EXPECT_FALSE(dana.sees("Forms I have not sent"));
}

TEST_F(Drafts, a_form_sent_while_somebody_else_is_signed_in_is_nobodys) {
    dana.open(form);
    auto fields = dana.hidden();
    dana.sign_in("priya", std::string(password));
    http::Form body{{"information", "Whose words?"}};
    for (const auto& [name, value] : fields)
        if (!body.has(name)) body.add(name, value);
    dana.send_exactly(form, body);
    EXPECT_EQ(dana.status(), 403);
    EXPECT_EQ(drafts(), 0u);
}

TEST_F(Drafts, a_form_from_before_signing_in_again_is_not_sent_but_kept) {
    dana.open(form);
    http::Form body{{"information", "From the other tab"}};
    for (const auto& [name, value] : dana.hidden())
        if (!body.has(name)) body.add(name, value);
    dana.sign_in("dana", std::string(password));
    dana.send_exactly(form, body);
    EXPECT_EQ(dana.status(), 200);
    EXPECT_TRUE(dana.sees("This was not sent, because you signed in again meanwhile."));
    EXPECT_TRUE(dana.sees("From the other tab</textarea>"));
}

TEST_F(Drafts, signing_out_and_back_in_finds_it) {
    type_information(dana, "Before lunch");
    dana.open("/my-work");
    dana.send("/sign-out", {});
    dana.sign_in("dana", std::string(password));
    EXPECT_TRUE(dana.sees("Forms I have not sent"));
    dana.open(form);
    EXPECT_TRUE(dana.sees("Before lunch</textarea>"));
}

TEST_F(Drafts, it_is_there_after_the_program_stopped_in_the_middle) {
    type_information(dana, "Then the power went");
    app.reset();
    council.store.reset();
    council.store = store::Store::open({store::Dialect::sqlite, (council.directory / "kith.sqlite").string(), ""});
    actions::Service again{*council.store,        council.service->rulebook,
                           council.policy,        WorkingDays::england_and_wales(),
                           counting_ids(100'000), [this] { return council.now; }};
    web::App started(again);
    Visitor dana_again(started);
    dana_again.sign_in("dana", std::string(password));
    dana_again.open(form);
    EXPECT_TRUE(dana_again.sees("Then the power went</textarea>"));
}

TEST_F(Drafts, a_disabled_persons_open_form_keeps_nothing) {
    dana.open(form);
    ASSERT_TRUE(
        council.as(Actor{}, [&](actions::Work& work) { return actions::disable_staff(work, council.worker.id); }));
    dana.send(form, {{"information", "Too late"}});
    EXPECT_TRUE(dana.sees("You were signed out. What you sent was not done."));
    EXPECT_EQ(drafts(), 0u);
}

TEST_F(Drafts, a_forged_form_keeps_nothing) {
    dana.send_exactly(form, {{"csrf", "guessed"}, {"form_page", form}, {"information", "Planted"}});
    EXPECT_EQ(dana.status(), 403);
    dana.send_exactly("/drafts", {{"csrf", ""}, {"form_page", form}, {"draft_of", form}, {"information", "Planted"}});
    EXPECT_EQ(dana.status(), 403);
    EXPECT_EQ(drafts(), 0u);
}

TEST_F(Drafts, a_page_that_is_named_elsewhere_leads_nowhere_else) {
    dana.open(form);
    council.now += actions::session_idle + 1h;
    dana.send(form, {{"information", "x"}, {"form_page", "//elsewhere.example/"}});
    EXPECT_THAT(dana.address(), HasSubstr("next=%2Fmy-work"));
}

TEST_F(Drafts, discarding_asks_first_and_shows_what_goes) {
    type_information(dana, "Not needed");
    dana.open(form);
    dana.open(dana.find("href=\"(/drafts/discard[^\"]*)\""));
    EXPECT_TRUE(dana.sees("Not needed"));
    EXPECT_EQ(drafts(), 1u);
    dana.send("/drafts/discard", {{"draft_of", form}});
    EXPECT_TRUE(dana.sees("What you typed is discarded."));
    EXPECT_FALSE(dana.sees("Not needed"));
    EXPECT_EQ(drafts(), 0u);
}

TEST_F(Drafts, a_form_that_is_gone_from_its_page_still_gives_the_words_back) {
    dana.open("/children/" + to_text(ada));
    std::string gone = "/children/" + to_text(ada) + "/birth";
    dana.open(form);
    ASSERT_EQ(type(dana, gone, {{"given_name", "Bea"}, {"form_page", "/children/" + to_text(ada)}}), 200);
    dana.open("/children/" + to_text(ada));
    EXPECT_TRUE(dana.sees("The page has no place for this any more"));
    EXPECT_TRUE(dana.sees("Bea"));
}

TEST_F(Drafts, only_forms_of_staff_are_kept_by_the_script) {
    dana.open(form);
    type(dana, "/report-a-concern", {{"worry", "x"}});
    type(dana, "/sign-in", {{"sign_in_name", "x"}});
    type(dana, "/no-such-page", {{"a", "x"}});
    EXPECT_EQ(drafts(), 0u);
    Visitor anyone(*app);
    anyone.open("/report-a-concern");
    EXPECT_FALSE(anyone.sees("form_page"));
}

// The second editor.

class TwoEditors : public Drafts {
  protected:
    TwoEditors() {
        dana.open(form);
        dana.send(form, {{"held_as", "meeting"},
                         {"held-day", "23"},
                         {"held-month", "11"},
                         {"held-year", "2026"},
                         {"held-time", "9:00"},
                         {"police", "joined"},
                         {"health", "joined"},
                         {"information", "First account"}});
        discussion = dana.address().substr(0, dana.address().find('?'));
        EXPECT_THAT(discussion, HasSubstr("/strategy-discussions/"));
        priya.sign_in("priya", std::string(password));
    }
    Visitor priya{*app};
    std::string discussion;
};

TEST_F(TwoEditors, the_second_sees_both_texts_and_saves_what_they_make_of_them) {
    dana.open(discussion);
    priya.open(discussion);
    council.now += 5min;
    dana.send(discussion + "/record", {{"information", "What Dana heard"}, {"actions", "Visit today"}});
    ASSERT_TRUE(dana.sees("Saved.")) << dana.body();
    priya.send(discussion + "/record", {{"information", "What Priya heard"}, {"actions", "Visit today"}});
    EXPECT_EQ(priya.status(), 409);
    EXPECT_THAT(priya.body(), HasSubstr("<title>Error: "));
    EXPECT_THAT(priya.body(), HasSubstr("Changed by Dana Whitlock on 23 November 2026 at 9:05am."));
    EXPECT_THAT(priya.body(), HasSubstr("<dt>What is saved now</dt><dd class=\"kith-words\">What Dana heard</dd>"));
    EXPECT_THAT(priya.body(), HasSubstr("<dt>What you typed</dt><dd class=\"kith-words\">What Priya heard</dd>"));
    EXPECT_THAT(priya.body(), HasSubstr("What Priya heard</textarea>"));
    EXPECT_THAT(priya.body(), Not(HasSubstr("<dd class=\"kith-words\">Visit today</dd>"))) << "only what differs";
    priya.send(discussion + "/record", {{"information", "Both of it"}, {"actions", "Visit today"}});
    ASSERT_TRUE(priya.sees("Saved.")) << priya.body();
    EXPECT_TRUE(priya.sees("Both of it"));
    EXPECT_EQ(drafts(), 0u);
}

TEST_F(TwoEditors, a_draft_typed_before_somebody_elses_change_comes_back_with_both_texts) {
    priya.open(discussion);
    type(priya, discussion + "/record", {{"information", "Typed and left"}});
    dana.open(discussion);
    dana.send(discussion + "/record", {{"information", "Saved meanwhile"}});
    priya.open(discussion);
    EXPECT_EQ(priya.status(), 200);
    EXPECT_THAT(priya.body(), HasSubstr("Changed by Dana Whitlock"));
    EXPECT_THAT(priya.body(), HasSubstr("Saved meanwhile</dd>"));
    EXPECT_THAT(priya.body(), HasSubstr("Typed and left</textarea>"));
}

}  // namespace
