// The database can be read and takes nothing: a full disk, a failing one, a server set read-only or following another.
// Whoever is on duty signs in and reads, under a banner; who saw whom is durable all the same and joins the log once.
#include <gtest/gtest.h>

#include "actions/aside.h"
#include "durability/memory_disk.h"
#include "store/access_store.h"
#include "store/secrets.h"
#include "store/sign_in_store.h"
#include "support/postgres.h"
#include "support/small_council.h"
#include "support/visitor.h"

namespace {

using namespace kith;
using namespace std::chrono_literals;
using tests::SmallCouncil;
using tests::Visitor;

constexpr std::string_view password = "correct horse battery";
constexpr auto banner = "Nothing can be saved at the moment. You can read.";

enum class Kind { sqlite_full, sqlite_failing, postgres_read_only, postgres_following };

std::string name_of(const testing::TestParamInfo<Kind>& info) {
    static constexpr std::array names{"sqlite_full", "sqlite_failing", "postgres_read_only", "postgres_following"};
    return names.at(static_cast<std::size_t>(info.param));
}

/// A database that can be made to take nothing.
class Stubborn {
  public:
    explicit Stubborn(Kind kind) : kind_(kind) {
        if (!is_sqlite()) uri_ = support::PostgresCluster::shared().fresh_database();
    }
    ~Stubborn() { take(true); }

    std::unique_ptr<store::Store> open(const std::filesystem::path& directory) const {
        store::Location location{store::Dialect::sqlite, "kith.sqlite", disk_.vfs()};
        if (!is_sqlite()) location = {store::Dialect::postgres, uri_, ""};
        return store::Store::open(location, {.head_key = directory / "key"});
    }

    void take(bool takes) {
        if (takes == takes_) return;
        takes_ = takes;
        auto& cluster = support::PostgresCluster::shared();
        switch (kind_) {
            case Kind::sqlite_full:
                return disk_.set_full(!takes);
            case Kind::sqlite_failing:
                return disk_.set_failing(!takes);
            case Kind::postgres_read_only:
                cluster.psql(cluster.as_superuser(uri_) + "&options=-c%20default_transaction_read_only%3Doff",
                             "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = " +
                                 std::string(takes ? "off" : "on") + "', current_database()); END $$");
                return cluster.end_sessions(uri_);
            case Kind::postgres_following:
                return cluster.set_following(!takes);
        }
    }

  private:
    bool is_sqlite() const { return kind_ == Kind::sqlite_full || kind_ == Kind::sqlite_failing; }

    Kind kind_;
    durability::MemoryDisk disk_;
    std::string uri_;
    bool takes_ = true;
};

struct SavesNothing : testing::TestWithParam<Kind> {
    SavesNothing() {
        for (const core::Actor& each : {council.worker, council.night})
            (void)council.store->write({{}, council.now}, [&](store::Writer& writer) -> Result<void> {
                static const std::string hash = store::hash_password(password);
                writer.put(store::StaffPassword{each.id, hash, council.now});
                return {};
            });
        core::Person child;
        child.given_name = "Ada";
        child.family_name = "Example";
        child = council.add_child(child);
        council.mother_of(child, "Grace");
        page = "/children/" + to_text(child.id);
        form = page + "/strategy-discussions/new";
        start();
        sign_in(dana, "dana");
    }

    /// The program, from its start.
    void start(std::size_t room = 64 << 10) {
        aside.reset();
        aside.emplace(std::make_unique<store::Spool>(council.directory / "kith.spool", room));
        council.service->aside = &*aside;
    }

    static void sign_in(Visitor& visitor, const std::string& name) {
        visitor.meets_faults = true;
        visitor.sign_in(name, std::string(password));
    }

    std::vector<std::string> looks() {
        return council.look([](store::Reader& reader) {
            std::vector<std::string> lines;
            for (const store::Access& access : reader.list<store::Access>("ORDER BY sequence")) {
                std::string line =
                    iso_utc(access.at) + " " + to_text(access.actor) + " " + access.action + " " + access.purpose;
                for (const auto& person :
                     reader.list<store::AccessPerson>("WHERE access_sequence = $1 ORDER BY person_id", access.sequence))
                    line += " " + to_text(person.person_id);
                lines.push_back(line);
            }
            return lines;
        });
    }

    std::vector<std::string> faults_of_journal() {
        std::vector<std::string> lines;
        council.store->verify([&](const store::JournalFault& fault) { lines.push_back(to_text(fault)); });
        return lines;
    }

