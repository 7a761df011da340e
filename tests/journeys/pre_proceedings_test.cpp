// Nights at home stay frightening. After a legal planning meeting a manager starts pre-proceedings; the worker writes
// to the parents, meets them, and it ends with a decision: over the real routes, as each person does it.
#include <gtest/gtest.h>

#include "actions/birth.h"
#include "actions/pre_proceedings.h"
#include "store/pre_proceedings_store.h"
#include "store/process_store.h"
#include "support/small_council.h"
#include "support/visitor.h"

namespace {

using namespace kith;
using namespace kith::core;
using tests::SmallCouncil;
using tests::Visitor;

constexpr std::string_view password = "correct horse battery";

class BeforeCourt : public ::testing::Test {
  protected:
    BeforeCourt() {
        council.let_in({council.night, council.manager, council.worker}, password);
        manager.sign_in("priya", std::string(password));
        worker.sign_in("dana", std::string(password));
        child = council.add_child({.given_name = "Amara", .family_name = "Okafor"});
        child_page = "/children/" + to_text(child.id);
    }

    static http::Form on(const std::string& name, int day, http::Form form) {
        form.add(name + "-day", std::to_string(day));
        form.add(name + "-month", "11");
        form.add(name + "-year", "2026");
        return form;
    }
    static http::Form considered() {
        return on("decided_on", 20,
                  {{"worries", "Nights are frightening."},
                   {"alternatives", "An aunt, more help at home."},
                   {"legal_advice", "The solicitor: write first."},
                   {"family_meeting", "offered"},
                   {"family_meeting_words", "They are thinking about it."}});
    }
    static http::Form letter() {
        return on("sent_on", 21,
                  {{"concerns", "Nights."},
                   {"help_given", "The hub."},
                   {"must_change", "Safe nights for twelve weeks."},
                   {"lawyers", "The list, and legal aid."},
                   {"meeting_offered", "yes"}});
    }
    /// Started by the manager; the address of its page.
    std::string start() {
        fill(manager, child_page + "/pre-proceedings/new", considered());
        std::string address = manager.address();
        return address.substr(0, address.find('?'));
    }
    /// Opens a form and sends it.
    static void fill(Visitor& visitor, const std::string& form_page, const http::Form& form) {
        visitor.open(form_page);
        visitor.send(form_page, form);
    }
    /// From here on it is about a child who is not born yet.
    void expect_a_child() {
        Person unborn;
        unborn.family_name = "Okafor";
        unborn.stage = Stage::unborn;
        unborn.expected_date = Date(std::chrono::year{2027} / 3 / 3);
        child = council.add_child(unborn);
        child_page = "/children/" + to_text(child.id);
    }
    PreProceedings kept() {
        auto rows = council.look([&](store::Reader& reader) { return actions::pre_proceedings_of(reader, child.id); });
        return rows.empty() ? PreProceedings{} : rows.front();
    }

