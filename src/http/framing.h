// Where a request begins and ends: the strict reading of untrusted bytes, RFC 9112 with nothing forgiven. What two
// readers could understand differently is refused, so that no proxy in front and no server behind it can be made to
// disagree.
//
// Bytes arrive in pieces: HeadScan finds the end of a head and refuses bad bytes as they come; read_head reads a whole
// head; ChunkReader takes a chunked body apart. Pure; fuzzed by tests/fuzz/http_framing_fuzz.cpp; Beast's parser is its
// peer in tests/http/framing_peer_test.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

#include "http/limits.h"
#include "http/message.h"

namespace kith::http {

/// Why bytes are not a request that we serve. The connection is closed after the answer.
struct Refused {
    int status = 400;
    std::string_view sentence;
};

template <class T>
using Read = tl::expected<T, Refused>;

/// Finds the empty line that ends a head. Refuses, as soon as it is seen: NUL and other control bytes, CR or LF alone,
/// a folded line, an empty first line, and a head over its limits.
class HeadScan {
  public:
    explicit HeadScan(const Limits& limits) : limits_(&limits) {}

    /// All bytes of the request so far. The size of the head, its last CR LF included; 0 when there is more to come.
    Read<std::size_t> look(std::string_view bytes);

  private:
    Read<bool> step(std::string_view bytes, char byte);
    Read<bool> within_limits() const;

    const Limits* limits_;
    std::size_t at_ = 0;  // looked at so far
    std::size_t line_start_ = 0;
    std::size_t lines_ = 0;  // ended so far
};

struct Head {
    Method method = Method::get;
    std::string path;  // as in Request
    std::string query;
    std::vector<Field> fields;
    enum class Framing { none, length, chunked } framing = Framing::none;
    std::uint64_t length = 0;       ///< of the body, when framing is length
    bool keep_alive = true;         ///< may another request follow
    bool expects_continue = false;  ///< waits for 100 before it sends the body
};

/// Reads what HeadScan found the end of.
Read<Head> read_head(std::string_view bytes, const Limits& limits);

/// Takes a chunked body apart as it arrives. Extensions are skipped, trailer fields refused.
class ChunkReader {
  public:
    explicit ChunkReader(const Limits& limits) : limits_(&limits) {}

    /// Appends what the bytes hold of the body; the number of bytes used. Once done(), no more are used.
    Read<std::size_t> feed(std::string_view bytes, std::string& body);

    bool done() const { return state_ == State::done; }

  private:
    enum class State { size_line, data, data_end, last_line, done };
    Read<bool> line_byte(char byte, std::size_t body_size);
    Read<bool> end_size_line(std::size_t body_size);

    const Limits* limits_;
    State state_ = State::size_line;
    std::string line_;             // of the chunk's size, or what must be CR LF
    std::uint64_t remaining_ = 0;  // of the chunk
};

}  // namespace kith::http
