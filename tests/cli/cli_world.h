// The commands run inside the test, with a clock set by hand, against a database of each kind.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/database_commands.h"
#include "cli/demo_command.h"
#include "cli/environment.h"
#include "cli/policy_command.h"
#include "support/postgres.h"

namespace kith::tests {

struct Ran {
    int code = 0;
    std::string out, err;
};

class CliWorld {
  public:
    CliWorld() {
        std::string name = "/tmp/kith-cli-XXXXXX";
        if (!mkdtemp(name.data())) throw std::runtime_error("no temporary directory");
        directory = name;
    }
    ~CliWorld() {
        std::error_code ignored;
        std::filesystem::remove_all(directory, ignored);
    }

    template <class Command>
    Ran run(Command command, std::vector<std::string> arguments, const std::vector<std::string>& where,
            const std::string& typed = "") {
        arguments.insert(arguments.end(), where.begin(), where.end());
        std::istringstream in(typed);
        std::ostringstream out, err;
        cli::Environment environment{[this] { return now; }, [this] { return ids(); }, in, out, err};
        int code = 0;
        try {
            code = command(arguments, environment);
        } catch (const std::exception& fault) {  // as main does
            err << fault.what() << "\n";
            code = 1;
        }
        return {code, out.str(), err.str()};
    }

    std::string file(const std::string& name, const std::string& text) const {
        auto path = directory / name;
        std::ofstream(path) << text;
        return path.string();
    }
    std::string path(const std::string& name) const { return (directory / name).string(); }

    std::filesystem::path directory;
    Instant now = from_london(*parse_date("2026-11-23"), std::chrono::hours(10));
    IdSource ids = counting_ids(1);
};

inline void expect_refused(const Ran& ran) {
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.out, "");
    EXPECT_THAT(ran.err, testing::EndsWith(".\n"));
    EXPECT_THAT(ran.err, testing::Not(testing::HasSubstr("(in: ")));  // a sentence, not a statement of SQL
}

}  // namespace kith::tests
