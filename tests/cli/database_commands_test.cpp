// Every command about a database, on SQLite and on PostgreSQL as the superuser and as the plain owner.
#include "cli/database_commands.h"

#include "cli/cli_world.h"
#include "store/spool.h"

namespace kith {
namespace {

using namespace tests;
using support::PostgresCluster;
using testing::HasSubstr;
using testing::StartsWith;

enum class As { sqlite, superuser, owner };

class EveryDatabase : public testing::TestWithParam<As> {
  protected:
    void SetUp() override {
        if (GetParam() == As::sqlite) {
            where = {"--data", world.path("data")};
            return;
        }
        auto& cluster = PostgresCluster::shared();
        owner_uri = cluster.fresh_database();
        auto uri = GetParam() == As::owner ? owner_uri : cluster.as_superuser(owner_uri);
        where = {"--database", uri, "--data", world.path("keys")};
    }

    template <class Command>
    Ran run(Command command, std::vector<std::string> arguments, const std::string& typed = "") {
        return world.run(command, std::move(arguments), where, typed);
    }
    void expect_ok(const Ran& ran) { EXPECT_EQ(ran.code, 0) << ran.err; }
    void expect_verified(const Ran& ran) {
        EXPECT_EQ(ran.code, 0) << ran.out << ran.err;
        EXPECT_THAT(ran.out, StartsWith("ok "));
    }
    void tamper(const std::string& sql) {
        if (GetParam() == As::sqlite) {
            auto store = store::Store::open({store::Dialect::sqlite, world.path("data/kith.sqlite"), ""});
            auto changed = store->write({}, [&](store::Writer& writer) -> Result<void> {
                writer.connection().script(sql);
                return {};
            });
            ASSERT_TRUE(changed);
        } else {
            PostgresCluster::shared().psql(PostgresCluster::shared().as_superuser(owner_uri), sql);
        }
    }

