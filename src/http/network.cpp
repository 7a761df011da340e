#include "http/network.h"

#include <arpa/inet.h>

#include <algorithm>
#include <cstring>

#include "http/bytes.h"

namespace kith::http {

namespace {

constexpr IpBytes mapped_ipv4 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0, 0, 0};

bool is_ipv4(std::string_view text) {
    return text.find(':') == std::string_view::npos;
}

/// All addresses of all X-Forwarded-For fields, the client's own first.
std::vector<std::string_view> forwarded_for(const std::vector<Field>& headers) {
    std::vector<std::string_view> addresses;
    for (const auto& field : headers)
        if (same_name(field.name, "x-forwarded-for"))
            each_of_list(field.value, [&](std::string_view address) { addresses.push_back(address); });
    return addresses;
}

bool says_https(const std::vector<Field>& headers) {
    std::string_view last;
    for (const auto& field : headers)
        if (same_name(field.name, "x-forwarded-proto"))
            each_of_list(field.value, [&](std::string_view scheme) { last = scheme; });
    return same_name(last, "https");
}

}  // namespace

std::optional<IpBytes> parse_ip(std::string_view text) {
    const std::string terminated(text);
    if (terminated.find('\0') != std::string::npos) return std::nullopt;
    IpBytes bytes = mapped_ipv4;
    const bool read = is_ipv4(text) ? inet_pton(AF_INET, terminated.c_str(), bytes.data() + 12) == 1
                                    : inet_pton(AF_INET6, terminated.c_str(), bytes.data()) == 1;
    if (!read) return std::nullopt;
    return bytes;
}

bool Network::contains(const IpBytes& address) const {
    const auto whole = static_cast<std::size_t>(prefix / 8);
    if (std::memcmp(base.data(), address.data(), whole) != 0) return false;
    const int rest = prefix % 8;
    if (rest == 0) return true;
    const int mask = 0xff << (8 - rest) & 0xff;
    return (base[whole] & mask) == (address[whole] & mask);
}

Result<Network> parse_network(std::string_view text) {
    const auto slash = text.find('/');
    const auto base = parse_ip(text.substr(0, slash));
    if (!base) return refuse(Because::invalid, "", "A network is an address such as 10.0.0.0/8 or fd00::/8.");
    const int bits = is_ipv4(text) ? 32 : 128;
    if (slash == std::string_view::npos) return Network{*base, 128};
    const auto prefix = parse_decimal(text.substr(slash + 1));
    if (!prefix || *prefix > static_cast<std::uint64_t>(bits))
        return refuse(Because::invalid, "", "The number after the / of a network is 0 to 32, or to 128 for IPv6.");
    return Network{*base, 128 - bits + static_cast<int>(*prefix)};
}

bool is_trusted(std::string_view address, const std::vector<Network>& trusted) {
    const auto ip = parse_ip(address);
    return ip && std::any_of(trusted.begin(), trusted.end(), [&](const Network& n) { return n.contains(*ip); });
}

Client client_of(std::string_view peer, const std::vector<Field>& headers, const std::vector<Network>& trusted) {
    Client client{std::string(peer), false};
    if (!is_trusted(peer, trusted)) return client;
    client.secure = says_https(headers);
    const auto chain = forwarded_for(headers);
    for (auto hop = chain.rbegin(); hop != chain.rend(); ++hop) {
        if (!parse_ip(*hop)) break;
        client.address = std::string(*hop);
        if (!is_trusted(*hop, trusted)) break;
    }
    return client;
}

}  // namespace kith::http