    SmallCouncil council;
    web::App app{*council.service};
    Visitor manager{app}, worker{app};
    Person child;
    std::string child_page;
};

TEST_F(BeforeCourt, a_manager_decides_and_says_what_else_was_considered) {
    worker.open(child_page);
    EXPECT_FALSE(worker.sees("Start pre-proceedings"));
    worker.open(child_page + "/pre-proceedings/new");
    EXPECT_EQ(worker.status(), 403) << "the worker does not decide";
    manager.open(child_page);
    EXPECT_TRUE(manager.sees("Start pre-proceedings"));
    fill(manager, child_page + "/pre-proceedings/new",
         on("decided_on", 20, {{"worries", "Nights."}, {"family_meeting", "held"}}));
    EXPECT_EQ(manager.status(), 422);
    EXPECT_TRUE(manager.sees("Say what else was considered"));
    EXPECT_TRUE(manager.sees("Say who gave legal advice"));
    std::string page = start();
    EXPECT_TRUE(page.starts_with("/pre-proceedings/")) << manager.body();
    EXPECT_TRUE(manager.sees("An aunt, more help at home."));
    EXPECT_TRUE(council.owes(child.id, Duty::send_letter_before_proceedings));
    worker.open(child_page);
    EXPECT_TRUE(worker.sees(page));
    EXPECT_TRUE(worker.sees("Legal planning meeting: pre-proceedings start"));
    EXPECT_TRUE(worker.sees("Give the parents the letter before proceedings"));
}

TEST_F(BeforeCourt, the_letter_is_written_the_parents_are_met_and_a_manager_steps_down) {
    std::string page = start();
    fill(worker, page + "/letter", on("sent_on", 21, {{"concerns", "Nights."}, {"meeting_offered", "yes"}}));
    EXPECT_EQ(worker.status(), 422);
    EXPECT_TRUE(worker.sees("free legal advice"));
    worker.send(page + "/letter", letter());
    EXPECT_TRUE(worker.sees("Safe nights for twelve weeks.")) << worker.body();
    EXPECT_FALSE(council.owes(child.id, Duty::send_letter_before_proceedings));
    EXPECT_EQ(council.owed(child.id, Duty::decide_after_pre_proceedings).due, Date(std::chrono::year{2027} / 3 / 13))
        << "16 weeks after the letter";
    fill(
        worker, page + "/meetings/new",
        on("held_on", 22, {{"parents_view", "We want to."}, {"agreed", "A plan for nights."}, {"lawyer_came", "yes"}}));
    EXPECT_TRUE(worker.sees("A plan for nights.")) << worker.body();
    fill(worker, page + "/family-meeting", on("family_meeting_on", 23, {}));
    EXPECT_EQ(kept().family_meeting_on, Date(std::chrono::year{2026} / 11 / 23));
    worker.open(page + "/end");
    EXPECT_EQ(worker.status(), 403);
    fill(manager, page + "/end", on("ended_on", 23, {{"end", "stepped_down"}}));
    EXPECT_EQ(manager.status(), 422) << "a decision has reasons";
    manager.send(page + "/end", on("ended_on", 23, {{"end", "stepped_down"}, {"why", "Twelve safe weeks."}}));
    EXPECT_TRUE(manager.sees("Twelve safe weeks.")) << manager.body();
    EXPECT_FALSE(council.owes(child.id, Duty::decide_after_pre_proceedings));
    fill(worker, page + "/letter", letter());
    EXPECT_NE(worker.status(), 303) << "it has ended";
    EXPECT_EQ(kept().state, PreProceedingsState::ended);
}

TEST_F(BeforeCourt, an_urgent_application_to_the_court_waits_for_no_letter) {
    std::string page = start();
    http::Form court = on("ended_on", 23, {{"end", "care_proceedings"}, {"why", "He was left alone."}});
    fill(manager, page + "/end", court);
    EXPECT_EQ(manager.status(), 422);
    EXPECT_TRUE(manager.sees("Say why no letter before proceedings was sent"));
    court.add("no_letter_why", "The order was needed that night.");
    manager.send(page + "/end", court);
    EXPECT_TRUE(manager.sees("The order was needed that night.")) << manager.body();
    fill(worker, page + "/court", on("applied_on", 23, {}));
    EXPECT_EQ(kept().applied_on, Date(std::chrono::year{2026} / 11 / 23));
}

TEST_F(BeforeCourt, two_people_who_write_at_once_both_see_both_texts) {
    std::string page = start();
    worker.open(page + "/letter");
    manager.open(page + "/letter");
    manager.send(page + "/letter", letter());
    http::Form other = on("sent_on", 21,
                          {{"concerns", "Something else."},
                           {"help_given", "The hub."},
                           {"must_change", "More."},
                           {"lawyers", "The list."},
                           {"meeting_offered", "no"},
                           {"version", "1"}});
    worker.send(page + "/letter", other);
    EXPECT_EQ(worker.status(), 409);
    EXPECT_TRUE(worker.sees("Something else.") && worker.sees("Safe nights for twelve weeks."));
}

TEST_F(BeforeCourt, a_lost_pregnancy_ends_them_gently_and_stops_every_duty) {
    expect_a_child();
    start();
    ASSERT_EQ(kept().state, PreProceedingsState::started);
    ASSERT_TRUE(
        council.as(council.worker, [&](actions::Work& work) { return actions::end_pregnancy(work, child.id); }));
    EXPECT_EQ(kept().end, PreProceedingsEnd::pregnancy_ended);
    EXPECT_TRUE(council.duties_of(child.id).empty());
}

TEST_F(BeforeCourt, a_twin_who_is_split_off_has_the_same_pre_proceedings) {
    expect_a_child();
    start();
    auto second = council.as(
        council.worker, [&](actions::Work& work) { return actions::split_twins(work, child.id, "Seen at the scan"); });
    ASSERT_TRUE(second);
    PreProceedings first = kept();
    child = *second;
    EXPECT_EQ(kept().decided_on, first.decided_on);
    EXPECT_NE(kept().id, first.id);
    EXPECT_EQ(council.owed(second->id, Duty::send_letter_before_proceedings).record, RawId(kept().id));
}

}  // namespace
