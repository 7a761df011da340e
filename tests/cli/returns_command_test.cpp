#include "cli/returns_command.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <sstream>

#include "support/census_builder.h"

using namespace kith;
using namespace kith::test;

struct Ran {
    int code;
    std::string out, err;
};

static Ran run(std::vector<std::string> arguments) {
    std::ostringstream out, err;
    int code = cli::run_returns(arguments, out, err);
    return {code, out.str(), err.str()};
}

/// A file that is there while the test runs.
class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& text)
        : path_(std::string(KITH_BINARY_DIR) + "/returns_command_test_" + std::to_string(++count_)) {
        std::ofstream(path_, std::ios::binary) << text;
    }
    ~TemporaryFile() { std::remove(path_.c_str()); }
    const std::string& path() const { return path_; }
    std::string text() const {
        std::ostringstream text;
        text << std::ifstream(path_, std::ios::binary).rdbuf();
        return text.str();
    }

  private:
    static inline int count_ = 0;
    std::string path_;
};

TEST(ReturnsCommand, hands_back_0_for_a_clean_file_and_for_queries_only) {
    TemporaryFile clean(CensusBuilder().xml()), queries(CensusBuilder().change("-Disability").xml());
    Ran ran = run({"cin", "check", clean.path(), "--format", "tsv"});
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(ran.out, "rule\tseverity\tchild\tmodule\telement\tvalue\tline\n");
    ran = run({"cin", "check", queries.path(), "--format", "tsv"});
    EXPECT_EQ(ran.code, 0);
    EXPECT_NE(ran.out.find("\n2887Q\tQuery\t-\t"), std::string::npos);
}

TEST(ReturnsCommand, says_how_it_is_written_to_whoever_asks) {
    for (const std::vector<std::string>& asked : std::vector<std::vector<std::string>>{
             {"--help"}, {"cin", "--help"}, {"cin", "check", "--help"}, {"cin", "rules", "--help"}}) {
        Ran ran = run(asked);
        EXPECT_EQ(ran.code, 0);
        EXPECT_EQ(ran.out.find("kith returns cin check FILE"), 0u);
        EXPECT_EQ(ran.err, "");
    }
}

TEST(ReturnsCommand, hands_back_1_for_errors) {
    TemporaryFile file(CensusBuilder().change("Ethnicity=X").xml());
    for (const char* format : {"text", "tsv", "csv", "json", "html", "xlsx"})
        EXPECT_EQ(run({"cin", "check", file.path(), "--format", format}).code, 1) << format;
}

TEST(ReturnsCommand, hands_back_2_with_line_and_reason_for_what_is_not_a_census) {
    TemporaryFile file("<Message>\n<Header>\n</Children>\n");
    Ran ran = run({"cin", "check", file.path(), "--format", "tsv"});
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.out, "");
    EXPECT_NE(ran.err.find("line 3"), std::string::npos) << ran.err;
    EXPECT_EQ(run({"cin", "check", "/no/such/file"}).code, 2);
    EXPECT_EQ(run({"cin", "check", "/"}).code, 2);
}

TEST(ReturnsCommand, chooses_the_rules_by_year) {
    TemporaryFile file(CensusBuilder(2024).xml());
    EXPECT_EQ(run({"cin", "check", file.path()}).code, 0);
    Ran ran = run({"cin", "check", file.path(), "--year", "2026", "--format=tsv"});
    EXPECT_EQ(ran.code, 1);
    EXPECT_NE(ran.out.find("4180\tError\tC1\tChildIdentifiers\tSex\t"), std::string::npos);
    EXPECT_EQ(run({"cin", "check", file.path(), "--year", "2025-26", "--format=tsv"}).out, ran.out);
}

TEST(ReturnsCommand, writes_the_report_to_a_file) {
    TemporaryFile file(CensusBuilder().change("Ethnicity=X").xml()), report("");
    Ran ran = run({"cin", "check", file.path(), "--format", "xlsx", "--out", report.path()});
    EXPECT_EQ(ran.code, 1);
    EXPECT_EQ(ran.out, "");
    EXPECT_TRUE(report.text().starts_with("PK"));
}

TEST(ReturnsCommand, never_takes_a_report_that_cannot_be_written_for_errors_in_the_census) {
    TemporaryFile file(CensusBuilder().change("Ethnicity=X").xml());
    Ran ran = run({"cin", "check", file.path(), "--out", "/no/such/folder/report.txt"});
    EXPECT_EQ(ran.code, 2);
    EXPECT_EQ(ran.err, "/no/such/folder/report.txt: the file cannot be written.\n");
}

