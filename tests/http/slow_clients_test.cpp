// A thousand clients that send a byte now and then, for ever: others are served meanwhile, and each is closed in time.
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/resource.h>

#include <chrono>
#include <vector>

#include "http/client.h"

namespace kith::http::test {

namespace {

void allow_files(rlim_t wanted) {
    rlimit files{};
    getrlimit(RLIMIT_NOFILE, &files);
    files.rlim_cur = std::max(files.rlim_cur, std::min(files.rlim_max, wanted));
    setrlimit(RLIMIT_NOFILE, &files);
}

std::string address_number(std::size_t n) {
    return "127.0." + std::to_string(n / 250 + 1) + "." + std::to_string(n % 250 + 1);
}

bool is_served(std::uint16_t port) {
    Client client(port);
    client.send(simple_get);
    const auto answer = client.receive();
    return answer && answer->status == 200;
}

}  // namespace

TEST(SlowClients, by_the_thousand_from_many_addresses_stop_nobody_and_are_all_closed_at_their_deadline) {
    allow_files(5'000);
    Limits limits;
    limits.request = std::chrono::milliseconds(2'500);
    limits.linger = std::chrono::milliseconds(200);
    Running running(echo(), limits);
    std::vector<Client> slow;
    for (std::size_t n = 0; n < 1'000; ++n)
        slow.emplace_back(running.port, address_number(n));
    for (auto& client : slow)
        client.send("GET /slow HTTP/1.1\r\nHost: here\r\nX: ");

    // They drip for as long as they are let; the deadline does not move for that.
    std::size_t open = slow.size();
    std::size_t served = 0;
    std::size_t most_open_while_serving = 0;
    const auto patience_ends = std::chrono::steady_clock::now() + std::chrono::milliseconds(patience_ms);
    while (open > 0) {
        ASSERT_LT(std::chrono::steady_clock::now(), patience_ends) << open << " are still open";
        ASSERT_TRUE(is_served(running.port));
        ++served;
        most_open_while_serving = std::max(most_open_while_serving, open);
        open = 0;
        for (auto& client : slow)
            if (!client.has_news() && client.send("a")) ++open;
    }
    EXPECT_EQ(most_open_while_serving, 1'000u);
    EXPECT_GT(served, 10u);
    for (auto& client : slow) {
        const auto answer = client.receive();
        EXPECT_TRUE(answer && answer->status == 408);
    }
}

TEST(SlowClients, behind_one_address_make_room_for_a_quick_one_behind_the_same) {
    Limits limits;
    limits.connections_per_address = 10;
    Running running(echo(), limits);
    std::vector<Client> slow;
    for (int n = 0; n < 10; ++n) {
        slow.emplace_back(running.port);
        slow.back().send("GET /slow HTTP/1.1\r\n");
    }
    Client elsewhere(running.port, "127.0.0.2");
    elsewhere.send(simple_get);
    EXPECT_EQ(elsewhere.receive()->status, 200);
    EXPECT_FALSE(slow.front().has_news()) << "another address does not count";
    EXPECT_TRUE(is_served(running.port));
    EXPECT_TRUE(slow.front().is_closed()) << "the one that waited longest made room";
    EXPECT_FALSE(slow.back().has_news());
}

TEST(SlowClients, beyond_the_total_make_room_for_a_new_one) {
    Limits limits;
    limits.connections = 20;
    Running running(echo(), limits);
    std::vector<Client> slow;
    for (std::size_t n = 0; n < 40; ++n)
        slow.emplace_back(running.port, address_number(n));
    for (std::size_t n = 0; n < 20; ++n)
        EXPECT_TRUE(slow[n].is_closed());
    EXPECT_TRUE(is_served(running.port));
}

TEST(SlowClients, that_say_nothing_between_requests_are_closed_without_a_word) {
    Limits limits;
    limits.keep_alive = std::chrono::milliseconds(100);
    Running running(echo(), limits);
    Client client(running.port);
    client.send(simple_get);
    EXPECT_EQ(client.receive()->status, 200);
    EXPECT_FALSE(client.receive());
}

TEST(SlowClients, that_do_not_take_their_answer_are_closed) {
    Limits limits;
    limits.response = std::chrono::milliseconds(100);
    const auto large = std::make_shared<const std::string>(50'000'000, 'x');
    Running running(hooks([&](const Request&) { return Response::text(large); }), limits);
    Client client(running.port);
    client.send(simple_get);
    pollfd entry{client.file(), POLLRDHUP, 0};
    EXPECT_EQ(poll(&entry, 1, patience_ms), 1);
    EXPECT_FALSE(client.receive()) << "cut off before its end";
}

}  // namespace kith::http::test
