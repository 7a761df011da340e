// A day at the front door: what is owed in plain sentences, a call written down, a child found or named.
#include "journeys/duty_worker.h"

#include "actions/front_door.h"
#include "actions/my_work.h"
#include "actions/transfer_in.h"
#include "store/contact_store.h"
#include "store/referral_store.h"

namespace {

using namespace kith;
using tests::DutyWorker;
using tests::password;
using tests::SmallCouncil;
using tests::Visitor;

/// Counts what is asked of a database.
class Counting : public store::Connection {
  public:
    explicit Counting(store::Connection& inner) : inner_(inner) {}
    store::Dialect dialect() const override { return inner_.dialect(); }
    void each(std::string_view sql, std::span<const store::Value> values, store::RowVisitor visit) override {
        ++asked;
        inner_.each(sql, values, visit);
    }
    std::int64_t run(std::string_view sql, std::span<const store::Value> values) override {
        return inner_.run(sql, values);
    }
    void script(std::string_view sql) override { inner_.script(sql); }
    int asked = 0;

  private:
    store::Connection& inner_;
};

/// How often a look-up asks.
int asked(SmallCouncil& council, const std::function<void(store::Reader&)>& lookup) {
    return council.look([&](store::Reader& reader) {
        Counting counting(reader.connection());
        store::Reader counted(counting);
        lookup(counted);
        return counting.asked;
    });
}

TEST_F(DutyWorker, my_work_says_what_to_do_and_about_whom) {
    std::string contact = two_children();
    night.open(contact);
    night.send(contact + "/take", {});
    night.open("/my-work");
    EXPECT_TRUE(night.sees("Decide what happens with this contact")) << night.body();
    EXPECT_TRUE(night.sees("Tell whoever reported that it reached us"));
    EXPECT_TRUE(night.sees("Amara and Kofi Okafor"));
}

TEST_F(DutyWorker, lists_cost_as_many_look_ups_for_many_lines_as_for_one) {
    auto front_door = [&](store::Reader& reader) {
        EXPECT_FALSE(actions::waiting_contacts(*council.service, reader).empty());
    };
    auto my_work = [&](store::Reader& reader) {
        EXPECT_FALSE(actions::my_work(*council.service, reader, council.night, london_date(council.now))->mine.empty());
    };
    std::string first = two_children();
    night.open(first);
    night.send(first + "/take", {});
    int door_once = asked(council, front_door), work_once = asked(council, my_work);
    for (int i = 0; i < 4; ++i) {
        std::string contact = two_children();
        night.open(contact);
        night.send(contact + "/take", {});
    }
    EXPECT_EQ(asked(council, front_door), door_once);
    EXPECT_EQ(asked(council, my_work), work_once);
}

TEST_F(DutyWorker, a_call_is_written_down_later_and_the_timescale_starts_when_it_came) {
    council.at("2026-11-23", 9);
    std::string contact = record({{"reporter", "child"},
                                  {"reporter_name", "Ife"},
                                  {"worry", "I do not want to go home tonight."},
                                  {"received_at-day", "20"},
                                  {"received_at-month", "11"},
                                  {"received_at-year", "2026"},
                                  {"received_at-time", "16:30"}});
    EXPECT_TRUE(night.sees("The contact is recorded.")) << night.body();
    EXPECT_TRUE(night.sees("20 November 2026 at 4:30pm – the timescale starts here"));
    EXPECT_TRUE(night.sees("Call or visit taken by"));
    EXPECT_TRUE(night.sees("I do not want to go home tonight."));
    auto duties = council.look([&](store::Reader& reader) {
        return reader.list<core::OpenDuty>("WHERE duty = 'decide_contact' ORDER BY id");
    });
    ASSERT_EQ(duties.size(), 1u);
    EXPECT_EQ(iso(duties[0].due), "2026-11-23") << "one working day from Friday, not from when it was typed in";
}

TEST_F(DutyWorker, a_call_from_tomorrow_or_without_words_stays_on_the_form_with_every_error) {
    council.at("2026-11-23", 9);
    record({{"reporter", "relative"},
            {"reporter_name", "Ruth Kept"},
            {"received_at-day", "24"},
            {"received_at-month", "11"},
            {"received_at-year", "2026"},
            {"received_at-time", "half past"}});
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("Tell us what is happening, in a few words or more."));
    EXPECT_TRUE(night.sees("Give the time as hours and minutes, such as 14:30."));
    EXPECT_TRUE(night.sees("Ruth Kept")) << "what was typed is kept";
    record({{"reporter", "relative"},
            {"worry", "Left alone"},
            {"received_at-day", "24"},
            {"received_at-month", "11"},
            {"received_at-year", "2026"},
            {"received_at-time", "9:00"}});
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("cannot be in the future"));
}

