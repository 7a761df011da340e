#include "returns/cin/events.h"

namespace kith::returns::cin {

bool EventBytes::take(std::string_view bytes) {
    rest_ = bytes;
    while (!rest_.empty())
        if (!take_event()) return false;
    return true;
}

bool EventBytes::take_event() {
    char kind = rest_.front();
    rest_.remove_prefix(1);
    switch (kind) {
        case 1:
            return begin_new_element();
        case 2:
            return begin_element();
        case 3: {
            std::string_view text;
            if (!take_bytes(text)) return false;
            assembler_.text(text);
            return true;
        }
        case 4:
            assembler_.end();
            return true;
        case 5: {
            std::size_t line = 0;
            std::string_view why;
            if (!take_number(line) || !take_bytes(why)) return false;
            assembler_.refuse(static_cast<Line>(line), std::string(why));
            return true;
        }
        default:
            return false;
    }
}

bool EventBytes::begin_new_element() {
    std::size_t line = 0;
    std::string_view name;
    if (!take_number(line) || !take_bytes(name)) return false;
    if (names_.size() < most_numbered_names) names_.emplace_back(name);
    assembler_.start(name, static_cast<Line>(line));
    return true;
}

bool EventBytes::begin_element() {
    std::size_t line = 0, number = 0;
    if (!take_number(line) || !take_number(number) || number >= names_.size()) return false;
    assembler_.start(names_[number], static_cast<Line>(line));
    return true;
}

bool EventBytes::take_number(std::size_t& number) {
    number = 0;
    for (unsigned shift = 0; shift < 35; shift += 7) {
        if (rest_.empty()) return false;
        auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        number |= static_cast<std::size_t>(byte & 0x7F) << shift;
        if (byte < 0x80) return true;
    }
    return false;
}

bool EventBytes::take_bytes(std::string_view& bytes) {
    std::size_t size = 0;
    if (!take_number(size) || size > rest_.size()) return false;
    bytes = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return true;
}

}  // namespace kith::returns::cin
