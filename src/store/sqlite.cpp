#include "store/sqlite.h"

#include <fmt/format.h>

#include <charconv>

#include "base/result.h"

namespace kith::store {

struct SqliteConnection::Statement {
    sqlite3_stmt* handle = nullptr;
    std::vector<int> value_of;  ///< for each of SQLite's parameters, in its order, the number after the dollar
    bool busy = false;
    bool cached = false;

    ~Statement() { sqlite3_finalize(handle); }
};

namespace {

class Row final : public RowView {
  public:
    explicit Row(sqlite3_stmt* statement) : statement_(statement) {}

    bool is_null(int column) const override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
    std::int64_t integer(int column) const override { return sqlite3_value_int64(wanted(column, SQLITE_INTEGER)); }
    std::string_view text(int column) const override {
        sqlite3_value* value = wanted(column, SQLITE_TEXT);
        const auto* data = reinterpret_cast<const char*>(sqlite3_value_text(value));
        return {data, static_cast<std::size_t>(sqlite3_value_bytes(value))};
    }
    BytesView bytes(int column) const override {
        sqlite3_value* value = wanted(column, SQLITE_BLOB);
        const auto* data = static_cast<const std::uint8_t*>(sqlite3_value_blob(value));
        return {data, static_cast<std::size_t>(sqlite3_value_bytes(value))};
    }
    RawId id(int column) const override {
        const auto blob = bytes(column);
        if (blob.size() != 16) wrong(column);
        RawId id;
        std::copy(blob.begin(), blob.end(), id.bytes.begin());
        return id;
    }
    Date date(int column) const override {
        const auto date = parse_date(text(column));
        if (!date) wrong(column);
        return *date;
    }

  private:
    /// One look-up for a value's type, text and length. Such a value is not guarded against other threads, which never
    /// use this connection.
    sqlite3_value* wanted(int column, int type) const {
        sqlite3_value* value = sqlite3_column_value(statement_, column);
        if (sqlite3_value_type(value) != type) wrong(column);
        return value;
    }
    [[noreturn]] void wrong(int column) const {
        throw Fault(fmt::format("column {} of \"{}\" is not what was asked for", column, sqlite3_sql(statement_)));
    }

    sqlite3_stmt* statement_;
};

struct Binder {
    sqlite3_stmt* statement;
    int at;

    int operator()(Null) const { return sqlite3_bind_null(statement, at); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, at, value); }
    int operator()(std::string_view text) const {
        // An empty view may have no address, which SQLite would read as NULL.
        return sqlite3_bind_text64(statement, at, text.empty() ? "" : text.data(), text.size(), SQLITE_STATIC,
                                   SQLITE_UTF8);
    }
    int operator()(const std::string& text) const { return (*this)(std::string_view(text)); }
    int operator()(const RawId& id) const {
        return sqlite3_bind_blob(statement, at, id.bytes.data(), 16, SQLITE_STATIC);
    }
    int operator()(Date date) const {
        const auto text = iso(date);
        return sqlite3_bind_text64(statement, at, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    }
    int operator()(BytesView bytes) const {
        if (bytes.empty()) return sqlite3_bind_zeroblob(statement, at, 0);
        return sqlite3_bind_blob64(statement, at, bytes.data(), bytes.size(), SQLITE_STATIC);
    }
    int operator()(const Bytes& bytes) const { return (*this)(BytesView(bytes)); }
};

std::vector<int> parameter_numbers(sqlite3_stmt* statement) {
    std::vector<int> numbers;
    const int count = sqlite3_bind_parameter_count(statement);
    for (int i = 1; i <= count; ++i) {
        const std::string_view name = sqlite3_bind_parameter_name(statement, i);
        int number = 0;
        std::from_chars(name.data() + 1, name.data() + name.size(), number);
        CHECK(name.starts_with('$') && number > 0);
        numbers.push_back(number);
    }
    return numbers;
}

}  // namespace

/// Without SQLite's own count of its memory, which every allocation of every thread would take one lock for. Refused,
/// which does no harm, where something else has begun to use the library.
static void share_no_count() {
    static const int said = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)said;
}

SqliteConnection::SqliteConnection(const Location& location, Use use, Synchronous synchronous) {
    share_no_count();
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const char* vfs = location.vfs.empty() ? nullptr : location.vfs.c_str();
    if (sqlite3_open_v2(location.where.c_str(), &db_, flags, vfs) != SQLITE_OK) {
        const std::string why = db_ ? sqlite3_errmsg(db_) : "no memory";
        sqlite3_close(db_);
        throw Unavailable(fmt::format("cannot open {}: {}", location.where, why));
    }
    try {
        configure(use, synchronous);
    } catch (...) {
        sqlite3_close(db_);
        throw;
    }
}

