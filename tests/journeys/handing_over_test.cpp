// What passes from one person to another: a worker who leaves, a referral on its way, a child who moves here on a plan,
// and a place that the whole family must keep.
#include <gtest/gtest.h>

#include "actions/front_door.h"
#include "actions/place.h"
#include "actions/receive_contact.h"
#include "store/contact_store.h"
#include "store/place_store.h"
#include "store/referral_store.h"
#include "support/small_council.h"
#include "support/visitor.h"

namespace {

using namespace kith;
using namespace kith::core;
using tests::SmallCouncil;
using tests::Visitor;

constexpr std::string_view password = "correct horse battery";

class HandingOver : public ::testing::Test {
  protected:
    HandingOver() {
        council.let_in({council.night, council.manager, council.worker}, password);
        night.sign_in("sam", std::string(password));
        manager.sign_in("priya", std::string(password));
        worker.sign_in("dana", std::string(password));
        Person person;
        person.given_name = "Bea";
        person.family_name = "Example";
        person.date_of_birth = parse_date("2021-03-01");
        bea = council.add_child(person);
        address = "/children/" + to_text(bea.id);
    }
    http::Form dated(http::Form form, const std::string& name, Date date) {
        std::chrono::year_month_day day(date);
        form.add(name + "-day", std::to_string(static_cast<unsigned>(day.day())));
        form.add(name + "-month", std::to_string(static_cast<unsigned>(day.month())));
        form.add(name + "-year", std::to_string(static_cast<int>(day.year())));
        return form;
    }
    /// Somebody rings about this child, and the front door knows who the child is: the contact's address.
    std::string ring_about(const Person& child) {
        auto contact = council.as(council.night, [&](actions::Work& work) -> Result<Contact> {
            actions::ReceiveContact command;
            command.contact.reporter = ReporterKind::professional;
            command.contact.agency = "Wexcombe Council";
            command.contact.worry = "Something new";
            command.children.resize(1);
            return actions::receive_contact(work, command);
        });
        auto reported = council.look([&](store::Reader& reader) {
            return reader.list<ContactChild>("WHERE contact = $1 ORDER BY id", contact->id);
        });
        std::string page = "/contacts/" + to_text(contact->id);
        night.open(page + "/children/" + to_text(reported[0].id));
        night.send(night.address(), {{"person", to_text(child.id)}});
        night.open(page);
        return page;
    }
    void leaves(const Actor& who) {
        ASSERT_TRUE(council.as(Actor{.name = "Ann", .role = Role::administrator},
                               [&](actions::Work& work) { return actions::disable_staff(work, who.id); }));
    }
    PlaceId lives(PersonId person, std::string where) {
        auto place = council.as(council.manager, [&](actions::Work& work) {
            return actions::record_place(work, {.person = person, .kind = PlaceKind::home, .text = std::move(where)});
        });
        EXPECT_TRUE(place) << place.error().sentence;
        return place->id;
    }
    bool is_secret(PlaceId place) {
        return council.look([&](store::Reader& reader) { return !actions::kept_from(reader, place).empty(); });
    }

