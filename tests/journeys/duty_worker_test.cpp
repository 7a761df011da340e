// A day at the front door: what is owed in plain sentences, a call written down, people put right, reporters answered.
#include <gtest/gtest.h>

#include "actions/front_door.h"
#include "actions/my_work.h"
#include "actions/place.h"
#include "actions/transfer_in.h"
#include "store/contact_store.h"
#include "store/place_store.h"
#include "store/referral_store.h"
#include "store/reporter_answer_store.h"
#include "store/secrets.h"
#include "store/sign_in_store.h"
#include "support/small_council.h"
#include "support/visitor.h"

namespace {

using namespace kith;
using tests::SmallCouncil;
using tests::Visitor;

constexpr std::string_view password = "correct horse battery";

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

class DutyWorker : public ::testing::Test {
  protected:
    DutyWorker() {
        static const std::string hash = store::hash_password(password);
        for (const core::Actor& each : {council.night, council.manager, council.worker})
            (void)council.store->write({{}, council.now}, [&](store::Writer& writer) -> Result<void> {
                writer.put(store::StaffPassword{each.id, hash, council.now});
                return {};
            });
        night.sign_in("sam", std::string(password));
    }

    /// Written down by the duty worker; the address of the contact.
    std::string record(const http::Form& told) {
        night.open("/contacts/new");
        http::Form form{{"go", "record"}, {"channel", "phone"}};
        for (const auto& [name, value] : told.entries())
            form.add(name, value);
        for (const char* name :
             {"heard_by", "received_at-day", "received_at-month", "received_at-year", "received_at-time"})
            if (!form.has(name)) form.add(name, shown(name));
        night.send("/contacts/new", form);
        std::string address = night.address();
        return address.substr(0, address.find('?'));
    }
    /// What the open form has in a field, or chosen in a list.
    std::string shown(const std::string& name) {
        if (name == "heard_by") return to_text(council.night.id);
        return night.find("name=\"" + name + "\"[^>]* value=\"([^\"]*)\"");
    }
    std::string two_children() {
        return record({{"reporter", "professional"},
                       {"agency", "Moorside surgery"},
                       {"agency_role", "Practice nurse"},
                       {"reporter_name", "Asha Invented"},
                       {"worry", "Mum is very low and the children are not fed."},
                       {"child_count", "2"},
                       {"child-1-given_name", "Amara"},
                       {"child-1-family_name", "Okafor"},
                       {"child-2-given_name", "Kofi"},
                       {"child-2-family_name", "Okafor"}});
    }
    core::PersonId identify_as_new(const std::string& contact, const std::string& name) {
        night.open(contact);
        night.open(night.find("href=\"([^\"]*/children/[^\"]*)\">Search for " + name));
        night.send(night.address(), {{"person", "new"}});
        night.open(night.find("This is <a class=\"govuk-link\" href=\"(/children/[^\"]*)\">" + name));
        return *parse_id_as<core::PersonId>(night.address().substr(std::string("/children/").size()));
    }
    int asked(std::function<void(store::Reader&)> lookup) {
        return council.look([&](store::Reader& reader) {
            Counting counting(reader.connection());
            store::Reader counted(counting);
            lookup(counted);
            return counting.asked;
        });
    }

    SmallCouncil council;
    web::App app{*council.service, {}};
    Visitor night{app};
};

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
    int door_once = asked(front_door), work_once = asked(my_work);
    for (int i = 0; i < 4; ++i) {
        std::string contact = two_children();
        night.open(contact);
        night.send(contact + "/take", {});
    }
    EXPECT_EQ(asked(front_door), door_once);
    EXPECT_EQ(asked(my_work), work_once);
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

TEST_F(DutyWorker, a_professional_is_receipted_and_then_told_the_outcome_and_nothing_more) {
    std::string contact = two_children();
    night.open(contact + "/answers/new?what=receipt");
    EXPECT_TRUE(night.sees("It reached us."));
    night.send(contact + "/answers/new", {{"how", "phone"},
                                          {"said", "Thank you, it reached us."},
                                          {"who", "Asha"},
                                          {"told_at-day", "23"},
                                          {"told_at-month", "11"},
                                          {"told_at-year", "2026"},
                                          {"told_at-time", "9:00"}});
    EXPECT_TRUE(night.sees("It is recorded that they were told.")) << night.body();
    night.send(contact + "/answers/new", {{"what", "outcome"},
                                          {"how", "phone"},
                                          {"said", "All is well"},
                                          {"told_at-day", "23"},
                                          {"told_at-month", "11"},
                                          {"told_at-year", "2026"},
                                          {"told_at-time", "9:00"}});
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("Nothing is decided yet."));

