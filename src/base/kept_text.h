// Copies of many texts that last together: in few pieces of memory, instead of one for each text.
#pragma once

#include <algorithm>
#include <memory>
#include <string_view>
#include <vector>

namespace kith {

class KeptText {
  public:
    /// A copy that lasts as long as this does, and as what this is moved to.
    std::string_view keep(std::string_view text) {
        if (text.size() > room_) begin_piece(text.size());
        char* copy = end_;
        std::copy_n(text.data(), text.size(), copy);
        end_ += text.size();
        room_ -= text.size();
        return {copy, text.size()};
    }

  private:
    void begin_piece(std::size_t at_least) {
        constexpr std::size_t usual = 32 * 1024;
        room_ = std::max(at_least, usual);
        pieces_.push_back(std::unique_ptr<char[]>(new char[room_]));
        end_ = pieces_.back().get();
    }

    std::vector<std::unique_ptr<char[]>> pieces_;
    char* end_ = nullptr;
    std::size_t room_ = 0;
};

}  // namespace kith
