#include "base/date.h"

#include <gtest/gtest.h>

using namespace kith;
using namespace std::chrono;

TEST(Date, an_impossible_date_is_nothing) {
    EXPECT_FALSE(make_date(2026, 2, 31));
    EXPECT_FALSE(parse_date("2026-11-2"));
    EXPECT_EQ(iso(*parse_date("2026-11-22")), "2026-11-22");
}

TEST(Date, months_clamp_to_the_last_day) {
    EXPECT_EQ(iso(add_months(*parse_date("2026-08-31"), 6)), "2027-02-28");
    EXPECT_EQ(iso(add_months(*parse_date("2026-11-30"), 3)), "2027-02-28");
}