    night.open(contact);
    night.send(contact + "/decision", {{"decision", "advice"},
                                       {"reasons", "Grandmother moved in, a secret reason"},
                                       {"told_reporter", "Advice was given to the family."}});
    night.open(contact + "/answers/new?what=outcome");
    EXPECT_TRUE(night.sees("What we decided: Advice given, no further action."));
    EXPECT_TRUE(night.sees("Amara and Kofi Okafor"));
    EXPECT_FALSE(night.sees("secret reason")) << "reasons stay here";
    night.send(contact + "/answers/new", {{"how", "email"},
                                          {"said", "We decided: advice."},
                                          {"told_at-day", "23"},
                                          {"told_at-month", "11"},
                                          {"told_at-year", "2026"},
                                          {"told_at-time", "9:00"}});
    auto open = council.look([&](store::Reader& reader) {
        return reader.list<core::OpenDuty>(
            "WHERE duty IN ('acknowledge_referrer', 'tell_referrer_outcome') AND closed_at IS NULL ORDER BY id");
    });
    EXPECT_TRUE(open.empty()) << "what was owed is done";
}

TEST_F(DutyWorker, a_relative_gets_a_receipt_and_never_the_outcome) {
    std::string contact =
        record({{"reporter", "relative"}, {"reporter_name", "Ruth"}, {"worry", "Left alone at night"}});
    night.open(contact);
    night.send(contact + "/decision", {{"decision", "advice"}, {"reasons", "Spoke with the parents"}});
    EXPECT_FALSE(night.sees("Tell them what was decided"));
    auto owed = council.look([&](store::Reader& reader) {
        return reader.list<core::OpenDuty>("WHERE duty = 'tell_referrer_outcome' ORDER BY id");
    });
    EXPECT_TRUE(owed.empty());
    night.open(contact + "/answers/new?what=receipt");
    EXPECT_TRUE(night.sees("nor whether we know the family"));
    night.send(contact + "/answers/new", {{"what", "outcome"},
                                          {"how", "phone"},
                                          {"said", "All is well"},
                                          {"told_at-day", "23"},
                                          {"told_at-month", "11"},
                                          {"told_at-year", "2026"},
                                          {"told_at-time", "9:00"}});
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("get a receipt only"));
}

TEST_F(DutyWorker, what_is_known_of_a_child_is_put_right_and_the_timeline_says_who_did) {
    core::Person child = council.add_child({.given_name = "Amara", .family_name = "Okafor"});
    std::string details = "/people/" + to_text(child.id) + "/details";
    night.open(details);
    night.send(details, {{"given_name", "Amara"}, {"family_name", "Okafor"}, {"birth_date_is", "verified"}});
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("Give the date of birth that was checked.")) << night.body();
    night.send(details, {{"given_name", "Amara"},
                         {"family_name", "Okafor"},
                         {"known_as", "Mara"},
                         {"date_of_birth-day", "27"},
                         {"date_of_birth-month", "3"},
                         {"date_of_birth-year", "2021"},
                         {"birth_date_is", "verified"},
                         {"communication", "Yoruba interpreter"}});
    EXPECT_TRUE(night.sees("The record is changed.")) << night.body();
    core::Person now = council.person(child.id);
    EXPECT_EQ(now.known_as, "Mara");
    EXPECT_EQ(now.accountable_worker, council.worker.id) << "nothing else moved";
    EXPECT_TRUE(night.sees("Details changed: name, date of birth, communication"));

    night.send(details, {{"given_name", "Somebody"}, {"version", "1"}});
    EXPECT_EQ(night.status(), 409) << "somebody else changed it first";
}

