#include "store/migrate.h"

#include <array>
#include <map>

#include "base/text.h"
#include "store/roll_back.h"
#include "store/sha256.h"

namespace kith::store {

namespace {

struct Token {
    std::string_view name, sqlite, postgres;
};
constexpr std::array tokens{
    Token{"{id}", "BLOB", "uuid"},
    Token{"{instant}", "INTEGER", "BIGINT"},
    Token{"{date}", "TEXT", "date"},
    Token{"{text}", "TEXT", "TEXT COLLATE \"C\""},
    Token{"{int}", "INTEGER", "BIGINT"},
    Token{"{bytes}", "BLOB", "bytea"},
    Token{"{strict}", "STRICT", ""},
    Token{"{authority}", "", "authority_id uuid NOT NULL DEFAULT current_setting('kith.authority')::uuid,"},
    Token{"{tenant} ", "", "authority_id, "},
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

struct Applied {
    std::string name;
    Bytes hash;
};

std::vector<Applied> applied_so_far(Connection& connection) {
    std::vector<Applied> applied;
    connection.each("SELECT name, hash FROM schema_version ORDER BY name", {}, [&](const RowView& row) {
        applied.push_back({row.get<std::string>(0), row.get<Bytes>(1)});
    });
    return applied;
}

void require_same_past(const std::vector<Applied>& applied, const Schema& schema) {
    for (std::size_t i = 0; i < applied.size(); ++i) {
        if (i >= schema.migrations.size() || schema.migrations[i].name != applied[i].name)
            throw Unusable("This database was made by a newer Kith (it has " + applied[i].name + "). Use that one.");
        if (sha256(schema.migrations[i].sql) != applied[i].hash)
            throw Unusable("The migration " + applied[i].name +
                           " was edited after it was applied to this database. Add a new one instead.");
    }
}

/// Each table sees only the rows of the authority that is being served, its owner too.
void wall_in(Connection& connection) {
    std::vector<std::string> tables;
    connection.each(
        "SELECT relname::text FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = "
        "current_schema()::regnamespace "
        "AND relname <> 'schema_version' AND NOT relforcerowsecurity ORDER BY relname",
        {}, [&](const RowView& row) { tables.push_back(row.get<std::string>(0)); });
    for (const auto& table : tables)
        connection.script("ALTER TABLE " + table + " ENABLE ROW LEVEL SECURITY; ALTER TABLE " + table +
                          " FORCE ROW LEVEL SECURITY; CREATE POLICY own_authority ON " + table +
                          " USING (authority_id = nullif(current_setting('kith.authority', true), '')::uuid)");
}

/// Only a replay defers them: a redacted row may be named before what stands in for it is read.
void let_replay_defer_keys(Connection& connection) {
    std::vector<std::string> statements;
    connection.each(
        "SELECT format('ALTER TABLE %I ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE', conrelid::regclass::text, "
        "conname) "
        "FROM pg_constraint WHERE contype = 'f' AND NOT condeferrable AND connamespace = "
        "current_schema()::regnamespace "
        "ORDER BY oid",
        {}, [&](const RowView& row) { statements.push_back(row.get<std::string>(0)); });
    for (const auto& statement : statements)
        connection.script(statement);
}

void apply(Connection& connection, const Migration& migration, Instant now) {
    const auto dialect = connection.dialect();
    connection.script(dialect == Dialect::sqlite ? "BEGIN IMMEDIATE" : "BEGIN");
    try {
        connection.script(in_dialect(migration.sql, dialect));
        const auto hash = sha256(migration.sql);
        const std::array values{Value(migration.name), Value(BytesView(hash)), to_value(now)};
        connection.run("INSERT INTO schema_version (name, hash, applied_at) VALUES ($1, $2, $3)", values);
        if (dialect == Dialect::postgres) {
            wall_in(connection);
            let_replay_defer_keys(connection);
        }
        connection.script("COMMIT");
    } catch (...) {
        roll_back(connection);
        throw;
    }
}

}  // namespace

std::string in_dialect(std::string_view sql, Dialect dialect) {
    std::string out(sql);
    replace_all(out, dialect == Dialect::sqlite ? "\n--sqlite " : "\n--postgres ", "\n");
    for (const auto& token : tokens)
        replace_all(out, token.name, dialect == Dialect::sqlite ? token.sqlite : token.postgres);
    return out;
}

int migrate(Connection& connection, const Schema& schema, Instant now) {
    connection.script(
        in_dialect("CREATE TABLE IF NOT EXISTS schema_version (name {text} PRIMARY KEY, hash {bytes} NOT NULL, "
                   "applied_at {instant} NOT NULL) {strict}",
                   connection.dialect()));
    const auto applied = applied_so_far(connection);
    require_same_past(applied, schema);
    for (std::size_t i = applied.size(); i < schema.migrations.size(); ++i)
        apply(connection, schema.migrations[i], now);
    return static_cast<int>(schema.migrations.size() - applied.size());
}

}  // namespace kith::store
