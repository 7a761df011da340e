// A real PostgreSQL 15 of our own: made in a temporary directory, reached by a Unix socket only, started once for a
// test program and stopped at its end. Without it the tests fail; nothing is skipped.
#pragma once

#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

namespace kith::support {

class PostgresCluster {
  public:
    /// The program's one cluster.
    static PostgresCluster& shared();

    /// A new, empty database that the plain role `kith` owns, as a URI for that role.
    std::string fresh_database();
    /// A database whose shape is there already, without rows; given back with its rows removed. An empty one at first.
    std::string lend_database();
    void give_back(const std::string& uri);
    /// The same database as the superuser.
    std::string as_superuser(const std::string& uri) const;
    /// Runs SQL as the superuser.
    void psql(const std::string& uri, const std::string& sql) const;
    /// Ends every session of the database, as a restart would.
    void end_sessions(const std::string& uri) const;
    /// The whole server, as when its machine is maintained.
    void stop();
    void start();
    /// Started again as a server that follows another: it can be read, and takes nothing. And back.
    void set_following(bool following);

  private:
    PostgresCluster();
    ~PostgresCluster();
    std::string uri(const std::string& user, const std::string& database) const;
    void run(const std::string& command) const;

    std::filesystem::path directory_;
    FILE* keeper_ = nullptr;  ///< stops the server when this program ends
    int databases_ = 0;
    std::vector<std::string> free_;
};

}  // namespace kith::support
