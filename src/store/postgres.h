// PostgreSQL's side of a Connection, over libpq: parameters and results in binary, every statement prepared once, and
// what is posted sent in one go with the statement after it (libpq's pipeline mode).
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/connection.h"
#include "store/location.h"

namespace kith::store {

/// The transaction lost against another and may be run again.
class Conflict : public Fault {
  public:
    using Fault::Fault;
};

class PostgresConnection final : public Connection {
  public:
    PostgresConnection(const Location& location, const std::optional<RawId>& authority);
    ~PostgresConnection() override;

    Dialect dialect() const override { return Dialect::postgres; }
    void each(std::string_view sql, std::span<const Value> values, RowVisitor visit) override;
    std::int64_t run(std::string_view sql, std::span<const Value> values) override;
    void post(std::string_view sql, std::span<const Value> values) override;
    void script(std::string_view sql) override;

    /// With that role's rights from now on. Throws Fault when this one may not take it.
    void act_as(const std::string& role);
    /// The rows of this authority from now on.
    void serve(const RawId& authority);
    /// Ends the transaction. A lost answer, and success with a warning, are InDoubt.
    void commit();
    /// Ends it and forgets what was posted. Throws only when the server has gone.
    void roll_back();
    /// False once the server has gone; the connection is then of no more use.
    bool alive() const;
    /// Whether the server has not closed an idle connection meanwhile. Asks the socket, not the server.
    bool still_there();
    bool idle() const;

  private:
    struct ResultDeleter {
        void operator()(PGresult* result) const { PQclear(result); }
    };
    using ResultPtr = std::unique_ptr<PGresult, ResultDeleter>;

    struct Prepared {
        std::string_view sql;
        std::string name;
    };

    ResultPtr execute(std::string_view sql, std::span<const Value> values);
    const Prepared& prepared(std::string_view sql, std::span<const Value> values);
    ResultPtr checked(PGresult* result, std::string_view sql);
    ResultPtr settle();
    ResultPtr next_result();

    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    PGconn* connection_ = nullptr;
    std::unordered_map<std::string, Prepared, TextHash, std::equal_to<>> statements_;
    std::vector<std::string_view> posted_;  ///< sent and not answered yet, in order
    bool warned_ = false;
};

}  // namespace kith::store
