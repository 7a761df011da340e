#include "base/kept_text.h"

#include <gtest/gtest.h>

#include <string>

namespace kith {
namespace {

TEST(KeptText, keeps_each_text_as_it_was_after_thousands_more_and_a_move) {
    KeptText first;
    std::vector<std::string_view> kept;
    std::vector<std::string> expected;
    for (int i = 0; i < 3000; ++i) {
        std::string text(static_cast<std::size_t>(i % 97), static_cast<char>('a' + i % 26));
        kept.push_back(first.keep(text));
        expected.push_back(text);
    }
    std::string large(100'000, 'x');
    std::string_view kept_large = first.keep(large);
    KeptText second = std::move(first);
    second.keep("more");
    for (std::size_t i = 0; i < kept.size(); ++i)
        ASSERT_EQ(kept[i], expected[i]) << i;
    EXPECT_EQ(kept_large, large);
    EXPECT_EQ(KeptText().keep(""), "");
}

}  // namespace
}  // namespace kith
