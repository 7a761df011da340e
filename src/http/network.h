// Addresses and networks, as text and as numbers, and which of a chain of forwarded addresses to believe. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/message.h"

namespace kith::http {

/// An IPv6 address, or an IPv4 address as ::ffff:a.b.c.d.
using IpBytes = std::array<std::uint8_t, 16>;

std::optional<IpBytes> parse_ip(std::string_view text);

struct Network {
    IpBytes base{};
    int prefix = 128;  ///< bits of the 128

    bool contains(const IpBytes& address) const;
};

/// Reads "10.0.0.0/8", "fd00::/8", or one address alone.
Result<Network> parse_network(std::string_view text);

/// In any of the networks; false for what is no address.
bool is_trusted(std::string_view address, const std::vector<Network>& trusted);

struct Client {
    std::string address;
    bool secure = false;
};

/// Who the client is. Forwarded fields are believed only of a trusted peer: of X-Forwarded-For the rightmost address
/// that is not itself trusted, and X-Forwarded-Proto "https". What is malformed there is not believed.
Client client_of(std::string_view peer, const std::vector<Field>& headers, const std::vector<Network>& trusted);

}  // namespace kith::http
