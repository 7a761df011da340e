// A nurse reports a concern about two children; the front door sees it, finds out who they are, and decides on time.
#include <gtest/gtest.h>

#include "store/contact_store.h"
#include "support/small_council.h"
#include "support/visitor.h"

namespace {

using namespace kith;
using ::testing::HasSubstr;
using ::testing::Not;
using tests::SmallCouncil;
using tests::Visitor;

constexpr std::string_view password = "correct horse battery";

class Contact : public ::testing::Test {
  protected:
    Contact() { council.let_in({council.night, council.manager, council.worker}, password); }

    /// Reports with every page of the form; the reference.
    std::string report(Visitor& nurse,
                       http::Form children = {{"child-1-given_name", "Amara"}, {"child-1-family_name", "Okafor"}}) {
        nurse.open("/report-a-concern");
        nurse.send("/report-a-concern", {{"reporter", "professional"},
                                         {"danger_now", "yes"},
                                         {"danger_why", "Shouting next door"},
                                         {"go", "next"}});
        children.add("go", "next");
        nurse.send("/report-a-concern", children);
        nurse.send("/report-a-concern", {{"worry", "Mum is very low and the children are not fed."}, {"go", "next"}});
        nurse.send("/report-a-concern", {{"reporter_name", "Asha"}, {"agency", "A&E"}, {"go", "next"}});
        EXPECT_TRUE(nurse.sees("Nothing has been sent yet")) << nurse.body();
        nurse.send("/report-a-concern", {{"go", "send"}});
        return nurse.find("<strong id=\"reference\">([^<]*)</strong>");
    }

    std::string address_of(const std::string& reference) {
        auto contact = council.look(
            [&](store::Reader& reader) { return reader.list<core::Contact>("WHERE reference = $1", reference); });
        EXPECT_EQ(contact.size(), 1u);
        return contact.empty() ? "" : "/contacts/" + to_text(contact.front().id);
    }

    SmallCouncil council;
    web::App app{*council.service};
};

TEST_F(Contact, a_concern_goes_from_anyone_to_a_decision_within_one_working_day) {
    Visitor nurse(app), night(app);
    std::string address = address_of(report(nurse));

    night.sign_in("sam", std::string(password));
    night.open("/front-door");
    EXPECT_THAT(night.body(), HasSubstr("Danger, not taken"));
    EXPECT_THAT(night.body(), HasSubstr("1 working day left"));

    night.open(address);
    night.send(address + "/take", {});
    EXPECT_TRUE(night.sees("You have taken this contact."));
    EXPECT_TRUE(night.sees("the timescale starts here"));

    night.open(night.find("href=\"([^\"]*/children/[^\"]*)\">Search for Amara Okafor"));
    EXPECT_TRUE(night.sees("Nobody of that name is known."));
    night.send(night.address(), {{"person", "new"}});
    EXPECT_TRUE(night.sees("A record was made for the child."));

    night.send(address + "/decision", {{"decision", "signpost"}, {"reasons", "Needs food today"}});
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("Name the service that the family is pointed to."));
    EXPECT_TRUE(night.sees("Needs food today")) << "what was typed is kept";

    night.send(address + "/decision",
               {{"decision", "signpost"}, {"reasons", "Needs food today"}, {"service", "Hartmere food bank"}});
    EXPECT_TRUE(night.sees("The decision is recorded."));
    EXPECT_FALSE(night.sees("Record the decision")) << "a contact is decided once";
}

TEST_F(Contact, a_child_in_danger_is_told_at_every_step_to_call_999_and_asked_about_themself) {
    Visitor child(app);
    child.open("/report-a-concern");
    auto next = [&](http::Form typed) {
        typed.add("go", "next");
        child.send("/report-a-concern", typed);
        EXPECT_TRUE(child.sees("You told us that a child is in danger now.")) << child.body();
    };
    next({{"reporter", "child"}, {"danger_now", "yes"}});
    EXPECT_TRUE(child.sees("If it is about you, write about yourself here."));
    EXPECT_TRUE(child.sees("You, or the child you are worried about"));
    next({{"child-1-given_name", "Tamsin"}});
    next({{"worry", "He hits me"}});
    next({});
    child.send("/report-a-concern", {{"go", "send"}});
    EXPECT_TRUE(child.sees("If someone is in danger, now or later"));
}

TEST_F(Contact, a_strategy_discussion_at_night_is_one_click_away_and_about_all_who_were_reported) {
    Visitor nurse(app), night(app);
    std::string address = address_of(report(nurse, {{"child_count", "2"},
                                                    {"child-1-given_name", "Amara"},
                                                    {"child-1-family_name", "Okafor"},
                                                    {"child-2-age", "about 12"}}));
    night.sign_in("sam", std::string(password));
    night.open(address);
    night.send(address + "/take", {});
    for (std::string_view who : {"Amara Okafor", "Child 2, name not known"}) {
        night.open(address);
        night.open(night.find("href=\"([^\"]*/children/[^\"]*)\">Search for " + std::string(who)));
        night.send(night.address(), {{"person", "new"}});
    }
    night.send(address + "/decision", {{"decision", "strategy_discussion"}});
    EXPECT_TRUE(night.sees("What comes next")) << night.body();
    EXPECT_TRUE(night.sees("open, with no worker yet"));
    night.open(night.find("href=\"([^\"]*/strategy-discussions/new)\""));
    EXPECT_TRUE(night.sees("Reported together; no relation is recorded"));
    std::string other = night.find("name=\"others\"[^>]*value=\"([^\"]*)\"");
    std::chrono::year_month_day today(london_date(council.now));
    night.send(night.address(), {{"others", other},
                                 {"held-day", std::to_string(static_cast<unsigned>(today.day()))},
                                 {"held-month", std::to_string(static_cast<unsigned>(today.month()))},
                                 {"held-year", std::to_string(static_cast<int>(today.year()))},
                                 {"held-time", "8:30"}});
    EXPECT_TRUE(night.sees("What is decided for Amara Okafor?"));
    EXPECT_TRUE(night.sees("What is decided for Child, name not known?"));
}

