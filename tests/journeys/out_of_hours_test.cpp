// A night and a weekend over real routes: police protection, an order, the handover list, and the note that the day
// reads.
#include <gtest/gtest.h>

#include "support/small_council.h"
#include "support/visitor.h"

namespace {

using namespace kith;
using tests::SmallCouncil;
using tests::Visitor;

constexpr std::string_view password = "correct horse battery";

http::Form with_moment(http::Form form, const std::string& name, std::string_view date, const std::string& time) {
    std::chrono::year_month_day ymd(*parse_date(date));
    form.add(name + "-day", std::to_string(static_cast<unsigned>(ymd.day())));
    form.add(name + "-month", std::to_string(static_cast<unsigned>(ymd.month())));
    form.add(name + "-year", std::to_string(static_cast<int>(ymd.year())));
    form.add(name + "-time", time);
    return form;
}

class OutOfHours : public ::testing::Test {
  protected:
    SmallCouncil council;
    web::App app{*council.service};
    core::Person amara = council.add_child({.given_name = "Amara", .family_name = "Okafor"});

    OutOfHours() {
        council.let_in({council.worker, council.manager, council.night}, password);
        council.policy.court_out_of_hours = "The duty legal adviser, 01632 960 442";
        council.at("2026-11-20", 23);  // a Friday
    }

    Visitor sign_in(const std::string& name) {
        Visitor visitor(app);
        visitor.sign_in(name, std::string(password));
        return visitor;
    }
    void fill(Visitor& who, const std::string& form, const http::Form& fields) {
        who.open(form);
        ASSERT_EQ(who.status(), 200) << form << who.body();
        who.send(form, fields);
    }
    std::string child() const { return "/children/" + to_text(amara.id); }

    /// On Friday night; the address of its page.
    std::string police_protection(Visitor& night) {
        fill(night, child() + "/emergency-protection",
             with_moment({{"power", "police_protection"}}, "at", "2026-11-20", "22:10"));
        EXPECT_EQ(night.status(), 200) << night.body();
        return night.address().substr(0, night.address().find('?'));
    }
};

TEST_F(OutOfHours, police_protection_asks_for_what_happened_and_when_and_names_everything_else_it_needs) {
    Visitor night = sign_in("sam");
    std::string form = child() + "/emergency-protection";
    night.open(form);
    EXPECT_TRUE(night.sees("value=\"The duty legal adviser, 01632 960 442\"")) << "the policy says whom to ring";
    night.send(form, {{"police", "Inspector Lowe"}});
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("Say what happened.") && night.sees("Say when it happened."));
    EXPECT_TRUE(night.sees("Inspector Lowe"));
    police_protection(night);
    EXPECT_TRUE(night.sees("71 hours left: it lasts until 23 November 2026 at 10:10pm."));
    for (const char* hour : {"22 November 2026 at 10:10pm: 24 hours left", "23 November 2026 at 4:10pm: 6 hours left",
                             "23 November 2026 at 10:00am: The last court sitting before it ends begins"})
        EXPECT_TRUE(night.sees(hour)) << hour;
    night.open(night.find("href=\"(/section-47-enquiries/[^\"]*)\""));
    EXPECT_TRUE(night.sees("The strategy discussion is owed"));
    night.open(form);
    EXPECT_TRUE(night.sees("In force now:"));
    night.send(form, with_moment({{"power", "police_protection"}}, "at", "2026-11-20", "22:10"));
    EXPECT_EQ(night.status(), 422) << "the same twice";
    EXPECT_TRUE(night.sees("is recorded for this child already"));
}

