#include "base/json.h"

#include <fmt/format.h>

#include <boost/json/parse_options.hpp>
#include <boost/json/stream_parser.hpp>

namespace kith {

void append_json_text(std::string& out, std::string_view text) {
    out += '"';
    for (char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\b':
                out += "\\b";
                break;
            case '\f':
                out += "\\f";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                if (static_cast<unsigned char>(c) < 0x20)
                    out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
                else
                    out += c;
        }
    }
    out += '"';
}

void JsonWriter::before_value() {
    bool in_object = !open_.empty() && open_.back() == '{';
    CHECK(in_object == has_key_);
    if (!in_object) {
        CHECK(!needs_comma_ || !open_.empty());
        if (needs_comma_) out_ += ',';
    }
    has_key_ = false;
    needs_comma_ = true;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    CHECK(!open_.empty() && open_.back() == '{' && !has_key_);
    if (needs_comma_) out_ += ',';
    append_json_text(out_, name);
    out_ += ':';
    has_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::begin_object() {
    before_value();
    out_ += '{';
    open_ += '{';
    needs_comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::begin_array() {
    before_value();
    out_ += '[';
    open_ += '[';
    needs_comma_ = false;
    return *this;
}

JsonWriter& JsonWriter::close(char opened, char closing) {
    CHECK(!open_.empty() && open_.back() == opened && !has_key_);
    open_.pop_back();
    out_ += closing;
    needs_comma_ = true;
    return *this;
}

JsonWriter& JsonWriter::end_object() {
    return close('{', '}');
}
JsonWriter& JsonWriter::end_array() {
    return close('[', ']');
}

JsonWriter& JsonWriter::text(std::string_view value) {
    before_value();
    append_json_text(out_, value);
    return *this;
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
    before_value();
    fmt::format_to(std::back_inserter(out_), "{}", value);
    return *this;
}

JsonWriter& JsonWriter::truth(bool value) {
    before_value();
    out_ += value ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::null() {
    before_value();
    out_ += "null";
    return *this;
}

static void append_value(JsonWriter& json, const boost::json::value& value) {
    if (const auto* object = value.if_object()) {
        json.begin_object();
        for (const auto& member : *object)
            append_value(json.key(std::string_view(member.key().data(), member.key().size())), member.value());
        json.end_object();
    } else if (const auto* array = value.if_array()) {
        json.begin_array();
        for (const auto& each : *array)
            append_value(json, each);
        json.end_array();
    } else if (const auto* text = value.if_string()) {
        json.text({text->data(), text->size()});
    } else if (value.is_bool()) {
        json.truth(value.get_bool());
    } else if (value.is_null()) {
        json.null();
    } else {
        json.integer(value.to_number<std::int64_t>());
    }
}

std::string json_text(const boost::json::value& value) {
    std::string text;
    JsonWriter json(text);
    append_value(json, value);
    return text;
}

Result<boost::json::value> parse_json(std::string_view text, int max_depth) {
    boost::json::parse_options options;
    options.max_depth = static_cast<std::size_t>(max_depth);
    boost::json::stream_parser parser({}, options);
    boost::json::error_code error;
    std::size_t read = parser.write_some(text.data(), text.size(), error);
    if (!error && read < text.size()) error = boost::json::error::extra_data;
    if (!error) parser.finish(error);
    if (error)
        return refuse(Because::invalid, "",
                      fmt::format("This is not JSON that can be read: {} at byte {}.", error.message(), read));
    return parser.release();
}

}  // namespace kith
