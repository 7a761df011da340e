// What the world does to somebody in the middle of a form: the disk is full, the database goes away. Each has an answer
// that says what to do, with what was typed, and nothing that was saved before is lost.
#include <gtest/gtest.h>

#include "durability/memory_disk.h"
#include "store/strategy_discussion_store.h"
#include "support/postgres.h"
#include "support/small_council.h"
#include "support/visitor.h"

namespace {

using namespace kith;
using tests::SmallCouncil;
using tests::Visitor;

constexpr std::string_view password = "correct horse battery";

/// Dana at the strategy discussion form of a child of hers, in a council that stands somewhere.
struct AtTheForm {
    explicit AtTheForm(const SmallCouncil::Open& open) : council(open) {
        council.let_in({council.worker}, password);
        core::Person child;
        child.given_name = "Ada";
        child.family_name = "Example";
        ada = council.add_child(child).id;
        form = "/children/" + to_text(ada) + "/strategy-discussions/new";
        dana.meets_faults = true;
        dana.sign_in("dana", std::string(password));
        dana.open(form);
        for (const auto& [name, value] : dana.hidden())
            filled.add(name, value);
        const http::Form typed = {{"held_as", "meeting"}, {"held-day", "23"},    {"held-month", "11"},
                                  {"held-year", "2026"},  {"held-time", "8:30"}, {"police", "joined"},
                                  {"health", "joined"},   {"information", words}};
        for (const auto& [name, value] : typed.entries())
            filled.add(name, value);
    }

    std::size_t discussions() {
        return council.look([](store::Reader& reader) { return reader.list<core::StrategyDiscussion>("").size(); });
    }

    /// The form as it came back on the page of the fault, sent by its button.
    void send_again() {
        http::Form again;
        for (const auto& [name, value] : dana.hidden())
            again.add(name, value);
        dana.send_exactly(dana.find("<form method=\"post\" action=\"([^\"]*)\""), again);
    }

    const std::string words = "Seen by the nurse. <Bruises> & \"more\"";
    SmallCouncil council;
    web::App app{*council.service};
    Visitor dana{app};
    core::PersonId ada;
    std::string form;
    http::Form filled;
};

constexpr auto typed_text = "Seen by the nurse. &lt;Bruises&gt; &amp; &quot;more&quot;";

TEST(FullDisk, gives_everything_typed_back_with_a_reference_and_takes_it_once_there_is_room) {
    durability::MemoryDisk disk;
    AtTheForm at([&](const std::filesystem::path& directory) {
        return store::Store::open({store::Dialect::sqlite, "kith.sqlite", disk.vfs()}, {.head_key = directory / "key"});
    });
    disk.set_full(true);
    at.dana.send_exactly(at.form, at.filled);
    EXPECT_EQ(at.dana.status(), 503);
    EXPECT_TRUE(at.dana.sees("There is no room to save this"));
    EXPECT_TRUE(at.dana.sees("say this reference: <strong>0000-0001</strong>"));
    EXPECT_TRUE(at.dana.sees(typed_text));
    at.send_again();
    EXPECT_EQ(at.dana.status(), 503) << "and again, as long as it is full";
    EXPECT_TRUE(at.dana.sees(typed_text));
    EXPECT_EQ(at.discussions(), 0u);

    disk.set_full(false);
    at.send_again();
    EXPECT_EQ(at.dana.status(), 200) << at.dana.body();
    EXPECT_TRUE(at.dana.sees(typed_text));
    EXPECT_EQ(at.discussions(), 1u);
}

TEST(DatabaseThatGoesAway, in_the_middle_of_a_form_answers_503_with_the_words_and_is_there_again_by_itself) {
    auto& cluster = support::PostgresCluster::shared();
    std::string database = cluster.fresh_database();
    AtTheForm at([&](const std::filesystem::path& directory) {
        return store::Store::open({store::Dialect::postgres, database, ""}, {.head_key = directory / "key"});
    });
    cluster.stop();
    at.dana.send_exactly(at.form, at.filled);
    EXPECT_EQ(at.dana.status(), 503);
    EXPECT_EQ(at.dana.header("Retry-After"), "60");
    EXPECT_EQ(at.dana.header("Cache-Control"), "no-store");
    EXPECT_TRUE(at.dana.sees("Kith cannot reach its records just now"));
    EXPECT_TRUE(at.dana.sees("Wait a minute, then send it again with the button below."));
    EXPECT_TRUE(at.dana.sees(typed_text));
    Visitor other(at.app);
    other.meets_faults = true;
    other.open("/my-work");
    EXPECT_EQ(other.status(), 503);
    EXPECT_TRUE(other.sees("<a class=\"govuk-link\" href=\"/my-work\">Try again</a>"));

    cluster.start();
    at.send_again();
    EXPECT_EQ(at.dana.status(), 200) << at.dana.body();
    EXPECT_TRUE(at.dana.sees(typed_text));
    EXPECT_EQ(at.discussions(), 1u);
    at.dana.open("/my-work");
    EXPECT_EQ(at.dana.status(), 200);
}

TEST(DatabaseThatGoesAway, between_the_first_look_and_the_saving_keeps_nothing_half_done) {
    auto& cluster = support::PostgresCluster::shared();
    std::string database = cluster.fresh_database();
    AtTheForm at([&](const std::filesystem::path& directory) {
        return store::Store::open({store::Dialect::postgres, database, ""}, {.head_key = directory / "key"});
    });
    // The insert of the discussion ends its own session, once.
    cluster.psql(cluster.as_superuser(database),
                 "CREATE SEQUENCE deaths; GRANT ALL ON SEQUENCE deaths TO kith; CREATE FUNCTION die() RETURNS trigger "
                 "LANGUAGE plpgsql AS $$ BEGIN IF nextval('deaths') = 1 THEN PERFORM "
                 "pg_terminate_backend(pg_backend_pid()); END IF; RETURN NEW; END $$; CREATE TRIGGER dies BEFORE "
                 "INSERT ON strategy_discussion FOR EACH ROW EXECUTE FUNCTION die()");
    at.dana.send_exactly(at.form, at.filled);
    EXPECT_EQ(at.dana.status(), 503);
    EXPECT_TRUE(at.dana.sees(typed_text));
    EXPECT_EQ(at.discussions(), 0u);
    at.send_again();
    EXPECT_EQ(at.dana.status(), 200) << at.dana.body();
    EXPECT_EQ(at.discussions(), 1u);
}

TEST(Fault, never_gives_a_password_back) {
    auto& cluster = support::PostgresCluster::shared();
    std::string database = cluster.fresh_database();
    AtTheForm at([&](const std::filesystem::path& directory) {
        return store::Store::open({store::Dialect::postgres, database, ""}, {.head_key = directory / "key"});
    });
    Visitor sam(at.app);
    sam.meets_faults = true;
    sam.open("/sign-in");
    cluster.stop();
    sam.send("/sign-in", {{"sign_in_name", "sam"}, {"password", std::string(password)}});
    cluster.start();
    EXPECT_EQ(sam.status(), 503);
    EXPECT_FALSE(sam.sees(password));
    EXPECT_TRUE(sam.sees("Go back and send it again."));
}

}  // namespace
