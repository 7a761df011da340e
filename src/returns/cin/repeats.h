// Which texts came before, and where: for identifiers that must be different for every child. About 60 bytes a text, so
// that a file of any size can be checked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "returns/cin/census.h"

namespace kith::returns::cin {

class Repeats {
  public:
    struct First {
        std::string_view child;  ///< valid until the next call
        Line line;
        bool told;  ///< it was handed back before
    };

    /// The first place of this text; nothing where this is the first.
    std::optional<First> seen_before(std::string_view text, std::string_view child, Line line);

  private:
    struct Entry {
        std::uint64_t at;  // in letters_: the text, then the child's identifier
        std::uint32_t line;
        std::uint16_t text_size, child_size;
        bool told;
    };
    std::string_view text_of(const Entry& entry) const;
    std::size_t slot_of(std::string_view text, std::size_t hash) const;
    void grow();

    std::string letters_;
    std::vector<Entry> entries_;
    struct Slot {
        std::uint32_t entry = 0;  // its index + 1, or 0
        std::uint32_t tag = 0;    // part of its hash: spares most looks at the text
    };
    std::vector<Slot> slots_;
};

}  // namespace kith::returns::cin
