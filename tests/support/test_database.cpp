#include "support/test_database.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

#include "store/canonical.h"
#include "support/postgres.h"

namespace kith::support {

TemporaryDirectory::TemporaryDirectory() {
    // In memory where that is there: what needs a real disk is tested in durability/.
    std::string name = std::filesystem::exists("/dev/shm") ? "/dev/shm/kith-test-XXXXXX" : "/tmp/kith-test-XXXXXX";
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary directory");
    path_ = name;
}

TemporaryDirectory::~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

TestDatabase::TestDatabase(store::Dialect dialect, Shape shape) : shape_(shape) {
    location_.dialect = dialect;
    if (dialect == store::Dialect::sqlite)
        location_.where = directory_.path() / "kith.sqlite";
    else if (shape == Shape::toy)
        location_.where = PostgresCluster::shared().lend_database();
    else
        location_.where = PostgresCluster::shared().fresh_database();
}

TestDatabase::~TestDatabase() {
    if (location_.dialect == store::Dialect::postgres && shape_ == Shape::toy)
        PostgresCluster::shared().give_back(location_.where);
}

store::StoreOptions TestDatabase::options() const {
    return {.authority = first_authority, .head_key = directory_.path() / "head.key", .schema = &toy::schema()};
}

std::unique_ptr<store::Store> TestDatabase::open(const store::StoreOptions& options) const {
    return store::Store::open(location_, options);
}

std::unique_ptr<store::Store> TestDatabase::ready() const {
    auto store = open();
    store->migrate(noon);
    if (!store->authority() && !store->found(by_ann, first_authority, "Alderbrook"))
        throw std::runtime_error("not founded");
    return store;
}

void TestDatabase::tamper(const std::string& sql) const {
    if (location_.dialect == store::Dialect::postgres) {
        auto& cluster = PostgresCluster::shared();
        cluster.psql(cluster.as_superuser(location_.where), sql);
        return;
    }
    sqlite3* db = nullptr;
    sqlite3_open(location_.where.c_str(), &db);
    sqlite3_busy_timeout(db, 5000);
    const int code = sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
    const std::string why = sqlite3_errmsg(db);
    sqlite3_close(db);
    if (code != SQLITE_OK) throw std::runtime_error(why + " in: " + sql);
}

std::map<std::string, std::vector<std::string>> everything(store::Store& store,
                                                           const std::vector<store::Durability>& which) {
    std::map<std::string, std::vector<std::string>> all;
    store.read([&](store::Reader& reader) {
        for (const auto* table : store.schema().tables) {
            if (table->columns.empty() || std::find(which.begin(), which.end(), table->durability) == which.end())
                continue;
            auto& rows = all[table->name];
            reader.each(table->select, [&](const store::RowView& row) {
                rows.emplace_back();
                store::ChangeText::append_row(rows.back(), *table, table->columns.size(),
                                              store::read_values(*table, row));
            });
            std::sort(rows.begin(), rows.end());
        }
    });
    return all;
}

std::vector<std::string> faults(store::Store& store) {
    std::vector<std::string> lines;
    store.verify([&](const store::JournalFault& fault) { lines.push_back(to_text(fault)); });
    return lines;
}

}  // namespace kith::support
