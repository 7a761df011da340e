#include "store/postgres.h"

#include <endian.h>
#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <cstring>
#include <exception>
#include <utility>

#include "base/result.h"
#include "base/text.h"

namespace kith::store {

namespace {

constexpr Oid oid_unknown = 0, oid_bytea = 17, oid_int8 = 20, oid_int2 = 21, oid_int4 = 23, oid_text = 25,
              oid_date = 1082, oid_varchar = 1043, oid_name = 19, oid_uuid = 2950;
constexpr auto postgres_epoch = Date(std::chrono::year{2000} / 1 / 1);

template <class Integer>
Integer big_endian(const char* data) {
    Integer value;
    std::memcpy(&value, data, sizeof value);
    if constexpr (sizeof value == 8)
        return static_cast<Integer>(be64toh(static_cast<std::uint64_t>(value)));
    else if constexpr (sizeof value == 4)
        return static_cast<Integer>(be32toh(static_cast<std::uint32_t>(value)));
    else
        return static_cast<Integer>(be16toh(static_cast<std::uint16_t>(value)));
}

class Row final : public RowView {
  public:
    explicit Row(const PGresult* result) : result_(result) {}
    void at(int row) { row_ = row; }

    bool is_null(int column) const override { return PQgetisnull(result_, row_, column) != 0; }
    std::int64_t integer(int column) const override {
        switch (const char* data = present(column); PQftype(result_, column)) {
            case oid_int8:
                return big_endian<std::int64_t>(data);
            case oid_int4:
                return big_endian<std::int32_t>(data);
            case oid_int2:
                return big_endian<std::int16_t>(data);
            default:
                wrong(column);
        }
    }
    std::string_view text(int column) const override {
        const char* data = present(column);
        const auto type = PQftype(result_, column);
        if (type != oid_text && type != oid_varchar && type != oid_name) wrong(column);
        return {data, size(column)};
    }
    BytesView bytes(int column) const override {
        const auto* data = reinterpret_cast<const std::uint8_t*>(present(column));
        want(column, oid_bytea);
        return {data, size(column)};
    }
    RawId id(int column) const override {
        const char* data = present(column);
        want(column, oid_uuid);
        RawId id;
        std::memcpy(id.bytes.data(), data, 16);
        return id;
    }
    Date date(int column) const override {
        const char* data = present(column);
        want(column, oid_date);
        return postgres_epoch + std::chrono::days(big_endian<std::int32_t>(data));
    }

  private:
    std::size_t size(int column) const { return static_cast<std::size_t>(PQgetlength(result_, row_, column)); }
    const char* present(int column) const {
        if (is_null(column)) wrong(column);
        return PQgetvalue(result_, row_, column);
    }
    void want(int column, Oid type) const {
        if (PQftype(result_, column) != type) wrong(column);
    }
    [[noreturn]] void wrong(int column) const {
        throw Fault(fmt::format("column {} ({}) is not what was asked for", column, PQfname(result_, column)));
    }

    const PGresult* result_;
    int row_ = 0;
};

/// One statement's parameters as libpq wants them.
struct Parameters {
    static constexpr std::size_t most = 64;
    std::array<Oid, most> types{};
    std::array<const char*, most> data{};
    std::array<int, most> lengths{};
    std::array<int, most> formats{};
    std::array<std::uint64_t, most> numbers{};
    int count = 0;

    explicit Parameters(std::span<const Value> values) {
        CHECK(values.size() <= most);
        for (const auto& value : values) {
            std::visit([this](const auto& it) { add(it); }, value);
            ++count;
        }
    }

