#include "store/postgres_engine.h"

#include "base/result.h"
#include "store/postgres_role.h"

namespace kith::store {

namespace {

constexpr int free_tries = 2;
constexpr int most_tries = 30;
constexpr std::size_t longest_queue = 1024;
constexpr int later_workers = 2;

/// Those who lost twice take turns, so that a row that everybody wants is not lost for ever. Taken before the
/// transaction: its snapshot must be younger than the turn.
class LosersTurn {
  public:
    LosersTurn(PostgresConnection& connection, int tries) : connection_(connection), waiting_(tries > free_tries) {
        if (waiting_) connection_.script("SELECT pg_advisory_lock(hashtext('kith losers'), 0)");
    }
    ~LosersTurn() {
        if (!waiting_ || !connection_.alive()) return;
        try {
            if (!connection_.idle()) connection_.roll_back();
            connection_.script("SELECT pg_advisory_unlock(hashtext('kith losers'), 0)");
        } catch (const Fault&) {  // the session's end unlocks it
        }
    }
    LosersTurn(const LosersTurn&) = delete;
    LosersTurn& operator=(const LosersTurn&) = delete;

  private:
    PostgresConnection& connection_;
    bool waiting_;
};

}  // namespace

/// A connection of the pool, for as long as one transaction.
class PostgresEngine::Lease {
  public:
    explicit Lease(PostgresEngine& engine) : engine_(engine) {
        std::unique_lock lock(engine_.mutex_);
        engine_.free_.wait(lock, [&] { return !engine_.idle_.empty() || engine_.left_ > 0; });
        while (!engine_.idle_.empty()) {
            connection_ = std::move(engine_.idle_.back());
            engine_.idle_.pop_back();
            if (connection_->still_there()) return;
            connection_.reset();  // the server was started again meanwhile: nobody need notice
            ++engine_.left_;
        }
        --engine_.left_;
        const auto authority = engine_.authority_;
        lock.unlock();
        try {
            connection_ = std::make_unique<PostgresConnection>(engine_.location_, authority);
            if (!engine_.role_.empty()) connection_->act_as(engine_.role_);
        } catch (...) {
            give_back();
            throw;
        }
    }
    ~Lease() {
        try {
            if (connection_->alive() && !connection_->idle()) connection_->roll_back();
        } catch (const Fault&) {  // it has gone; a new one takes its place
        }
        if (!connection_->alive()) connection_.reset();
        give_back();
    }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    PostgresConnection& operator*() { return *connection_; }
    PostgresConnection* operator->() { return connection_.get(); }

  private:
    void give_back() {
        {
            const std::lock_guard lock(engine_.mutex_);
            if (connection_)
                engine_.idle_.push_back(std::move(connection_));
            else
                ++engine_.left_;
        }
        engine_.free_.notify_one();
    }

    PostgresEngine& engine_;
    std::unique_ptr<PostgresConnection> connection_;
};

PostgresEngine::PostgresEngine(const Location& location, int connections, std::optional<RawId> authority)
    : location_(location), authority_(authority), left_(connections) {
    auto first = std::make_unique<PostgresConnection>(location, authority);
    role_ = role_behind_the_walls(*first);
    if (!role_.empty()) first->act_as(role_);
    idle_.push_back(std::move(first));
    --left_;
    for (int i = 0; i < later_workers; ++i)
        workers_.emplace_back([this] { work(); });
}

PostgresEngine::~PostgresEngine() {
    {
        const std::lock_guard lock(queue_mutex_);
        stopping_ = true;
    }
    queue_changed_.notify_all();
    for (auto& worker : workers_)
        worker.join();
}

void PostgresEngine::serve(const RawId& authority) {
    const std::lock_guard lock(mutex_);
    authority_ = authority;
    left_ += static_cast<int>(idle_.size());
    idle_.clear();  // their sessions served nobody
}

void PostgresEngine::write_once(Command& command, int tries) {
    Lease connection(*this);
    const LosersTurn turn(*connection, tries);
    connection->post("BEGIN ISOLATION LEVEL SERIALIZABLE", {});
    if (command.run(*connection) == Verdict::undo) {
        connection->script("ROLLBACK");
        return;
    }
    connection->commit();
}

/// A transaction that lost against another is run again; a duplicate key too, once: it may be what the winner wrote.
void PostgresEngine::write(Command& command) {
    bool duplicate_seen = false;
    for (int tries = 1;; ++tries) {
        try {
            write_once(command, tries);
            return;
        } catch (const Conflict& conflict) {
            if (tries == most_tries) throw Unavailable(conflict.what());
        } catch (const Violation&) {
            if (duplicate_seen) throw;
            duplicate_seen = true;
        }
    }
}

void PostgresEngine::run(std::shared_ptr<Command> command) {
    write(*command);
}

void PostgresEngine::start(std::shared_ptr<Command> command) {
    {
        std::unique_lock lock(queue_mutex_);
        queue_changed_.wait(lock, [this] { return queue_.size() < longest_queue || stopping_; });
        if (stopping_) throw Unavailable("the store is closing");
        queue_.push_back(std::move(command));
    }
    queue_changed_.notify_all();
}

void PostgresEngine::work() {
    while (true) {
        std::unique_lock lock(queue_mutex_);
        queue_changed_.wait(lock, [this] { return !queue_.empty() || stopping_; });
        if (queue_.empty()) return;
        const auto command = std::move(queue_.front());
        queue_.pop_front();
        lock.unlock();
        queue_changed_.notify_all();
        try {
            write(*command);
            command->finish();
        } catch (...) {
            command->finish(std::current_exception());
        }
    }
}

void PostgresEngine::read(FunctionRef<void(Connection&)> body) {
    Lease connection(*this);
    connection->post("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", {});
    body(*connection);
    connection->script("COMMIT");
}

void PostgresEngine::alone(FunctionRef<void(Connection&)> body) {
    Lease connection(*this);
    body(*connection);
}

}  // namespace kith::store
