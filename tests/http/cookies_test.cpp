#include "http/cookies.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/result.h"

namespace kith::http {

using testing::ElementsAre;

TEST(Cookies, are_read_in_the_order_sent) {
    EXPECT_THAT(parse_cookies("a=1; b=2;c=\"3\" ;  d="),
                ElementsAre(Field{"a", "1"}, Field{"b", "2"}, Field{"c", "3"}, Field{"d", ""}));
}

TEST(Cookies, that_are_malformed_are_left_out_and_the_others_stay) {
    EXPECT_THAT(parse_cookies(""), ElementsAre());
    EXPECT_THAT(parse_cookies(";;=;a;=b; c d=e; f=g h; i=j,k; l=\"; ok=1"), ElementsAre(Field{"ok", "1"}));
}

TEST(Cookies, are_found_in_any_cookie_header_the_first_of_a_name_wins) {
    Request request;
    request.headers = {{"Cookie", "a=1; a=2"}, {"X", "b=3"}, {"COOKIE", "b=4"}};
    EXPECT_EQ(cookie(request, "a"), "1");
    EXPECT_EQ(cookie(request, "b"), "4");
    EXPECT_EQ(cookie(request, "A"), std::nullopt);
}

TEST(Cookies, are_written_for_the_browser_only) {
    EXPECT_EQ(set_cookie({.name = "s", .value = "abc"}),
              (Field{"Set-Cookie", "s=abc; Path=/; HttpOnly; SameSite=Lax"}));
    EXPECT_EQ(set_cookie({.name = "s",
                          .value = "abc",
                          .path = "/staff",
                          .same_site = SameSite::strict,
                          .secure = true,
                          .max_age = std::chrono::hours(1)})
                  .value,
              "s=abc; Path=/staff; HttpOnly; SameSite=Strict; Secure; Max-Age=3600");
    EXPECT_EQ(delete_cookie("s").value, "s=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
}

TEST(Cookies, that_would_break_out_of_their_header_are_bugs) {
    EXPECT_THROW(set_cookie({.name = "a b", .value = "c"}), Bug);
    EXPECT_THROW(set_cookie({.name = "a", .value = "c; Domain=x"}), Bug);
    EXPECT_THROW(set_cookie({.name = "a", .value = "c\r\nX: y"}), Bug);
    EXPECT_THROW(set_cookie({.name = "a", .value = "c", .path = "x"}), Bug);
}

}  // namespace kith::http