void SqliteConnection::configure(Use use, Synchronous synchronous) {
    sqlite3_extended_result_codes(db_, 1);
    sqlite3_busy_timeout(db_, 10'000);
    script("PRAGMA journal_mode=WAL; PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF;");
    script(synchronous == Synchronous::full ? "PRAGMA synchronous=FULL;" : "PRAGMA synchronous=OFF;");
    sqlite3_db_config(db_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db_, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    if (use == Use::read) script("PRAGMA query_only=ON;");
}

SqliteConnection::~SqliteConnection() {
    statements_.clear();
    sqlite3_close(db_);
}

bool SqliteConnection::idle() const {
    return sqlite3_get_autocommit(db_) != 0;
}

static bool is_failed_write(int extended_code) {
    switch (extended_code) {
        case SQLITE_IOERR_WRITE:
        case SQLITE_IOERR_FSYNC:
        case SQLITE_IOERR_DIR_FSYNC:
        case SQLITE_IOERR_TRUNCATE:
        case SQLITE_IOERR_SHMSIZE:
            return true;
        default:
            return false;
    }
}

void SqliteConnection::fail(std::string_view doing) {
    const int code = sqlite3_errcode(db_);
    const auto sentence = fmt::format("{}: {}", sqlite3_errmsg(db_), doing);
    switch (code & 0xff) {
        case SQLITE_NOTADB:
            throw Unusable("This file is not a SQLite database.");
        case SQLITE_FULL:
            throw DiskFull(sentence);
        case SQLITE_READONLY:
            throw CannotSave(sentence);
        case SQLITE_CONSTRAINT:
            throw Violation(sentence);
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
        case SQLITE_CANTOPEN:
            throw Unavailable(sentence);
        default:
            if (is_failed_write(code)) throw CannotSave(sentence);
            throw Fault(sentence);
    }
}

void SqliteConnection::script(std::string_view sql) {
    if (sqlite3_exec(db_, std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql);
}

std::unique_ptr<SqliteConnection::Statement> SqliteConnection::prepare(std::string_view sql) {
    auto statement = std::make_unique<Statement>();
    const auto length = static_cast<int>(sql.size());
    if (sqlite3_prepare_v3(db_, sql.data(), length, SQLITE_PREPARE_PERSISTENT, &statement->handle, nullptr) !=
        SQLITE_OK)
        fail(sql);
    statement->value_of = parameter_numbers(statement->handle);
    return statement;
}

SqliteConnection::Lease SqliteConnection::prepared(std::string_view sql) {
    const auto give_back = [](Statement* statement) {
        if (!statement->cached) {
            delete statement;
            return;
        }
        sqlite3_reset(statement->handle);
        statement->busy = false;
    };
    auto found = statements_.find(sql);
    if (found == statements_.end()) {
        auto fresh = prepare(sql);
        fresh->cached = true;
        found = statements_.emplace(std::string(sql), std::move(fresh)).first;
    }
    // A visitor that runs the statement it is visiting gets one of its own.
    if (found->second->busy) return {prepare(sql).release(), give_back};
    found->second->busy = true;
    return {found->second.get(), give_back};
}

void SqliteConnection::bind(Statement& statement, std::span<const Value> values) {
    for (std::size_t i = 0; i < statement.value_of.size(); ++i) {
        const auto number = static_cast<std::size_t>(statement.value_of[i]);
        CHECK(number <= values.size());
        const Binder binder{statement.handle, static_cast<int>(i + 1)};
        if (std::visit(binder, values[number - 1]) != SQLITE_OK) fail("a value");
    }
}

bool SqliteConnection::step(Statement& statement) {
    const int code = sqlite3_step(statement.handle);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) fail(sqlite3_sql(statement.handle));
    return false;
}

void SqliteConnection::each(std::string_view sql, std::span<const Value> values, RowVisitor visit) {
    const auto statement = prepared(sql);
    bind(*statement, values);
    const Row row(statement->handle);
    while (step(*statement))
        visit(row);
}

std::int64_t SqliteConnection::run(std::string_view sql, std::span<const Value> values) {
    const auto statement = prepared(sql);
    bind(*statement, values);
    while (step(*statement)) {
    }
    return sqlite3_changes64(db_);
}

}  // namespace kith::store
