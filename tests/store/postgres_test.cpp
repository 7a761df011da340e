// What only PostgreSQL does: many authorities in one database, roles, servers that go away.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/desk_store.h"
#include "store/postgres.h"
#include "support/postgres.h"
#include "support/test_database.h"

namespace kith {
namespace {

using namespace support;
using store::Reader;
using store::Writer;
using testing::HasSubstr;
using testing::IsEmpty;

const RawId second_authority{{0xc2}};

class Postgres : public testing::Test {
  protected:
    TestDatabase database{store::Dialect::postgres};
    std::unique_ptr<store::Store> store = database.ready();

    std::unique_ptr<store::Store> open_for(const RawId& authority) {
        auto options = database.options();
        options.authority = authority;
        options.head_key = options.head_key.string() + to_text(authority);
        return database.open(options);
    }
    static void keep(store::Store& store, const toy::Horse& horse) {
        ASSERT_TRUE(store.write(by_ann, [&](Writer& writer) -> Result<void> {
            toy::save_horse(writer, horse);
            return {};
        }));
    }
    static std::int64_t horses(store::Store& store) {
        return store.read([](Reader& reader) { return *reader.scalar<std::int64_t>("SELECT count(*) FROM horse"); });
    }
};

TEST_F(Postgres, holds_two_authorities_that_never_see_each_other) {
    auto other = open_for(second_authority);
    ASSERT_TRUE(other->found(by_ann, second_authority, "Brackenford"));
    auto same_id = toy::a_horse(1);
    keep(*store, same_id);
    keep(*store, toy::a_horse(2));
    same_id.name = "Theirs";
    keep(*other, same_id);

    EXPECT_EQ(horses(*store), 2);
    EXPECT_EQ(horses(*other), 1);
    EXPECT_EQ(store->read([&](Reader& reader) { return reader.find<toy::Horse>(same_id.id)->name; }), "Dapple 1");
    ASSERT_TRUE(other->write(by_ann, [](Writer& writer) -> Result<void> {
        EXPECT_EQ(writer.run("DELETE FROM horse_word WHERE word = $1", "Dapple"), 0);
        return {};
    }));
    EXPECT_TRUE(store->write_head(noon));
    EXPECT_TRUE(other->write_head(noon));
    EXPECT_THAT(faults(*store), IsEmpty());
    EXPECT_THAT(faults(*other), IsEmpty());
}

TEST_F(Postgres, does_not_let_one_authority_write_rows_of_another) {
    EXPECT_THROW(store->write(by_ann,
                              [](Writer& writer) -> Result<void> {
                                  writer.run(
                                      "INSERT INTO horse_word (authority_id, word, horse_id) VALUES ($1, $2, $3)",
                                      second_authority, "x", RawId{});
                                  return {};
                              }),
                 store::Fault);
}

TEST_F(Postgres, walls_in_every_table) {
    const auto unwalled = store->read([](Reader& reader) {
        return reader.scalar<std::int64_t>(
            "SELECT count(*) FROM pg_class c WHERE relkind IN ('r', 'p') AND relnamespace = "
            "current_schema()::regnamespace AND "
            "relname <> 'schema_version' AND NOT (relrowsecurity AND relforcerowsecurity AND EXISTS "
            "(SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid))");
    });
    EXPECT_EQ(unwalled, 0);
}

TEST_F(Postgres, finds_a_row_by_its_index_through_the_wall) {
    for (std::uint64_t i = 1; i <= 300; ++i)
        keep(*store, toy::a_horse(i));
    database.tamper("ANALYZE horse");
    std::string plan;
    store->read([&](Reader& reader) {
        reader.each("EXPLAIN SELECT * FROM horse WHERE name = 'Dapple 7' ORDER BY name, id",
                    [&](const store::RowView& row) { plan += row.get<std::string>(0) + "\n"; });
    });
    EXPECT_THAT(plan, HasSubstr("Index Scan using horse_by_name")) << plan;
    EXPECT_THAT(plan, HasSubstr("Index Cond: ((authority_id =")) << plan;
}

TEST_F(Postgres, serves_nobody_before_it_knows_whom) {
    auto options = database.options();
    options.authority.reset();
    EXPECT_FALSE(database.open(options)->authority());
}

TEST_F(Postgres, takes_the_owners_role_on_every_connection_of_a_superuser) {
    keep(*store, toy::a_horse(1));
    auto location = database.location();
    location.where = PostgresCluster::shared().as_superuser(location.where);
    auto options = database.options();
    options.authority = second_authority;
    auto other = store::Store::open(location, options);
    const auto role_and_rows = [](Reader& reader) {
        return *reader.scalar<std::string>("SELECT current_user::text || ' ' || (SELECT count(*) FROM horse)::text");
    };
    other->read([&](Reader& first) {
        EXPECT_EQ(role_and_rows(first), "kith 0");
        EXPECT_EQ(other->read(role_and_rows), "kith 0");  // a connection of its own, while the first is in use
    });
    PostgresCluster::shared().end_sessions(database.location().where);
    EXPECT_EQ(other->read(role_and_rows), "kith 0");
}

TEST_F(Postgres, refuses_a_role_that_sees_through_the_wall_and_can_take_no_other) {
    database.tamper("DO $$ BEGIN CREATE ROLE seer LOGIN BYPASSRLS; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
    auto location = database.location();
    location.where.replace(location.where.find("kith@"), 5, "seer@");
    try {
        store::Store::open(location, database.options());
        FAIL() << "it was served";
    } catch (const store::Unusable& fault) {
        EXPECT_THAT(fault.what(), HasSubstr("BYPASSRLS"));
    }
}

TEST_F(Postgres, that_was_started_again_between_two_commands_is_noticed_by_nobody) {
    keep(*store, toy::a_horse(1));
    PostgresCluster::shared().end_sessions(database.location().where);
    EXPECT_EQ(horses(*store), 1);
    PostgresCluster::shared().end_sessions(database.location().where);
    keep(*store, toy::a_horse(2));
    EXPECT_EQ(horses(*store), 2);
}

TEST_F(Postgres, that_is_stopped_is_a_fault_and_is_there_again_once_it_is_started) {
    keep(*store, toy::a_horse(1));
    PostgresCluster::shared().stop();
    EXPECT_THROW(horses(*store), store::Unavailable);
    EXPECT_THROW(keep(*store, toy::a_horse(2)), store::Unavailable);
    PostgresCluster::shared().start();
    EXPECT_EQ(horses(*store), 1);
    keep(*store, toy::a_horse(2));
    EXPECT_EQ(horses(*store), 2);
}

TEST_F(Postgres, that_goes_away_inside_a_command_keeps_nothing_of_it) {
    EXPECT_THROW(store->write(by_ann,
                              [&](Writer& writer) -> Result<void> {
                                  toy::save_horse(writer, toy::a_horse(1));
                                  PostgresCluster::shared().end_sessions(database.location().where);
                                  toy::save_horse(writer, toy::a_horse(2));
                                  return {};
                              }),
                 store::Unavailable);
    EXPECT_EQ(horses(*store), 0);
    EXPECT_THAT(faults(*store), IsEmpty());
}

TEST_F(Postgres, that_goes_away_at_the_commit_leaves_a_doubt_that_the_token_settles) {
    database.tamper(
        "CREATE SEQUENCE deaths; GRANT ALL ON SEQUENCE deaths TO kith; CREATE OR REPLACE FUNCTION die() RETURNS "
        "trigger LANGUAGE "
        "plpgsql AS $$ BEGIN IF nextval('deaths') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; "
        "RETURN NULL; "
        "END $$; CREATE CONSTRAINT TRIGGER dies AFTER INSERT ON horse DEFERRABLE INITIALLY DEFERRED FOR EACH ROW "
        "EXECUTE "
        "FUNCTION die()");
    int runs = 0;
    const auto kept = store->write_once({"t1"}, "x", by_ann, [&](Writer& writer) -> Result<std::string> {
        ++runs;
        toy::save_horse(writer, toy::a_horse(1));
        return "/horses/1";
    });
    database.tamper("DROP TRIGGER dies ON horse; DROP SEQUENCE deaths");
    EXPECT_EQ(kept, "/horses/1");
    EXPECT_EQ(runs, 2);
    EXPECT_EQ(horses(*store), 1);
}

TEST_F(Postgres, tells_what_a_posted_statement_met_to_whoever_waits_next_and_then_goes_on) {
    store::PostgresConnection connection(database.location(), std::nullopt);
    connection.script("CREATE TEMPORARY TABLE stable_mate (name text PRIMARY KEY)");
    const std::string_view insert = "INSERT INTO stable_mate (name) VALUES ($1)";
    const std::array<store::Value, 1> dapple{std::string_view("Dapple")};
    const auto mates = [&] {
        std::int64_t count = -1;
        connection.each("SELECT count(*) FROM stable_mate", {}, [&](const auto& row) { count = row.integer(0); });
        return count;
    };

    connection.post("BEGIN", {});
    connection.post(insert, dapple);
    EXPECT_EQ(mates(), 1);
    connection.post(insert, dapple);
    connection.post(insert, dapple);
    EXPECT_THROW(mates(), store::Violation);
    connection.roll_back();
    EXPECT_EQ(mates(), 0);

    connection.post("BEGIN", {});
    connection.post(insert, dapple);
    connection.post(insert, dapple);
    EXPECT_FALSE(connection.idle());
    EXPECT_THROW(connection.commit(), store::Violation);
    connection.roll_back();
    EXPECT_TRUE(connection.idle());

    connection.post("BEGIN", {});
    connection.post(insert, dapple);
    connection.post(insert, dapple);
    connection.roll_back();  // what failed is undone with the rest
    connection.post("BEGIN", {});
    connection.post(insert, dapple);
    connection.commit();
    EXPECT_EQ(mates(), 1);
}

TEST_F(Postgres, commits_with_a_warning_are_in_doubt_until_the_token_settles_them) {
    // A synchronous wait that is cancelled answers COMMIT with a warning; a deferred trigger gives the same answer
    // here.
    database.tamper(
        "CREATE OR REPLACE FUNCTION warn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'not "
        "replicated'; RETURN "
        "NULL; END $$; CREATE CONSTRAINT TRIGGER warns AFTER INSERT ON horse DEFERRABLE INITIALLY DEFERRED FOR EACH "
        "ROW "
        "EXECUTE FUNCTION warn()");
    EXPECT_THROW(keep(*store, toy::a_horse(1)), store::InDoubt);
    int runs = 0;
    const auto kept = store->write_once({"t1"}, "x", by_ann, [&](Writer& writer) -> Result<std::string> {
        ++runs;
        toy::save_horse(writer, toy::a_horse(2));
        return "/horses/2";
    });
    database.tamper("DROP TRIGGER warns ON horse");
    EXPECT_EQ(kept, "/horses/2");
    EXPECT_EQ(runs, 1);
    EXPECT_EQ(horses(*store), 2);
}

TEST_F(Postgres, heads_leave_out_what_another_transaction_may_still_commit) {
    keep(*store, toy::a_horse(1));
    ASSERT_TRUE(store->write_head(noon));
    std::optional<store::Head> during;
    ASSERT_TRUE(store->write(by_ann, [&](Writer& writer) -> Result<void> {
        toy::save_horse(writer, toy::a_horse(2));
        EXPECT_TRUE(writer.find<toy::Horse>(toy::a_horse(2).id));  // it has its number, and is not committed
        keep(*store, toy::a_horse(3));
        during = store->write_head(noon);
        return {};
    }));
    EXPECT_FALSE(during);
    const auto after = store->write_head(noon);
    ASSERT_TRUE(after);
    EXPECT_EQ(after->entries, 2);
    EXPECT_THAT(faults(*store), IsEmpty());
}

}  // namespace
}  // namespace kith
