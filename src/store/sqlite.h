// SQLite's side of a Connection. Not shared between threads at the same time (the library's own locks are off).
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/engine.h"
#include "store/location.h"

namespace kith::store {

class SqliteConnection final : public Connection {
  public:
    enum class Use { write, read };
    SqliteConnection(const Location& location, Use use, Synchronous synchronous = Synchronous::full);
    ~SqliteConnection() override;

    Dialect dialect() const override { return Dialect::sqlite; }
    void each(std::string_view sql, std::span<const Value> values, RowVisitor visit) override;
    std::int64_t run(std::string_view sql, std::span<const Value> values) override;
    void script(std::string_view sql) override;

    /// False inside a transaction. A full disk ends one without being asked.
    bool idle() const;
    sqlite3* handle() { return db_; }

  private:
    struct Statement;
    using Lease = std::unique_ptr<Statement, void (*)(Statement*)>;

    Lease prepared(std::string_view sql);
    std::unique_ptr<Statement> prepare(std::string_view sql);
    void bind(Statement& statement, std::span<const Value> values);
    bool step(Statement& statement);
    [[noreturn]] void fail(std::string_view doing);
    void configure(Use use, Synchronous synchronous);

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    sqlite3* db_ = nullptr;
    std::unordered_map<std::string, std::unique_ptr<Statement>, TextHash, std::equal_to<>> statements_;
};

}  // namespace kith::store
