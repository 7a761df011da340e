#include "store/json_cursor.h"

#include <charconv>

namespace kith::store {

void JsonCursor::fail() const {
    throw Fault("the journal holds text that Kith never wrote, near: " + std::string(left_.substr(0, 20)));
}

bool JsonCursor::take(std::string_view literal) {
    if (!left_.starts_with(literal)) return false;
    left_.remove_prefix(literal.size());
    return true;
}

void JsonCursor::expect(std::string_view literal) {
    if (!take(literal)) fail();
}

std::string JsonCursor::string() {
    expect("\"");
    std::string out;
    while (true) {
        const auto plain = left_.find_first_of("\"\\");
        if (plain == std::string_view::npos) fail();
        out += left_.substr(0, plain);
        left_.remove_prefix(plain);
        if (take("\"")) return out;
        escape(out);
    }
}

void JsonCursor::escape(std::string& out) {
    if (take("\\\"")) {
        out += '"';
    } else if (take("\\\\")) {
        out += '\\';
    } else if (take("\\n")) {
        out += '\n';
    } else if (take("\\t")) {
        out += '\t';
    } else if (take("\\u00")) {
        int code = 0;
        const auto [end, error] =
            std::from_chars(left_.data(), left_.data() + std::min<std::size_t>(2, left_.size()), code, 16);
        if (error != std::errc() || end != left_.data() + 2) fail();
        out += static_cast<char>(code);
        left_.remove_prefix(2);
    } else {
        fail();
    }
}

std::int64_t JsonCursor::integer() {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(left_.data(), left_.data() + left_.size(), value);
    if (error != std::errc()) fail();
    left_.remove_prefix(static_cast<std::size_t>(end - left_.data()));
    return value;
}

Value JsonCursor::scalar() {
    if (take("null")) return Null{};
    if (left_.starts_with('"')) return string();
    return integer();
}

}  // namespace kith::store
