// Reads the little JSON that the store itself writes: no spaces, strings, integers and null.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "store/value.h"

namespace kith::store {

class JsonCursor {
  public:
    explicit JsonCursor(std::string_view text) : left_(text) {}

    bool at_end() const { return left_.empty(); }
    /// Goes past the literal if it comes next.
    bool take(std::string_view literal);
    /// Goes past the literal; a Fault if something else comes.
    void expect(std::string_view literal);
    std::string string();
    std::int64_t integer();
    /// A string, an integer or null.
    Value scalar();

  private:
    [[noreturn]] void fail() const;
    void escape(std::string& out);

    std::string_view left_;
};

}  // namespace kith::store