    SmallCouncil council;
    web::App app{*council.service};
    Visitor night{app}, manager{app}, worker{app};
    Person bea;
    std::string address;
};

TEST_F(HandingOver, a_worker_who_leaves_leaves_no_child_unseen_and_both_names_stand_in_the_handover) {
    worker.open(address + "/transfer-in");
    worker.send(address + "/transfer-in", dated({{"from_authority", "Wexcombe"}}, "told_on", london_date(council.now)));
    manager.open("/my-work");
    EXPECT_FALSE(manager.sees("Children without a worker"));
    leaves(council.worker);
    worker.open("/my-work");
    EXPECT_TRUE(worker.sees("Sign in")) << "what is left open is closed to them at once";
    for (const char* page : {"/my-work", "/team-work"}) {
        manager.open(page);
        EXPECT_TRUE(manager.sees("Children without a worker")) << page;
        EXPECT_TRUE(manager.sees("Dana Whitlock has left")) << page;
    }
    EXPECT_TRUE(manager.sees("Dana Whitlock, who has left")) << "beside each duty";
    manager.open(address);
    manager.send(address + "/worker", {{"worker", to_text(council.manager.id)}});
    EXPECT_TRUE(manager.sees("Handed over from Dana Whitlock to Priya Nair")) << manager.body();
    for (const char* page : {"/my-work", "/team-work"}) {
        manager.open(page);
        EXPECT_FALSE(manager.sees("has left")) << page;
    }
}

TEST_F(HandingOver, what_came_in_unread_goes_to_the_next_worker_and_never_to_one_who_has_left) {
    std::string first = ring_about(bea);
    night.send(first + "/pass-to-worker", {});
    leaves(council.worker);
    std::string second = ring_about(bea);
    night.send(second + "/pass-to-worker", {});
    EXPECT_EQ(night.status(), 409);
    EXPECT_TRUE(night.sees("Dana Whitlock has left")) << night.body();
    manager.open("/children/" + to_text(bea.id));
    manager.send("/children/" + to_text(bea.id) + "/worker", {{"worker", to_text(council.manager.id)}});
    manager.open("/my-work");
    EXPECT_TRUE(manager.sees("New information on your children")) << manager.body();
    EXPECT_TRUE(manager.sees("href=\"" + first + "\"")) << manager.body();
    manager.open(first);
    manager.send(first + "/read", {});
    EXPECT_TRUE(manager.sees("Marked as read.")) << manager.body();
    night.open(second);
    night.send(second + "/pass-to-worker", {});
    EXPECT_TRUE(night.sees("The contact is with the child’s worker.")) << night.body();
}

TEST_F(HandingOver, nobody_is_named_yet_is_listed_too_and_only_for_who_can_change_it) {
    Person child = council.person(bea.id);
    child.accountable_worker = {};
    ++child.version;
    (void)council.store->write({{}, council.now}, [&](store::Writer& writer) -> Result<void> {
        writer.save(happened::person_changed, child.id, child);
        return {};
    });
    manager.open("/my-work");
    EXPECT_TRUE(manager.sees("Nobody is named yet")) << manager.body();
    worker.open("/team-work");
    EXPECT_FALSE(worker.sees("Nobody is named yet")) << "a worker gives nobody a child";
}

TEST_F(HandingOver, a_referral_waits_with_the_team_when_its_worker_may_not_decide_it) {
    Person child;
    child.given_name = "Ada";
    child.family_name = "Example";
    child = council.keep(child);
    std::string contact = ring_about(child);
    night.send(contact + "/decision", {{"decision", "referral"}, {"reasons", "More than advice is needed"}});
    manager.open("/children/" + to_text(child.id));
    manager.send("/children/" + to_text(child.id) + "/worker", {{"worker", to_text(council.worker.id)}});
    OpenDuty duty = council.owed(child.id, Duty::decide_referral);
    EXPECT_TRUE(duty.owner.is_nil()) << "a social worker decides no referral";
    EXPECT_EQ(duty.team, council.team.id);
    manager.open("/my-work");
    EXPECT_TRUE(manager.sees("Decide what happens with this referral")) << manager.body();
    auto referral = council.look([&](store::Reader& reader) { return reader.list_first<Referral>("ORDER BY id"); });
    worker.open("/referrals/" + to_text(referral->id));
    EXPECT_TRUE(worker.sees("The front door or a manager decides what happens for this child.")) << worker.body();
    EXPECT_FALSE(worker.sees("Not known: ")) << "whoever it came from is named";
}

TEST_F(HandingOver, a_child_on_another_authoritys_plan_gets_the_right_conference_and_one_only) {
    Date today = london_date(council.now);
    worker.open(address + "/transfer-in");
    worker.send(address + "/transfer-in", dated({{"from_authority", "Wexcombe"}}, "told_on", today));
    worker.open("/my-work");
    EXPECT_TRUE(worker.sees("href=\"" + address + "/transfer-in\"")) << "the duty leads to where it is met";
    std::string due = weekday_and_date(council.owed(bea.id, Duty::hold_transfer_in_conference).due);
    worker.open(address + "/conferences/new");
    EXPECT_TRUE(worker.sees("another authority’s plan, which goes on until this conference")) << worker.body();
    EXPECT_TRUE(worker.sees(due)) << "by when";
    EXPECT_NE(worker.find("(<input[^>]*name=\"transferred_in\"[^>]*value=\"yes\"[^>]*>)").find("checked"),
              std::string::npos);
    worker.send(worker.address(), dated({{"venue", "Town hall"}, {"starts-time", "10:00"}, {"transferred_in", "yes"}},
                                        "starts", today + std::chrono::days(7)));
    ASSERT_TRUE(worker.sees("Transfer-in child protection conference")) << worker.body();
    std::string conference = worker.address().substr(0, worker.address().find('?'));
    worker.open(address + "/transfer-in");
    EXPECT_TRUE(worker.sees("href=\"" + conference + "\"")) << worker.body();
    EXPECT_FALSE(worker.sees("Book the transfer-in conference")) << "it is booked";
}

TEST_F(HandingOver, a_place_kept_secret_for_one_child_is_kept_for_the_brother_who_lives_there) {
    Person brother = bea;
    brother.id = {};
    brother.given_name = "Cai";
    brother = council.add_child(brother);
    Person father = council.keep({.given_name = "Dylan", .family_name = "Example"});
    for (auto [other, kind] :
         {std::pair(brother.id, RelationKind::sibling), std::pair(father.id, RelationKind::father)})
        ASSERT_TRUE(council.as(council.manager, [&](actions::Work& work) {
            return actions::record_relation(work, {.child = bea.id, .other = other, .kind = kind});
        }));
    PlaceId hers = lives(bea.id, "14 Heron Walk"), his = lives(brother.id, "14 heron walk"),
            elsewhere = lives(father.id, "2 Quince Lane");
    std::string form = "/people/" + to_text(bea.id) + "/places/" + to_text(hers) + "/secret";
    worker.open(form);
    EXPECT_TRUE(worker.sees("Cai Example: Home")) << worker.body();
    EXPECT_FALSE(worker.sees("Dylan Example: Home")) << "he lives elsewhere";
    EXPECT_NE(worker.find("(<input[^>]*value=\"" + to_text(his) + "\"[^>]*>)").find("checked"), std::string::npos)
        << "leaving one out is what has to be done by hand";
    worker.send(form, {{"not_known_to", to_text(father.id)}, {"reason", "He hurt them"}, {"same", to_text(elsewhere)}});
    EXPECT_EQ(worker.status(), 404) << "another place is no same place";
    EXPECT_FALSE(is_secret(hers)) << "nothing is done by half";
    worker.open(form);
    worker.send(form, {{"not_known_to", to_text(father.id)}, {"reason", "He hurt them"}, {"same", to_text(his)}});
    EXPECT_TRUE(worker.sees("This place is now kept secret.")) << worker.body();
    EXPECT_TRUE(is_secret(hers));
    EXPECT_TRUE(is_secret(his));
    worker.open("/children/" + to_text(brother.id));
    EXPECT_TRUE(worker.sees("Must not be known to Dylan Example")) << worker.body();
}

}  // namespace
