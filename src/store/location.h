// Where a database is: "sqlite:PATH" or "postgresql://user@host/name".
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "store/connection.h"

namespace kith::store {

struct Location {
    Dialect dialect = Dialect::sqlite;
    std::string where;  ///< the path of the file, or the whole URI
    std::string vfs;    ///< SQLite: another file layer, for tests
};

/// Refuses what is neither, and every setting that would lose acknowledged work ("sqlite:FILE?synchronous=normal").
Result<Location> parse_location(std::string_view text);

}  // namespace kith::store
