#include "store/canonical.h"

#include <charconv>

#include "store/json_cursor.h"

namespace kith::store {

void append_json_string(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    std::size_t start = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out += text.substr(start, i - start);
        start = i + 1;
        if (c == '"')
            out += "\\\"";
        else if (c == '\\')
            out += "\\\\";
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else {
            out += "\\u00";
            out += digits[c >> 4];
            out += digits[c & 15];
        }
    }
    out += text.substr(start);
    out += '"';
}

namespace {

void append_integer(std::string& out, std::int64_t value) {
    char digits[24];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
    out.append(digits, end);
}

void append_id(std::string& out, const RawId& id) {
    out += '"';
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
        append_hex(out, BytesView(&id.bytes[i], 1));
    }
    out += '"';
}

struct AppendJson {
    std::string& out;
    void operator()(Null) const { out += "null"; }
    void operator()(std::int64_t value) const { append_integer(out, value); }
    void operator()(std::string_view text) const { append_json_string(out, text); }
    void operator()(const std::string& text) const { append_json_string(out, text); }
    void operator()(const RawId& id) const { append_id(out, id); }
    void operator()(Date date) const { append_json_string(out, iso(date)); }
    void operator()(BytesView bytes) const {
        out += '"';
        append_hex(out, bytes);
        out += '"';
    }
    void operator()(const Bytes& bytes) const { (*this)(BytesView(bytes)); }
};

void append_row_body(std::string& out, const RowBody& body) {
    out += "{\"table\":";
    append_json_string(out, body.table);
    out += ",\"version\":";
    append_integer(out, body.version);
    out += ",\"row\":{";
    bool first = true;
    for (const auto& [name, value] : body.row) {
        if (!first) out += ',';
        first = false;
        append_json_string(out, name);
        out += ':';
        std::visit(AppendJson{out}, value);
    }
    out += "}}";
}

}  // namespace

void ChangeText::begin(std::string_view kind, int version) {
    text_.clear();
    first_ = true;
    text_ += "{\"kind\":";
    append_json_string(text_, kind);
    text_ += ",\"version\":";
    append_integer(text_, version);
    text_ += ",\"rows\":[";
}

void ChangeText::row(const TableInfo& table, std::span<const Value> values) {
    if (!first_) text_ += ',';
    first_ = false;
    append_row(text_, table, table.columns.size(), values);
}

void ChangeText::append_row(std::string& out, const TableInfo& table, std::size_t columns,
                            std::span<const Value> values) {
    out += "{\"table\":\"";
    out += table.name;
    out += "\",\"version\":";
    append_integer(out, table.version);
    out += ",\"row\":{";
    for (std::size_t i = 0; i < columns; ++i) {
        out += i == 0 ? "\"" : ",\"";
        out += table.columns[i].name;
        out += "\":";
        std::visit(AppendJson{out}, values[i]);
    }
    out += "}}";
}

std::string& ChangeText::finish() {
    text_ += '}';
    return text_;
}

std::string redaction_text(const RedactionBody& redaction) {
    std::string out = ",\"redaction\":{\"entries\":[";
    for (std::size_t i = 0; i < redaction.entries.size(); ++i) {
        if (i != 0) out += ',';
        append_integer(out, redaction.entries[i]);
    }
    out += "],\"why\":";
    append_json_string(out, redaction.why);
    out += ",\"authorised_by\":";
    append_json_string(out, redaction.authorised_by);
    out += ",\"legal_basis\":";
    append_json_string(out, redaction.legal_basis);
    out += ",\"removed\":[";
    for (std::size_t i = 0; i < redaction.removed.size(); ++i) {
        if (i != 0) out += ',';
        append_row_body(out, redaction.removed[i]);
    }
    return out + "]}";
}

namespace {

RowBody read_row(JsonCursor& cursor) {
    RowBody body;
    cursor.expect("{\"table\":");
    body.table = cursor.string();
    cursor.expect(",\"version\":");
    body.version = static_cast<int>(cursor.integer());
    cursor.expect(",\"row\":{");
    while (!cursor.take("}}")) {
        if (!body.row.empty()) cursor.expect(",");
        auto name = cursor.string();
        cursor.expect(":");
        body.row.emplace(std::move(name), cursor.scalar());
    }
    return body;
}

std::vector<RowBody> read_rows(JsonCursor& cursor) {
    std::vector<RowBody> rows;
    cursor.expect("[");
    while (!cursor.take("]")) {
        if (!rows.empty()) cursor.expect(",");
        rows.push_back(read_row(cursor));
    }
    return rows;
}

RedactionBody read_redaction(JsonCursor& cursor) {
    RedactionBody body;
    cursor.expect("{\"entries\":[");
    while (!cursor.take("]")) {
        if (!body.entries.empty()) cursor.expect(",");
        body.entries.push_back(cursor.integer());
    }
    cursor.expect(",\"why\":");
    body.why = cursor.string();
    cursor.expect(",\"authorised_by\":");
    body.authorised_by = cursor.string();
    cursor.expect(",\"legal_basis\":");
    body.legal_basis = cursor.string();
    cursor.expect(",\"removed\":");
    body.removed = read_rows(cursor);
    cursor.expect("}");
    return body;
}

/// A JSON scalar as the value that its column holds.
Value typed(const Value& json, const ColumnInfo& column) {
    if (std::holds_alternative<Null>(json) || std::holds_alternative<std::int64_t>(json)) return json;
    const auto& text = std::get<std::string>(json);
    const auto wrong = [&] { return Fault("a journalled row has no " + column.name + " in \"" + text + "\""); };
    if (column.type == ColumnType::id) {
        const auto id = parse_id(text);
        if (!id) throw wrong();
        return *id;
    }
    if (column.type == ColumnType::date) {
        const auto date = parse_date(text);
        if (!date) throw wrong();
        return *date;
    }
    if (column.type == ColumnType::bytes) {
        auto bytes = parse_hex(text);
        if (!bytes) throw wrong();
        return std::move(*bytes);
    }
    return text;
}

}  // namespace

ChangeBody read_change(std::string_view text) {
    JsonCursor cursor(text);
    ChangeBody body;
    cursor.expect("{\"kind\":");
    body.kind = cursor.string();
    cursor.expect(",\"version\":");
    body.version = static_cast<int>(cursor.integer());
    cursor.expect(",\"rows\":");
    body.rows = read_rows(cursor);
    if (cursor.take(",\"redaction\":")) body.redaction = read_redaction(cursor);
    cursor.expect("}");
    if (!cursor.at_end()) throw Fault("the journal holds more than one Change in a body");
    return body;
}

std::vector<Value> row_values(const Schema& schema, const TableInfo& table, RowBody row) {
    while (row.version < table.version) {
        for (const auto& upcaster : schema.upcasters)
            if (upcaster.table == table.name && upcaster.from == row.version) upcaster.step(row.row);
        ++row.version;
    }
    std::vector<Value> values;
    for (const auto& column : table.columns) {
        const auto found = row.row.find(column.name);
        values.push_back(found == row.row.end() ? Value(Null{}) : typed(found->second, column));
    }
    return values;
}

}  // namespace kith::store
