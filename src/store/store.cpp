#include "store/store.h"

#include <sodium.h>

#include <algorithm>

#include "core/authority.h"
#include "store/authority_store.h"
#include "store/desk_store.h"
#include "store/head_keeper.h"
#include "store/journal.h"
#include "store/migrate.h"
#include "store/postgres_engine.h"
#include "store/replay.h"
#include "store/sha256.h"
#include "store/sqlite_engine.h"

namespace kith::store {

namespace {

constexpr auto tokens_kept = std::chrono::days(7);

RandomBytes or_sodium(const RandomBytes& random) {
    if (random) return random;
    CHECK(sodium_init() >= 0);
    return [](std::span<std::uint8_t> out) { randombytes_buf(out.data(), out.size()); };
}

std::unique_ptr<Engine> make_engine(const Location& location, const StoreOptions& options) {
    if (location.dialect == Dialect::sqlite)
        return std::make_unique<SqliteEngine>(location, options.connections, options.synchronous);
    return std::make_unique<PostgresEngine>(location, options.connections, options.authority);
}

bool is_folder(const std::filesystem::path& head_key) {
    return !head_key.empty() && !head_key.has_filename();
}

/// Empty while it is not known whose key is meant.
std::filesystem::path head_key(const Location& location, const StoreOptions& options) {
    if (is_folder(options.head_key)) return {};
    if (options.head_key.empty() && location.dialect == Dialect::sqlite) return location.where + ".key";
    return options.head_key;
}

/// Says whose file it is, also where several databases keep theirs in one directory.
std::string file_name(Connection& connection, const RawId& authority, std::string_view ending) {
    std::string name = "kith";
    if (connection.dialect() == Dialect::postgres)
        name = Reader(connection).scalar<std::string>("SELECT current_database()").value_or(name);
    std::ranges::replace(name, '/', '_');
    return name + "." + to_text(authority) + std::string(ending);
}

[[noreturn]] void which_of(const std::vector<core::Authority>& all) {
    std::string sentence = "This database holds several authorities. Say which with --authority:";
    for (const auto& each : all)
        sentence += " " + to_text(each.id) + " (" + each.name + ")";
    throw Unusable(sentence + ".");
}

/// Sessions that serve somebody see one row, others all (migration 0040).
std::vector<core::Authority> authorities(Connection& connection) {
    Reader reader(connection);
    if (connection.dialect() == Dialect::postgres &&
        reader.scalar<std::int64_t>("SELECT count(*) WHERE to_regclass('authority') IS NOT NULL") == 0)
        return {};
    return reader.list<core::Authority>("ORDER BY id");
}

}  // namespace

struct Store::Inside {
    const Location location;
    const StoreOptions options;
    const Schema& schema;
    RandomBytes random;
    HeadKeeper heads;
    std::unique_ptr<Engine> engine;
    std::mutex mutex;
    std::optional<RawId> authority;

    /// Looks whose records these are, until it is known; the only authority of a PostgreSQL database is served from
    /// then on.
    std::optional<RawId> whose() {
        const std::lock_guard lock(mutex);
        if (authority) return authority;
        std::vector<core::Authority> all;
        engine->read([&](Connection& connection) { all = authorities(connection); });
        if (all.empty()) return std::nullopt;
        if (all.size() > 1) which_of(all);
        if (location.dialect == Dialect::postgres && !options.authority) serve(all.front().id);
        authority = all.front().id;
        return authority;
    }

    void serve(const RawId& id) {
        engine->serve(id);
        find_key(id);
    }

    void find_key(const RawId& id) {
        if (!is_folder(options.head_key)) return;
        heads = HeadKeeper(options.head_key / own_name(id, ".key"), random);
    }

    std::string own_name(const RawId& id, std::string_view ending) {
        std::string name;
        engine->read([&](Connection& connection) { name = file_name(connection, id, ending); });
        return name;
    }