TEST(ReturnsCommand, compares_with_another_file) {
    TemporaryFile last(CensusBuilder().xml()), now(CensusBuilder().change("LAchildID=C2").xml());
    Ran ran = run({"cin", "check", now.path(), "--against", last.path(), "--format", "tsv"});
    EXPECT_NE(ran.out.find("\ndropped\tC1\t\topen\t\n"), std::string::npos) << ran.out;
    EXPECT_NE(ran.out.find("\ngained\tC2\t\t\t\n"), std::string::npos);
    EXPECT_EQ(run({"cin", "check", now.path(), "--against", "/no/such"}).code, 2);
    for (const char* format : {"text", "json", "html"})
        EXPECT_NE(run({"cin", "check", now.path(), "--against", last.path(), "--format", format}).out.find("C2"),
                  std::string::npos);
}

TEST(ReturnsCommand, writes_rows_for_a_spreadsheet) {
    TemporaryFile file(CensusBuilder().change("LAchildID==1+1").xml());
    Ran ran = run({"cin", "check", file.path(), "--format", "csv"});
    EXPECT_NE(ran.out.find("\"'=1+1\""), std::string::npos) << ran.out;
    EXPECT_EQ(run({"cin", "check", file.path(), "--format", "csv", "--against", file.path()}).code, 1);
}

TEST(ReturnsCommand, prints_the_rules_of_a_year) {
    Ran ran = run({"cin", "rules", "--year", "2027", "--format", "tsv"});
    EXPECT_EQ(ran.code, 0);
    EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 122);
    EXPECT_NE(ran.out.find("as of January 2026"), std::string::npos);
    std::string text = run({"cin", "rules", "--year", "2026"}).out;
    EXPECT_NE(text.find("109"), std::string::npos);
    EXPECT_NE(text.find("\n8842Q  Query  "), std::string::npos);
}

TEST(ReturnsCommand, never_prints_half_a_list_of_rules_and_says_that_all_is_well) {
    std::ofstream full("/dev/full");
    std::ostringstream err;
    EXPECT_NE(cli::run_returns(std::vector<std::string>{"cin", "rules"}, full, err), 0);
    EXPECT_EQ(err.str(), "The rules could not be written.\n");
}

TEST(ReturnsCommand, prints_what_changed_since_a_year) {
    Ran ran = run({"cin", "rules", "--year", "2027", "--changed-since", "2026", "--format", "tsv"});
    EXPECT_EQ(std::count(ran.out.begin(), ran.out.end(), '\n'), 13);
    EXPECT_NE(run({"cin", "rules", "--year", "2025", "--changed-since", "2024"}).out.find("Before:"),
              std::string::npos);
}

TEST(ReturnsCommand, refuses_what_it_does_not_understand_with_a_sentence_and_1_as_every_command) {
    for (std::vector<std::string> arguments : {std::vector<std::string>{},
                                               {"cin"},
                                               {"cin", "check"},
                                               {"cin", "check", "a", "b"},
                                               {"cin", "check", "a", "--colour", "x"},
                                               {"cin", "check", "a", "--format", "pdf"},
                                               {"cin", "check", "a", "--format", "tsv", "--format", "json"},
                                               {"cin", "check", "a", "--year", "soon"},
                                               {"cin", "check", "a", "--year"},
                                               {"cin", "check", "a", "--year", "2026-28"},
                                               {"cin", "rules", "x"},
                                               {"cin", "rules", "--format", "json"},
                                               {"cin", "rules", "--year", "soon"},
                                               {"cin", "rules", "--year", "2027", "--changed-since", "then"}}) {
        SCOPED_TRACE(testing::PrintToString(arguments));
        Ran ran = run(arguments);
        EXPECT_EQ(ran.code, 1);
        EXPECT_EQ(ran.out, "");
        EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1) << ran.err;
    }
}

TEST(ReturnsCommand, says_how_it_is_written_when_asked) {
    for (std::vector<std::string> arguments : {std::vector<std::string>{"--help"},
                                               {"cin", "--help"},
                                               {"cin", "check", "--help"},
                                               {"cin", "check", "a", "--format", "--help"},
                                               {"cin", "rules", "--help"}}) {
        SCOPED_TRACE(testing::PrintToString(arguments));
        Ran ran = run(arguments);
        EXPECT_EQ(ran.code, 0);
        EXPECT_EQ(ran.err, "");
        EXPECT_NE(ran.out.find("kith returns cin check FILE"), std::string::npos);
    }
}
