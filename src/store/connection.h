// One conversation with a database, used by one thread at a time. Two drivers: SQLite and PostgreSQL. SQL is the same
// text on both and writes its parameters $1, $2 …; every ORDER BY ends in a unique key and says NULLS FIRST or NULLS
// LAST. A statement is prepared once per connection and text.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "store/value.h"

namespace kith::store {

enum class Dialect { sqlite, postgres };

class Connection {
  public:
    virtual ~Connection() = default;
    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    virtual Dialect dialect() const = 0;

    /// Visits every row in turn. The visitor may use the same connection.
    virtual void each(std::string_view sql, std::span<const Value> values, RowVisitor visit) = 0;

    /// Runs a statement; the number of rows that it changed.
    virtual std::int64_t run(std::string_view sql, std::span<const Value> values) = 0;

    /// As run, where nobody asks what came of it: it may be sent along with the next statement that somebody waits for,
    /// which then throws what this one met.
    virtual void post(std::string_view sql, std::span<const Value> values) { run(sql, values); }

    /// Runs statements without parameters, separated by semicolons: for migrations.
    virtual void script(std::string_view sql) = 0;
};

}  // namespace kith::store
