// A SQLite file to hand over: whole or not at all, with keys and references that hold.
#include "store/export_sqlite.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "store/fault.h"
#include "store/sqlite.h"

using namespace kith::store;
using Cells = std::vector<std::optional<std::string>>;

namespace {

class ExportSqlite : public testing::Test {
  protected:
    ExportSqlite() {
        std::string name = "/tmp/kith-export-XXXXXX";
        if (!mkdtemp(name.data())) throw std::runtime_error("no temporary directory");
        directory_ = name;
        path_ = name + "/out.sqlite";
    }
    ~ExportSqlite() override { std::filesystem::remove_all(directory_); }

    static std::vector<ExportTable> tables() {
        return {{"toy", {{"toy_id", ExportType::text, true, "", ""}, {"name"}, {"weight", ExportType::whole}}},
                {"wheel",
                 {{"wheel_id", ExportType::text, true, "", ""}, {"toy", ExportType::text, false, "toy", "toy_id"}}}};
    }
    std::string told() {
        std::string text;
        SqliteConnection file({Dialect::sqlite, path_, ""}, SqliteConnection::Use::read);
        file.each("SELECT toy_id, coalesce(name, 'NULL'), typeof(weight) FROM toy ORDER BY toy_id", {},
                  [&](const RowView& row) {
                      text += std::string(row.text(0)) + " " + std::string(row.text(1)) + " " +
                              std::string(row.text(2)) + "; ";
                  });
        return text;
    }

    std::string directory_, path_;
};

}  // namespace

TEST_F(ExportSqlite, holds_what_was_added_with_nothing_as_null) {
    SqliteExport file(path_, tables());
    file.add(0, Cells{"a", "Zoë\n\"", "7"});
    file.add(0, Cells{"b", std::nullopt, std::nullopt});
    file.add(1, Cells{"w", "a"});
    file.keep();
    EXPECT_EQ(told(), "a Zoë\n\" integer; b NULL null; ");
}

TEST_F(ExportSqlite, is_not_there_and_leaves_nothing_before_it_is_kept) {
    std::ofstream(path_) << "of last week";
    { SqliteExport(path_, tables()).add(0, Cells{"a", "", "7"}); }
    std::string text;
    std::getline(std::ifstream(path_), text);
    EXPECT_EQ(text, "of last week");
    EXPECT_FALSE(std::filesystem::exists(path_ + ".part"));
}

TEST_F(ExportSqlite, refuses_a_key_twice_and_a_key_of_nothing) {
    SqliteExport file(path_, tables());
    file.add(0, Cells{"a", "", "7"});
    EXPECT_THROW(file.add(0, Cells{"a", "", "8"}), Violation);
    EXPECT_THROW(file.add(0, Cells{std::nullopt, "", "8"}), Violation);
}

TEST_F(ExportSqlite, refuses_a_reference_that_leads_nowhere) {
    SqliteExport file(path_, tables());
    file.add(1, Cells{"w", "a"});
    try {
        file.keep();
        FAIL() << "kept";
    } catch (const Violation& fault) {
        EXPECT_EQ(std::string(fault.what()), "wheel refers to a row of toy that is not there");
    }
    EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(ExportSqlite, says_where_it_cannot_be_written) {
    EXPECT_THROW(SqliteExport(directory_ + "/none/out.sqlite", tables()), Unavailable);
}
