// The record's one door. `write` runs an action's whole body inside a write transaction and returns when it is durable;
// `read` runs it over one snapshot. What an action writes goes through Writer::save (store/transaction.h).
//
// The body is handed a Writer and returns a Result: a refusal undoes what this body did, and nothing else; an exception
// too, and is thrown again to this caller only. It may be run more than once (a serialisation conflict, a full disk
// under a neighbour), so it changes nothing outside the Writer, and never waits: no files, no network, no passwords, no
// rendering.
//
// SQLite: one writer thread commits many bodies at once. PostgreSQL: SERIALIZABLE on a pool, with retries.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "store/engine.h"
#include "store/heads.h"
#include "store/location.h"
#include "store/schema.h"
#include "store/transaction.h"
#include "store/verify.h"

namespace kith::store {

struct StoreOptions {
    /// PostgreSQL: whose rows (none: the database's default). SQLite: if given, it must be the file's own authority.
    std::optional<RawId> authority;
    /// The key that signs heads: its file, made if missing (DIR/: DIR/DATABASE.AUTHORITY.key). Empty: beside SQLite's.
    std::filesystem::path head_key;
    int connections = 8;             ///< most open at once for reading (SQLite), for everything (PostgreSQL)
    const Schema* schema = nullptr;  ///< none: Kith's own
    RandomBytes random;              ///< salts; none: libsodium's
    Synchronous synchronous = Synchronous::full;
};

/// A form or an API call, as rendered or sent: a double submit carries the same one.
struct Token {
    std::string text;
};

/// A write that is under way. Wait before anything that it makes true leaves the program.
template <class R>
class Pending;

class Store {
  public:
    /// Throws Unusable with a sentence when the database cannot be served. Does not change the database; see migrate.
    static std::unique_ptr<Store> open(const Location& location, const StoreOptions& options = {});
    ~Store();  ///< ends when every command that was accepted is answered; write_head first on a clean stop

    /// Brings the database's shape to this program's, forward only. Returns how many files were applied.
    int migrate(Instant now);

    /// Whose records these are; nothing before `found`.
    std::optional<RawId> authority() const;
    /// DIR/DATABASE.AUTHORITY and the ending, where DIR holds the key that signs heads: a file of this record alone,
    /// beside the database. Only once it is known whose records these are.
    std::filesystem::path file_beside_key(std::string_view ending) const;
    /// Founds the authority of an empty database. A second one in a SQLite file is refused.
    Result<void> found(const Stamp& stamp, RawId id, std::string name);

    template <class F>
    auto write(const Stamp& stamp, F body) -> std::invoke_result_t<F&, Writer&>;

    /// Starts a write and returns at once.
    template <class F>
    auto write_later(const Stamp& stamp, F body) -> Pending<std::invoke_result_t<F&, Writer&>>;

    /// As write, once for each token: the body returns the location of its result; the same token with the same content
    /// by the same actor gets that location again without running it, with other content Because::conflict. Refusals
    /// are not kept, results for seven days.
    template <class F>
    Result<std::string> write_once(const Token& token, std::string_view content, const Stamp& stamp, F body);

    template <class F>
    auto read(F body) -> std::invoke_result_t<F&, Reader&>;

    /// Signs everything that is committed and not under a head yet; nothing when there is nothing new. Every minute, on
    /// a clean stop and after each command-line run.
    std::optional<Head> write_head(Instant now);
    std::vector<Head> heads();

    /// Checks the whole journal; each fault to the visitor, in order.
    Verified verify(FaultVisitor fault);

    /// Restores an empty, migrated store from this journal: every journalled table and the journal itself, row for row.
    void replay_into(Store& target);

    /// Forgets tokens that are older than seven days.
    void tidy(Instant now);

    const Schema& schema() const;
    Dialect dialect() const;

  private:
    struct Inside;
    explicit Store(std::unique_ptr<Inside> inside);

    using Body = std::function<Verdict(Writer&)>;
    void run(const Stamp& stamp, Body body);
    std::shared_ptr<Command> start(const Stamp& stamp, Body body);
    void run_read(FunctionRef<void(Reader&)> body);
    void run_once(const Token& token, std::string_view content, const Stamp& stamp,
                  FunctionRef<Result<std::string>(Writer&)> body, Result<std::string>& result);

    std::unique_ptr<Inside> inside_;
};

template <class R>
class Pending {
  public:
    /// Blocks until it is durable. Throws what the body threw.
    R wait() {
        command_->wait();
        return std::move(**result_);
    }

  private:
    friend class Store;
    std::shared_ptr<Command> command_;
    std::shared_ptr<std::optional<R>> result_;
};

template <class F>
auto Store::write(const Stamp& stamp, F body) -> std::invoke_result_t<F&, Writer&> {
    std::optional<std::invoke_result_t<F&, Writer&>> result;
    run(stamp, [&](Writer& writer) {
        result.emplace(body(writer));
        return result->has_value() ? Verdict::keep : Verdict::undo;
    });
    return std::move(*result);
}

template <class F>
auto Store::write_later(const Stamp& stamp, F body) -> Pending<std::invoke_result_t<F&, Writer&>> {
    using R = std::invoke_result_t<F&, Writer&>;
    Pending<R> pending;
    pending.result_ = std::make_shared<std::optional<R>>();
    pending.command_ = start(stamp, [result = pending.result_, body = std::move(body)](Writer& writer) mutable {
        result->emplace(body(writer));
        return (*result)->has_value() ? Verdict::keep : Verdict::undo;
    });
    return pending;
}

template <class F>
Result<std::string> Store::write_once(const Token& token, std::string_view content, const Stamp& stamp, F body) {
    Result<std::string> result;
    run_once(token, content, stamp, body, result);
    return result;
}

template <class F>
auto Store::read(F body) -> std::invoke_result_t<F&, Reader&> {
    using R = std::invoke_result_t<F&, Reader&>;
    if constexpr (std::is_void_v<R>) {
        run_read(body);
    } else {
        std::optional<R> result;
        run_read([&](Reader& reader) { result.emplace(body(reader)); });
        return std::move(*result);
    }
}

}  // namespace kith::store
