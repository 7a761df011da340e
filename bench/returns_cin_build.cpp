// The children in need census from the record: processor time and memory for 20,000 children on SQLite, written and
// checked. Prints each figure against its limit; ends with 1 where one is missed.
//
//     returns_cin_build DIR [CHILDREN]   builds an invented council in DIR if there is none, then measures
#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <sstream>

#include "cli/demo/council.h"
#include "cli/returns_build.h"
#include "process.h"

using namespace kith;
using bench::processor_seconds, bench::resident_megabytes;

static bool within(std::string_view what, double value, double limit, std::string_view unit) {
    fmt::print("{:<58}{:>8.2f} {:<3} of {:>6.2f} {:<3} ratio {:.2f}{}\n", what, value, unit, limit, unit, value / limit,
               value <= limit ? "" : "  MISSED");
    return value <= limit;
}

static constexpr Instant present = std::chrono::sys_days(std::chrono::year{2026} / 11 / 22) + std::chrono::hours(11);

static bool build_council(const std::string& directory, std::int64_t children) {
    std::filesystem::create_directories(directory);
    std::string file = directory + "/kith.sqlite";
    auto store = store::Store::open({store::Dialect::sqlite, file, ""});
    store->migrate(present);
    auto built = cli::build_council(*store, {.children = children, .seed = 1, .now = present},
                                    [](std::string_view line) { fmt::print(stderr, "{}\n", line); });
    if (!built) fmt::print(stderr, "{}\n", built.error().sentence);
    return built.has_value();
}

int main(int count, char** arguments) {
    if (count < 2) return 1;
    std::string directory = arguments[1];
    std::int64_t children = count > 2 ? std::stoll(arguments[2]) : 20'000;
    bool was_there = std::filesystem::exists(directory + "/kith.sqlite");
    if (!was_there && !build_council(directory, children)) return 1;
    double seconds = 0;
    std::int64_t reported = 1;
    for (int year : {2024, 2025, 2026, 2027}) {
        std::ostringstream out, err;
        std::istringstream in;
        cli::Environment environment{[] { return present; }, counting_ids(), in, out, err};
        std::vector<std::string> command{"--year", std::to_string(year),
                                         "--data", directory,
                                         "--out",  fmt::format("{}/cin-{}.xml", directory, year)};
        double start = processor_seconds();
        if (cli::run_returns_build(command, environment) != 0) return 1;
        double took = processor_seconds() - start;
        std::string line = out.str();
        if (year == 2027) {
            seconds = took;
            reported = std::stoll(line.substr(line.find(": ") + 2));
        }
        fmt::print("{:.2f} s  {}{}", took, out.str(), err.str());
    }
    bool good = within(fmt::format("build and check, {} recorded, for 20,000 recorded", children),
                       seconds * 20'000.0 / double(children), 3.0, "s");
    good &= within(fmt::format("the same, {} in the file, for 20,000 in the file", reported),
                   seconds * 20'000.0 / double(reported), 3.0, "s");
    if (was_there)  // otherwise the most was needed for inventing them
        good &= within("most memory resident", resident_megabytes(), 100, "MB");
    return good ? 0 : 1;
}
