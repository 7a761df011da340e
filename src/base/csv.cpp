#include "base/csv.h"

namespace kith {

static void append_field(std::string& out, std::string_view field) {
    bool formula = !field.empty() && std::string_view("=+-@\t\r").find(field.front()) != std::string_view::npos;
    bool quoted = formula || field.find_first_of(",\"\r\n") != std::string_view::npos;
    if (quoted) out += '"';
    if (formula) out += '\'';
    for (char c : field) {
        if (c == '"') out += '"';
        out += c;
    }
    if (quoted) out += '"';
}

void append_csv_row(std::string& out, std::span<const std::string_view> fields) {
    bool first = true;
    for (std::string_view field : fields) {
        if (!first) out += ',';
        first = false;
        append_field(out, field);
    }
    out += "\r\n";
}

}  // namespace kith