TEST_F(Contact, a_double_submit_happens_once) {
    Visitor nurse(app);
    nurse.open("/report-a-concern");
    nurse.send("/report-a-concern", {{"reporter", "relative"}, {"go", "next"}});
    nurse.send("/report-a-concern", {{"go", "next"}});
    nurse.send("/report-a-concern", {{"worry", "Left alone at night"}, {"go", "next"}});
    nurse.send("/report-a-concern", {{"go", "next"}});
    http::Form sent;
    for (const auto& [name, value] : nurse.hidden())
        sent.add(name, value);
    sent.add("go", "send");
    nurse.send_exactly("/report-a-concern", sent);
    std::string first = nurse.address();
    nurse.send_exactly("/report-a-concern", sent);
    EXPECT_EQ(nurse.address(), first);
    auto count =
        council.look([](store::Reader& reader) { return reader.scalar<std::int64_t>("SELECT count(*) FROM contact"); });
    EXPECT_EQ(count, 1);
}

TEST_F(Contact, an_impossible_date_is_named_and_nothing_typed_is_lost) {
    Visitor neighbour(app);
    neighbour.open("/report-a-concern");
    neighbour.send("/report-a-concern", {{"reporter", "member_of_public"}, {"go", "next"}});
    neighbour.send("/report-a-concern", {{"child-1-given_name", "Zoë"},
                                         {"child-1-date_of_birth-day", "31"},
                                         {"child-1-date_of_birth-month", "2"},
                                         {"child-1-date_of_birth-year", "2021"},
                                         {"go", "next"}});
    EXPECT_EQ(neighbour.status(), 422);
    EXPECT_TRUE(neighbour.sees("31 2 2021 is not a real date."));
    EXPECT_TRUE(neighbour.sees("aria-invalid=\"true\""));
    EXPECT_TRUE(neighbour.sees("value=\"Zoë\""));
}

TEST_F(Contact, markup_and_every_script_come_back_as_text) {
    Visitor nurse(app), night(app);
    std::string name = "<script>alert(1)</script>";
    std::string address = address_of(report(nurse, {{"child-1-given_name", name}, {"child-1-family_name", "😀 עברית"}}));
    night.sign_in("sam", std::string(password));
    night.open(address);
    EXPECT_FALSE(night.sees(name));
    EXPECT_TRUE(night.sees("&lt;script&gt;alert(1)"));
    EXPECT_TRUE(night.sees("😀 עברית"));
}

TEST_F(Contact, a_field_of_a_megabyte_is_refused_with_a_sentence_and_not_a_fault) {
    Visitor nurse(app);
    nurse.open("/report-a-concern");
    nurse.send("/report-a-concern", {{"reporter", "relative"}, {"go", "next"}});
    nurse.send("/report-a-concern", {{"go", "next"}});
    nurse.send("/report-a-concern", {{"worry", std::string(1'000'000, 'x')}, {"go", "next"}});
    EXPECT_GE(nurse.status(), 400);
    EXPECT_LT(nurse.status(), 500);
}

TEST_F(Contact, a_contact_on_an_open_child_goes_to_its_worker_with_a_read_receipt) {
    core::Person child = council.add_child({.given_name = "Amara", .family_name = "Okafor"});
    Visitor nurse(app), night(app), worker(app);
    std::string address = address_of(report(nurse));
    night.sign_in("sam", std::string(password));
    night.open(address);
    night.open(night.find("href=\"([^\"]*/children/[^\"]*)\">Search for Amara Okafor"));
    night.send(night.address(), {{"person", to_text(child.id)}});
    EXPECT_TRUE(night.sees("A child here is open to a worker"));
    night.send(address + "/decision", {{"decision", "referral"}, {"reasons", "Worrying"}});
    EXPECT_TRUE(night.sees("already open to a worker")) << "never a new referral";
    night.open(address);
    night.send(address + "/pass-to-worker", {});

    worker.sign_in("dana", std::string(password));
    EXPECT_TRUE(worker.sees("New information on your children"));
    worker.open(address);
    worker.send(address + "/read", {});
    EXPECT_TRUE(worker.sees("Marked as read."));
    EXPECT_FALSE(council.owes(child.id, core::Duty::read_contact));
}

TEST_F(Contact, who_was_shown_is_in_the_access_log_before_the_page_is) {
    core::Person child = council.add_child({.given_name = "Amara", .family_name = "Okafor"});
    Visitor worker(app);
    worker.sign_in("dana", std::string(password));
    worker.open("/children/" + to_text(child.id));
    EXPECT_EQ(worker.status(), 200);
    auto looks = council.look([&](store::Reader& reader) {
        return reader.scalar<std::int64_t>(
            "SELECT count(*) FROM access_log JOIN access_person ON access_sequence = sequence "
            "WHERE person_id = $1 AND action = '/children/{id}'",
            child.id);
    });
    EXPECT_EQ(looks, 1);
}

}  // namespace
