#include "cli/clock_command.h"

#include <gtest/gtest.h>

#include <sstream>
#include <vector>

#include "cli/rulebook_command.h"

using namespace kith::cli;

namespace {

struct Ran {
    int code;
    std::string out, err;
};
using Command = int (*)(std::span<const std::string>, std::ostream&, std::ostream&);

Ran run(Command command, std::vector<std::string> arguments) {
    std::ostringstream out, err;
    int code = command(arguments, out, err);
    return {code, out.str(), err.str()};
}

void expect_refused(Command command, std::vector<std::string> arguments) {
    std::string shown;
    for (const auto& argument : arguments)
        shown += argument + " ";
    Ran ran = run(command, std::move(arguments));
    EXPECT_EQ(ran.code, 1) << shown;
    EXPECT_EQ(ran.out, "") << shown;
    ASSERT_GT(ran.err.size(), 2u) << shown;
    EXPECT_EQ(ran.err.substr(ran.err.size() - 2), ".\n") << shown << ran.err;
}

}  // namespace

TEST(ClockCommand, due_prints_a_date_and_nothing_else) {
    EXPECT_EQ(run(run_clock, {"due", "--from", "2026-12-24", "--working-days", "1"}).out, "2026-12-29\n");
    EXPECT_EQ(run(run_clock, {"due", "--working-days=45", "--from=2026-11-02", "--division", "england-and-wales"}).out,
              "2027-01-07\n");
    EXPECT_EQ(run(run_clock, {"due", "--from", "2026-12-26", "--working-days", "0"}).out, "2026-12-26\n");
    EXPECT_EQ(run(run_clock, {"due", "--from", "2199-12-30", "--working-days", "1"}).out, "2199-12-31\n");
}

TEST(ClockCommand, elapsed_prints_a_number_and_nothing_else) {
    EXPECT_EQ(run(run_clock, {"elapsed", "--from", "2026-11-23", "--to", "2026-12-14"}).out, "15\n");
    EXPECT_EQ(run(run_clock, {"elapsed", "--from", "2026-12-25", "--to", "2026-12-28"}).out, "0\n");
    EXPECT_EQ(run(run_clock, {"elapsed", "--from", "2026-12-14", "--to", "2026-11-23"}).out, "-15\n");
}

TEST(ClockCommand, a_bad_or_missing_argument_prints_a_sentence_and_nothing_on_out) {
    const std::vector<std::vector<std::string>> bad = {
        {},
        {"later"},
        {"due"},
        {"due", "--from", "2026-12-24"},
        {"due", "--working-days", "1"},
        {"due", "--from", "2026-02-30", "--working-days", "1"},
        {"due", "--from", "24/12/2026", "--working-days", "1"},
        {"due", "--from", "1899-12-31", "--working-days", "1"},
        {"due", "--from", "2200-01-01", "--working-days", "1"},
        {"due", "--from", "", "--working-days", "1"},
        {"due", "--from", "2026-12-24", "--working-days", "-1"},
        {"due", "--from", "2026-12-24", "--working-days", "+1"},
        {"due", "--from", "2026-12-24", "--working-days", "1.5"},
        {"due", "--from", "2026-12-24", "--working-days", " 1"},
        {"due", "--from", "2026-12-24", "--working-days", "one"},
        {"due", "--from", "2026-12-24", "--working-days", ""},
        {"due", "--from", "2026-12-24", "--working-days", "2147483647"},
        {"due", "--from", "2026-12-24", "--working-days", "99999999999999999999"},
        {"due", "--from", "2199-12-31", "--working-days", "1"},
        {"due", "--from", "2026-12-24", "--working-days"},
        {"due", "--from", "--working-days", "1"},
        {"due", "--from", "2026-12-24", "--from", "2026-12-24", "--working-days", "1"},
        {"due", "--from", "2026-12-24", "--working-days", "1", "more"},
        {"due", "--from", "2026-12-24", "--working-days", "1", "--to", "2026-12-25"},
        {"due", "--from", "2026-12-24", "--working-days", "1", "--division", "mars"},
        {"elapsed", "--from", "2026-11-23"},
        {"elapsed", "--to", "2026-11-23"},
        {"elapsed", "--from", "2026-11-23", "--to", "2026-11-31"},
    };
    for (const auto& arguments : bad)
        expect_refused(run_clock, arguments);
}

TEST(ClockCommand, help_goes_to_out_and_succeeds) {
    for (auto arguments : std::vector<std::vector<std::string>>{{"--help"}, {"due", "--help"}, {"elapsed", "--help"}}) {
        Ran ran = run(run_clock, arguments);
        EXPECT_EQ(ran.code, 0);
        EXPECT_NE(ran.out.find("kith clock due"), std::string::npos);
        EXPECT_EQ(ran.err, "");
    }
}

TEST(RulebookCommand, prints_in_two_formats_and_refuses_others) {
    EXPECT_EQ(run(run_rulebook, {"print", "--format", "markdown"}).out.substr(0, 4), "<!--");
    EXPECT_EQ(run(run_rulebook, {"print", "--format", "dot"}).out.substr(0, 7), "digraph");
    expect_refused(run_rulebook, {});
    expect_refused(run_rulebook, {"print"});
    expect_refused(run_rulebook, {"print", "--format", "pdf"});
    expect_refused(run_rulebook, {"print", "--format", "dot", "x"});
    EXPECT_EQ(run(run_rulebook, {"--help"}).code, 0);
}
