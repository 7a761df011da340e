// What a browser sends: application/x-www-form-urlencoded, as the body of a POST or the query of an address. Pure:
// fuzzed by tests/fuzz/http_form_fuzz.cpp. Not here: multipart uploads; Unicode normal form and control characters
// (base/text.h).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace kith::http {

struct FormLimits {
    std::size_t fields = 2'000;
    std::size_t name_bytes = 200;         ///< decoded
    std::size_t value_bytes = 2'000'000;  ///< decoded: as long as a body may be, so that the form itself can say what
                                          ///< is too long and give it back
};

/// Names and values in the order sent; a name may come more than once (tick boxes).
class Form {
  public:
    using Entry = std::pair<std::string, std::string>;

    Form() = default;
    Form(std::initializer_list<Entry> entries) : entries_(entries) {}

    /// The first value of that name; empty when there is none.
    std::string_view get(std::string_view name) const;
    std::vector<std::string_view> all(std::string_view name) const;
    bool has(std::string_view name) const;

    void add(std::string_view name, std::string_view value);
    const std::vector<Entry>& entries() const { return entries_; }

    bool operator==(const Form&) const = default;

  private:
    std::vector<Entry> entries_;
};

/// Reads "a=1&b=two+words&b=%C3%A9". Refused (invalid), naming the field where it is known: a broken "%", text that is
/// not UTF-8 or holds NUL, and more or longer fields than the limits allow.
Result<Form> decode_form(std::string_view encoded, const FormLimits& limits = {});

/// Writes what decode_form reads.
std::string encode_form(const Form& form);

/// One name or value for an address: every byte but letters, digits and "-._~" as %XX.
std::string percent_encode(std::string_view text);

}  // namespace kith::http
