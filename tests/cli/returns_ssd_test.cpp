// kith returns ssd, on an invented council: both shapes hold the same, keys hold, and hostile text comes through.
#include "cli/returns_ssd.h"

#include <algorithm>
#include <map>
#include <set>

#include "cli/cli_world.h"
#include "cli/demo/council.h"
#include "cli/returns_command.h"
#include "returns/ssd/tables.h"
#include "store/person_store.h"
#include "store/place_store.h"
#include "store/sqlite.h"

using namespace kith;
using namespace kith::tests;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::StartsWith;
namespace ssd = kith::returns::ssd;

namespace {

using Table = std::vector<std::vector<std::string>>;

std::string bytes_of(const std::filesystem::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

/// As RFC 4180 has it; a ' before what a spreadsheet would take for a formula is taken away.
Table parse_csv(std::string_view text) {
    Table rows{{}};
    std::string field;
    bool quoted = false;
    auto end_field = [&] {
        bool guarded =
            field.size() > 1 && field[0] == '\'' && std::string_view("=+-@\t\r").find(field[1]) != field.npos;
        rows.back().push_back(guarded ? field.substr(1) : field);
        field.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quoted && text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"')
            field += text[++i];
        else if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted && text[i] == ',')
            end_field();
        else if (!quoted && text[i] == '\r' && text[i + 1] == '\n') {
            end_field();
            rows.emplace_back();
            ++i;
        } else
            field += text[i];
    }
    rows.pop_back();
    return rows;
}

class File {
  public:
    explicit File(const std::filesystem::path& path)
        : connection_({store::Dialect::sqlite, path.string(), ""}, store::SqliteConnection::Use::read) {}
    Table rows(const std::string& sql, int columns) {
        Table all;
        connection_.each(sql, {}, [&](const store::RowView& row) {
            auto& cells = all.emplace_back();
            for (int i = 0; i < columns; ++i)
                cells.emplace_back(row.is_null(i) ? "" : row.text(i));
        });
        return all;
    }
    std::int64_t count(const std::string& sql) {
        std::int64_t found = -1;
        connection_.each(sql, {}, [&](const store::RowView& row) { found = row.integer(0); });
        return found;
    }

  private:
    store::SqliteConnection connection_;
};

class Council : public CliWorld {
  public:
    explicit Council(int children = 60) {
        auto opened = open();
        opened->migrate(now);
        auto built =
            cli::build_council(*opened, {.children = children, .seed = 3, .now = now}, [](std::string_view) {});
        if (!built) throw std::runtime_error(built.error().sentence);
    }
    std::unique_ptr<store::Store> open() {
        return store::Store::open({store::Dialect::sqlite, (directory / "kith.sqlite").string(), ""});
    }
    Ran write(const std::string& out, std::vector<std::string> more = {}) {
        more.insert(more.begin(), {"--out", path(out)});
        return run(cli::run_returns_ssd, more, {"--data", directory.string()});
    }
    std::string csv(const std::string& out, std::string_view table) {
        return bytes_of(directory / out / (std::string(table) + ".csv"));
    }
};

Council& council() {
    static Council council;
    static Ran ran = council.write("ssd");
    EXPECT_EQ(ran.code, 0) << ran.err;
    return council;
}

std::string column_list(const ssd::Table& table) {
    std::string list;
    for (const ssd::Column& column : table.columns)
        list += (list.empty() ? "CAST(" : ", CAST(") + std::string(column.name) + " AS TEXT)";
    return list;
}

/// Saves one row of the record, as an action would.
template <class... Rows>
void save(store::Store& store, Instant at, const Rows&... rows) {
    auto done = store.write({{}, at}, [&](store::Writer& writer) -> Result<void> {
        writer.save(core::happened::person_changed, RawId{{1}}, rows...);
        return {};
    });
    ASSERT_TRUE(done);
}

}  // namespace

TEST(ReturnsSsd, writes_every_table_with_the_columns_of_the_specification_in_order) {
    std::set<std::string> filled;
    for (const ssd::Table& table : ssd::tables()) {
        Table rows = parse_csv(council().csv("ssd", table.name));
        ASSERT_THAT(rows, Not(IsEmpty())) << table.name;
        std::vector<std::string> names;
        for (const ssd::Column& column : table.columns)
            names.emplace_back(column.name);
        EXPECT_EQ(rows.front(), names);
        if (rows.size() > 1) filled.insert(std::string(table.name));
    }
    for (const char* each : {"ssd_person",
                             "ssd_family",
                             "ssd_address",
                             "ssd_mother",
                             "ssd_disability",
                             "ssd_contacts",
                             "ssd_cin_episodes",
                             "ssd_cin_assessments",
                             "ssd_assessment_factors",
                             "ssd_cin_plans",
                             "ssd_cin_visits",
                             "ssd_s47_enquiry",
                             "ssd_initial_cp_conference",
                             "ssd_cp_plans",
                             "ssd_cp_visits",
                             "ssd_cp_reviews",
                             "ssd_involvements",
                             "ssd_professionals",
                             "ssd_department",
                             "ssd_version_log"})
        EXPECT_THAT(filled, Contains(each));
}

