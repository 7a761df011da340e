// Comma-separated values, to hand to a spreadsheet (RFC 4180). Written, never read.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace kith {

/// Appends one row and its "\r\n". A field that a spreadsheet would take for a formula (= + - @ first) gets a ' in
/// front: what people typed must never run.
void append_csv_row(std::string& out, std::span<const std::string_view> fields);
inline void append_csv_row(std::string& out, std::initializer_list<std::string_view> fields) {
    append_csv_row(out, std::span(fields.begin(), fields.size()));
}

}  // namespace kith
