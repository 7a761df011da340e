// What an action may do while its transaction is open. A Reader sees one snapshot. A Writer is the one door for writes:
// every row of the record goes through `save`, which puts it into its table *and* appends the Change to its record's
// chain.
#pragma once

#include <optional>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/date.h"
#include "base/id.h"
#include "core/change.h"
#include "store/connection.h"
#include "store/table.h"

namespace kith::store {

/// Who did it and when: goes into the journal. The nil actor is the public, or Kith itself.
struct Stamp {
    RawId actor;
    Instant at;
};

class Reader {
  public:
    explicit Reader(Connection& connection) : connection_(connection) {}

    /// The row with that key.
    template <Mapped T, class... Keys>
    std::optional<T> find(const Keys&... keys) {
        static_assert(sizeof...(Keys) == Table<T>::keys, "one value for each key column");
        return first<T>(table_info<T>().find, keys...);
    }

    /// Rows of one table: list<Contact>("WHERE child_id = $1 ORDER BY at DESC NULLS LAST, id", child).
    template <Mapped T, class... Values>
    std::vector<T> list(std::string_view tail, const Values&... values) {
        std::vector<T> rows;
        each(
            table_info<T>().select + std::string(tail), [&](const RowView& row) { rows.push_back(row_from<T>(row)); },
            values...);
        return rows;
    }

    /// The first row of a list, or nothing.
    template <Mapped T, class... Values>
    std::optional<T> list_first(std::string_view tail, const Values&... values) {
        return first<T>(table_info<T>().select + std::string(tail), values...);
    }

    /// Any SELECT: the visitor reads columns by number.
    template <class... Values>
    void each(std::string_view sql, RowVisitor visit, const Values&... values) {
        const std::array<Value, sizeof...(Values)> bound{to_value(values)...};
        connection_.each(sql, bound, visit);
    }

    /// The first column of the first row: scalar<std::int64_t>("SELECT count(*) FROM contact"). Nothing for no row and
    /// NULL.
    template <class X, class... Values>
    std::optional<X> scalar(std::string_view sql, const Values&... values) {
        std::optional<X> found;
        each(
            sql,
            [&](const RowView& row) {
                if (!found && !row.is_null(0)) found = row.get<X>(0);
            },
            values...);
        return found;
    }

    Connection& connection() { return connection_; }

  private:
    template <Mapped T, class... Values>
    std::optional<T> first(std::string_view sql, const Values&... values) {
        std::optional<T> found;
        each(
            sql,
            [&](const RowView& row) {
                if (!found) found = row_from<T>(row);
            },
            values...);
        return found;
    }

    Connection& connection_;
};

/// Why and by whose leave something was taken out of the record for good.
struct Redaction {
    std::vector<std::int64_t> entries;  ///< the record's own sequence numbers whose bodies are emptied
    std::string why;
    RawId authorised_by;
    std::string legal_basis;
};

class Journal;  // store/journal.h: the chains

class Writer : public Reader {
  public:
    Writer(Connection& connection, const Stamp& stamp, Journal& journal)
        : Reader(connection), stamp_(stamp), journal_(journal) {}

    Instant at() const { return stamp_.at; }
    const RawId& actor() const { return stamp_.actor; }

    /// Puts every row (or vector of rows, in order) into its table, inserted or replaced by key, and appends one Change
    /// with those after-images to the record's chain.
    template <class... Rows>
    void save(const core::ChangeKind& kind, const RawId& record, const Rows&... rows) {
        begin_change(kind, record);
        (add(rows), ...);
        end_change();
    }

    /// Empties the bodies of entries of one record, and puts the stand-ins in place of what they wrote. Rows that only
    /// those entries wrote and that have no stand-in are removed. Itself a Change.
    template <class... Rows>
    void redact(core::RecordKind kind, const RawId& record, const Redaction& redaction, const Rows&... stand_ins) {
        begin_redaction(kind, record, redaction);
        (add(stand_ins), ...);
        end_redaction(redaction);
    }

    /// For tables that are not journalled: insert or replace by key.
    template <Mapped T>
    void put(const T& row) {
        static_assert(Table<T>::durability == Durability::durable || Table<T>::durability == Durability::derived,
                      "the record is written by save");
        const auto values = values_of(row);
        upsert(table_info<T>(), values);
    }

    /// The number of rows removed: 0 or 1.
    template <Mapped T, class... Keys>
    std::int64_t remove(const Keys&... keys) {
        static_assert(Table<T>::durability == Durability::durable || Table<T>::durability == Durability::derived,
                      "nothing is ever removed from the record; see redact");
        static_assert(sizeof...(Keys) == Table<T>::keys, "one value for each key column");
        return run(table_info<T>().remove, keys...);
    }

    /// An UPDATE or DELETE of tables that are not journalled; the number of rows changed.
    template <class... Values>
    std::int64_t run(std::string_view sql, const Values&... values) {
        const std::array<Value, sizeof...(Values)> bound{to_value(values)...};
        return run_unjournalled(sql, bound);
    }

  private:
    template <Mapped T>
    void add(const T& row) {
        static_assert(Table<T>::durability == Durability::journalled, "only the record is journalled; see put");
        const auto values = values_of(row);
        add_row(table_info<T>(), values);
    }
    template <Mapped T>
    void add(const std::vector<T>& rows) {
        for (const auto& row : rows)
            add(row);
    }
    template <Mapped T>
    void add(const std::optional<T>& row) {
        if (row) add(*row);
    }

    void begin_change(const core::ChangeKind& kind, const RawId& record);
    void add_row(const TableInfo& table, std::span<const Value> values);
    void end_change();
    void begin_redaction(core::RecordKind kind, const RawId& record, const Redaction& redaction);
    void end_redaction(const Redaction& redaction);
    void upsert(const TableInfo& table, std::span<const Value> values);
    std::int64_t run_unjournalled(std::string_view sql, std::span<const Value> values);

    Stamp stamp_;
    Journal& journal_;
};

}  // namespace kith::store
