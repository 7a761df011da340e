#include "http/server.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <future>
#include <mutex>
#include <system_error>

#include "http/client.h"

namespace kith::http::test {

namespace {

std::string post_of(std::string_view body) {
    return "POST /p HTTP/1.1\r\nHost: here\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" +
           std::string(body);
}

/// A handler that waits until it is let go, and can be waited for.
class Gate {
  public:
    Response pass() {
        std::unique_lock lock(mutex_);
        ++inside_;
        changed_.notify_all();
        changed_.wait(lock, [&] { return open_; });
        return Response::text("passed");
    }
    void wait_for(int inside) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return inside_ >= inside; });
    }
    void open() {
        std::lock_guard lock(mutex_);
        open_ = true;
        changed_.notify_all();
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int inside_ = 0;
    bool open_ = false;
};

}  // namespace

TEST(Server, keeps_a_connection_for_the_next_request) {
    Running running(echo());
    Client client(running.port);
    for (int i = 0; i < 5; ++i) {
        client.send(simple_get);
        const auto answer = client.receive();
        EXPECT_EQ(answer->status, 200);
        EXPECT_TRUE(answer->has("Connection: keep-alive"));
    }
}

TEST(Server, answers_pipelined_requests_in_their_order) {
    Running running(echo());
    Client client(running.port);
    std::string all;
    for (int i = 0; i < 50; ++i)
        all += post_of("number " + std::to_string(i));
    client.send(all);
    for (int i = 0; i < 50; ++i)
        EXPECT_EQ(client.receive()->body, "POST /p number " + std::to_string(i));
}

TEST(Server, understands_a_request_cut_in_two_at_any_byte) {
    Running running(echo());
    const std::string whole =
        "POST /p%20q?a=b HTTP/1.1\r\nHost: here\r\nTransfer-Encoding: chunked\r\n\r\n5;x=y\r\nhello\r\n6\r\n "
        "world\r\n0\r\n\r\n";
    for (std::size_t cut = 1; cut < whole.size(); ++cut) {
        Client client(running.port);
        client.send(std::string_view(whole).substr(0, cut));
        client.send(std::string_view(whole).substr(cut));
        const auto answer = client.receive();
        ASSERT_TRUE(answer) << cut;
        EXPECT_EQ(answer->body, "POST /p q hello world") << cut;
    }
}

TEST(Server, understands_a_request_that_comes_byte_by_byte) {
    Running running(echo());
    Client client(running.port);
    for (char byte : post_of("hello"))
        client.send(std::string_view(&byte, 1));
    EXPECT_EQ(client.receive()->body, "POST /p hello");
}

TEST(Server, says_the_date_and_the_length_and_nothing_of_itself) {
    Running running(echo());
    Client client(running.port);
    client.send(simple_get);
    const auto answer = client.receive();
    EXPECT_TRUE(answer->has("Date: Sun, 06 Nov 1994 08:49:37 GMT"));
    EXPECT_TRUE(answer->has("Content-Length: 10"));
    EXPECT_TRUE(answer->has("Content-Type: text/plain; charset=utf-8"));
    EXPECT_EQ(answer->head.find("Server"), std::string::npos);
}

TEST(Server, answers_head_without_a_body) {
    Running running(echo());
    Client client(running.port);
    client.send("HEAD /echo HTTP/1.1\r\nHost: here\r\n\r\n");
    EXPECT_TRUE(client.receive("HEAD")->has("Content-Length: 11"));
    client.send(simple_get);
    EXPECT_EQ(client.receive()->body, "GET /echo ") << "nothing of the first answer is in the way";
}

TEST(Server, serves_http_1_0_and_closes_unless_asked_not_to) {
    Running running(echo());
    Client once(running.port);
    once.send("GET /echo HTTP/1.0\r\nHost: here\r\n\r\n");
    EXPECT_EQ(once.receive()->status, 200);
    EXPECT_TRUE(once.is_closed());
    Client kept(running.port);
    kept.send("GET /echo HTTP/1.0\r\nHost: here\r\nConnection: keep-alive\r\n\r\n");
    EXPECT_TRUE(kept.receive()->has("Connection: keep-alive"));
}

