#include "store/journal.h"

#include <fmt/format.h>

#include "base/result.h"
#include "store/sha256.h"

namespace kith::store {

std::string entry_text(const JournalEntry& entry) {
    return fmt::format("kith entry 1\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n{}\n", entry.sequence, entry.record_kind,
                       to_text(entry.record_id), entry.record_sequence, entry.kind, entry.version,
                       micros(entry.recorded_at), to_text(entry.actor), hex(entry.previous_hash),
                       hex(entry.commitment));
}

std::string record_name(std::string_view kind, const RawId& id) {
    return fmt::format("{} {}", kind, to_text(id));
}

namespace {

constexpr std::string_view place_sqlite =
    "SELECT (SELECT coalesce(max(sequence), 0) + 1 FROM journal_entry), "
    "max(coalesce((SELECT max(commit_order) FROM journal_entry), 0), coalesce((SELECT base FROM commit_base), 0)) + 1, "
    "(SELECT last_sequence FROM journal_record WHERE record_id = $1), "
    "(SELECT last_hash FROM journal_record WHERE record_id = $1)";
constexpr std::string_view place_postgres =
    "SELECT nextval('journal_entry_sequence'), "
    "pg_current_xact_id()::text::bigint + coalesce((SELECT base FROM commit_base), 0), "
    "(SELECT last_sequence FROM journal_record WHERE record_id = $1), "
    "(SELECT last_hash FROM journal_record WHERE record_id = $1)";

template <Mapped T>
void insert(Connection& connection, const T& row) {
    static const std::string sql = [] {
        const auto& upsert = table_info<T>().upsert_sqlite;
        return upsert.substr(0, upsert.find(" ON CONFLICT"));
    }();
    connection.post(sql, values_of(row));
}

const std::string& upsert_text(const Connection& connection, const TableInfo& table) {
    return connection.dialect() == Dialect::sqlite ? table.upsert_sqlite : table.upsert_postgres;
}

/// "contact 3f2a… …": what tells rows of a Change apart.
std::string key_text(const TableInfo& table, std::span<const Value> values) {
    std::string out;
    ChangeText::append_row(out, table, static_cast<std::size_t>(table.keys), values);
    return out;
}

}  // namespace

void Journal::begin(std::string_view kind, int version, core::RecordKind record_kind, const RawId& record) {
    CHECK(!open_);
    open_ = true;
    kind_ = kind;
    version_ = version;
    record_kind_ = record_kind;
    record_ = record;
    written_.clear();
    text_.begin(kind, version);
}

void Journal::add(const TableInfo& table, std::span<const Value> values) {
    connection_.post(upsert_text(connection_, table), values);
    text_.row(table, values);
    if (kind_ == redacted) written_.push_back(key_text(table, values));
}

void Journal::end(const Stamp& stamp) {
    text_.end_rows();
    append(stamp, text_.finish());
}

Journal::Place Journal::next_place() {
    Place place;
    const std::array values{Value(record_)};
    const auto sql = connection_.dialect() == Dialect::sqlite ? place_sqlite : place_postgres;
    connection_.each(sql, values, [&](const RowView& row) {
        place.sequence = row.integer(0);
        place.commit_order = row.integer(1);
        if (row.is_null(2)) return;
        place.last_sequence = row.integer(2);
        place.last_hash = row.get<Bytes>(3);
    });
    return place;
}

void Journal::append(const Stamp& stamp, std::string_view body) {
    auto place = next_place();
    std::array<std::uint8_t, 16> salt;
    random_(salt);
    JournalEntry entry{.sequence = place.sequence,
                       .commit_order = place.commit_order,
                       .record_kind = std::string(word(record_kind_)),
                       .record_id = record_,
                       .record_sequence = place.last_sequence + 1,
                       .kind = std::string(kind_),
                       .version = version_,
                       .recorded_at = stamp.at,
                       .actor = stamp.actor,
                       .previous_hash = std::move(place.last_hash),
                       .commitment = sha256(salt, bytes_of(body)),
                       .hash = {}};
    entry.hash = sha256(entry_text(entry));
    insert(connection_, entry);
    const std::array<Value, 3> row{entry.sequence, BytesView(salt), bytes_of(body)};
    connection_.post("INSERT INTO journal_body (sequence, salt, body) VALUES ($1, $2, $3)", row);
    const JournalRecord record{record_, entry.record_kind, entry.record_sequence, entry.hash};
    connection_.post(upsert_text(connection_, table_info<JournalRecord>()), values_of(record));
    open_ = false;
}

void Journal::end_redaction(const Stamp& stamp, const Redaction& redaction) {
    RedactionBody told{.entries = redaction.entries,
                       .why = redaction.why,
                       .authorised_by = to_text(redaction.authorised_by),
                       .legal_basis = redaction.legal_basis,
                       .removed = {}};
    empty_bodies(redaction, told);
    text_.end_rows();
    text_.append(redaction_text(told));
    append(stamp, text_.finish());
}

void Journal::empty_bodies(const Redaction& redaction, RedactionBody& told) {
    for (const auto number : redaction.entries) {
        std::optional<std::int64_t> sequence;
        std::optional<std::string> body;
        const std::array<Value, 2> key{record_, number};
        connection_.each(
            "SELECT e.sequence, e.kind, b.body FROM journal_entry e JOIN journal_body b ON b.sequence = e.sequence "
            "WHERE e.record_id = $1 AND e.record_sequence = $2",
            key, [&](const RowView& row) {
                sequence = row.integer(0);
                CHECK(row.text(1) != redacted);  // the account of a redaction stays
                if (!row.is_null(2)) body = std::string(text_of(row.bytes(2)));
            });
        CHECK(sequence);
        if (body)
            for (const auto& row : read_change(*body).rows)
                remove_if_still_there(row, told);
        const std::array<Value, 1> emptied{*sequence};
        connection_.run("UPDATE journal_body SET salt = NULL, body = NULL WHERE sequence = $1", emptied);
    }
}

/// Removes the row when it is still what the emptied entry wrote, and nothing stands in for it.
void Journal::remove_if_still_there(const RowBody& row, RedactionBody& told) {
    const auto* table = schema_.find(row.table);
    CHECK(table);
    const auto values = row_values(schema_, *table, row);
    const auto key = key_text(*table, values);
    if (std::find(written_.begin(), written_.end(), key) != written_.end()) return;

    const std::span keys(values.data(), static_cast<std::size_t>(table->keys));
    std::string then, now;
    ChangeText::append_row(then, *table, table->columns.size(), values);
    connection_.each(table->find, keys, [&](const RowView& view) {
        ChangeText::append_row(now, *table, table->columns.size(), read_values(*table, view));
    });
    if (now != then) return;
    connection_.run(table->remove, keys);
    RowBody removed{row.table, table->version, {}};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto& name = table->columns[i].name;
        removed.row.emplace(name, row.row.at(name));
    }
    told.removed.push_back(std::move(removed));
}

}  // namespace kith::store
