#include "returns/cin/repeats.h"

#include <functional>

namespace kith::returns::cin {

std::string_view Repeats::text_of(const Entry& entry) const {
    return std::string_view(letters_).substr(entry.at, entry.text_size);
}

std::size_t Repeats::slot_of(std::string_view text) const {
    std::size_t mask = slots_.size() - 1;
    std::size_t slot = std::hash<std::string_view>()(text) & mask;
    while (slots_[slot] != 0 && text_of(entries_[slots_[slot] - 1]) != text)
        slot = (slot + 1) & mask;
    return slot;
}

void Repeats::grow() {
    slots_.assign(slots_.empty() ? 1024 : slots_.size() * 2, 0);
    for (std::uint32_t i = 0; i < entries_.size(); ++i)
        slots_[slot_of(text_of(entries_[i]))] = i + 1;
}

std::optional<Repeats::First> Repeats::seen_before(std::string_view text, std::string_view child, Line line) {
    if (entries_.size() * 2 >= slots_.size()) grow();
    std::size_t slot = slot_of(text);
    if (slots_[slot] == 0) {
        entries_.push_back({letters_.size(), line, static_cast<std::uint16_t>(text.size()),
                            static_cast<std::uint16_t>(child.size()), false});
        slots_[slot] = static_cast<std::uint32_t>(entries_.size());
        letters_.append(text).append(child);
        return std::nullopt;
    }
    Entry& first = entries_[slots_[slot] - 1];
    First found{std::string_view(letters_).substr(first.at + first.text_size, first.child_size), first.line,
                first.told};
    first.told = true;
    return found;
}

}  // namespace kith::returns::cin
