#include "rulebook/helplines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kith::rulebook {
namespace {

using namespace core;
using namespace std::chrono_literals;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

const Date checked = helplines().front().checked_on;

TEST(Helplines, name_no_number_that_nobody_has_checked_for_a_year) {
    EXPECT_THAT(helplines_in_words(HelplineFor::parents, checked, {}), Contains(HasSubstr("0808 801 0366")));
    Date later = checked + std::chrono::days(400);
    EXPECT_THAT(helplines_in_words(HelplineFor::parents, later, {}), Not(Contains(HasSubstr("0808"))));
    EXPECT_THAT(helplines_in_words(HelplineFor::parents, later, {}), Contains(HasSubstr("Ask us for the number.")));
}

TEST(Helplines, are_the_childs_own_in_a_letter_to_a_child) {
    auto sentences = helplines_in_words(HelplineFor::children, checked, {});
    EXPECT_THAT(sentences, Contains(HasSubstr("Childline")));
    EXPECT_THAT(sentences, Not(Contains(HasSubstr("Family Lives"))));
}

TEST(Helplines, get_their_number_from_the_authority_from_its_day_on_and_may_be_more) {
    LocalPolicy policy;
    policy.from = checked;
    policy.helplines = {{"Childline", "01632 960 900, day and night"}, {"Hill Street hub", "01632 960 901"}};
    auto sentences = helplines_in_words(HelplineFor::children, checked, policy);
    EXPECT_THAT(sentences, Contains(HasSubstr("Ring 01632 960 900, day and night.")));
    EXPECT_THAT(sentences, Contains("Hill Street hub: 01632 960 901."));
    auto before = helplines_in_words(HelplineFor::children, checked - std::chrono::days(1), policy);
    EXPECT_THAT(before, Not(Contains(HasSubstr("01632"))));
}

TEST(Helplines, all_say_where_they_are_from_and_when_that_was_checked) {
    for (const Helpline& each : helplines()) {
        EXPECT_FALSE(each.source.title.empty() || each.what_for.empty()) << each.name;
        EXPECT_TRUE(each.reach.empty() || each.checked_on > Date(2026y / 1 / 1)) << each.name;
    }
}

}  // namespace
}  // namespace kith::rulebook