  private:
    std::size_t here() const { return static_cast<std::size_t>(count); }
    void set(Oid type, const void* bytes, std::size_t size) {
        types[here()] = type;
        data[here()] = static_cast<const char*>(bytes ? bytes : "");
        lengths[here()] = static_cast<int>(size);
        formats[here()] = 1;
    }
    void add(Null) {
        types[here()] = oid_unknown;
        formats[here()] = 1;
    }
    void add(std::int64_t value) {
        numbers[here()] = htobe64(static_cast<std::uint64_t>(value));
        set(oid_int8, &numbers[here()], 8);
    }
    void add(std::string_view text) { set(oid_text, text.data(), text.size()); }
    void add(const std::string& text) { set(oid_text, text.data(), text.size()); }
    void add(const RawId& id) { set(oid_uuid, id.bytes.data(), 16); }
    void add(Date date) {
        const auto days = static_cast<std::uint32_t>((date - postgres_epoch).count());
        const std::uint32_t network = htobe32(days);
        std::memcpy(&numbers[here()], &network, 4);
        set(oid_date, &numbers[here()], 4);
    }
    void add(BytesView bytes) { set(oid_bytea, bytes.data(), bytes.size()); }
    void add(const Bytes& bytes) { set(oid_bytea, bytes.data(), bytes.size()); }
};

[[noreturn]] void fail(const PGresult* result, const PGconn* connection, std::string_view sql) {
    const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const std::string_view code = state ? state : "";
    const auto sentence = fmt::format("{}{} (in: {})", result ? PQresultErrorMessage(result) : "",
                                      code.empty() ? PQerrorMessage(connection) : "", sql);
    if (PQstatus(connection) != CONNECTION_OK || code.starts_with("08") || code.starts_with("57P"))
        throw Unavailable(sentence);
    if (code == "40001" || code == "40P01") throw Conflict(sentence);
    if (code.starts_with("53")) throw DiskFull(sentence);
    // Read-only; and what a server that follows another says to SERIALIZABLE.
    if (code == "25006" || code == "0A000") throw CannotSave(sentence);
    if (code.starts_with("23")) throw Violation(sentence);
    throw Fault(sentence);
}

}  // namespace

PostgresConnection::PostgresConnection(const Location& location, const std::optional<RawId>& authority)
    : connection_(PQconnectdb(location.where.c_str())) {
    if (PQstatus(connection_) != CONNECTION_OK) {
        std::string why(trim(PQerrorMessage(connection_)));
        std::ranges::replace_if(
            why, [](char c) { return c == '\n' || c == '\t'; }, ' ');
        PQfinish(connection_);
        throw Unavailable("cannot reach the database: " + why);
    }
    const auto notice = [](void* self, const PGresult* result) {
        const char* severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
        if (severity && std::string_view(severity) == "WARNING") static_cast<PostgresConnection*>(self)->warned_ = true;
    };
    PQsetNoticeReceiver(connection_, notice, this);
    try {
        script("SET plan_cache_mode = force_generic_plan; SET client_encoding = 'UTF8'");
        if (authority) serve(*authority);
    } catch (...) {
        PQfinish(connection_);
        throw;
    }
}

PostgresConnection::~PostgresConnection() {
    PQfinish(connection_);
}

bool PostgresConnection::still_there() {
    pollfd socket{PQsocket(connection_), POLLIN, 0};
    while (alive() && poll(&socket, 1, 0) > 0)
        if (PQconsumeInput(connection_) == 0) return false;
    return alive();
}

bool PostgresConnection::alive() const {
    return PQstatus(connection_) == CONNECTION_OK;
}
bool PostgresConnection::idle() const {
    return posted_.empty() && PQtransactionStatus(connection_) == PQTRANS_IDLE;
}

void PostgresConnection::act_as(const std::string& role) {
    std::string quoted;
    for (const char c : role)
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    script("SET ROLE \"" + quoted + "\"");
}

void PostgresConnection::serve(const RawId& authority) {
    script("SET kith.authority = '" + to_text(authority) + "'");
}

PostgresConnection::ResultPtr PostgresConnection::checked(PGresult* raw, std::string_view sql) {
    ResultPtr result(raw);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_EMPTY_QUERY)
        fail(result.get(), connection_, sql);
    return result;
}

void PostgresConnection::script(std::string_view sql) {
    if (!posted_.empty()) settle();
    checked(PQexec(connection_, std::string(sql).c_str()), sql);
}

