#include "base/id.h"

#include <gtest/gtest.h>

#include <unordered_set>

using namespace kith;

TEST(Id, written_and_read_again_is_the_same) {
    auto next = seeded_ids(7);
    for (int i = 0; i < 100; ++i) {
        RawId id = next();
        EXPECT_EQ(parse_id(to_text(id)), id);
    }
    EXPECT_EQ(to_text(counting_ids(255)()), "00000000-0000-0000-0000-0000000000ff");
}

TEST(Id, reads_nothing_else) {
    for (const char* text : {"", "0", "00000000-0000-0000-0000-0000000000f", "00000000-0000-0000-0000-0000000000fg",
                             "00000000000000000000000000000000----", "{0000000-0000-0000-0000-0000000000ff",
                             "00000000-0000-0000-0000-0000000000ff "})
        EXPECT_FALSE(parse_id(text)) << text;
    EXPECT_TRUE(parse_id("00000000-0000-0000-0000-0000000000FF"));
}

TEST(Id, one_seed_gives_one_stream_and_no_id_twice) {
    auto one = seeded_ids(1), again = seeded_ids(1), other = seeded_ids(2);
    std::unordered_set<RawId> seen;
    for (int i = 0; i < 1000; ++i) {
        RawId id = one();
        EXPECT_EQ(id, again());
        EXPECT_TRUE(seen.insert(id).second);
        EXPECT_TRUE(seen.insert(other()).second);
    }
}
