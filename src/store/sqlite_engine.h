// SQLite behind the Engine: one writer thread with group commit, a pool of reading connections, checkpoints from a
// third thread. Each command runs under a savepoint of its own; one COMMIT, and one wait for the disk, answers a whole
// batch.
//
// A full disk (and a few other faults) makes SQLite roll back the whole batch, neighbours included. Then every command
// of the batch is run again, alone, once.
#pragma once

#include <atomic>
#include <deque>
#include <thread>

#include "store/engine.h"
#include "store/sqlite.h"

namespace kith::store {

class SqliteEngine final : public Engine {
  public:
    SqliteEngine(const Location& location, int readers, Synchronous synchronous = Synchronous::full);
    ~SqliteEngine() override;

    Dialect dialect() const override { return Dialect::sqlite; }
    void start(std::shared_ptr<Command> command) override;
    void run(std::shared_ptr<Command> command) override;
    void read(FunctionRef<void(Connection&)> body) override;
    void alone(FunctionRef<void(Connection&)> body) override;
    void serve(const RawId&) override {}

  private:
    struct Outcome {
        std::shared_ptr<Command> command;
        std::exception_ptr fault;
    };

    void work();
    void commit_batch();
    bool run_batch(std::vector<Outcome>& batch);
    bool run_under_savepoint(Outcome& outcome);
    void run_alone(Command& command);
    std::shared_ptr<Command> next();
    void roll_back();
    void execute(std::string_view sql) { writer_.run(sql, {}); }
    void checkpoint();

    std::unique_ptr<SqliteConnection> lend_reader();
    void give_back(std::unique_ptr<SqliteConnection> reader);

    const Location location_;
    const Synchronous synchronous_;
    SqliteConnection writer_;
    std::mutex writing_;  ///< held while the writer's connection is in use

    std::mutex queue_mutex_;
    std::condition_variable queue_changed_;
    std::deque<std::shared_ptr<Command>> queue_;
    bool stopping_ = false;

    std::mutex readers_mutex_;
    std::condition_variable reader_free_;
    std::vector<std::unique_ptr<SqliteConnection>> readers_;
    int readers_left_;

    std::mutex checkpoint_mutex_;
    std::condition_variable checkpoint_due_;
    std::atomic<bool> wal_is_long_ = false;
    bool checkpoints_stopping_ = false;

    std::thread checkpointer_;
    std::thread worker_;
};

}  // namespace kith::store
