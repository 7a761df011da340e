#include "support/postgres.h"

#include <libpq-fe.h>
#include <unistd.h>

#include <cstdlib>
#include <stdexcept>

namespace kith::support {

namespace {
const std::string programs = "/usr/lib/postgresql/15/bin/";

std::string as_postgres(const std::string& command) {
    return geteuid() == 0 ? "runuser -u postgres -- " + command : command;
}
}  // namespace

PostgresCluster& PostgresCluster::shared() {
    static PostgresCluster cluster;
    return cluster;
}

void PostgresCluster::run(const std::string& command) const {
    const auto log = (directory_ / "commands.log").string();
    if (std::system(("cd / && " + as_postgres(command) + " >>" + log + " 2>&1").c_str()) != 0)
        throw std::runtime_error("PostgreSQL 15 is needed for the tests (deps.txt), and this failed: " + command +
                                 "; see " + log);
}

PostgresCluster::PostgresCluster() {
    std::string name =
        std::filesystem::exists("/dev/shm") ? "/dev/shm/kith-postgres-XXXXXX" : "/tmp/kith-postgres-XXXXXX";
    if (!mkdtemp(name.data())) throw std::runtime_error("no temporary directory");
    directory_ = name;
    std::filesystem::permissions(directory_, std::filesystem::perms::all);
    const auto data = (directory_ / "data").string();
    run(programs + "initdb -D " + data + " -U postgres -A trust -E UTF8 --locale=C --no-sync");
    start();
    // Whoever waits for the end of this pipe sees it however the program ends.
    const auto stop = programs + "pg_ctl -D " + data + " -m immediate -w stop";
    keeper_ = popen(("cat; cd /; " + as_postgres(stop) + " >/dev/null 2>&1; rm -rf " + name).c_str(), "we");
    psql(uri("postgres", "postgres"), "CREATE ROLE kith LOGIN");
}

void PostgresCluster::start() {
    const auto name = directory_.string();
    run(programs + "pg_ctl -D " + name + "/data -w -t 60 -o \"-k " + name +
        " -c listen_addresses='' -c fsync=off -c autovacuum=off -c dynamic_shared_memory_type=mmap -c "
        "max_connections=200 -c shared_buffers=64MB\" -l " +
        name + "/server.log start");
}

void PostgresCluster::stop() {
    run(programs + "pg_ctl -D " + (directory_ / "data").string() + " -m fast -w stop");
}

void PostgresCluster::set_following(bool following) {
    stop();
    run((following ? "touch " : "rm ") + (directory_ / "data" / "standby.signal").string());
    start();
}

PostgresCluster::~PostgresCluster() {
    pclose(keeper_);
}

std::string PostgresCluster::uri(const std::string& user, const std::string& database) const {
    return "postgresql://" + user + "@/" + database + "?host=" + directory_.string();
}

std::string PostgresCluster::fresh_database() {
    const auto name = "kith" + std::to_string(++databases_);
    psql(uri("postgres", "postgres"), "CREATE DATABASE " + name + " OWNER kith");
    return uri("kith", name);
}

std::string PostgresCluster::lend_database() {
    if (free_.empty()) return fresh_database();
    const auto uri = free_.back();
    free_.pop_back();
    return uri;
}

void PostgresCluster::give_back(const std::string& uri) {
    psql(as_superuser(uri),
         "SET session_replication_role = replica; DO $$ DECLARE t text; BEGIN "
         "FOR t IN SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND "
         "relname <> "
         "'schema_version' LOOP EXECUTE 'DELETE FROM ' || t; END LOOP; "
         "FOR t IN SELECT relname FROM pg_class WHERE relkind = 'S' LOOP EXECUTE 'ALTER SEQUENCE ' || t || ' RESTART'; "
         "END LOOP; "
         "END $$");
    free_.push_back(uri);
}

std::string PostgresCluster::as_superuser(const std::string& uri) const {
    auto out = uri;
    return out.replace(out.find("kith@"), 5, "postgres@");
}

void PostgresCluster::psql(const std::string& uri, const std::string& sql) const {
    PGconn* connection = PQconnectdb(uri.c_str());
    PGresult* result = PQexec(connection, sql.c_str());
    const auto status = PQresultStatus(result);
    const std::string why = PQerrorMessage(connection);
    PQclear(result);
    PQfinish(connection);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw std::runtime_error(why + " in: " + sql);
}

void PostgresCluster::end_sessions(const std::string& uri) const {
    const auto from = uri.find("@/") + 2;
    const auto name = uri.substr(from, uri.find('?') - from);
    psql(as_superuser(this->uri("kith", "postgres")),
         "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '" + name + "'");
}

}  // namespace kith::support