    Stubborn database{GetParam()};
    SmallCouncil council{[this](const std::filesystem::path& inside) { return database.open(inside); }};
    std::optional<actions::Aside> aside;
    web::App app{*council.service};
    Visitor dana{app}, sam{app};
    std::string page, form;
};
INSTANTIATE_TEST_SUITE_P(On, SavesNothing,
                         testing::Values(Kind::sqlite_full, Kind::sqlite_failing, Kind::postgres_read_only,
                                         Kind::postgres_following),
                         name_of);

TEST_P(SavesNothing, and_a_childs_page_is_read_under_a_banner_with_a_look_that_joins_the_log_once) {
    dana.open(page);
    const auto before = looks();
    EXPECT_FALSE(dana.sees(banner));
    council.now += 30s;
    database.take(false);
    dana.open(page);
    EXPECT_EQ(dana.status(), 200);
    EXPECT_TRUE(dana.sees("Ada Example"));
    EXPECT_TRUE(dana.sees(banner));
    EXPECT_EQ(looks(), before);
    const std::string seen_at = iso_utc(council.now);
    council.now += 10s;
    dana.open("/people");
    EXPECT_TRUE(dana.sees(banner)) << "and nobody is shown there";

    database.take(true);
    council.now += 10s;
    dana.open(page);
    const auto after = looks();
    ASSERT_EQ(after.size(), before.size() + 2);
    const std::string shown = before.back().substr(before.back().find(' '));
    EXPECT_EQ(after[before.size()], iso_utc(council.now) + shown);
    EXPECT_EQ(after[before.size() + 1], seen_at + shown) << "the same persons as at any time, when it was";
    dana.open(page);
    EXPECT_FALSE(dana.sees(banner));
    EXPECT_EQ(looks().size(), after.size() + 1);
    EXPECT_TRUE(council.store->write_head(council.now));
    EXPECT_EQ(faults_of_journal(), std::vector<std::string>{});
}

TEST_P(SavesNothing, and_what_is_sent_comes_back_with_everything_typed_and_is_taken_later) {
    dana.open(form);
    http::Form filled = {
        {"held_as", "meeting"}, {"held-day", "23"},   {"held-month", "11"}, {"held-year", "2026"},
        {"held-time", "8:30"},  {"police", "joined"}, {"health", "joined"}, {"information", "Seen by the nurse."}};
    database.take(false);
    dana.send(form, filled);
    EXPECT_EQ(dana.status(), 503);
    EXPECT_TRUE(dana.sees("Seen by the nurse."));
    EXPECT_TRUE(dana.sees("Send it again"));
    http::Form again;
    for (const auto& [name, value] : dana.hidden())
        again.add(name, value);
    database.take(true);
    dana.send_exactly(form, again);
    EXPECT_EQ(dana.status(), 200);
    EXPECT_TRUE(dana.sees("Seen by the nurse."));
}

TEST_P(SavesNothing, and_somebody_on_duty_signs_in_stays_signed_in_and_signs_out) {
    database.take(false);
    sign_in(sam, "sam");
    EXPECT_EQ(sam.status(), 200);
    EXPECT_TRUE(sam.sees("Signed in as <bdi>Sam Field</bdi>"));
    EXPECT_TRUE(sam.sees(banner));
    for (int quarter = 0; quarter < 6; ++quarter) {
        council.now += 15min;
        for (Visitor* each : {&sam, &dana}) {
            each->open("/my-work");
            ASSERT_EQ(each->address(), "/my-work") << "an hour and a half, never idle for long";
        }
    }
    const std::string cookie = dana.cookie;
    dana.send("/sign-out", {});
    dana.cookie = cookie;
    dana.open("/my-work");
    EXPECT_TRUE(dana.address().starts_with("/sign-in"));

    database.take(true);
    actions::bring_back(*council.service);
    start();
    dana.open("/my-work");
    EXPECT_TRUE(dana.address().starts_with("/sign-in")) << "also when the program starts again";
    sam.open("/my-work");
    EXPECT_EQ(sam.address(), "/my-work");
    EXPECT_FALSE(sam.sees(banner));
}

TEST_P(SavesNothing, and_nobody_guesses_passwords_meanwhile) {
    database.take(false);
    sam.meets_faults = true;
    for (int guess = 0; guess < 5; ++guess) {
        sam.sign_in("sam", "wrong");
        EXPECT_EQ(sam.status(), 422);
    }
    sam.sign_in("sam", std::string(password));
    EXPECT_EQ(sam.status(), 429);
    council.now += 16min;
    sam.sign_in("sam", std::string(password));
    EXPECT_EQ(sam.status(), 200);
}

TEST_P(SavesNothing, and_without_a_durable_trace_no_page_leaves) {
    std::filesystem::remove(council.directory / "kith.spool");
    start(2 * 512);
    database.take(false);
    for (int looks = 0; looks < 2; ++looks) {
        dana.open(page);
        EXPECT_EQ(dana.status(), 200);
    }
    dana.open(page);
    EXPECT_EQ(dana.status(), 503);
    EXPECT_FALSE(dana.sees("Ada Example"));
    EXPECT_TRUE(dana.sees("say this reference: <strong>0000-0001</strong>"));
    council.service->aside = nullptr;
    dana.open(page);
    EXPECT_EQ(dana.status(), 503) << "nor without a spool";
}

TEST_P(SavesNothing, and_what_was_read_is_there_after_the_program_started_again) {
    dana.open(page);
    const auto before = looks().size();
    database.take(false);
    dana.open(page);
    start();
    dana.open(page);
    EXPECT_EQ(dana.status(), 200);
    start();
    EXPECT_EQ(looks().size(), before);
    database.take(true);
    EXPECT_EQ(actions::bring_back(*council.service), 2);
    EXPECT_EQ(actions::bring_back(*council.service), 0);
    EXPECT_EQ(looks().size(), before + 2);
}

TEST_P(SavesNothing, and_the_publics_pages_are_as_ever) {
    database.take(false);
    dana.open(page);
    Visitor teacher(app);
    teacher.meets_faults = true;
    for (const char* each : {"/", "/report-a-concern", "/sign-in"}) {
        teacher.open(each);
        EXPECT_EQ(teacher.status(), 200) << each;
        EXPECT_FALSE(teacher.sees(banner)) << each;
    }
}

}  // namespace