    CliWorld world;
    std::vector<std::string> where;
    std::string owner_uri;
};

INSTANTIATE_TEST_SUITE_P(On, EveryDatabase, testing::Values(As::sqlite, As::superuser, As::owner), [](const auto& at) {
    return at.param == As::sqlite ? "sqlite" : at.param == As::superuser ? "postgresql_superuser" : "postgresql_owner";
});

TEST_P(EveryDatabase, takes_every_command_one_after_the_other) {
    expect_ok(run(cli::run_migrate, {}));
    expect_ok(run(cli::run_demo, {"--children", "3"}));
    expect_verified(run(cli::run_journal, {"verify"}));
    Ran added = run(cli::run_user, {"add", "--sign-in", "ann.vale", "--name", "Ann Vale", "--role", "social_worker"},
                    "three or four words\n");
    EXPECT_EQ(added.out, "added ann.vale\n") << added.err;
    EXPECT_EQ(run(cli::run_user, {"disable", "--sign-in", "ann.vale"}).out, "disabled ann.vale\n");
    EXPECT_EQ(run(cli::run_tick, {"--now"}).out, "done\n");
    EXPECT_EQ(run(cli::run_migrate, {}).out, "0\n");
    expect_verified(run(cli::run_journal, {"verify"}));
    expect_refused(run(cli::run_demo, {}));
}

TEST_P(EveryDatabase, gets_the_looks_that_wait_in_its_spool_at_a_tick) {
    expect_ok(run(cli::run_demo, {"--children", "3"}));
    const std::string directory = world.path(GetParam() == As::sqlite ? "data" : "keys");
    auto options = cli::read_database_options(where);
    ASSERT_TRUE(options);
    {
        auto store = cli::open_record(*options);
        ASSERT_TRUE(store);
        const auto file = (*store)->file_beside_key(".spool");
        EXPECT_EQ(file.parent_path(), directory);
        EXPECT_TRUE(file.filename().string().starts_with("kith")) << file;
        EXPECT_NE(file.string().find(to_text(*(*store)->authority())), std::string::npos);
        store::Spool spool(file, 4096);
        ASSERT_TRUE(spool.add({{.at = world.now, .actor = {}, .action = "a page", .purpose = "waited"}, {RawId{{7}}}}));
    }
    EXPECT_EQ(run(cli::run_tick, {"--now"}).out, "done\n");
    EXPECT_EQ(run(cli::run_tick, {"--now"}).out, "done\n");
    auto store = cli::open_record(*options);
    EXPECT_EQ((*store)->read([](store::Reader& reader) {
        return reader.scalar<std::int64_t>("SELECT count(*) FROM access_log WHERE purpose = 'waited'");
    }),
              1);
    expect_verified(run(cli::run_journal, {"verify"}));
}

TEST_P(EveryDatabase, says_how_to_go_on_where_a_council_was_begun_and_never_finished) {
    expect_ok(run(cli::run_demo, {"--children", "3"}));
    EXPECT_THAT(run(cli::run_demo, {}).err, HasSubstr("Choose an empty directory."));
    tamper("DELETE FROM journal_head");  // a run that is killed has not come to it
    Ran again = run(cli::run_demo, {});
    expect_refused(again);
    EXPECT_THAT(again.err, StartsWith("A council was begun here and never finished."));
    if (GetParam() != As::sqlite) return;
    EXPECT_THAT(again.err, HasSubstr("rm \"" + world.path("data/kith.sqlite") + "\"*"));
    for (const char* ending : {"", "-wal", "-shm", ".key", ".heads", ".trusted"})
        std::filesystem::remove(world.path("data/kith.sqlite") + ending);
    expect_ok(run(cli::run_demo, {"--children", "3"}));
}

TEST_P(EveryDatabase, replays_into_a_directory_that_holds) {
    expect_ok(run(cli::run_demo, {"--children", "3"}));
    Ran verified = run(cli::run_journal, {"verify"});
    Ran replayed = run(cli::run_journal, {"replay", "--into", world.path("copy")});
    EXPECT_EQ(replayed.out, "replayed into " + world.path("copy") + "\n") << replayed.err;
    Ran copy = world.run(cli::run_journal, {"verify"}, {"--data", world.path("copy")});
    EXPECT_EQ(copy.out, verified.out) << copy.err;
    expect_refused(run(cli::run_journal, {"replay", "--into", world.path("copy")}));
}

TEST_P(EveryDatabase, replays_the_heads_that_are_there_and_signs_none_of_its_own) {
    expect_ok(run(cli::run_demo, {"--children", "3"}));
    tamper("DELETE FROM journal_head");
    expect_ok(run(cli::run_journal, {"replay", "--into", world.path("copy")}));
    auto copy = store::Store::open({store::Dialect::sqlite, world.path("copy/kith.sqlite"), ""});
    EXPECT_EQ(copy->read([](store::Reader& reader) {
        return reader.scalar<std::int64_t>("SELECT count(*) FROM journal_head");
    }),
              0);
}

TEST_P(EveryDatabase, gives_away_who_tampered_with_a_row) {
    expect_ok(run(cli::run_demo, {"--children", "3"}));
    tamper("UPDATE journal_entry SET recorded_at = recorded_at + 1 WHERE sequence = 2");
    Ran verified = run(cli::run_journal, {"verify"});
    EXPECT_EQ(verified.code, 1);
    EXPECT_THAT(verified.out, HasSubstr("what it says was changed"));
}

TEST_P(EveryDatabase, gives_away_who_removed_the_newest_record_whole) {
    expect_ok(run(cli::run_demo, {"--children", "3"}));
    const std::string newest =
        " WHERE record_id = (SELECT record_id FROM journal_entry ORDER BY sequence DESC LIMIT 1)";
    tamper("DELETE FROM journal_record" + newest);
    tamper("DELETE FROM journal_entry" + newest);
    tamper("DELETE FROM journal_body WHERE sequence NOT IN (SELECT sequence FROM journal_entry)");
    tamper("DELETE FROM journal_head");
    EXPECT_EQ(run(cli::run_journal, {"verify"}).code, 1);
}

TEST_P(EveryDatabase, begins_a_new_history_where_an_older_one_lay_before) {
    expect_ok(run(cli::run_demo, {"--children", "3"}));
    if (GetParam() == As::sqlite)
        for (const char* ending : {"", "-wal", "-shm"})
            std::filesystem::remove(world.path("data/kith.sqlite") + ending);
    else
        where[1] = GetParam() == As::owner
                       ? PostgresCluster::shared().fresh_database()
                       : PostgresCluster::shared().as_superuser(PostgresCluster::shared().fresh_database());
    expect_ok(run(cli::run_demo, {"--children", "3"}));
    expect_verified(run(cli::run_journal, {"verify"}));
}

TEST_P(EveryDatabase, makes_nothing_by_being_looked_at) {
    expect_refused(run(cli::run_journal, {"verify"}));
    expect_refused(run(cli::run_journal, {"replay", "--into", world.path("copy")}));
    expect_refused(run(cli::run_tick, {"--now"}));
    EXPECT_FALSE(std::filesystem::exists(world.path("data")));
    EXPECT_FALSE(std::filesystem::exists(world.path("copy")));
}

TEST_P(EveryDatabase, founds_an_authority_for_the_first_user_of_an_empty_one) {
    expect_ok(run(cli::run_migrate, {}));
    expect_ok(run(cli::run_user, {"add", "--sign-in", "ann.vale", "--name", "Ann Vale", "--role", "administrator"},
                  "three or four words\n"));
    expect_verified(run(cli::run_journal, {"verify"}));
}

TEST_P(EveryDatabase, adds_nobody_with_half_a_name_or_an_answer_that_is_none) {
    expect_ok(run(cli::run_migrate, {}));
    auto add = [&](const std::string& sign_in, const std::string& name, const std::string& role,
                   std::vector<std::string> more = {}) {
        std::vector<std::string> all{"add", "--sign-in", sign_in, "--name", name, "--role", role};
        all.insert(all.end(), more.begin(), more.end());
        return run(cli::run_user, all, "three or four words\n");
    };
    expect_refused(add("a.vale", " ", "social_worker"));
    expect_refused(add("a.vale", "Ann\nVale", "social_worker"));
    expect_refused(add("a.vale", "Ann\x01Vale", "social_worker"));
    expect_refused(add("a.vale", std::string(201, 'a'), "social_worker"));
    expect_refused(add(std::string(101, 'a'), "Ann Vale", "social_worker"));
    expect_refused(add("a.vale", "Ann Vale", "social_worker", {"--qualified", "maybe"}));
    expect_refused(add("a.vale", "Ann Vale", "social_worker", {"--phone", "1\n2"}));
    Ran no_role = add("a.vale", "Ann Vale", "wizard");
    expect_refused(no_role);
    EXPECT_THAT(no_role.err, HasSubstr("front_door"));
    expect_ok(add("a.vale", "Zoë O’Brien-Smith", "social_worker", {"--qualified", "no"}));
}

TEST_P(EveryDatabase, refuses_what_is_not_part_of_a_command) {
    expect_ok(run(cli::run_demo, {"--children", "3"}));
    expect_refused(run(cli::run_migrate, {"more"}));
    expect_refused(run(cli::run_demo, {"more"}));
    expect_refused(run(cli::run_tick, {}));
    expect_refused(run(cli::run_tick, {"--now", "--now"}));
    expect_refused(run(cli::run_journal, {}));
    expect_refused(run(cli::run_journal, {"mend"}));
    expect_refused(run(cli::run_journal, {"verify", "twice"}));
    expect_refused(run(cli::run_journal, {"verify", "--into", world.path("copy")}));
    expect_refused(run(cli::run_journal, {"replay"}));
    expect_refused(run(cli::run_journal, {"replay", "--into", "/proc/nowhere"}));
    expect_refused(run(cli::run_user, {"add", "--sign-in", "ann.vale"}));
    expect_refused(run(cli::run_journal, {"replay", "--into", ""}));
    expect_refused(run(cli::run_user, {"disable", "--sign-in", "nobody.here"}));
    expect_refused(run(cli::run_user, {"disable", "--sign-in", "sam.social", "--role", "social_worker"}));
    expect_refused(run(cli::run_journal, {"verify", "--authority", "not-an-id"}));
    expect_refused(run(cli::run_journal, {"verify", "--authority", "6f1c1f0e-8a53-4c62-9d0b-7d0f4c1f2a11"}));
}

TEST(Database, that_is_none_or_cannot_be_reached_is_refused_with_a_sentence) {
    CliWorld world;
    std::string text = world.file("letter.txt", std::string(5000, 'a'));
    std::filesystem::create_directory(world.path("folder"));
    for (const std::vector<std::string>& where : std::vector<std::vector<std::string>>{
             {"--database", "sqlite:" + text},
             {"--database", "sqlite:" + world.path("folder")},
             {"--database", "sqlite:/proc/nowhere/kith.sqlite"},
             {"--database", "sqlite:"},
             {"--database", "oracle:x"},
             {"--database", "postgresql://nobody@/none?host=" + world.path("folder"), "--data", world.path("keys")},
             {"--database", "postgresql://nobody@127.0.0.1:1/none", "--data", world.path("keys")},
             {"--database", "postgresql://%%%", "--data", world.path("keys")},
             {"--database", "sqlite:" + world.path("a.sqlite"), "--data", world.path("a")},
             {"--data", text},
             {"--data", "/proc/nowhere"},
             {"--data"},
             {"--data", ""},
             {"--data="},
             {"--database", ""},
             {"--database="},
             {"--databse", "x", "--data", world.path("keys")}}) {
        SCOPED_TRACE(testing::PrintToString(where));
        expect_refused(world.run(cli::run_migrate, {}, where));
        expect_refused(world.run(cli::run_demo, {"--children", "1"}, where));
        expect_refused(world.run(cli::run_journal, {"verify"}, where));
    }
}

class ManyRoles : public testing::Test {
  protected:
    Ran run(const std::string& by, auto command, std::vector<std::string> arguments) {
        return world.run(command, std::move(arguments), {"--database", by, "--data", world.path("keys")});
    }
    std::string as(const std::string& role) const {
        auto out = uri;
        return out.replace(out.find("kith@"), 5, role + "@");
    }