TEST_F(OutOfHours, what_was_not_known_is_completed_a_decision_taken_and_the_end_recorded) {
    Visitor night = sign_in("sam"), manager = sign_in("priya");
    std::string page = police_protection(night);
    manager.open(page + "/facts");
    EXPECT_FALSE(manager.sees("name=\"sealed_until-day\"")) << "there is no order";
    manager.send(page + "/facts", {{"owner", to_text(council.manager.id)},
                                   {"police", "Inspector Lowe, KP 4471"},
                                   {"court_route", "The duty legal adviser"}});
    EXPECT_TRUE(manager.sees("Priya Nair") && !manager.sees("Still needed")) << manager.body();
    fill(manager, page + "/order", {{"decision", "ask_the_court"}});
    EXPECT_EQ(manager.status(), 422);
    EXPECT_TRUE(manager.sees("Give the reasons for this decision."));
    fill(manager, page + "/order", {{"decision", "ask_the_court"}, {"why", "Nobody safe is at home."}});
    EXPECT_TRUE(manager.sees("Nobody safe is at home."));
    council.at("2026-11-21", 12);
    Visitor later = sign_in("priya");
    later.open(page + "/end");
    EXPECT_FALSE(later.sees("value=\"discharged\"")) << "that is of orders";
    later.send(page + "/end", with_moment({{"end", "released"}}, "at", "2026-11-21", "25:00"));
    EXPECT_EQ(later.status(), 422);
    fill(later, page + "/end",
         with_moment({{"end", "released"}, {"why", "With her aunt."}}, "at", "2026-11-21", "11:30"));
    EXPECT_TRUE(later.sees("How it ended") && later.sees("With her aunt.")) << later.body();
    EXPECT_FALSE(later.sees("hours left:"));
    EXPECT_FALSE(council.owes(amara.id, core::Duty::end_police_protection));
}

TEST_F(OutOfHours, an_order_is_recorded_as_sealed_and_a_difference_is_said_and_not_refused) {
    Visitor manager = sign_in("priya");
    http::Form order =
        with_moment({{"power", "emergency_protection_order"}, {"court", "ZX26C004"}}, "at", "2026-11-20", "15:00");
    fill(manager, child() + "/emergency-protection", with_moment(order, "sealed_until", "2026-11-30", "16:00"));
    EXPECT_TRUE(manager.sees("The order says 30 November 2026 at 4:00pm.")) << manager.body();
    EXPECT_TRUE(manager.sees("No order is longer than 8 days."));
    EXPECT_TRUE(manager.sees("it lasts until 30 November 2026 at 4:00pm."));
}

TEST_F(OutOfHours, the_handover_list_leads_to_each_child_and_why_and_is_in_the_access_log) {
    Visitor night = sign_in("sam");
    night.open("/out-of-hours");
    EXPECT_TRUE(night.sees("Nothing runs for any child now."));
    police_protection(night);
    night.open("/out-of-hours");
    EXPECT_TRUE(night.sees("Amara Okafor"));
    EXPECT_TRUE(night.sees("The day is back on 23 November 2026 at 9:00am."));
    EXPECT_TRUE(night.sees("Police protection until 23 November 2026 at 10:10pm"));
    EXPECT_TRUE(night.sees("Section 47 enquiry open since 20 November 2026"));
    auto seen = council.look([&](store::Reader& reader) {
        return *reader.scalar<std::int64_t>(
            "SELECT count(*) FROM access_log a JOIN access_person p ON p.access_sequence = a.sequence WHERE a.action = "
            "'/out-of-hours'");
    });
    EXPECT_EQ(seen, 1);
    Visitor worker = sign_in("dana");
    worker.open("/out-of-hours");
    EXPECT_EQ(worker.status(), 403);
}

TEST_F(OutOfHours, a_note_back_stands_in_the_workers_list_until_the_day_has_taken_over) {
    Visitor night = sign_in("sam");
    std::string form = child() + "/out-of-hours-note";
    fill(night, form, {{"needed", "Ring Grace first thing."}});
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("Ring Grace first thing."));
    fill(night, form, {{"happened", "Grace rang at 10pm. All quiet by 11."}, {"needed", "Ring Grace first thing."}});
    EXPECT_TRUE(night.sees("All quiet by 11.")) << "the note itself is what comes next";
    EXPECT_FALSE(night.sees("I have read this")) << "the night cannot take over from itself";
    council.at("2026-11-23", 8);
    Visitor worker = sign_in("dana");
    worker.open("/my-work");
    EXPECT_TRUE(worker.sees("Read what was done out of hours")) << worker.body();
    EXPECT_TRUE(worker.sees("1 hour left: by 23 November 2026 at 9:00am.")) << worker.body();
    std::string note = worker.find("href=\"(/out-of-hours-notes/[^\"]*)\"");
    worker.open(note);
    EXPECT_TRUE(worker.sees("All quiet by 11.") && worker.sees("Ring Grace first thing."));
    worker.send(note + "/read", {});
    EXPECT_TRUE(worker.sees("23 November 2026 at 8:00am, by Dana Whitlock")) << worker.body();
    EXPECT_FALSE(worker.sees("I have read this"));
    EXPECT_FALSE(council.owes(amara.id, core::Duty::read_out_of_hours_note));
}

}  // namespace
