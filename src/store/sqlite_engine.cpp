#include "store/sqlite_engine.h"

#include <chrono>

#include "base/result.h"

namespace kith::store {

namespace {
constexpr std::size_t longest_queue = 1024;
constexpr std::size_t largest_batch = 256;
constexpr auto longest_batch = std::chrono::milliseconds(5);
constexpr int pages_between_checkpoints = 1000;
}  // namespace

SqliteEngine::SqliteEngine(const Location& location, int readers, Synchronous synchronous)
    : location_(location),
      synchronous_(synchronous),
      writer_(location, SqliteConnection::Use::write, synchronous),
      readers_left_(readers) {
    const auto after_commit = [](void* self, sqlite3*, const char*, int pages) {
        if (pages >= pages_between_checkpoints) {
            auto& engine = *static_cast<SqliteEngine*>(self);
            engine.wal_is_long_ = true;
            engine.checkpoint_due_.notify_one();
        }
        return SQLITE_OK;
    };
    sqlite3_wal_hook(writer_.handle(), after_commit, this);  // replaces the checkpoints that the writer would wait for
    checkpointer_ = std::thread([this] { checkpoint(); });
    worker_ = std::thread([this] { work(); });
}

SqliteEngine::~SqliteEngine() {
    {
        const std::lock_guard lock(queue_mutex_);
        stopping_ = true;
    }
    queue_changed_.notify_all();
    worker_.join();
    {
        const std::lock_guard lock(checkpoint_mutex_);
        checkpoints_stopping_ = true;
    }
    checkpoint_due_.notify_all();
    checkpointer_.join();
}

void SqliteEngine::start(std::shared_ptr<Command> command) {
    std::unique_lock lock(queue_mutex_);
    queue_changed_.wait(lock, [this] { return queue_.size() < longest_queue || stopping_; });
    if (stopping_) throw Unavailable("the store is closing");
    const bool was_empty = queue_.empty();
    queue_.push_back(std::move(command));
    lock.unlock();
    if (was_empty) queue_changed_.notify_all();
}

void SqliteEngine::run(std::shared_ptr<Command> command) {
    CHECK(std::this_thread::get_id() !=
          worker_.get_id());  // a body that writes through the store would wait for itself
    start(command);
    command->wait();
}

void SqliteEngine::alone(FunctionRef<void(Connection&)> body) {
    const std::lock_guard lock(writing_);
    body(writer_);
}

void SqliteEngine::work() {
    while (true) {
        {
            std::unique_lock lock(queue_mutex_);
            queue_changed_.wait(lock, [this] { return !queue_.empty() || stopping_; });
            if (queue_.empty()) return;
        }
        const std::lock_guard lock(writing_);
        commit_batch();
    }
}

std::shared_ptr<Command> SqliteEngine::next() {
    std::unique_lock lock(queue_mutex_);
    if (queue_.empty()) return nullptr;
    auto command = std::move(queue_.front());
    queue_.pop_front();
    const bool made_room = queue_.size() + 1 == longest_queue;
    lock.unlock();
    if (made_room) queue_changed_.notify_all();
    return command;
}

void SqliteEngine::commit_batch() {
    std::vector<Outcome> batch;
    if (run_batch(batch)) {
        for (auto& outcome : batch)
            outcome.command->finish(outcome.fault);
        return;
    }
    roll_back();
    for (auto& outcome : batch)
        run_alone(*outcome.command);
}

/// False when the batch was lost: nothing of it is kept, and nobody has been answered.
bool SqliteEngine::run_batch(std::vector<Outcome>& batch) {
    const auto started = std::chrono::steady_clock::now();
    try {
        execute("BEGIN IMMEDIATE");
        while (batch.size() < largest_batch && std::chrono::steady_clock::now() - started < longest_batch) {
            auto command = next();
            if (!command) break;
            batch.push_back({std::move(command), nullptr});
            if (!run_under_savepoint(batch.back())) return false;
        }
        execute("COMMIT");
        return true;
    } catch (const Fault&) {
        if (batch.empty())
            if (auto command = next()) batch.push_back({std::move(command), nullptr});
        return false;
    }
}

bool SqliteEngine::run_under_savepoint(Outcome& outcome) {
    execute("SAVEPOINT command");
    auto verdict = Verdict::undo;
    try {
        verdict = outcome.command->run(writer_);
    } catch (...) {
        outcome.fault = std::current_exception();
    }
    if (writer_.idle()) return false;
    if (verdict == Verdict::undo) execute("ROLLBACK TO command");
    execute("RELEASE command");
    return true;
}

void SqliteEngine::run_alone(Command& command) {
    try {
        execute("BEGIN IMMEDIATE");
        const auto verdict = command.run(writer_);
        execute(verdict == Verdict::keep ? "COMMIT" : "ROLLBACK");
        command.finish();
    } catch (...) {
        const auto fault = std::current_exception();
        roll_back();
        command.finish(fault);
    }
}

void SqliteEngine::roll_back() {
    if (writer_.idle()) return;
    try {
        execute("ROLLBACK");
    } catch (const Fault&) {  // the next BEGIN says so again, to somebody
    }
}

void SqliteEngine::checkpoint() {
    std::unique_ptr<SqliteConnection> connection;
    std::unique_lock lock(checkpoint_mutex_);
    while (true) {
        checkpoint_due_.wait_for(lock, std::chrono::seconds(1),
                                 [this] { return checkpoints_stopping_ || wal_is_long_; });
        if (checkpoints_stopping_) return;
        if (!wal_is_long_.exchange(false)) continue;
        try {
            if (!connection)
                connection = std::make_unique<SqliteConnection>(location_, SqliteConnection::Use::write, synchronous_);
            sqlite3_wal_checkpoint_v2(connection->handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        } catch (const Fault&) {  // the log grows a little longer; the next commit asks again
        }
    }
}

std::unique_ptr<SqliteConnection> SqliteEngine::lend_reader() {
    std::unique_lock lock(readers_mutex_);
    reader_free_.wait(lock, [this] { return !readers_.empty() || readers_left_ > 0; });
    if (!readers_.empty()) {
        auto reader = std::move(readers_.back());
        readers_.pop_back();
        return reader;
    }
    --readers_left_;
    lock.unlock();
    try {
        return std::make_unique<SqliteConnection>(location_, SqliteConnection::Use::read, synchronous_);
    } catch (...) {
        give_back(nullptr);
        throw;
    }
}

void SqliteEngine::give_back(std::unique_ptr<SqliteConnection> reader) {
    {
        const std::lock_guard lock(readers_mutex_);
        if (reader)
            readers_.push_back(std::move(reader));
        else
            ++readers_left_;
    }
    reader_free_.notify_one();
}

void SqliteEngine::read(FunctionRef<void(Connection&)> body) {
    struct Lease {
        SqliteEngine& engine;
        std::unique_ptr<SqliteConnection> reader;
        ~Lease() {
            // The end of a snapshot cannot fail in a way that matters; a connection that is stuck is dropped.
            try {
                if (!reader->idle()) reader->run("COMMIT", {});
            } catch (const Fault&) {
                reader.reset();
            }
            engine.give_back(std::move(reader));
        }
    };
    const Lease lease{*this, lend_reader()};
    lease.reader->run("BEGIN", {});
    body(*lease.reader);
}

}  // namespace kith::store
