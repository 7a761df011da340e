#include "cli/policy_command.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace kith::cli;

class PolicyFile : public testing::Test {
  protected:
    void TearDown() override { std::filesystem::remove(path_); }

    int check(const std::string& text) {
        std::ofstream(path_) << text;
        std::vector<std::string> arguments{"check", path_};
        return run_policy(arguments, out_, err_);
    }

    std::string path_ =
        testing::TempDir() + "kith_policy_" + testing::UnitTest::GetInstance()->current_test_info()->name() + ".toml";
    std::ostringstream out_, err_;
};

TEST_F(PolicyFile, that_holds_prints_what_it_would_change) {
    EXPECT_EQ(check("authority = \"Northmoor\"\nfrom = 2026-12-01\nbank_holidays = [2027-05-10]\n[timescales]\n"
                    "hold_core_group = \"4 weeks\"\n"),
              0);
    EXPECT_EQ(
        out_.str(),
        "Northmoor from 2026-12-01\nbank holiday 2027-05-10\nhold_core_group 4 weeks (the rulebook says 6 weeks)\n");
    EXPECT_EQ(err_.str(), "");
}

TEST_F(PolicyFile, with_faults_prints_each_on_a_line_and_nothing_on_out) {
    EXPECT_EQ(check("authority = \"Northmoor\"\n[timescales]\ncomplete_assessment = \"50 working days\"\n"), 1);
    EXPECT_EQ(out_.str(), "");
    std::string faults = err_.str();
    EXPECT_EQ(std::count(faults.begin(), faults.end(), '\n'), 2);
}
