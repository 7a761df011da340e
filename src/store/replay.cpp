#include "store/replay.h"

#include "store/access_store.h"
#include "store/canonical.h"
#include "store/journal.h"
#include "store/roll_back.h"
#include "store/sha256.h"

namespace kith::store {

namespace {

constexpr std::int64_t page_size = 1000;

const std::string& upsert_text(Connection& connection, const TableInfo& table) {
    return connection.dialect() == Dialect::sqlite ? table.upsert_sqlite : table.upsert_postgres;
}

const TableInfo& table_named(const Schema& schema, const std::string& name) {
    const auto* table = schema.find(name);
    if (!table) throw Fault("the journal names a table that is not in the table of tables: " + name);
    return *table;
}

/// Every row of a table with one integer key, page by page.
template <Mapped T>
void copy_table(Reader& source, Connection& target, FunctionRef<void(const T&)> each_row) {
    const auto& table = table_info<T>();
    const auto& key = table.columns.front().name;
    const std::string tail = "WHERE " + key + " > $1 ORDER BY " + key + " LIMIT $2";
    std::int64_t last = -1;
    while (true) {
        const auto rows = source.list<T>(tail, last, page_size);
        if (rows.empty()) return;
        for (const auto& row : rows) {
            target.run(upsert_text(target, table), values_of(row));
            each_row(row);
        }
        last = std::get<std::int64_t>(values_of(rows.back()).front());
    }
}

void copy_journal(Reader& source, Connection& target, const Schema& schema) {
    copy_table<JournalEntry>(source, target, [&](const JournalEntry& entry) {
        const auto body = source.find<JournalBody>(entry.sequence);
        if (!body) throw Fault(record_name(entry.record_kind, entry.record_id) + " has an entry without a body");
        target.run(upsert_text(target, table_info<JournalBody>()), values_of(*body));
        if (!body->body) return;
        if (sha256(body->salt.value_or(Bytes{}), *body->body) != entry.commitment)
            throw Fault(record_name(entry.record_kind, entry.record_id) + " has an entry whose body was changed");
        apply_change(target, schema, text_of(*body->body));
    });
    source.each(table_info<JournalRecord>().select, [&](const RowView& row) {
        const auto record = row_from<JournalRecord>(row);
        target.run(upsert_text(target, table_info<JournalRecord>()), values_of(record));
    });
    copy_table<Head>(source, target, [](const Head&) {});
}

void copy_access_log(Reader& source, Connection& target) {
    copy_table<Access>(source, target, [&](const Access& access) {
        for (const auto& person :
             source.list<AccessPerson>("WHERE access_sequence = $1 ORDER BY person_id", access.sequence))
            target.run(upsert_text(target, table_info<AccessPerson>()), values_of(person));
    });
}

void renumber_from(Connection& target, const std::string& sequence, const std::string& table) {
    target.each("SELECT setval('" + sequence + "', greatest((SELECT last_value FROM " + sequence +
                    "), (SELECT coalesce(max(sequence), 1) FROM " + table + ")))",
                {}, [](const RowView&) {});
}

}  // namespace

void apply_change(Connection& target, const Schema& schema, std::string_view text) {
    auto body = read_change(text);
    for (auto& row : body.rows) {
        const auto& table = table_named(schema, row.table);
        target.run(upsert_text(target, table), row_values(schema, table, std::move(row)));
    }
    if (!body.redaction) return;
    for (auto& row : body.redaction->removed) {
        const auto& table = table_named(schema, row.table);
        const auto values = row_values(schema, table, std::move(row));
        target.run(table.remove, std::span(values).first(static_cast<std::size_t>(table.keys)));
    }
}

void go_on_counting(Connection& connection) {
    Reader reader(connection);
    const auto needed = reader.scalar<std::int64_t>(
        "SELECT max(n) FROM (SELECT max(commit_order) AS n FROM journal_entry UNION ALL SELECT max(commit_order) FROM "
        "access_log UNION ALL SELECT max(entries_until) FROM journal_head UNION ALL SELECT max(access_until) FROM "
        "journal_head) AS used");
    if (connection.dialect() == Dialect::postgres) {
        renumber_from(connection, "journal_entry_sequence", "journal_entry");
        renumber_from(connection, "access_log_sequence", "access_log");
        const auto counted = reader.scalar<std::int64_t>(
            "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint + coalesce((SELECT base FROM commit_base), "
            "0)");
        if (needed.value_or(0) <= *counted) return;
    }
    connection.run("DELETE FROM commit_base", {});
    connection.run("INSERT INTO commit_base (base) VALUES ($1)", std::array{Value(needed.value_or(0))});
}

void replay_journal(Reader& source, Writer& writer, const Schema& schema) {
    auto& target = writer.connection();
    const bool sqlite = target.dialect() == Dialect::sqlite;
    target.script(sqlite ? "BEGIN IMMEDIATE; PRAGMA defer_foreign_keys=ON" : "BEGIN; SET CONSTRAINTS ALL DEFERRED");
    try {
        copy_journal(source, target, schema);
        copy_access_log(source, target);
        go_on_counting(target);
        for (const auto rebuild : schema.rebuild)
            rebuild(writer);
        target.script("COMMIT");
    } catch (...) {
        roll_back(target);
        throw;
    }
}

}  // namespace kith::store
