// People put right: details, numbers, places, relations, and what stays unsaid about them.
#include "journeys/duty_worker.h"

#include "actions/place.h"
#include "store/place_store.h"

namespace {

using namespace kith;
using tests::DutyWorker;
using tests::password;
using tests::Visitor;

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
    EXPECT_TRUE(night.sees("<h2 class=\"moj-timeline__title\">Details changed:"))
        << "and leads nowhere: this is its page";
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