void PostgresConnection::post(std::string_view sql, std::span<const Value> values) {
    const auto& statement = prepared(sql, values);
    const Parameters parameters(values);
    if (posted_.empty() && PQenterPipelineMode(connection_) != 1) fail(nullptr, connection_, sql);
    if (PQsendQueryPrepared(connection_, statement.name.c_str(), parameters.count, parameters.data.data(),
                            parameters.lengths.data(), parameters.formats.data(), 1) != 1)
        fail(nullptr, connection_, sql);
    posted_.push_back(statement.sql);
}

/// One statement's answer. In a pipeline each is followed by a null one.
PostgresConnection::ResultPtr PostgresConnection::next_result() {
    ResultPtr result(PQgetResult(connection_));
    if (result && PQresultStatus(result.get()) != PGRES_PIPELINE_SYNC)
        while (PGresult* more = PQgetResult(connection_))
            PQclear(more);
    return result;
}

/// Waits for everything that was posted. The last one's answer; throws what the first that failed met.
PostgresConnection::ResultPtr PostgresConnection::settle() {
    const auto statements = std::exchange(posted_, {});
    PQpipelineSync(connection_);
    ResultPtr last;
    std::exception_ptr first_fault;
    for (const auto sql : statements) {
        last = next_result();
        if (first_fault) continue;  // what follows one that failed is not run
        try {
            last = checked(last.release(), sql);
        } catch (...) {
            first_fault = std::current_exception();
        }
    }
    if (alive()) next_result();  // the end of the pipeline
    PQexitPipelineMode(connection_);
    if (first_fault) std::rethrow_exception(first_fault);
    return last;
}

const PostgresConnection::Prepared& PostgresConnection::prepared(std::string_view sql, std::span<const Value> values) {
    const auto found = statements_.find(sql);
    if (found != statements_.end()) return found->second;
    if (!posted_.empty()) settle();
    const Parameters parameters(values);
    auto name = fmt::format("s{}", statements_.size());
    checked(PQprepare(connection_, name.c_str(), std::string(sql).c_str(), parameters.count, parameters.types.data()),
            sql);
    const auto added = statements_.emplace(std::string(sql), Prepared{{}, std::move(name)}).first;
    added->second.sql = added->first;
    return added->second;
}

PostgresConnection::ResultPtr PostgresConnection::execute(std::string_view sql, std::span<const Value> values) {
    const auto& statement = prepared(sql, values);
    if (!posted_.empty()) {
        post(sql, values);
        return settle();
    }
    const Parameters parameters(values);
    return checked(PQexecPrepared(connection_, statement.name.c_str(), parameters.count, parameters.data.data(),
                                  parameters.lengths.data(), parameters.formats.data(), 1),
                   sql);
}

void PostgresConnection::each(std::string_view sql, std::span<const Value> values, RowVisitor visit) {
    const auto result = execute(sql, values);
    Row row(result.get());
    for (int i = 0; i < PQntuples(result.get()); ++i) {
        row.at(i);
        visit(row);
    }
}

std::int64_t PostgresConnection::run(std::string_view sql, std::span<const Value> values) {
    const auto result = execute(sql, values);
    const std::string_view changed = PQcmdTuples(result.get());
    return changed.empty() ? 0 : std::stoll(std::string(changed));
}

void PostgresConnection::commit() {
    warned_ = false;
    ResultPtr result;
    try {
        result = execute("COMMIT", {});
    } catch (const Unavailable&) {
        if (alive()) throw;
        throw InDoubt("the database went away while it committed");
    }
    if (warned_) throw InDoubt("the commit was answered with a warning");
    if (std::string_view(PQcmdStatus(result.get())) != "COMMIT")
        throw Fault("the transaction had failed before its commit");
}

void PostgresConnection::roll_back() {
    try {
        if (!posted_.empty()) settle();
    } catch (const Fault&) {  // of what is undone
    }
    script("ROLLBACK");
}

}  // namespace kith::store
