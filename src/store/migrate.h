// Brings a database's shape to this program's: forward only, each file once, each in a transaction of its own. Back is
// a restore. On PostgreSQL every table gets forced row-level security by authority.
#pragma once

#include "store/connection.h"
#include "store/schema.h"

namespace kith::store {

/// The files of migrations/, in the order of their names.
std::vector<Migration> kith_migrations();

/// How many were applied. Throws Unusable when the database is newer than the program, or a file was edited after
/// release.
int migrate(Connection& connection, const Schema& schema, Instant now);

/// The text for one of the two databases.
std::string in_dialect(std::string_view sql, Dialect dialect);

}  // namespace kith::store
