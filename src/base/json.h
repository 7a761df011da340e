// JSON, thin. Writing is canonical: members in the order given, no spaces, so that equal values give equal bytes (and
// equal hashes). Reading hands back Boost.JSON's value, after limits.
#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kith {

/// Appends one JSON value to a string. Inside an object every value is preceded by key(); the short forms with a name
/// do both. Text must be UTF-8 already. A value in the wrong place is a bug.
///
///     JsonWriter json(out);
///     json.begin_object().text("name", "Ann").integer("age", 7).key("pets").begin_array().end_array().end_object();
class JsonWriter {
  public:
    explicit JsonWriter(std::string& out) : out_(out) {}

    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);

    JsonWriter& text(std::string_view value);
    JsonWriter& integer(std::int64_t value);
    JsonWriter& truth(bool value);
    JsonWriter& null();

    JsonWriter& text(std::string_view name, std::string_view value) { return key(name).text(value); }
    JsonWriter& integer(std::string_view name, std::int64_t value) { return key(name).integer(value); }
    JsonWriter& truth(std::string_view name, bool value) { return key(name).truth(value); }
    JsonWriter& null(std::string_view name) { return key(name).null(); }

  private:
    void before_value();
    JsonWriter& close(char opened, char closing);

    std::string& out_;
    std::string open_;          // the brackets that are open
    bool needs_comma_ = false;  // a value stands before this place
    bool has_key_ = false;      // a key waits for its value
};

/// Appends "text" with its quotes: the short escapes, \u00xx for other control characters, all else as it is.
void append_json_text(std::string& out, std::string_view text);

/// A value as text, its members in the order in which they stand: equal values give equal bytes. Numbers are integers.
std::string json_text(const boost::json::value& value);

/// The value of the whole text, or a refusal that says where it stops being JSON. Never deeper than max_depth. Of two
/// members with one name the last counts.
Result<boost::json::value> parse_json(std::string_view text, int max_depth = 32);

}  // namespace kith
