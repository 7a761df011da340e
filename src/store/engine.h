// How commands reach a database: SQLite's one writer thread or PostgreSQL's pool, behind one interface. Used by Store
// only.
#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

#include "base/function_ref.h"
#include "store/connection.h"

namespace kith::store {

/// Whether a commit waits for the disk. Kith always does. `off` is for what can be begun again from nothing, an invented
/// council while it is built, and lets the crash test prove that it sees lost writes; no configuration reaches it.
enum class Synchronous { full, off };

enum class Verdict { keep, undo };

/// The body of a write and where its end is told. The body may be run more than once.
class Command {
  public:
    explicit Command(std::function<Verdict(Connection&)> body) : body_(std::move(body)) {}

    Verdict run(Connection& connection) { return body_(connection); }

    /// Called once by the engine, when the outcome is durable or the fault is final.
    void finish(std::exception_ptr fault = nullptr);
    /// Blocks until then; throws the fault.
    void wait();

  private:
    std::function<Verdict(Connection&)> body_;
    std::mutex mutex_;
    std::condition_variable done_;
    bool finished_ = false;
    std::exception_ptr fault_;
};

class Engine {
  public:
    virtual ~Engine() = default;
    virtual Dialect dialect() const = 0;

    /// Takes the command; it is finished when durable. Blocks while the queue is full.
    virtual void start(std::shared_ptr<Command> command) = 0;
    /// The same, waiting for it.
    virtual void run(std::shared_ptr<Command> command) = 0;
    virtual void read(FunctionRef<void(Connection&)> body) = 0;
    /// Outside any transaction of commands, alone: migrations.
    virtual void alone(FunctionRef<void(Connection&)> body) = 0;
    /// PostgreSQL: the rows of this authority, on every connection from now on.
    virtual void serve(const RawId& authority) = 0;
};

}  // namespace kith::store