    std::shared_ptr<Command> command(const Stamp& stamp, Body body) {
        return std::make_shared<Command>([this, stamp, body = std::move(body)](Connection& connection) {
            Journal journal(connection, schema, random);
            Writer writer(connection, stamp, journal);
            return body(writer);
        });
    }
};

Store::Store(std::unique_ptr<Inside> inside) : inside_(std::move(inside)) {}
Store::~Store() = default;

std::unique_ptr<Store> Store::open(const Location& location, const StoreOptions& options) {
    const auto random = or_sodium(options.random);
    std::unique_ptr<Inside> inside(new Inside{.location = location,
                                              .options = options,
                                              .schema = options.schema ? *options.schema : kith_schema(),
                                              .random = random,
                                              .heads = HeadKeeper(head_key(location, options), random),
                                              .engine = make_engine(location, options)});
    if (options.authority) inside->find_key(*options.authority);
    if (location.dialect == Dialect::postgres) inside->whose();
    return std::unique_ptr<Store>(new Store(std::move(inside)));
}

int Store::migrate(Instant now) {
    int applied = 0;
    inside_->engine->alone([&](Connection& connection) { applied = store::migrate(connection, inside_->schema, now); });
    const auto own = authority();
    if (own && inside_->options.authority && *own != *inside_->options.authority)
        throw Unusable("This database holds another authority. One file holds one.");
    if (own && dialect() == Dialect::postgres)
        inside_->engine->alone([](Connection& connection) { go_on_counting(connection); });
    return applied;
}

std::optional<RawId> Store::authority() const {
    return inside_->whose();
}

std::filesystem::path Store::file_beside_key(std::string_view ending) const {
    const auto own = authority();
    CHECK(own);
    return inside_->heads.key().parent_path() / inside_->own_name(*own, ending);
}

Result<void> Store::found(const Stamp& stamp, RawId id, std::string name) {
    if (const auto own = authority())
        return refuse(Because::conflict, "authority", "This database already holds an authority. One file holds one.");
    if (inside_->options.authority && *inside_->options.authority != id)
        return refuse(Because::invalid, "authority", "The store was opened for another authority.");
    inside_->serve(id);
    inside_->heads.begin_anew(stamp.at);
    return write(stamp, [&](Writer& writer) -> Result<void> {
        writer.save(core::happened::authority_founded, id, core::Authority{core::AuthorityId(id), name});
        return {};
    });
}

void Store::run(const Stamp& stamp, Body body) {
    inside_->engine->run(inside_->command(stamp, std::move(body)));
}

std::shared_ptr<Command> Store::start(const Stamp& stamp, Body body) {
    auto command = inside_->command(stamp, std::move(body));
    inside_->engine->start(command);
    return command;
}

void Store::run_read(FunctionRef<void(Reader&)> body) {
    inside_->engine->read([&](Connection& connection) {
        Reader reader(connection);
        body(reader);
    });
}

void Store::run_once(const Token& token, std::string_view content, const Stamp& stamp,
                     FunctionRef<Result<std::string>(Writer&)> body, Result<std::string>& result) {
    const auto fingerprint = sha256(stamp.actor.bytes, bytes_of(content));
    const auto once = [&](Writer& writer) {
        if (const auto earlier = writer.find<Idempotency>(token.text)) {
            if (earlier->fingerprint == fingerprint)
                result = earlier->location;
            else
                result = refuse(Because::conflict, "", "This form was already sent with other content. Open it again.");
            // Touched, so that this commit too waits for whatever the first one should have waited for.
            writer.run("UPDATE idempotency SET at = at WHERE token = $1", token.text);
            return Verdict::keep;
        }
        result = body(writer);
        if (!result) return Verdict::undo;
        writer.put(Idempotency{token.text, fingerprint, *result, stamp.at});
        return Verdict::keep;
    };
    try {
        run(stamp, once);
    } catch (const InDoubt&) {
        run(stamp, once);  // the token says which it was
    }
}

std::optional<Head> Store::write_head(Instant now) {
    std::optional<Head> head;
    run(Stamp{{}, now}, [&](Writer& writer) {
        head = inside_->heads.write(writer, now);
        return Verdict::keep;
    });
    if (head) inside_->heads.send(*head);
    return head;
}

std::vector<Head> Store::heads() {
    return read([](Reader& reader) { return reader.list<Head>("ORDER BY number"); });
}

Verified Store::verify(FaultVisitor fault) {
    return read([&](Reader& reader) { return verify_journal(reader, inside_->heads, fault); });
}

void Store::replay_into(Store& target) {
    const auto own = authority();
    if (!own) throw Unusable("There is nothing to replay: no authority was founded.");
    if (target.authority()) throw Unusable("A journal is replayed into an empty database only.");
    target.inside_->serve(*own);
    target.inside_->engine->alone([&](Connection& connection) {
        read([&](Reader& source) {
            Journal journal(connection, target.schema(), target.inside_->random);
            Writer writer(connection, Stamp{}, journal);
            replay_journal(source, writer, target.schema());
        });
    });
}

void Store::tidy(Instant now) {
    run(Stamp{{}, now}, [&](Writer& writer) {
        writer.run("DELETE FROM idempotency WHERE at < $1", now - tokens_kept);
        return Verdict::keep;
    });
}

const Schema& Store::schema() const {
    return inside_->schema;
}
Dialect Store::dialect() const {
    return inside_->engine->dialect();
}

}  // namespace kith::store
