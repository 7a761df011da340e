// Somebody types a place that a parent must not know into a text that goes out: the form comes back and says so, and
// nothing leaves by mistake. Over real routes.
#include <gtest/gtest.h>

#include "actions/people.h"
#include "actions/place.h"
#include "core/timeline.h"
#include "store/process_store.h"
#include "support/small_council.h"
#include "support/visitor.h"
#include "web/app.h"

namespace {

using namespace kith;
using namespace kith::core;
using tests::SmallCouncil;
using tests::Visitor;

constexpr std::string_view password = "correct horse battery";

class PlaceInAText : public ::testing::Test {
  protected:
    PlaceInAText() {
        council.let_in({council.worker}, password);
        Person person;
        person.given_name = "Ada";
        person.family_name = "Example";
        ada = council.add_child(person);
        Person ray;
        ray.given_name = "Ray";
        ray.family_name = "Birch";
        ray = council.keep(ray);
        auto kept = council.as(council.manager, [&](actions::Work& work) -> Result<PlaceSecret> {
            TRY(actions::record_relation(work, {.child = ada.id, .other = ray.id, .kind = RelationKind::father}));
            Place home = TRY(actions::record_place(
                work, {.person = ada.id, .text = "12 Quillfeather Lane, Ottersby", .postcode = "ZX9 4QD"}));
            return actions::keep_place_secret(work, {home.id, ray.id, "There were threats."});
        });
        EXPECT_TRUE(kept);
        child = "/children/" + to_text(ada.id);
        dana.sign_in("dana", std::string(password));
    }

    /// The interim safety plan is given to the family.
    void write_safety_plan(const std::string& words, const http::Form& more = {}) {
        std::string form = child + "/safety-plans/new";
        http::Form fields = {{"who_does_what", words},
                             {"reviewed_by-day", "30"},
                             {"reviewed_by-month", "11"},
                             {"reviewed_by-year", "2026"}};
        for (const auto& [name, value] : more.entries())
            fields.add(name, value);
        if (dana.address() != form) dana.open(form);
        dana.send(form, fields);
    }
    std::vector<TimelineEntry> notes() {
        return council.look([&](store::Reader& reader) {
            return reader.list<TimelineEntry>("WHERE child = $1 AND kind = $2 ORDER BY id", ada.id,
                                              std::string(happened::timeline_noted.name));
        });
    }

    SmallCouncil council;
    web::App app{*council.service};
    Visitor dana{app};
    Person ada;
    std::string child;
};

TEST_F(PlaceInAText, that_goes_to_the_family_brings_the_form_back_and_says_who_must_not_know) {
    write_safety_plan("She stays at 12, Quillfeather Ln until Monday.");
    EXPECT_EQ(dana.status(), 422);
    EXPECT_TRUE(dana.sees("This repeats a place that must not be known to Ray Birch: 12 Quillfeather Lane."));
    EXPECT_TRUE(dana.sees("href=\"#who_does_what\"")) << "the error leads to its field";
    EXPECT_TRUE(dana.sees("She stays at 12, Quillfeather Ln until Monday.</textarea>")) << "nothing typed is lost";
    EXPECT_TRUE(dana.sees("name=\"place_may_be_known_why\""));
    EXPECT_TRUE(notes().empty());

    write_safety_plan("She stays with her aunt until Monday.");
    EXPECT_EQ(dana.status(), 200) << dana.body();
    EXPECT_TRUE(notes().empty());
}

TEST_F(PlaceInAText, may_go_out_with_a_reason_that_is_kept_with_the_writers_name) {
    write_safety_plan("Visits go to ZX94QD.");
    EXPECT_EQ(dana.status(), 422);
    write_safety_plan("Visits go to ZX94QD.", {{"place_may_be_known_why", "Only the mother gets this plan."}});
    EXPECT_EQ(dana.status(), 200) << dana.body();
    ASSERT_EQ(notes().size(), 1u);
    TimelineEntry note = notes().front();
    EXPECT_EQ(note.recorded_by, council.worker.id);
    EXPECT_NE(note.text.find("Must not be known to Ray Birch."), std::string::npos);
    EXPECT_NE(note.text.find("Only the mother gets this plan."), std::string::npos);
    EXPECT_EQ(note.title.find("Quillfeather"), std::string::npos) << "a title never holds a place";
}

TEST_F(PlaceInAText, that_stays_inside_is_saved_and_noted_beside_the_record) {
    std::string form = child + "/strategy-discussions/new";
    dana.open(form);
    dana.send(form, {{"held_as", "meeting"},
                     {"held-day", "23"},
                     {"held-month", "11"},
                     {"held-year", "2026"},
                     {"held-time", "8:30"},
                     {"police", "joined"},
                     {"health", "joined"},
                     {"information", "They are at 12 Quillfeather Lane."}});
    EXPECT_EQ(dana.status(), 200) << dana.body();
    EXPECT_EQ(notes().size(), 1u);
    dana.open(child);
    EXPECT_TRUE(dana.sees("A text repeats a place that somebody must not know"));
}

TEST_F(PlaceInAText, about_another_family_says_nothing_of_a_place_that_is_not_theirs) {
    Person stranger;
    stranger.given_name = "Noor";
    stranger.family_name = "Elsewhere";
    child = "/children/" + to_text(council.add_child(stranger).id);
    write_safety_plan("She stays at 12 Quillfeather Lane.");
    EXPECT_EQ(dana.status(), 200) << "nobody learns by typing that an address is a secret of somebody";
}

}  // namespace
