// THE TABLE OF TABLES: every table of the database, and so what a replay must give back. A table that is in the
// database and not here, or here and not there, fails the contract test.
#include "store/access_store.h"
#include "store/authority_store.h"
#include "store/desk_store.h"
#include "store/journal_tables.h"
#include "store/migrate.h"
#include "store/schema.h"

namespace kith::store {

namespace {

/// A table that no struct is mapped to.
const TableInfo& unmapped(std::string_view name, Durability durability) {
    static std::map<std::string, TableInfo, std::less<>> all;
    return all.emplace(name, describe(name, durability, 1, 0, {})).first->second;
}

std::vector<const TableInfo*> kith_tables() {
    return {
        &table_info<core::Authority>(),
        &table_info<JournalEntry>(),
        &table_info<JournalBody>(),
        &table_info<JournalRecord>(),
        &table_info<Head>(),
        &table_info<Access>(),
        &table_info<AccessPerson>(),
        &table_info<Idempotency>(),
        &table_info<Session>(),
        &table_info<Draft>(),
        &table_info<OutboxItem>(),
        &unmapped("commit_base", Durability::durable),
        &unmapped("schema_version", Durability::durable),
    };
}

}  // namespace

const TableInfo* Schema::find(std::string_view table) const {
    for (const auto* each : tables)
        if (each->name == table) return each;
    return nullptr;
}

const Schema& kith_schema() {
    static const Schema schema{
        .migrations = kith_migrations(), .tables = kith_tables(), .upcasters = {}, .rebuild = {}};
    return schema;
}

}  // namespace kith::store