TEST(ReturnsSsd, has_the_same_in_both_shapes) {
    std::string copy = council().path("copy.sqlite");
    std::filesystem::copy_file(council().directory / "ssd/ssd.sqlite", copy);
    File file(copy);
    for (const ssd::Table& table : ssd::tables()) {
        Table rows = parse_csv(council().csv("ssd", table.name));
        rows.erase(rows.begin());
        Table in_file =
            file.rows("SELECT " + column_list(table) + " FROM " + std::string(table.name) + " ORDER BY rowid",
                      static_cast<int>(table.columns.size()));
        EXPECT_EQ(rows, in_file) << table.name;
    }
}

TEST(ReturnsSsd, has_keys_that_hold_and_references_that_lead_somewhere) {
    std::string copy = council().path("keys.sqlite");
    std::filesystem::copy_file(council().directory / "ssd/ssd.sqlite", copy);
    File file(copy);
    EXPECT_THAT(file.rows("PRAGMA foreign_key_check", 1), IsEmpty());
    EXPECT_GT(file.count("SELECT count(*) FROM pragma_foreign_key_list('ssd_cin_episodes')"), 2);
    for (const ssd::Table& table : ssd::tables())
        for (const ssd::Column& column : table.columns) {
            std::string of = std::string(table.name), name = std::string(column.name);
            if (column.key == ssd::KeyPart::primary) {
                EXPECT_EQ(file.count("SELECT count(*) FROM " + of + " WHERE coalesce(" + name + ", '') = ''"), 0)
                    << name;
            }
            if (column.refers_to.table.empty()) continue;
            EXPECT_EQ(file.count("SELECT count(*) FROM " + of + " WHERE " + name + " IS NOT NULL AND " + name +
                                 " NOT IN (SELECT " + std::string(column.refers_to.column) + " FROM " +
                                 std::string(column.refers_to.table) + ")"),
                      0)
                << name;
        }
}

TEST(ReturnsSsd, gives_the_same_files_from_the_same_record) {
    ASSERT_EQ(council().write("again").code, 0);
    for (const auto& each : std::filesystem::directory_iterator(council().directory / "again"))
        EXPECT_EQ(bytes_of(each.path()), bytes_of(council().directory / "ssd" / each.path().filename())) << each.path();
}

TEST(ReturnsSsd, gives_the_same_files_on_both_databases) {
    auto& cluster = support::PostgresCluster::shared();
    std::map<std::string, std::vector<std::string>> files;
    for (const char* kind : {"sqlite", "postgres"}) {
        CliWorld world;
        std::vector<std::string> where{"--data", world.path(kind)};
        if (kind == std::string("postgres"))
            where.insert(where.begin(), {"--database", cluster.as_superuser(cluster.fresh_database())});
        ASSERT_EQ(world.run(cli::run_demo, {"--children", "25"}, where).code, 0);
        Ran ran = world.run(cli::run_returns_ssd, {"--out", world.path("ssd")}, where);
        ASSERT_EQ(ran.code, 0) << ran.err;
        for (const ssd::Table& table : ssd::tables())
            files[kind].push_back(bytes_of(world.directory / "ssd" / (std::string(table.name) + ".csv")));
    }
    EXPECT_EQ(files["sqlite"], files["postgres"]);
}

TEST(ReturnsSsd, says_how_many_rows_each_table_has) {
    Ran ran = council().write("counted");
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.out, HasSubstr("ssd_version_log                         1\n"));
    EXPECT_THAT(ran.out, HasSubstr("ssd_cla_episodes                        0\n"));
}

