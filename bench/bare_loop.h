// The floor under durable commands on SQLite: what an action asked of the database, recorded value by value, and run
// again by one thread that does nothing else.
#pragma once

#include <sqlite3.h>

#include <filesystem>
#include <string>
#include <vector>

namespace kith::bench {

/// One statement as it ran: its text, and its values as SQL literals were written for them.
struct Ran {
    std::size_t statement = 0;  ///< in texts()
    struct Bound {
        enum { null, integer, text, blob } kind = null;
        std::int64_t number = 0;
        std::string bytes;
    };
    std::vector<Bound> values;
};
using Recorded = std::vector<Ran>;  ///< one command: everything between BEGIN and COMMIT

/// Hears every statement of the connections that are opened during its life.
class Recorder {
  public:
    Recorder();
    ~Recorder();
    Recorder(const Recorder&) = delete;

    void start();
    std::vector<Recorded> stop();
};

/// Commands a second when the clients hand the recorded commands to one thread and wait for its COMMIT.
double bare_rate(const std::filesystem::path& file, const std::vector<Recorded>& commands);

}  // namespace kith::bench
