#include "store/transaction.h"

#include "store/journal.h"

namespace kith::store {

void Writer::begin_change(const core::ChangeKind& kind, const RawId& record) {
    journal_.begin(kind.name, kind.version, kind.record, record);
}
void Writer::add_row(const TableInfo& table, std::span<const Value> values) {
    journal_.add(table, values);
}
void Writer::end_change() {
    journal_.end(stamp_);
}

void Writer::begin_redaction(core::RecordKind kind, const RawId& record, const Redaction&) {
    journal_.begin(redacted, 1, kind, record);
}
void Writer::end_redaction(const Redaction& redaction) {
    journal_.end_redaction(stamp_, redaction);
}

void Writer::upsert(const TableInfo& table, std::span<const Value> values) {
    connection().post(connection().dialect() == Dialect::sqlite ? table.upsert_sqlite : table.upsert_postgres, values);
}

std::int64_t Writer::run_unjournalled(std::string_view sql, std::span<const Value> values) {
    return connection().run(sql, values);
}

}  // namespace kith::store