TEST_F(DutyWorker, numbers_and_characteristics_of_a_child_are_checked_where_they_are_typed) {
    core::Person child = council.add_child({.given_name = "Amara", .family_name = "Okafor"});
    std::string page = "/children/" + to_text(child.id);
    night.open(page);
    EXPECT_TRUE(night.sees(page + "/characteristics"));
    night.open(page + "/characteristics");
    night.send(page + "/characteristics",
               {{"pupil_number", "A801200005001"}, {"nhs_number", "943 476 5871"}, {"plans_elsewhere", "two"}});
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("The first letter of this unique pupil number does not fit"));
    EXPECT_TRUE(night.sees("its last digit does not fit the others"));
    EXPECT_TRUE(night.sees("in digits, such as 0 or 1"));
    EXPECT_TRUE(night.sees("A801200005001")) << "what was typed stays";
    EXPECT_EQ(council.person(child.id).pupil_number, "") << "and is not saved";

    http::Form answers{{"pupil_number", "b801 2000 05001"},
                       {"former_pupil_number", "Z33021002504B"},
                       {"nhs_number", "943 476 5919"},
                       {"nhs_trace", "verified_by_hand"},
                       {"nhs_trace_source", "Red book, seen by Sam"},
                       {"local_number", "M0042"},
                       {"sex", "female"},
                       {"ethnicity", "BAFR"},
                       {"disabilities", "hearing"},
                       {"disabilities", "vision"},
                       {"plans_elsewhere", "1"}};
    night.send(page + "/characteristics", answers);
    EXPECT_TRUE(night.sees("The record is changed.")) << night.body();
    core::Person now = council.person(child.id);
    EXPECT_EQ(now.pupil_number, "B801200005001");
    EXPECT_EQ(now.nhs_number, "9434765919");
    EXPECT_EQ(now.nhs_trace, core::NhsTrace::verified_by_hand);
    EXPECT_EQ(now.disabilities, (std::vector{core::Disability::hearing, core::Disability::vision}));
    EXPECT_TRUE(now.disabled);
    for (const char* seen : {"943 476 5919. Compared with a document", "B801200005001", "Z33021002504B", "M0042",
                             "Black African", "Hearing, Vision", "Details changed: sex, ethnicity, disability"})
        EXPECT_TRUE(night.sees(seen)) << seen;

    http::Form late{{"ethnicity", "WBRI"}, {"version", "1"}};
    night.open(page + "/characteristics");
    night.send(page + "/characteristics", late);
    EXPECT_EQ(night.status(), 409) << "somebody else changed it first";
    EXPECT_TRUE(night.sees("White British")) << "both texts";
    EXPECT_TRUE(night.sees("Black African")) << night.body();
    core::Person brother = council.add_child({.given_name = "Obi", .family_name = "Okafor"});
    night.open("/children/" + to_text(brother.id) + "/characteristics");
    night.send("/children/" + to_text(brother.id) + "/characteristics", {{"pupil_number", "B801200005001"}});
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("Another record has this unique pupil number"));
}

TEST_F(DutyWorker, places_of_an_adult_are_added_kept_secret_and_ended_on_their_own_page) {
    core::Person child = council.add_child({.given_name = "Amara", .family_name = "Okafor"});
    core::Person mother = council.mother_of(child, "Ngozi");
    Visitor worker(app);
    worker.sign_in("dana", std::string(password));
    std::string page = "/people/" + to_text(mother.id);
    worker.open(page);
    EXPECT_TRUE(worker.sees(page + "/places/new"));
    worker.open(page + "/places/new");
    worker.send(page + "/places/new", {{"kind", "workplace"}});
    EXPECT_EQ(worker.status(), 422);
    worker.send(page + "/places/new", {{"kind", "workplace"}, {"text", "The bakery"}});
    EXPECT_TRUE(worker.sees("The place is recorded.")) << worker.body();
    EXPECT_TRUE(worker.sees("The bakery"));
    std::string secret = worker.find("href=\"([^\"]*/secret)\""), end = worker.find("href=\"([^\"]*/end)\"");
    worker.open(secret);
    EXPECT_TRUE(worker.sees("Amara Okafor")) << "the family is who might not know";
    worker.send(secret, {{"not_known_to", "everyone"}, {"reason", "He looks for her there"}});
    EXPECT_TRUE(worker.sees("This place is now kept secret.")) << worker.body();
    EXPECT_FALSE(worker.sees("The bakery"));
    worker.open(end);
    EXPECT_FALSE(worker.sees("The bakery"));
    worker.send(end, {{"until-day", "1"}, {"until-month", "1"}, {"until-year", "2030"}});
    EXPECT_EQ(worker.status(), 422);
    EXPECT_TRUE(worker.sees("still to come"));
    worker.send(end, {{"until-day", "23"}, {"until-month", "11"}, {"until-year", "2026"}});
    EXPECT_TRUE(worker.sees("No place is recorded for this person.")) << worker.body();

    core::Person elsewhere = council.keep({.given_name = "Elsewhere", .family_name = "Okafor"});
    core::Person aunt = council.mother_of(elsewhere, "Ada");
    worker.open("/people/" + to_text(aunt.id) + "/places/new");
    EXPECT_EQ(worker.status(), 404) << "in no family that this worker works with";
    std::string mixed = "/people/" + to_text(child.id) + end.substr(page.size());
    worker.open(mixed);
    EXPECT_EQ(worker.status(), 404) << "another person's place";
}

