// The events of an XML reader as bytes: the seam between a reader that is not C++ (the browser's) and the Assembler.
//
// One event after another, numbers as LEB128 (seven bits a byte, lowest first):
//     1 line length name    an element begins; the first 1,000 names are numbered from 0 as they come
//     2 line number         an element begins that has one of these names
//     3 length bytes        text, UTF-8, in as many pieces as the reader likes
//     4                     the element ends
//     5 line length why     the reader refuses the file, with a sentence
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "returns/cin/assemble.h"

namespace kith::returns::cin {

inline constexpr std::size_t most_numbered_names = 1000;

class EventBytes {
  public:
    explicit EventBytes(Assembler& assembler) : assembler_(assembler) {}

    /// Whole events, any number of them. False when the bytes are no events: a mistake of the reader's program.
    [[nodiscard]] bool take(std::string_view bytes);

  private:
    bool take_event();
    bool take_number(std::size_t& number);
    bool take_bytes(std::string_view& bytes);
    bool begin_new_element();
    bool begin_element();

    Assembler& assembler_;
    std::string_view rest_;
    std::vector<std::string> names_;
};

}  // namespace kith::returns::cin
