// PostgreSQL behind the Engine: a pool of connections, SERIALIZABLE writes that are run again when they lose against
// another, REPEATABLE READ snapshots. Every session acts as a role that row-level security holds for: see
// postgres_role.h.
#pragma once

#include <deque>
#include <thread>
#include <vector>

#include "store/engine.h"
#include "store/postgres.h"

namespace kith::store {

class PostgresEngine final : public Engine {
  public:
    PostgresEngine(const Location& location, int connections, std::optional<RawId> authority);
    ~PostgresEngine() override;

    Dialect dialect() const override { return Dialect::postgres; }
    void start(std::shared_ptr<Command> command) override;
    void run(std::shared_ptr<Command> command) override;
    void read(FunctionRef<void(Connection&)> body) override;
    void alone(FunctionRef<void(Connection&)> body) override;
    void serve(const RawId& authority) override;

  private:
    class Lease;

    void write(Command& command);
    void write_once(Command& command, int tries);
    void work();

    const Location location_;
    std::string role_;  ///< that every session takes; empty: its own
    std::mutex mutex_;
    std::condition_variable free_;
    std::optional<RawId> authority_;
    std::vector<std::unique_ptr<PostgresConnection>> idle_;
    int left_;

    std::mutex queue_mutex_;
    std::condition_variable queue_changed_;
    std::deque<std::shared_ptr<Command>> queue_;
    bool stopping_ = false;
    std::vector<std::thread> workers_;  ///< for commands that somebody waits for later
};

}  // namespace kith::store
