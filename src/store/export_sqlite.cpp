#include "store/export_sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>

#include "base/result.h"
#include "store/fault.h"

namespace kith::store {

struct SqliteExport::Inside {
    std::string path, beside;
    std::vector<ExportTable> tables;
    sqlite3* db = nullptr;
    std::vector<sqlite3_stmt*> inserts;

    void close() {
        for (sqlite3_stmt* each : inserts)
            sqlite3_finalize(each);
        inserts.clear();
        sqlite3_close(db);
        db = nullptr;
    }
    [[noreturn]] void fail(std::string_view doing) const {
        auto sentence = fmt::format("{}: {}", sqlite3_errmsg(db), doing);
        switch (sqlite3_errcode(db) & 0xff) {
            case SQLITE_CONSTRAINT:
                throw Violation(sentence);
            case SQLITE_FULL:
                throw DiskFull(sentence);
            default:
                throw Fault(sentence);
        }
    }
    void script(const std::string& sql) const {
        if (sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql);
    }
    void open();
    void make(const ExportTable& table);
    void check_references() const;
};

static void remove_quietly(const std::string& path) {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
}

void SqliteExport::Inside::open() {
    if (sqlite3_open_v2(beside.c_str(), &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX,
                        nullptr) != SQLITE_OK) {
        std::string why = db ? sqlite3_errmsg(db) : "no memory";
        close();
        throw Unavailable(fmt::format("{} cannot be written: {}.", path, why));
    }
    script("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA foreign_keys=OFF; BEGIN;");
}

static std::string_view sql_type(ExportType type) {
    switch (type) {
        case ExportType::text:
            return "TEXT";
        case ExportType::whole:
            return "INTEGER";
        case ExportType::number:
            return "REAL";
        case ExportType::bytes:
            return "BLOB";
    }
    return "";
}

void SqliteExport::Inside::make(const ExportTable& table) {
    std::string columns, key, places;
    for (const ExportColumn& column : table.columns) {
        columns += fmt::format("\"{}\" {}{}", column.name, sql_type(column.type), column.is_key ? " NOT NULL" : "");
        if (!column.refers_to_table.empty())
            columns += fmt::format(" REFERENCES \"{}\" (\"{}\")", column.refers_to_table, column.refers_to_column);
        columns += ", ";
        if (column.is_key) key += fmt::format("{}\"{}\"", key.empty() ? "" : ", ", column.name);
        places += places.empty() ? "?" : ", ?";
    }
    script(fmt::format("CREATE TABLE \"{}\" ({}PRIMARY KEY ({})) STRICT", table.name, columns, key));
    std::string insert = fmt::format("INSERT INTO \"{}\" VALUES ({})", table.name, places);
    if (sqlite3_prepare_v2(db, insert.c_str(), -1, &inserts.emplace_back(), nullptr) != SQLITE_OK) fail(insert);
}

void SqliteExport::Inside::check_references() const {
    std::string first;
    auto note = [](void* to, int, char** values, char**) {
        auto& named = *static_cast<std::string*>(to);
        if (named.empty()) named = fmt::format("{} refers to a row of {} that is not there", values[0], values[2]);
        return 0;
    };
    if (sqlite3_exec(db, "PRAGMA foreign_key_check", note, &first, nullptr) != SQLITE_OK) fail("foreign_key_check");
    if (!first.empty()) throw Violation(first);
}

SqliteExport::SqliteExport(std::string path, std::vector<ExportTable> tables) : inside_(std::make_unique<Inside>()) {
    inside_->beside = path + ".part";
    inside_->path = std::move(path);
    inside_->tables = std::move(tables);
    remove_quietly(inside_->beside);
    inside_->open();
    try {
        for (const ExportTable& table : inside_->tables)
            inside_->make(table);
    } catch (...) {
        inside_->close();
        remove_quietly(inside_->beside);
        throw;
    }
}

SqliteExport::~SqliteExport() {
    inside_->close();
    if (!inside_->beside.empty()) remove_quietly(inside_->beside);
}

void SqliteExport::add(std::size_t table, std::span<const std::optional<std::string>> cells) {
    CHECK(table < inside_->inserts.size() && cells.size() == inside_->tables[table].columns.size());
    sqlite3_stmt* insert = inside_->inserts[table];
    sqlite3_reset(insert);  // also after one that was refused
    for (std::size_t i = 0; i < cells.size(); ++i) {
        int at = static_cast<int>(i) + 1;
        int code =
            cells[i] ? sqlite3_bind_text64(insert, at, cells[i]->c_str(), cells[i]->size(), SQLITE_STATIC, SQLITE_UTF8)
                     : sqlite3_bind_null(insert, at);
        if (code != SQLITE_OK) inside_->fail("a cell");
    }
    int code = sqlite3_step(insert);
    if (code != SQLITE_DONE) inside_->fail(inside_->tables[table].name);
}

void SqliteExport::keep() {
    for (sqlite3_stmt* each : inside_->inserts)
        sqlite3_reset(each);
    inside_->check_references();
    inside_->script("COMMIT");
    inside_->close();
    std::error_code failed;
    std::filesystem::rename(inside_->beside, inside_->path, failed);
    if (failed) throw Unavailable(fmt::format("{} cannot be written.", inside_->path));
    inside_->beside.clear();
}

}  // namespace kith::store
