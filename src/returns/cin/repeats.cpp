#include "returns/cin/repeats.h"

#include <functional>

namespace kith::returns::cin {

std::string_view Repeats::text_of(const Entry& entry) const {
    return std::string_view(letters_).substr(entry.at, entry.text_size);
}

static std::size_t hash_of(std::string_view text) {
    return std::hash<std::string_view>()(text);
}
static std::uint32_t tag_of(std::size_t hash) {
    return static_cast<std::uint32_t>(hash >> (sizeof hash * 4));  // its upper half: 32 bits are too many in a browser
}

std::size_t Repeats::slot_of(std::string_view text, std::size_t hash) const {
    std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    while (slots_[at].entry != 0 && (slots_[at].tag != tag_of(hash) || text_of(entries_[slots_[at].entry - 1]) != text))
        at = (at + 1) & mask;
    return at;
}

void Repeats::grow() {
    slots_.assign(slots_.empty() ? 1024 : slots_.size() * 2, Slot{});
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
        std::size_t hash = hash_of(text_of(entries_[i]));
        slots_[slot_of(text_of(entries_[i]), hash)] = {i + 1, tag_of(hash)};
    }
}

std::optional<Repeats::First> Repeats::seen_before(std::string_view text, std::string_view child, Line line) {
    if (entries_.size() * 2 >= slots_.size()) grow();
    std::size_t hash = hash_of(text);
    Slot& slot = slots_[slot_of(text, hash)];
    if (slot.entry == 0) {
        entries_.push_back({letters_.size(), line, static_cast<std::uint16_t>(text.size()),
                            static_cast<std::uint16_t>(child.size()), false});
        slot = {static_cast<std::uint32_t>(entries_.size()), tag_of(hash)};
        letters_.append(text).append(child);
        return std::nullopt;
    }
    Entry& first = entries_[slot.entry - 1];
    First found{std::string_view(letters_).substr(first.at + first.text_size, first.child_size), first.line,
                first.told};
    first.told = true;
    return found;
}

}  // namespace kith::returns::cin
