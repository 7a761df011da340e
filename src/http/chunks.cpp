#include <algorithm>

#include "http/bytes.h"
#include "http/framing.h"

namespace kith::http {

namespace {

tl::unexpected<Refused> malformed() {
    return tl::unexpected<Refused>({400, "A chunk of the body is malformed."});
}

constexpr std::size_t most_size_digits = 8;

/// The digits before an extension; nothing when there are none, too many, or something else beside them.
std::optional<std::uint64_t> read_size(std::string_view line) {
    const auto digits = line.substr(0, line.find(';'));
    if (digits.empty() || digits.size() > most_size_digits) return std::nullopt;
    std::uint64_t size = 0;
    for (char c : digits) {
        if (hex_value(c) < 0) return std::nullopt;
        size = size << 4 | static_cast<std::uint64_t>(hex_value(c));
    }
    return size;
}

}  // namespace

Read<bool> ChunkReader::end_size_line(std::size_t body_size) {
    const auto size = read_size(std::string_view(line_).substr(0, line_.size() - 2));
    if (!size) return malformed();
    if (*size > limits_->body - std::min(limits_->body, body_size))
        return tl::unexpected<Refused>({413, "This is larger than can be received here."});
    remaining_ = *size;
    state_ = *size == 0 ? State::last_line : State::data;
    line_.clear();
    return true;
}

Read<bool> ChunkReader::line_byte(char byte, std::size_t body_size) {
    const bool after_cr = line_.ends_with('\r');
    if (after_cr != (byte == '\n') || (byte != '\r' && byte != '\n' && is_forbidden_control(byte))) return malformed();
    if (state_ != State::size_line && line_.empty() && byte != '\r') return malformed();
    line_ += byte;
    if (line_.size() > limits_->chunk_line) return malformed();
    if (byte != '\n') return true;
    if (state_ == State::size_line) return end_size_line(body_size);
    state_ = state_ == State::data_end ? State::size_line : State::done;
    line_.clear();
    return true;
}

Read<std::size_t> ChunkReader::feed(std::string_view bytes, std::string& body) {
    std::size_t used = 0;
    while (used < bytes.size() && !done()) {
        if (state_ == State::data) {
            const auto part = bytes.substr(used, remaining_);
            body += part;
            used += part.size();
            remaining_ -= part.size();
            if (remaining_ == 0) state_ = State::data_end;
        } else if (auto good = line_byte(bytes[used++], body.size()); !good) {
            return tl::unexpected(good.error());
        }
    }
    return used;
}

}  // namespace kith::http
