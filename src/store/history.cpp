#include "store/history.h"

#include "store/journal_tables.h"

namespace kith::store {

static PastChange change_of(Reader& reader, JournalEntry entry) {
    PastChange change{std::move(entry.kind), entry.recorded_at, entry.actor, {}};
    auto body = reader.find<JournalBody>(entry.sequence);
    if (body && body->body) change.rows = read_change(text_of(*body->body)).rows;
    return change;
}

std::vector<PastChange> history_of(Reader& reader, const RawId& record) {
    std::vector<PastChange> changes;
    for (JournalEntry& entry : reader.list<JournalEntry>("WHERE record_id = $1 ORDER BY record_sequence", record))
        changes.push_back(change_of(reader, std::move(entry)));
    return changes;
}

std::int64_t journal_end(Reader& reader) {
    if (reader.connection().dialect() == Dialect::sqlite)
        return *reader.scalar<std::int64_t>("SELECT coalesce(max(commit_order), 0) + 1 FROM journal_entry");
    return *reader.scalar<std::int64_t>(
        "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint + coalesce((SELECT base FROM commit_base), 0)");
}

std::int64_t changes_from(Reader& reader, std::int64_t commit_order) {
    return *reader.scalar<std::int64_t>("SELECT count(*) FROM journal_entry WHERE commit_order >= $1", commit_order);
}

void each_change_from(Reader& reader, std::int64_t commit_order, FunctionRef<void(const PastChange&)> visit) {
    for (JournalEntry& entry :
         reader.list<JournalEntry>("WHERE commit_order >= $1 ORDER BY commit_order, sequence", commit_order))
        visit(change_of(reader, std::move(entry)));
}

bool PastRow::is_null(int column) const {
    return std::holds_alternative<Null>(values_.at(static_cast<std::size_t>(column)));
}

template <class X>
static const X& value_at(const std::vector<Value>& values, int column) {
    const X* value = std::get_if<X>(&values.at(static_cast<std::size_t>(column)));
    if (!value) throw Fault("a journalled row holds something else in its column " + std::to_string(column + 1));
    return *value;
}

std::int64_t PastRow::integer(int column) const {
    return value_at<std::int64_t>(values_, column);
}
std::string_view PastRow::text(int column) const {
    return value_at<std::string>(values_, column);
}
BytesView PastRow::bytes(int column) const {
    return value_at<Bytes>(values_, column);
}
RawId PastRow::id(int column) const {
    return value_at<RawId>(values_, column);
}
Date PastRow::date(int column) const {
    return value_at<Date>(values_, column);
}

}  // namespace kith::store
