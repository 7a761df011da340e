// The client is bounded, and what it carries goes nowhere else.
#include "outside/http_client.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/server.h"
#include "outside/retry.h"

using namespace kith;
using namespace kith::outside;
using namespace std::chrono_literals;

namespace {

struct Host {
    std::function<http::Response(const http::Request&)> handle;
    http::Server server{{},
                        {.handle = [this](const http::Request& request) { return handle(request); },
                         .fault = {},
                         .ids = counting_ids(),
                         .now = [] { return Instant(); },
                         .log = {}}};
    explicit Host(std::function<http::Response(const http::Request&)> how) : handle(std::move(how)) { server.start(); }
    std::string url(const std::string& path) const {
        return "http://127.0.0.1:" + std::to_string(server.port()) + path;
    }
};

}  // namespace

TEST(HttpClient, posts_what_it_is_given_and_brings_back_the_answer) {
    http::Request seen;
    Host host([&](const http::Request& request) {
        seen = request;
        return http::Response::text("Busy", 429).with("Retry-After", "12");
    });
    HttpClient client;
    auto answer = client.post({host.url("/a?b=c"), {{"X-Key", "k"}}, std::string("{\"a\":\0}", 7)});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 429);
    EXPECT_EQ(answer->body, "Busy");
    EXPECT_EQ(answer->retry_after, 12s);
    EXPECT_EQ(seen.path, "/a");
    EXPECT_EQ(seen.header("X-Key"), "k");
    EXPECT_EQ(seen.body, std::string("{\"a\":\0}", 7));
}

TEST(HttpClient, follows_nobody_elsewhere) {
    int asked = 0;
    Host elsewhere([&](const http::Request&) {
        ++asked;
        return http::Response::text("here");
    });
    Host host([&](const http::Request&) { return http::Response::redirect(307, elsewhere.url("/")); });
    auto answer = HttpClient().post({host.url("/"), {{"Authorization", "Bearer secret"}}, "x"});
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->status, 307);
    EXPECT_EQ(asked, 0);
}

TEST(HttpClient, takes_no_answer_beyond_its_bound_and_says_when_nobody_is_there) {
    Host host([](const http::Request&) { return http::Response::text(std::string(5000, 'x')); });
    auto answer = HttpClient({.answer = 4999}).post({host.url("/"), {}, ""});
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error(), "the answer is longer than 4999 bytes");
    EXPECT_TRUE(HttpClient({.answer = 5000}).post({host.url("/"), {}, ""}));
    std::string gone = host.url("/");
    host.server.stop();
    EXPECT_FALSE(HttpClient().post({gone, {}, ""}));
}

TEST(HttpClient, goes_to_https_or_this_computer_only_and_carries_no_broken_header) {
    for (const char* good :
         {"https://receiver.example/api", "http://127.0.0.1:80/x", "http://localhost", "http://[::1]/"})
        EXPECT_TRUE(check_address(good)) << good;
    for (const char* bad : {"http://receiver.example/api", "http://127.0.0.1.example/", "http://localhost.example/",
                            "https://", "file:///etc/passwd", "", "https://a b",
                            "http://127.0.0.1:80@elsewhere.example/", "https://user:word@receiver.example/"})
        EXPECT_FALSE(check_address(bad)) << bad;
    EXPECT_FALSE(HttpClient().post({"http://localhost:1/", {{"X-Key", "a\r\nX-Other: b"}}, ""}));
}

TEST(Retrying, waits_five_seconds_then_double_then_no_more_or_as_long_as_is_asked) {
    Retrying retrying;
    EXPECT_EQ(wait_before_next(retrying, 1, {}), 5s);
    EXPECT_EQ(wait_before_next(retrying, 2, {}), 10s);
    EXPECT_EQ(wait_before_next(retrying, 3, {}), std::nullopt);
    EXPECT_EQ(wait_before_next(retrying, 1, 60s), 60s);
    EXPECT_EQ(wait_before_next(retrying, 1, 1s), 5s);
    EXPECT_EQ(wait_before_next(retrying, 1, 86400s), 300s);
    EXPECT_EQ(wait_before_next({.tries = 9}, 8, {}), 30s);
}
