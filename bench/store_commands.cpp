// Durable commands per second through the store, against the bare group-commit loop doing the same statements and
// bytes: one thread, cached statements, one COMMIT for as many commands as wait. 64 clients, SQLite, synchronous=FULL.
//
//     store_commands [seconds per run] [directory]
//
// Prints each run and the median ratio; the claim is at least 0.6.
#include <fmt/format.h>
#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <thread>

#include "store/sha256.h"
#include "support/toy_nouns.h"

namespace {

using namespace kith;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int clients = 64;
const std::string story(600, 's');

toy::Horse horse_number(std::uint64_t number) {
    auto horse = toy::a_horse(number);
    horse.nicknames = {story};
    return horse;
}

/// Clients in a closed loop for that long; how many commands a second were durable.
template <class F>
double rate(double seconds, F command) {
    std::atomic<bool> stop = false;
    std::atomic<std::uint64_t> number = 0, done = 0;
    std::vector<std::thread> all;
    const auto start = Clock::now();
    for (int i = 0; i < clients; ++i)
        all.emplace_back([&] {
            while (!stop) {
                command(++number);
                ++done;
            }
        });
    std::this_thread::sleep_for(std::chrono::duration<double>(seconds));
    stop = true;
    for (auto& each : all)
        each.join();
    return static_cast<double>(done) / std::chrono::duration<double>(Clock::now() - start).count();
}

double through_the_store(const fs::path& directory, double seconds) {
    auto store = store::Store::open({.where = directory / "store.sqlite"}, {.schema = &toy::schema()});
    store->migrate({});
    (void)store->found({}, RawId{{1}}, "Alderbrook");
    return rate(seconds, [&](std::uint64_t number) {
        const auto horse = horse_number(number);
        (void)store->write_once({"token-" + std::to_string(number)}, story, {RawId{{1}}, {}},
                                [&](store::Writer& writer) -> Result<std::string> {
                                    writer.save(toy::horse_foaled, horse.id, horse);
                                    return "/horses/" + to_text(horse.id);
                                });
    });
}

/// The floor: the same statements with bytes made beforehand.
class BareLoop {
  public:
    explicit BareLoop(const fs::path& file) {
        sqlite3_open_v2(file.c_str(), &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
        sqlite3_exec(
            db_,
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA wal_autocheckpoint=1000",
            nullptr, nullptr, nullptr);
        const auto& horse = store::table_info<toy::Horse>().upsert_sqlite;
        for (const auto& sql : std::vector<std::string>{
                 "BEGIN IMMEDIATE", "COMMIT", "SAVEPOINT command", "RELEASE command",
                 "SELECT token, fingerprint, location, at FROM idempotency WHERE token = ?1", horse,
                 "SELECT (SELECT coalesce(max(sequence), 0) + 1 FROM journal_entry), max(coalesce((SELECT "
                 "max(commit_order) FROM journal_entry), 0), "
                 "coalesce((SELECT base FROM commit_base), 0)) + 1, (SELECT last_sequence FROM journal_record WHERE "
                 "record_id = ?1), "
                 "(SELECT last_hash FROM journal_record WHERE record_id = ?1)",
                 "INSERT INTO journal_entry VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
                 "INSERT INTO journal_body VALUES (?1, ?2, ?3)",
                 "INSERT INTO journal_record (record_id, record_kind, last_sequence, last_hash) VALUES (?1, ?2, ?3, "
                 "?4) ON CONFLICT (record_id) "
                 "DO UPDATE SET last_sequence = excluded.last_sequence, last_hash = excluded.last_hash",
                 "INSERT INTO idempotency VALUES (?1, ?2, ?3, ?4) ON CONFLICT (token) DO UPDATE SET location = "
                 "excluded.location"}) {
            sqlite3_stmt* statement = nullptr;
            if (sqlite3_prepare_v3(db_, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
                throw std::runtime_error(sqlite3_errmsg(db_));
            statements_.push_back(statement);
        }
        worker_ = std::thread([this] { work(); });
    }
    ~BareLoop() {
        {
            const std::lock_guard lock(mutex_);
            stopping_ = true;
        }
        waiting_.notify_all();
        worker_.join();
        for (auto* statement : statements_)
            sqlite3_finalize(statement);
        sqlite3_close(db_);
    }
    void command(std::uint64_t number) {
        Waiter waiter{horse_number(number), "token-" + std::to_string(number)};
        std::unique_lock lock(mutex_);
        queue_.push_back(&waiter);
        if (queue_.size() == 1) waiting_.notify_all();
        waiter.changed.wait(lock, [&] { return waiter.done; });
    }

  private:
    struct Waiter {
        toy::Horse horse;
        std::string token;
        std::condition_variable changed{};
        bool done = false;
    };

    void work() {
        while (true) {
            std::unique_lock lock(mutex_);
            waiting_.wait(lock, [&] { return !queue_.empty() || stopping_; });
            if (queue_.empty()) return;
            auto batch = std::move(queue_);
            queue_.clear();
            lock.unlock();
            step(0);
            for (auto* waiter : batch)
                apply(*waiter);
            step(1);
            lock.lock();
            for (auto* waiter : batch) {
                waiter->done = true;
                waiter->changed.notify_all();
            }
        }
    }
    void step(std::size_t statement) {
        while (sqlite3_step(statements_[statement]) == SQLITE_ROW) {
        }
        sqlite3_reset(statements_[statement]);
    }
    void text(std::size_t statement, int at, std::string_view value) {
        sqlite3_bind_text(statements_[statement], at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    }
    void blob(std::size_t statement, int at, BytesView value) {
        sqlite3_bind_blob(statements_[statement], at, value.data(), static_cast<int>(value.size()), SQLITE_STATIC);
    }
    void number(std::size_t statement, int at, std::int64_t value) {
        sqlite3_bind_int64(statements_[statement], at, value);
    }

    void apply(const Waiter& waiter) {
        const auto& horse = waiter.horse;
        step(2);
        text(4, 1, waiter.token);
        step(4);
        const auto names = "[\"" + horse.nicknames.front() + "\"]";
        blob(5, 1, horse.id.bytes);
        text(5, 2, horse.name);
        text(5, 3, "bay");
        for (const int at : {4, 5, 11})
            number(5, at, 1);
        text(5, 8, names);
        text(5, 9, "[]");
        sqlite3_bind_zeroblob(statements_[5], 10, 0);
        step(5);
        blob(6, 1, horse.id.bytes);
        step(6);
        ++sequence_;
        const auto body = std::string(265, 'b') + names;  // as long as the canonical bytes
        const auto hash = store::sha256(body);
        const auto entry_hash = store::sha256(std::string(260, 'e'));
        number(7, 1, sequence_);
        number(7, 2, sequence_);
        text(7, 3, "person");
        blob(7, 4, horse.id.bytes);
        number(7, 5, 1);
        text(7, 6, "horse foaled");
        number(7, 7, 1);
        number(7, 8, 1'700'000'000'000'000);
        blob(7, 9, horse.id.bytes);
        sqlite3_bind_zeroblob(statements_[7], 10, 0);
        blob(7, 11, hash);
        blob(7, 12, entry_hash);
        step(7);
        number(8, 1, sequence_);
        blob(8, 2, horse.id.bytes);
        blob(8, 3, bytes_of(body));
        step(8);
        blob(9, 1, horse.id.bytes);
        text(9, 2, "person");
        number(9, 3, 1);
        blob(9, 4, entry_hash);
        step(9);
        text(10, 1, waiter.token);
        blob(10, 2, hash);
        const auto location = "/horses/" + to_text(horse.id);
        text(10, 3, location);
        number(10, 4, 0);
        step(10);
        step(3);
    }

    sqlite3* db_ = nullptr;
    std::vector<sqlite3_stmt*> statements_;
    std::int64_t sequence_ = 1;
    std::mutex mutex_;
    std::condition_variable waiting_;
    std::deque<Waiter*> queue_;
    bool stopping_ = false;
    std::thread worker_;
};

double bare(const fs::path& directory, double seconds) {
    const auto file = directory / "bare.sqlite";
    {
        auto store = store::Store::open({.where = file}, {.schema = &toy::schema()});
        store->migrate({});
        (void)store->found({}, RawId{{1}}, "Alderbrook");
    }
    BareLoop loop(file);
    return rate(seconds, [&](std::uint64_t number) { loop.command(number); });
}

}  // namespace

int main(int argc, char** argv) {
    const double seconds = argc > 1 ? std::stod(argv[1]) : 3;
    const fs::path root = argc > 2 ? argv[2] : "/tmp";
    std::vector<double> ratios;
    for (int run = 0; run < 5; ++run) {
        const auto directory = root / ("kith-bench-" + std::to_string(run));
        fs::remove_all(directory);
        fs::create_directories(directory);
        const auto floor = bare(directory, seconds);
        const auto ours = through_the_store(directory, seconds);
        fs::remove_all(directory);
        ratios.push_back(ours / floor);
        fmt::print("durable commands/s: store {:.0f}, bare group-commit loop {:.0f}, ratio {:.2f}\n", ours, floor,
                   ratios.back());
    }
    std::sort(ratios.begin(), ratios.end());
    fmt::print("median ratio {:.2f} (at least 0.60)\n", ratios[2]);
    return ratios[2] >= 0.6 ? 0 : 1;
}
