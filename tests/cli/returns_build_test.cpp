// kith returns cin build, on an invented council: whole, clean, of the right shape, and refused with a sentence.
#include "cli/returns_build.h"

#include <cstdlib>
#include <regex>

#include "cli/cli_world.h"
#include "cli/demo/council.h"
#include "cli/returns_command.h"

using namespace kith;
using namespace kith::tests;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

class Council : public CliWorld {
  public:
    Council() {
        auto store = store::Store::open({store::Dialect::sqlite, (directory / "kith.sqlite").string(), ""});
        store->migrate(now);
        auto built = cli::build_council(*store, {.children = 60, .seed = 3, .now = now}, [](std::string_view) {});
        if (!built) throw std::runtime_error(built.error().sentence);
    }
    Ran build(std::vector<std::string> arguments) {
        std::ostringstream out, err;
        std::istringstream in;
        cli::Environment environment{[this] { return now; }, ids, in, out, err};
        arguments.insert(arguments.begin(), {"cin", "build"});
        int code = cli::run_returns(arguments, environment);
        return {code, out.str(), err.str()};
    }
    std::string file(int year) { return (directory / ("cin-" + std::to_string(year) + ".xml")).string(); }
    Ran build(int year) {
        return build({"--year", std::to_string(year), "--data", directory.string(), "--out", file(year)});
    }
    static std::string text_of(const std::string& path) {
        std::ostringstream text;
        text << std::ifstream(path, std::ios::binary).rdbuf();
        return text.str();
    }
};

Council& council() {
    static Council council;
    return council;
}

const std::string schema = KITH_SOURCE_DIR "/docs/returns/cin-2027.xsd";

int xmllint(const std::string& file) {
    return std::system(("xmllint --noout --schema '" + schema + "' '" + file + "' > /dev/null 2>&1").c_str());
}

}  // namespace

TEST(ReturnsBuild, gives_a_file_without_errors_for_each_year_of_the_invented_council) {
    for (int year : {2024, 2025, 2026, 2027}) {
        Ran ran = council().build(year);
        EXPECT_EQ(ran.code, 0) << ran.err;
        std::regex line(R"(.*: [0-9]+ children, [0-9]+ episodes, 0 errors, [0-9]+ queries\n)");
        EXPECT_TRUE(std::regex_match(ran.out, line)) << ran.out << ran.err;
    }
    EXPECT_THAT(Council::text_of(council().file(2027)), HasSubstr("<LEA>003</LEA>"));
    EXPECT_THAT(Council::text_of(council().file(2027)), HasSubstr("<CINdetails>"));
    EXPECT_THAT(Council::text_of(council().file(2027)), HasSubstr("<PreProceedingsandFGDM>")) << "or 8995Q fires";
}

TEST(ReturnsBuild, gives_a_file_of_the_shape_that_the_specification_has) {
    for (int year : {2024, 2025, 2026, 2027}) {
        ASSERT_EQ(council().build(year).code, 0);
        EXPECT_EQ(xmllint(council().file(year)), 0) << year;
    }
    std::string text = Council::text_of(council().file(2027));
    std::string wrong = council().file(9999);
    std::ofstream(wrong) << std::regex_replace(text, std::regex("<ReferralNFA>.</ReferralNFA>"), "");
    EXPECT_NE(xmllint(wrong), 0) << "the schema asks for every element";
}

TEST(ReturnsBuild, gives_the_same_file_from_the_same_record) {
    ASSERT_EQ(council().build(2026).code, 0);
    std::string once = Council::text_of(council().file(2026));
    Ran again =
        council().build({"--year=2025-26", "--data", council().directory.string(), "--out", council().file(2026)});
    ASSERT_EQ(again.code, 0);
    EXPECT_EQ(Council::text_of(council().file(2026)), once);
}

TEST(ReturnsBuild, gives_the_same_file_on_both_databases) {
    auto& cluster = support::PostgresCluster::shared();
    std::vector<std::string> files;
    for (const char* kind : {"sqlite", "postgres"}) {
        CliWorld world;
        std::vector<std::string> where{"--data", world.path(kind)};
        if (kind == std::string("postgres"))
            where.insert(where.begin(), {"--database", cluster.as_superuser(cluster.fresh_database())});
        ASSERT_EQ(world.run(cli::run_demo, {"--children", "25"}, where).code, 0);
        Ran ran = world.run(cli::run_returns_build, {"--year", "2027", "--out", world.path("cin.xml")}, where);
        EXPECT_EQ(ran.code, 0) << ran.err;
        EXPECT_THAT(ran.out, HasSubstr(", 0 errors"));
        files.push_back(Council::text_of(world.path("cin.xml")));
    }
    EXPECT_THAT(files[0], HasSubstr("<CINdetails>"));
    EXPECT_EQ(files[0], files[1]);
}

TEST(ReturnsBuild, refuses_what_it_cannot_do_with_a_sentence) {
    std::string data = council().directory.string(), out = council().file(2027);
    std::vector<std::vector<std::string>> wrong = {
        {},
        {"--year", "2027", "--data", data},
        {"--out", out, "--data", data},
        {"--year", "twenty", "--out", out, "--data", data},
        {"--year", "2021", "--out", out, "--data", data},
        {"--year", "2026-28", "--out", out, "--data", data},
        {"--year", "2027", "--out", data, "--data", data},
        {"--year", "2027", "--out", data + "/none/cin.xml", "--data", data},
        {"--year", "2027", "--out", out, "--data", data + "/none"},
        {"--year", "2027", "--out", out, "--data", data, "--dfe-number", "999"},
        {"--year", "2027", "--out", out, "--data", data, "--colour", "red"},
        {"--year", "2027", "--out", out, "--data", data, "more"},
    };
    for (const auto& arguments : wrong) {
        SCOPED_TRACE(testing::PrintToString(arguments));
        expect_refused(council().build(arguments));
    }
}

TEST(ReturnsBuild, leaves_the_file_that_was_there_when_it_fails) {
    std::string out = council().file(2025);
    std::ofstream(out) << "last year's";
    std::ofstream(out + ".part") << "of a run that was cut off";
    Ran ran =
        council().build({"--year", "2025", "--data", council().directory.string(), "--out", out, "--dfe-number", "x"});
    expect_refused(ran);
    EXPECT_EQ(Council::text_of(out), "last year's");
    ASSERT_EQ(council().build(2025).code, 0);
    EXPECT_THAT(Council::text_of(out), StartsWith("<?xml"));
    EXPECT_FALSE(std::filesystem::exists(out + ".part"));
}

TEST(ReturnsBuild, asks_for_the_number_of_an_authority_that_has_none) {
    CliWorld empty;
    auto store = store::Store::open({store::Dialect::sqlite, (empty.directory / "kith.sqlite").string(), ""});
    store->migrate(empty.now);
    ASSERT_TRUE(store->found({{}, empty.now}, RawId{{1}}, "Your council"));
    store.reset();
    std::string out = (empty.directory / "cin.xml").string();
    std::vector<std::string> arguments{"--year", "2027", "--data", empty.directory.string(), "--out", out};
    Ran ran = council().build(arguments);
    expect_refused(ran);
    EXPECT_THAT(ran.err, HasSubstr("--dfe-number"));
    arguments.insert(arguments.end(), {"--dfe-number", "801"});
    ran = council().build(arguments);
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("0 children, 0 episodes"));
}
