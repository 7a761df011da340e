#include "store/value.h"

#include "store/canonical.h"
#include "store/json_cursor.h"

namespace kith::store {

std::string to_json_array(const std::vector<std::string_view>& items) {
    std::string out = "[";
    for (const auto item : items) {
        if (out.size() > 1) out += ',';
        append_json_string(out, item);
    }
    return out + "]";
}

std::vector<std::string> from_json_array(std::string_view text) {
    JsonCursor cursor(text);
    std::vector<std::string> out;
    cursor.expect("[");
    while (!cursor.take("]")) {
        if (!out.empty()) cursor.expect(",");
        out.push_back(cursor.string());
    }
    return out;
}

void unknown_word(std::string_view text) {
    throw Fault("the database holds a word unknown here: " + std::string(text));
}

}  // namespace kith::store
