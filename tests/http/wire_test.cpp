#include "http/wire.h"

#include <gtest/gtest.h>

#include "base/result.h"
#include "http/answer.h"

namespace kith::http {

TEST(Wire, writes_a_response_head) {
    auto response = Response::html("<p>é</p>").with("X-A", "b");
    EXPECT_EQ(
        response_head(response, "today", After::keep_alive),
        "HTTP/1.1 200 OK\r\nDate: today\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 9\r\nX-A: b\r\n"
        "Connection: keep-alive\r\n\r\n");
    EXPECT_EQ(response_head({.status = 304}, "today", After::close),
              "HTTP/1.1 304 Not Modified\r\nDate: today\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(
        response_head(Response::see_other("/a"), "today", After::close),
        "HTTP/1.1 303 See Other\r\nDate: today\r\nContent-Length: 0\r\nLocation: /a\r\nConnection: close\r\n\r\n");
}

TEST(Wire, treats_what_would_break_the_head_as_a_bug) {
    for (const auto& field :
         {Field{"X", "a\r\nb"}, Field{"X", std::string("a\0b", 3)}, Field{"X y", "a"}, Field{"", "a"}})
        EXPECT_THROW(response_head({.headers = {field}}, "", After::close), Bug);
    EXPECT_THROW(response_head({.content_type = "a\nb"}, "", After::close), Bug);
    EXPECT_THROW(response_head({.status = 99}, "", After::close), Bug);
}

TEST(Wire, writes_dates_as_http_does) {
    EXPECT_EQ(http_date(Instant(std::chrono::seconds(784'111'777))), "Sun, 06 Nov 1994 08:49:37 GMT");
    EXPECT_EQ(http_date(Instant(std::chrono::seconds(0))), "Thu, 01 Jan 1970 00:00:00 GMT");
    EXPECT_EQ(http_date(Instant(std::chrono::seconds(1'709'251'199))), "Thu, 29 Feb 2024 23:59:59 GMT");
}

TEST(Message, finds_a_field_whatever_its_case) {
    Request request;
    request.headers = {{"X-One", "1"}, {"x-one", "2"}};
    EXPECT_EQ(request.header("X-ONE"), "1");
    EXPECT_EQ(request.header("X-Two"), std::nullopt);
}

TEST(Message, body_may_be_own_or_shared_or_built_in) {
    const auto shared = std::make_shared<const std::string>("shared");
    EXPECT_EQ(Body("own").view(), "own");
    EXPECT_EQ(Body(shared).view().data(), shared->data());
    constexpr std::string_view built_in = "built in";
    EXPECT_EQ(Body::forever(built_in).view().data(), built_in.data());
    EXPECT_TRUE(Body().empty());
    EXPECT_TRUE(Body(std::shared_ptr<const std::string>()).empty());
}

TEST(Reference, can_be_read_out) {
    RawId id;
    id.bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0x12, 0x34, 0x56, 0x78};
    EXPECT_EQ(reference_of(id), "ZW93-8NKR");
}

}  // namespace kith::http