TEST_F(DutyWorker, a_child_whom_nobody_named_is_added_to_the_contact_and_can_then_be_referred) {
    std::string address = record({{"reporter", "member_of_public"}, {"worry", "Crying every night next door."}});
    night.send(address + "/take", {});
    night.send(address + "/decision", {{"decision", "referral"}, {"reasons", "Every night for a week."}});
    EXPECT_TRUE(night.sees("Add the child first"));
    night.open(address);
    EXPECT_TRUE(night.sees("No child was named."));
    EXPECT_TRUE(night.sees(address + "/children/new"));
    night.open(address + "/children/new");
    night.send(address + "/children/new", {{"child-1-given_name", "Fern"}, {"child-1-date_of_birth-day", "40"}});
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("value=\"Fern\""));
    night.send(address + "/children/new", {{"child-1-given_name", "Fern"}, {"child-1-date_of_birth-day", ""}});
    EXPECT_TRUE(night.sees("The child is added."));
    night.open(night.find("href=\"(/contacts/[^\"]*/children/[0-9a-f-]{36})\""));
    night.send(night.address(), {{"person", "new"}});
    night.send(address + "/decision", {{"decision", "referral"}, {"reasons", "Every night for a week."}});
    EXPECT_TRUE(night.sees("The decision is recorded."));
    night.open(address + "/children/new");
    night.send(address + "/children/new", {{"child-1-given_name", "Too late"}});
    EXPECT_TRUE(night.sees("already dealt with"));
}

TEST_F(DutyWorker, the_timeline_says_who_reported_and_apart_from_that_who_said_which_child_it_is) {
    Visitor neighbour(app);
    neighbour.open("/report-a-concern");
    neighbour.send("/report-a-concern", {{"reporter", "relative"}, {"go", "next"}});
    neighbour.send("/report-a-concern",
                   {{"child-1-given_name", "Amara"}, {"child-1-family_name", "Okafor"}, {"go", "next"}});
    neighbour.send("/report-a-concern", {{"worry", "Left alone at night"}, {"go", "next"}});
    neighbour.send("/report-a-concern", {{"reporter_name", "Ruth Withheld"},
                                         {"relation_to_child", "Her mother’s sister"},
                                         {"may_name_reporter", "no"},
                                         {"go", "next"}});
    neighbour.send("/report-a-concern", {{"go", "send"}});
    std::string reference = neighbour.find("<strong id=\"reference\">([^<]*)</strong>");
    std::string address = council.look([&](store::Reader& reader) {
        return "/contacts/" + to_text(reader.list<core::Contact>("WHERE reference = $1", reference).front().id);
    });
    core::PersonId child = identify_as_new(address, "Amara Okafor");
    auto entries = council.look([&](store::Reader& reader) {
        return reader.list<core::TimelineEntry>("WHERE child = $1 AND about = 'contact' ORDER BY happened_at, id",
                                                child);
    });
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].title, "Contact received: Relative");
    EXPECT_TRUE(entries[0].recorded_by.is_nil()) << "nobody here wrote that";
    EXPECT_EQ(entries[1].recorded_by, council.night.id);
    EXPECT_EQ(entries[1].title, "Identified as the child of contact " + reference);
    night.open("/children/" + to_text(child));
    EXPECT_TRUE(night.sees("the public form"));
    EXPECT_TRUE(night.sees("href=\"" + address + "\">Contact received: Relative</a>")) << "a line leads to its record";
    EXPECT_FALSE(night.sees("Ruth Withheld"));
    EXPECT_FALSE(night.sees("mother’s sister"));
}

