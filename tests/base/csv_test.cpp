#include "base/csv.h"

#include <gtest/gtest.h>

using namespace kith;

TEST(Csv, quotes_what_needs_it) {
    std::string out;
    append_csv_row(out, {"plain", "a,b", "say \"x\"", "two\nlines", ""});
    EXPECT_EQ(out, "plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\r\n");
}

TEST(Csv, what_a_spreadsheet_would_run_is_made_text) {
    std::string out;
    append_csv_row(out, {"=1+1", "+44", "-1", "@x", "a=b"});
    EXPECT_EQ(out, "\"'=1+1\",\"'+44\",\"'-1\",\"'@x\",a=b\r\n");
}
