#include "http/network.h"

#include <gtest/gtest.h>

namespace kith::http {

namespace {

bool holds(std::string_view network, std::string_view address) {
    return parse_network(network)->contains(*parse_ip(address));
}

std::vector<Network> networks(std::initializer_list<std::string_view> texts) {
    std::vector<Network> all;
    for (auto text : texts)
        all.push_back(*parse_network(text));
    return all;
}

}  // namespace

TEST(Network, holds_the_addresses_that_share_its_first_bits) {
    EXPECT_TRUE(holds("10.0.0.0/8", "10.255.1.2"));
    EXPECT_FALSE(holds("10.0.0.0/8", "11.0.0.1"));
    EXPECT_TRUE(holds("192.168.4.0/22", "192.168.7.255"));
    EXPECT_FALSE(holds("192.168.4.0/22", "192.168.8.0"));
    EXPECT_TRUE(holds("192.0.2.1", "192.0.2.1"));
    EXPECT_FALSE(holds("192.0.2.1", "192.0.2.2"));
    EXPECT_TRUE(holds("0.0.0.0/0", "203.0.113.1"));
    EXPECT_FALSE(holds("0.0.0.0/0", "fd00::1"));
    EXPECT_TRUE(holds("fd00::/8", "fdab::1"));
    EXPECT_TRUE(holds("127.0.0.0/8", "::ffff:127.0.0.1"));
}

TEST(Network, is_refused_when_it_is_none) {
    for (const char* text :
         {"", "x", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "10.0.0/8", "fd00::/129", "10.0.0.0/8/8"})
        EXPECT_FALSE(parse_network(text)) << text;
}

TEST(Client, is_whoever_is_connected_unless_a_trusted_proxy_says_otherwise) {
    const std::vector<Field> fields = {{"X-Forwarded-For", "192.0.2.66, 198.51.100.7"}, {"X-Forwarded-Proto", "https"}};
    EXPECT_EQ(client_of("203.0.113.5", fields, {}).address, "203.0.113.5");
    EXPECT_FALSE(client_of("203.0.113.5", fields, {}).secure);
    const auto trusted = networks({"203.0.113.0/24"});
    EXPECT_EQ(client_of("203.0.113.5", fields, trusted).address, "198.51.100.7");
    EXPECT_TRUE(client_of("203.0.113.5", fields, trusted).secure);
}

TEST(Client, behind_two_trusted_proxies_is_the_rightmost_address_that_is_not_one) {
    const std::vector<Field> fields = {{"x-forwarded-for", "192.0.2.66, 198.51.100.7"},
                                       {"X-Forwarded-For", "10.0.0.2"}};
    EXPECT_EQ(client_of("10.0.0.1", fields, networks({"10.0.0.0/8"})).address, "198.51.100.7");
}

TEST(Client, of_a_malformed_chain_is_the_last_address_that_could_be_read) {
    const auto trusted = networks({"10.0.0.0/8"});
    EXPECT_EQ(client_of("10.0.0.1", {{"X-Forwarded-For", "192.0.2.1, <script>"}}, trusted).address, "10.0.0.1");
    EXPECT_EQ(client_of("10.0.0.1", {{"X-Forwarded-For", "<script>, 10.0.0.9"}}, trusted).address, "10.0.0.9");
    EXPECT_EQ(client_of("10.0.0.1", {}, trusted).address, "10.0.0.1");
    EXPECT_FALSE(client_of("10.0.0.1", {{"X-Forwarded-Proto", "https, http"}}, trusted).secure);
}

}  // namespace kith::http
