#include "bare_loop.h"

#include <charconv>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <unordered_map>

#include "clients.h"

namespace kith::bench {

namespace {

// The recorder's: one at a time, as SQLite's hook for new connections takes nothing with it.
struct Heard {
    bool listening = false;
    sqlite3* writer =
        nullptr;  ///< the connection whose transaction is heard; what others run beside it is not its work
    std::vector<std::string> texts;
    std::unordered_map<std::string, std::size_t> numbers;
    Recorded command;
    std::vector<Recorded> commands;
};
Heard heard;

std::string unhex(std::string_view digits) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        int value = 0;
        std::from_chars(digits.data() + i, digits.data() + i + 2, value, 16);
        bytes.push_back(static_cast<char>(value));
    }
    return bytes;
}

/// Takes one literal off the front of SQLite's expanded text.
Ran::Bound literal(std::string_view& text) {
    Ran::Bound bound;
    if (text.starts_with("NULL")) {
        text.remove_prefix(4);
    } else if (text.starts_with("zeroblob(0)")) {
        bound.kind = Ran::Bound::blob;
        text.remove_prefix(11);
    } else if (text.starts_with("x'")) {
        const auto end = text.find('\'', 2);
        bound = {Ran::Bound::blob, 0, unhex(text.substr(2, end - 2))};
        text.remove_prefix(end + 1);
    } else if (text.starts_with("'")) {
        bound.kind = Ran::Bound::text;
        for (text.remove_prefix(1);; text.remove_prefix(1)) {
            if (text.starts_with("''"))
                text.remove_prefix(1);
            else if (text.starts_with("'"))
                break;
            bound.bytes.push_back(text.front());
        }
        text.remove_prefix(1);
    } else {
        bound.kind = Ran::Bound::integer;
        const auto end = std::from_chars(text.data(), text.data() + text.size(), bound.number).ptr;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
    return bound;
}

/// The values of a statement, by its text with places and its text with values. A place is ?N or $N.
std::vector<Ran::Bound> values(std::string_view text, std::string_view expanded, int count) {
    std::vector<Ran::Bound> found(static_cast<std::size_t>(count));
    while (!text.empty()) {
        const bool place =
            (text[0] == '?' || text[0] == '$') && text.size() > 1 && std::isdigit(static_cast<unsigned char>(text[1]));
        if (!place) {
            if (expanded.empty() || expanded[0] != text[0])
                throw std::runtime_error("cannot follow: " + std::string(text));
            text.remove_prefix(1);
            expanded.remove_prefix(1);
            continue;
        }
        std::size_t number = 0;
        const auto end = std::from_chars(text.data() + 1, text.data() + text.size(), number).ptr;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        found.at(number - 1) = literal(expanded);
    }
    return found;
}

void hear(sqlite3_stmt* statement) {
    const std::string text = sqlite3_sql(statement);
    if (text.starts_with("BEGIN")) {
        heard.writer = sqlite3_db_handle(statement);
        return heard.command.clear();
    }
    if (sqlite3_db_handle(statement) != heard.writer) return;
    if (text.starts_with("COMMIT")) return heard.commands.push_back(std::move(heard.command));
    char* expanded = sqlite3_expanded_sql(statement);
    const auto [at, is_new] = heard.numbers.try_emplace(text, heard.texts.size());
    if (is_new) heard.texts.push_back(text);
    heard.command.push_back({at->second, values(text, expanded, sqlite3_bind_parameter_count(statement))});
    sqlite3_free(expanded);
}

int on_statement(unsigned, void*, void* statement, void* unexpanded) {
    if (heard.listening && !std::string_view(static_cast<char*>(unexpanded)).starts_with("--"))
        hear(static_cast<sqlite3_stmt*>(statement));
    return 0;
}

int on_connection(sqlite3* connection, const char**, const struct sqlite3_api_routines*) {
    return sqlite3_trace_v2(connection, SQLITE_TRACE_STMT, on_statement, nullptr);
}

using Hook = void (*)();

class BareLoop {
  public:
    explicit BareLoop(const std::filesystem::path& file) {
        sqlite3_open_v2(file.c_str(), &db_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
        sqlite3_exec(db_, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON", nullptr, nullptr,
                     nullptr);
        begin_ = prepared("BEGIN IMMEDIATE");
        commit_ = prepared("COMMIT");
        for (const auto& text : heard.texts)
            statements_.push_back(prepared(text));
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
        sqlite3_finalize(begin_);
        sqlite3_finalize(commit_);
        sqlite3_close(db_);
    }
    BareLoop(const BareLoop&) = delete;

    void run(const Recorded& command) {
        Waiter waiter{command};
        std::unique_lock lock(mutex_);
        queue_.push_back(&waiter);
        if (queue_.size() == 1) waiting_.notify_all();
        waiter.changed.wait(lock, [&] { return waiter.done; });
    }

  private:
    struct Waiter {
        const Recorded& command;
        std::condition_variable changed{};
        bool done = false;
    };

    sqlite3_stmt* prepared(const std::string& text) {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v3(db_, text.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
            throw std::runtime_error(sqlite3_errmsg(db_));
        return statement;
    }

    void work() {
        while (true) {
            std::unique_lock lock(mutex_);
            waiting_.wait(lock, [&] { return !queue_.empty() || stopping_; });
            if (queue_.empty()) return;
            auto batch = std::move(queue_);
            queue_.clear();
            lock.unlock();
            step(begin_);
            for (auto* waiter : batch)
                for (const Ran& ran : waiter->command)
                    apply(ran);
            step(commit_);
            lock.lock();
            for (auto* waiter : batch) {
                waiter->done = true;
                waiter->changed.notify_all();
            }
        }
    }

    void step(sqlite3_stmt* statement) {
        int code = SQLITE_ROW;
        while (code == SQLITE_ROW)
            code = sqlite3_step(statement);
        if (code != SQLITE_DONE) throw std::runtime_error(sqlite3_errmsg(db_));
        sqlite3_reset(statement);
    }

    void apply(const Ran& ran) {
        auto* statement = statements_[ran.statement];
        for (std::size_t i = 0; i < ran.values.size(); ++i)
            bind(statement, static_cast<int>(i + 1), ran.values[i]);
        step(statement);
    }

    static void bind(sqlite3_stmt* statement, int at, const Ran::Bound& value) {
        const auto size = static_cast<int>(value.bytes.size());
        if (value.kind == Ran::Bound::null) sqlite3_bind_null(statement, at);
        if (value.kind == Ran::Bound::integer) sqlite3_bind_int64(statement, at, value.number);
        if (value.kind == Ran::Bound::text) sqlite3_bind_text(statement, at, value.bytes.data(), size, SQLITE_STATIC);
        if (value.kind == Ran::Bound::blob) sqlite3_bind_blob(statement, at, value.bytes.data(), size, SQLITE_STATIC);
    }

    sqlite3* db_ = nullptr;
    sqlite3_stmt* begin_ = nullptr;
    sqlite3_stmt* commit_ = nullptr;
    std::vector<sqlite3_stmt*> statements_;
    std::mutex mutex_;
    std::condition_variable waiting_;
    std::deque<Waiter*> queue_;
    bool stopping_ = false;
    std::thread worker_;
};

}  // namespace

Recorder::Recorder() {
    heard = {};
    sqlite3_auto_extension(reinterpret_cast<Hook>(on_connection));
}

Recorder::~Recorder() {
    sqlite3_reset_auto_extension();
}

void Recorder::start() {
    heard.listening = true;
}

std::vector<Recorded> Recorder::stop() {
    heard.listening = false;
    return std::move(heard.commands);
}

double bare_rate(const std::filesystem::path& file, const std::vector<Recorded>& commands) {
    BareLoop loop(file);
    return rate(commands.size(), [&](std::uint64_t number) { loop.run(commands[number]); });
}

}  // namespace kith::bench
