// A head is a signed statement of what the journal held at a moment: every entry and every access row committed since
// the head before it, hashed in order, and that head's own hash. Sent elsewhere, it proves any later tampering with
// what it covers, truncation included. Why it covers an interval and not a root over all records: docs/decisions/0002.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "base/date.h"

namespace kith::store {

using RandomBytes = std::function<void(std::span<std::uint8_t>)>;

struct Head {
    std::int64_t number = 0;  ///< 1, 2, 3 …
    Instant at;
    std::int64_t entries_until = 0;  ///< covers entries whose commit order is below this, from the last head's on
    std::int64_t entries = 0;        ///< how many those are
    Bytes entries_hash;              ///< SHA-256 over their hashes and commit orders
    std::int64_t access_until = 0;   ///< the same for access rows
    std::int64_t accesses = 0;
    Bytes access_hash;
    Bytes previous_hash;  ///< of the head before; empty for the first
    Bytes hash;           ///< SHA-256 of head_text
    Bytes public_key;     ///< Ed25519
    Bytes signature;      ///< of head_text
};

/// The text that is hashed and signed: one "name value" a line, so that it can be checked with ordinary tools.
std::string head_text(const Head& head);

/// One line of JSON: how a head is sent elsewhere.
std::string head_line(const Head& head);

}  // namespace kith::store