TEST_F(DutyWorker, an_adult_has_a_page_that_keeps_secrets_and_shows_only_children_one_may_read) {
    core::Person child = council.add_child({.given_name = "Amara", .family_name = "Okafor"});
    core::Person mother = council.mother_of(child, "Ngozi");
    core::Place refuge{.person = mother.id, .kind = core::PlaceKind::home, .text = "Rose House"};
    auto place = council.as(council.manager, [&](actions::Work& work) { return actions::record_place(work, refuge); });
    ASSERT_TRUE(place);
    ASSERT_TRUE(council.as(council.manager, [&](actions::Work& work) {
        return actions::keep_place_secret(work, {place->id, {}, "Fled from violence"});
    }));
    night.open("/people/" + to_text(mother.id));
    EXPECT_TRUE(night.sees("Ngozi Okafor"));
    EXPECT_TRUE(night.sees("/children/" + to_text(child.id)));
    EXPECT_FALSE(night.sees("Rose House")) << "a secret place is not on the page of an adult";
    EXPECT_TRUE(night.sees("Kept secret"));

    core::Person elsewhere = council.keep({.given_name = "Elsewhere", .family_name = "Okafor"});
    core::Person aunt = council.mother_of(elsewhere, "Ada");
    Visitor worker(app);
    worker.sign_in("dana", std::string(password));
    worker.open("/people/" + to_text(aunt.id));
    EXPECT_EQ(worker.status(), 404) << "in no family that this worker works with";
    worker.open("/people/" + to_text(mother.id));
    EXPECT_EQ(worker.status(), 200);
}

TEST_F(DutyWorker, somebody_joins_a_childs_family_with_a_sourced_responsibility_and_may_leave_it) {
    core::Person child = council.add_child({.given_name = "Amara", .family_name = "Okafor"});
    std::string address = "/children/" + to_text(child.id) + "/relations/new";
    night.open(address + "?q=Emeka+Okafor");
    EXPECT_TRUE(night.sees("Nobody of that name is known.") || night.sees("Who is it?"));
    night.send(address, {{"person", "new"}, {"given_name", "Emeka"}, {"kind", "father"}, {"responsibility", "yes"}});
    EXPECT_EQ(night.status(), 422);
    EXPECT_TRUE(night.sees("Say how we know that they have parental responsibility"));
    night.send(address, {{"person", "new"},
                         {"given_name", "Emeka"},
                         {"family_name", "Okafor"},
                         {"kind", "father"},
                         {"responsibility", "yes"},
                         {"responsibility_source", "birth certificate seen"}});
    EXPECT_TRUE(night.sees("The relation is recorded.")) << night.body();
    EXPECT_TRUE(night.sees("Parental responsibility (birth certificate seen)"));
    std::string relation = night.find("href=\"(/relations/[^\"]*)\"");
    night.open(relation);
    night.send(relation, {{"kind", "father"},
                          {"responsibility", "yes"},
                          {"responsibility_source", "birth certificate seen"},
                          {"until-day", "20"},
                          {"until-month", "11"},
                          {"until-year", "2026"}});
    EXPECT_TRUE(night.sees("Until 20 November 2026"));
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
        EXPECT_EQ(lines("href=\"/children/" + to_text(child.id) + "\""), 1u) << child.given_name;
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

TEST_F(DutyWorker, nobody_is_asked_for_the_numbers_of_a_child_who_is_not_born) {
    core::Person unborn;
    unborn.family_name = "Okafor";
    unborn.stage = core::Stage::unborn;
    std::string form = "/children/" + to_text(council.add_child(unborn).id) + "/characteristics";
    night.open(form);
    EXPECT_FALSE(night.sees("UPN") || night.sees("name=\"nhs_number\"")) << night.body();
    EXPECT_TRUE(night.sees("A baby gets an NHS number at birth"));
    night.send(form, {{"ethnicity", "WBRI"}});
    EXPECT_EQ(night.status(), 200) << night.body();
    night.open("/children/" + to_text(council.add_child({.given_name = "Amara"}).id) + "/characteristics");
    EXPECT_TRUE(night.sees("UPN") && night.sees("name=\"nhs_number\""));
}

}  // namespace