TEST(ReturnsSsd, brings_hostile_text_through) {
    Council hostile(24);
    const std::vector<std::string> names = {"=cmd|' /C calc'!A0",
                                            "O\"Brien, \"\"",
                                            "line\nend",
                                            "ליאור \u202Egnp",
                                            "'=1",
                                            "Robert'); DROP TABLE ssd_person;--"};
    {
        auto store = hostile.open();
        auto children = store->read([](store::Reader& reader) {
            return reader.list<core::Person>(
                "WHERE id IN (SELECT child FROM referral UNION SELECT person FROM contact_child) ORDER BY id LIMIT 6");
        });
        ASSERT_EQ(children.size(), names.size());
        for (std::size_t i = 0; i < names.size(); ++i) {
            children[i].family_name = names[i];
            save(*store, hostile.now, children[i]);
        }
    }
    ASSERT_EQ(hostile.write("ssd").code, 0);
    std::string text = hostile.csv("ssd", "ssd_person");
    EXPECT_THAT(text, HasSubstr("\"'=cmd|"));  // a spreadsheet shows it and runs nothing
    std::vector<std::string> from_csv;
    for (const auto& row : parse_csv(text))
        from_csv.push_back(row.at(2));
    File file(hostile.directory / "ssd/ssd.sqlite");
    std::vector<std::string> from_file;
    for (const auto& row : file.rows("SELECT pers_surname FROM ssd_person", 1))
        from_file.push_back(row.front());
    for (const std::string& name : names) {
        EXPECT_THAT(from_file, Contains(name));
        bool is_changed = name == "'=1";  // what looks like a guard is read as one
        EXPECT_EQ(std::ranges::count(from_csv, name), is_changed ? 0 : 1) << name;
    }
}

TEST(ReturnsSsd, leaves_out_what_must_stay_secret_and_says_how_much) {
    Council secret;
    core::Place place;
    {
        auto store = secret.open();
        place = store->read([](store::Reader& reader) {
            return *reader.list_first<core::Place>(
                "WHERE kind = 'home' AND until_date IS NULL AND person IN (SELECT child FROM referral) ORDER BY id");
        });
        core::Place repeated = place;
        repeated.id = core::PlaceId(RawId{{77}});
        repeated.person = store->read([&](store::Reader& reader) {
            return reader
                .list_first<core::Person>(
                    "WHERE id IN (SELECT child FROM referral WHERE state = 'open') AND id <> $1 ORDER BY id",
                    place.person)
                ->id;
        });
        save(*store, secret.now, repeated,
             core::PlaceSecret{
                 .id = Id<core::PlaceSecretTag>(RawId{{78}}), .place = place.id, .reason = "x", .set_at = secret.now});
    }
    std::string street = place.text.substr(0, place.text.find('\n'));
    Ran ran = secret.write("ssd");
    EXPECT_THAT(ran.out, HasSubstr("must stay secret and were left out. --with-protected-places puts them in."));
    EXPECT_THAT(secret.csv("ssd", "ssd_address"), Not(HasSubstr(street)));
    EXPECT_THAT(bytes_of(secret.directory / "ssd/ssd.sqlite"), Not(HasSubstr(street)));
    ran = secret.write("ssd", {"--with-protected-places"});
    EXPECT_THAT(ran.out, Not(HasSubstr("left out")));
    EXPECT_THAT(secret.csv("ssd", "ssd_address"), HasSubstr(street));
    EXPECT_THAT(secret.csv("ssd", "ssd_address"), HasSubstr(to_text(RawId{{77}})));
}

TEST(ReturnsSsd, refuses_what_it_cannot_do_with_a_sentence) {
    std::string data = council().directory.string(), file = council().file("a file", "");
    std::vector<std::vector<std::string>> wrong = {
        {},
        {"--data", data},
        {"--out", "", "--data", data},
        {"--out", file, "--data", data},
        {"--out", council().path("none/ssd"), "--data", data},
        {"--out", council().path("other"), "--data", council().path("none")},
        {"--out", council().path("other"), "--data", data, "--colour", "red"},
        {"--out", council().path("other"), "--data", data, "more"},
    };
    for (const auto& arguments : wrong) {
        SCOPED_TRACE(testing::PrintToString(arguments));
        expect_refused(council().run(cli::run_returns_ssd, arguments, {}));
    }
    EXPECT_FALSE(std::filesystem::exists(council().path("other")));
}

TEST(ReturnsSsd, keeps_to_itself_and_leaves_nothing_beside_its_files) {
    auto made = std::filesystem::status(council().directory / "ssd").permissions();
    EXPECT_EQ(made, std::filesystem::perms::owner_all);
    int files = 0;
    for (const auto& each : std::filesystem::directory_iterator(council().directory / "ssd")) {
        ++files;
        EXPECT_THAT(each.path().filename().string(), Not(HasSubstr(".part")));
    }
    EXPECT_EQ(files, 49);
}
