// Bytes that are not text: hashes, keys, salts, files.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

using Bytes = std::vector<std::uint8_t>;
using BytesView = std::span<const std::uint8_t>;

inline BytesView bytes_of(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view text_of(BytesView bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// Lower case, two digits a byte.
std::string hex(BytesView bytes);
/// Appends instead of making a new string.
void append_hex(std::string& out, BytesView bytes);
/// Reads what hex writes; nothing else.
std::optional<Bytes> parse_hex(std::string_view text);

}  // namespace kith