TEST_F(DutyWorker, a_choice_left_out_is_asked_for_beside_its_field) {
    std::string contact = two_children();
    night.open(contact);
    std::string search = night.find("href=\"([^\"]*/children/[^\"]*)\">Search for Amara Okafor");
    night.open(search);
    night.send(search, {});
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("Choose who this is, or that it is somebody new."));
    EXPECT_TRUE(night.sees("Somebody new: make a record from what was reported"));
    core::PersonId child = identify_as_new(contact, "Amara Okafor");
    night.open("/children/" + to_text(child));
    night.send("/children/" + to_text(child) + "/worker", {{"worker", ""}});
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("Choose a worker from the list."));
    EXPECT_TRUE(night.sees("<details class=\"govuk-details kith-not-printed\" open>"));
}

TEST_F(DutyWorker, what_is_owed_for_brothers_and_sisters_by_the_same_day_is_one_line_that_leads_to_each) {
    std::vector<core::Person> children;
    for (const char* name : {"Amara", "Kofi", "Zuri", "Tom"})
        children.push_back(council.add_child({.given_name = name, .family_name = "Okafor"}));
    for (std::size_t i : {1, 2})  // Tom has the same name, and is no brother
        ASSERT_TRUE(council.as(council.manager, [&](actions::Work& work) {
            return actions::record_relation(
                work, {.child = children[i].id, .other = children[i - 1].id, .kind = core::RelationKind::sibling});
        }));
    for (const core::Person& child : children) {
        core::TransferIn news{.child = child.id, .from_authority = "Brackenshire", .told_on = london_date(council.now)};
        ASSERT_TRUE(
            council.as(council.worker, [&](actions::Work& work) { return actions::notify_transfer_in(work, news); }));
    }
    Visitor dana(app);
    dana.sign_in("dana", std::string(password));
    dana.open("/my-work");
    std::string table = dana.body().substr(0, dana.body().find("My children"));
    auto lines = [&](std::string_view text) {
        std::size_t count = 0;
        for (std::size_t at = table.find(text); at != std::string::npos; at = table.find(text, at + 1))
            ++count;
        return count;
    };
    EXPECT_EQ(lines("data-label=\"What\""), 2u) << table;
    for (const core::Person& child : children)
        EXPECT_EQ(lines("href=\"/children/" + to_text(child.id) + "/transfer-in\""), 1u) << child.given_name;
    auto shown = council.look([&](store::Reader& reader) {
        return *reader.scalar<std::int64_t>("SELECT count(DISTINCT person_id) FROM access_person");
    });
    EXPECT_EQ(shown, 4) << "each of them is in the access log";
}

TEST_F(DutyWorker, children_reported_together_are_one_line_though_nobody_has_recorded_that_they_are_related) {
    auto add_child_of = [&](std::string name, const core::ContactId& contact) {
        core::Person child = council.add_child({.given_name = std::move(name), .family_name = "Okafor"});
        auto done = council.as(council.manager, [&](actions::Work& work) -> Result<core::TransferIn> {
            core::Referral referral{.id = work.new_id<core::ReferralId>(), .child = child.id, .contact = contact};
            referral.state = core::ReferralState::open;
            work.store.save(core::happened::referral_accepted, referral.id, referral);
            return actions::notify_transfer_in(
                work, {.child = child.id, .from_authority = "Brackenshire", .told_on = work.today});
        });
        EXPECT_TRUE(done) << done.error().sentence;
        return child;
    };
    core::ContactId together(council.service->ids()), alone(council.service->ids());
    for (const char* name : {"Amara", "Kofi", "Zuri"})
        add_child_of(name, together);
    add_child_of("Tom", alone);
    add_child_of("Imported", {});
    add_child_of("Imported too", {});
    for (const auto& [who, page] : {std::pair{"dana", "/my-work"}, std::pair{"priya", "/team-work"}}) {
        Visitor visitor(app);
        visitor.sign_in(who, std::string(password));
        visitor.open(page);
        std::string table = visitor.body().substr(0, visitor.body().find("My children"));
        std::size_t lines = 0;
        for (std::size_t at = table.find("data-label=\"What\""); at != std::string::npos;
             at = table.find("data-label=\"What\"", at + 1))
            ++lines;
        EXPECT_EQ(lines, 4u) << page << ": three together, one alone, two of whom nobody knows how they came";
    }
}

}  // namespace
