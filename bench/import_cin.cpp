// kith import cin: children a second and memory, into an empty record on SQLite with every commit on the disk; and the
// same file again, which changes nothing. Figures, no claim: how fast depends on the disk.
//
//     import_cin CENSUS.xml DIR   DIR must be empty or not there
#include <fmt/format.h>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <sstream>

#include "cli/import_command.h"
#include "process.h"

using namespace kith;
using bench::processor_seconds, bench::resident_megabytes;

static Instant clock_now() {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

/// "children: 20000 new, 0 added to, 0 unchanged, …": all of them.
static double children_in(std::string_view told) {
    double children = 0;
    for (const char* word : {" new", " added to", " unchanged"}) {
        std::size_t end = told.find(word), start = told.rfind(' ', end - 1);
        children += std::stod(std::string(told.substr(start + 1, end - start - 1)));
    }
    return children;
}

static bool import(const char* what, const std::string& file, const std::string& directory) {
    std::ostringstream out, err;
    std::istringstream in;
    cli::Environment environment{clock_now, seeded_ids(std::filesystem::exists(directory + "/kith.sqlite") ? 2 : 1), in,
                                 out, err};
    std::vector<std::string> command{"cin", file, "--data", directory};
    auto began = std::chrono::steady_clock::now();
    double processor = processor_seconds();
    int code = cli::run_import(command, environment);
    std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    if (code != 0) {
        std::cerr << err.str();
        return false;
    }
    double children = children_in(out.str());
    fmt::print("{:<24}{:>8.0f} children {:>8.1f} s {:>8.0f} children/s {:>7.1f} s of processor {:>6.0f} MB at most\n",
               what, children, took.count(), children / took.count(), processor_seconds() - processor,
               resident_megabytes());
    return true;
}

int main(int count, char** arguments) {
    if (count < 3) return 1;
    std::filesystem::create_directories(arguments[2]);
    bool good = import("into an empty record", arguments[1], arguments[2]) &&
                import("the same file again", arguments[1], arguments[2]);
    return good ? 0 : 1;
}
