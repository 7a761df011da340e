#include "store/history.h"

#include "store/journal_tables.h"

namespace kith::store {

std::vector<PastChange> history_of(Reader& reader, const RawId& record) {
    std::vector<PastChange> changes;
    for (JournalEntry& entry : reader.list<JournalEntry>("WHERE record_id = $1 ORDER BY record_sequence", record)) {
        PastChange change{std::move(entry.kind), entry.recorded_at, entry.actor, {}};
        auto body = reader.find<JournalBody>(entry.sequence);
        if (body && body->body) change.rows = read_change(text_of(*body->body)).rows;
        changes.push_back(std::move(change));
    }
    return changes;
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