TEST(Server, answers_a_client_that_has_finished_sending) {
    Running running(echo());
    Client client(running.port);
    client.send(simple_get);
    client.no_more();
    EXPECT_EQ(client.receive()->status, 200);
    EXPECT_TRUE(client.is_closed());
}

TEST(Server, tells_a_client_that_waits_to_go_on) {
    Running running(echo());
    Client client(running.port);
    client.send("POST /p HTTP/1.1\r\nHost: here\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    EXPECT_EQ(client.receive()->status, 100);
    client.send("hello");
    EXPECT_EQ(client.receive()->body, "POST /p hello");
}

TEST(Server, answers_at_once_where_no_page_takes_the_body) {
    auto known = echo();
    known.takes_body = [](Method method, std::string_view path) { return method == Method::post && path == "/p"; };
    Running running(known);
    for (const char* asks :
         {"Expect: 100-continue\r\nContent-Length: 5", "Content-Length: 5", "Transfer-Encoding: chunked"}) {
        Client client(running.port);
        client.send("POST /elsewhere HTTP/1.1\r\nHost: here\r\n" + std::string(asks) + "\r\n\r\n");
        const auto answer = client.receive();
        ASSERT_TRUE(answer) << asks;
        EXPECT_EQ(answer->status, 200) << "the handler's own answer, and no 100: " << asks;
        EXPECT_EQ(answer->body, "POST /elsewhere ");
        EXPECT_TRUE(answer->has("Connection: close")) << "what follows is the body, not a request";
        client.send("GET /p HTTP/1.1\r\nHost: here\r\n\r\n");
        EXPECT_TRUE(client.is_closed());
    }
    Client client(running.port);
    client.send(post_of("hello"));
    EXPECT_EQ(client.receive()->body, "POST /p hello");
}

TEST(Server, takes_a_body_of_the_limit_and_refuses_one_byte_more) {
    Limits limits;
    limits.body = 1'000;
    Running running(hooks([](const Request& request) { return Response::text(std::to_string(request.body.size())); }),
                    limits);
    Client whole(running.port);
    whole.send(post_of(std::string(1'000, 'a')));
    EXPECT_EQ(whole.receive()->body, "1000");
    Client beyond(running.port);
    beyond.send(post_of(std::string(1'001, 'a')));
    EXPECT_EQ(beyond.receive()->status, 413);
}

TEST(Server, bounds_what_all_bodies_take_together) {
    Limits limits;
    limits.bodies_together = 1'000;
    Running running(echo(), limits);
    Client first(running.port), second(running.port), third(running.port);
    first.send("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\n" + std::string(600, 'a'));
    second.send("POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 1000\r\n\r\n" + std::string(600, 'a'));
    first.no_more();
    second.no_more();
    const std::set<int> both = {first.receive()->status, second.receive()->status};
    EXPECT_TRUE(both.count(503) == 1 || both == std::set<int>{400}) << "whoever came second, unless the first had left";
    first.is_closed();
    second.is_closed();
    third.send(post_of(std::string(900, 'a')));
    EXPECT_EQ(third.receive()->status, 200) << "what was held is given back";
}

TEST(Server, answers_503_when_the_queue_is_full) {
    Limits limits;
    limits.workers = 1;
    limits.queue = 1;
    Gate gate;
    Running running(hooks([&](const Request&) { return gate.pass(); }), limits);
    Client served(running.port), one(running.port), other(running.port);
    served.send(simple_get);
    gate.wait_for(1);
    one.send(simple_get);
    other.send(simple_get);
    std::optional<Answer> refused;
    while (!one.has_news() && !other.has_news())
        std::this_thread::yield();
    refused = one.has_news() ? one.receive() : other.receive();
    EXPECT_EQ(refused->status, 503);
    EXPECT_TRUE(refused->has("Retry-After: 2"));
    gate.open();
    EXPECT_EQ(served.receive()->body, "passed");
}

TEST(Server, answers_a_fault_with_a_reference_and_logs_it_once) {
    std::vector<std::string> lines;
    auto broken = hooks([](const Request&) -> Response { throw std::runtime_error("the disk is full"); });
    broken.log = [&](std::string_view line) { lines.emplace_back(line); };
    broken.fault = [](const Request&, std::string_view reference, const std::exception_ptr&) {
        return Response::html("Sorry. " + std::string(reference), 500);
    };
    Running running(broken);
    Client client(running.port);
    client.send("GET /a?secret=1 HTTP/1.1\r\nHost: here\r\n\r\n");
    const auto answer = client.receive();
    EXPECT_EQ(answer->status, 500);
    EXPECT_EQ(answer->body, "Sorry. 0000-0001");
    client.send(simple_get);
    EXPECT_EQ(client.receive()->body, "Sorry. 0000-0002") << "the connection stays";
    running.server.stop();
    EXPECT_EQ(lines, (std::vector<std::string>{"fault 0000-0001 GET /a: the disk is full",
                                               "fault 0000-0002 GET /echo: the disk is full"}));
}

TEST(Server, answers_a_fault_of_the_fault_page) {
    auto broken = hooks([](const Request&) -> Response { throw 1; });
    broken.fault = [](const Request&, std::string_view, const std::exception_ptr&) -> Response { throw 2; };
    Running running(broken);
    Client client(running.port);
    client.send(simple_get);
    EXPECT_EQ(client.receive()->status, 500);
}

TEST(Server, never_splits_a_response_for_a_line_break_in_a_field) {
    Running running(hooks([](const Request&) { return Response::see_other("/a\r\nSet-Cookie: b=c"); }));
    Client client(running.port);
    client.send(simple_get);
    const auto answer = client.receive();
    EXPECT_EQ(answer->status, 500);
    EXPECT_EQ(answer->head.find("Set-Cookie"), std::string::npos);
}

TEST(Server, sends_a_large_shared_body_whole) {
    const auto shared = std::make_shared<const std::string>(5'000'000, 'x');
    Running running(hooks([&](const Request&) { return Response::text(shared); }));
    Client client(running.port);
    client.send(simple_get);
    EXPECT_EQ(client.receive()->body, *shared);
}

TEST(Server, believes_a_forwarded_address_of_a_trusted_proxy_only) {
    const auto who = hooks([](const Request& r) { return Response::text(r.peer + (r.secure ? " secure" : "")); });
    const std::string forwarded =
        "GET / HTTP/1.1\r\nHost: here\r\nX-Forwarded-For: 192.0.2.9, 198.51.100.7\r\nX-Forwarded-Proto: https\r\n\r\n";
    Running plain(who);
    Client direct(plain.port);
    direct.send(forwarded);
    EXPECT_EQ(direct.receive()->body, "127.0.0.1");
    Running behind(who, {}, {*parse_network("127.0.0.0/8")});
    Client proxied(behind.port);
    proxied.send(forwarded);
    EXPECT_EQ(proxied.receive()->body, "198.51.100.7 secure");
}

TEST(Server, stops_when_the_request_in_hand_is_answered) {
    Gate gate;
    Running running(hooks([&](const Request&) { return gate.pass(); }));
    Client busy(running.port), idle(running.port);
    busy.send(simple_get);
    gate.wait_for(1);
    auto stopped = std::async(std::launch::async, [&] { running.server.stop(); });
    EXPECT_TRUE(idle.is_closed());
    gate.open();
    EXPECT_EQ(busy.receive()->body, "passed");
    EXPECT_TRUE(busy.is_closed());
    stopped.get();
    EXPECT_THROW(Client(running.port), std::runtime_error);
}

TEST(Server, stops_after_its_grace_although_a_client_takes_nothing) {
    Limits limits;
    limits.stop_grace = std::chrono::milliseconds(100);
    const auto large = std::make_shared<const std::string>(50'000'000, 'x');
    std::promise<void> asked;
    Running running(hooks([&](const Request&) {
                        asked.set_value();
                        return Response::text(large);
                    }),
                    limits);
    Client client(running.port);
    client.send(simple_get);
    asked.get_future().wait();
    running.server.stop();
    EXPECT_FALSE(client.receive());
}

TEST(Server, says_why_it_cannot_listen) {
    Running first(echo());
    Server second({.address = {"127.0.0.1", first.port}, .limits = {}, .trusted_proxies = {}}, echo());
    EXPECT_THROW(second.start(), std::system_error);
    Server nowhere({.address = {"not an address", 0}, .limits = {}, .trusted_proxies = {}}, echo());
    EXPECT_THROW(nowhere.start(), std::system_error);
}

}  // namespace kith::http::test