    CliWorld world;
    PostgresCluster& cluster = PostgresCluster::shared();
    std::string uri = cluster.fresh_database();
    std::string super = cluster.as_superuser(uri);
};

TEST_F(ManyRoles, may_take_turns_on_one_database) {
    EXPECT_EQ(run(uri, cli::run_demo, {"--children", "3"}).code, 0);
    EXPECT_EQ(run(super, cli::run_journal, {"verify"}).code, 0);
    EXPECT_EQ(run(super, cli::run_migrate, {}).out, "0\n");
    EXPECT_EQ(run(super, cli::run_tick, {"--now"}).out, "done\n");
    EXPECT_EQ(run(uri, cli::run_journal, {"verify"}).code, 0);
}

TEST_F(ManyRoles, leave_no_table_to_a_superuser) {
    EXPECT_EQ(run(super, cli::run_demo, {"--children", "3"}).code, 0);
    cluster.psql(super,
                 "DO $$ BEGIN IF EXISTS (SELECT 1 FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE "
                 "relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S') AND rolname <> 'kith_app') THEN "
                 "RAISE 'a table belongs to another'; END IF; END $$");
    // as a dump that was restored by the superuser
    cluster.psql(super,
                 "DO $$ DECLARE t regclass; BEGIN FOR t IN SELECT oid FROM pg_class WHERE relnamespace = "
                 "'public'::regnamespace AND relkind IN ('r', 'S') LOOP EXECUTE 'ALTER TABLE ' || t || ' OWNER TO "
                 "postgres'; END LOOP; END $$");
    Ran verified = run(super, cli::run_journal, {"verify"});
    EXPECT_EQ(verified.code, 0) << verified.out << verified.err;
}

TEST_F(ManyRoles, that_see_through_the_walls_and_cannot_leave_them_are_refused) {
    EXPECT_EQ(run(uri, cli::run_demo, {"--children", "3"}).code, 0);
    cluster.psql(super, "CREATE ROLE ghost LOGIN BYPASSRLS; GRANT ALL ON ALL TABLES IN SCHEMA public TO ghost");
    Ran refused = run(as("ghost"), cli::run_journal, {"verify"});
    expect_refused(refused);
    EXPECT_THAT(refused.err, HasSubstr("BYPASSRLS"));
    cluster.psql(super, "GRANT kith TO ghost");
    EXPECT_EQ(run(as("ghost"), cli::run_journal, {"verify"}).code, 0);
}

TEST_F(ManyRoles, of_a_superuser_see_one_authority_only) {
    EXPECT_EQ(run(super, cli::run_demo, {"--children", "3"}).code, 0);
    auto location = *store::parse_location(super);
    const RawId second{{0xc2}};
    auto other = store::Store::open(location, {.authority = second, .head_key = world.directory / "keys" / ""});
    ASSERT_TRUE(other->found({{}, world.now}, second, "Brackenford"));
    EXPECT_EQ(other->read(
                  [](store::Reader& reader) { return reader.scalar<std::int64_t>("SELECT count(*) FROM authority"); }),
              1);
    EXPECT_EQ(
        other->read([](store::Reader& reader) { return reader.scalar<std::int64_t>("SELECT count(*) FROM staff"); }),
        0);

    Ran unsaid = run(super, cli::run_journal, {"verify"});
    expect_refused(unsaid);
    EXPECT_THAT(unsaid.err, HasSubstr("--authority"));
    EXPECT_THAT(unsaid.err, HasSubstr(to_text(second) + " (Brackenford)"));
    Ran said = run(super, cli::run_journal, {"verify", "--authority", to_text(second)});
    EXPECT_EQ(said.out, "ok 1 1\n") << said.err;
}

}  // namespace
}  // namespace kith
