// What main hands to commands: the clock, ids and where to write. Nothing in cli reads them for itself.
#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <ostream>
#include <span>
#include <string>

#include "actions/service.h"
#include "base/date.h"
#include "base/id.h"
#include "cli/options.h"
#include "store/store.h"

namespace kith::cli {

using Arguments = std::span<const std::string>;

struct Environment {
    std::function<Instant()> now;
    IdSource ids;
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
};

/// Prints the refusal's sentence on err; 1.
int fail(const Environment& environment, const Refusal& refusal);

/// How a database is named, for --help.
extern const std::string_view database_help;

/// The options that name a database, those of `more`, and as many words without a name as `words` says.
Result<Options> read_database_options(Arguments arguments, std::span<const std::string_view> more = {},
                                      std::size_t words = 0);

/// --database sqlite:PATH | postgresql://…, or --data DIR (short for sqlite:DIR/kith.sqlite; "data" when neither is
/// given). PostgreSQL: the keys that sign heads lie in --data, as DATABASE.AUTHORITY.key, and --authority says whose
/// records are meant where there are several. Refuses what cannot be reached, is no database, or lies where nothing can
/// be written.
Result<std::unique_ptr<store::Store>> open_database(const Options& options,
                                                    store::Synchronous synchronous = store::Synchronous::full);

/// The file of a SQLite database, as the options name it.
std::string file_of(const Options& options);

/// The same, where a record is already: nothing is made by looking.
Result<std::unique_ptr<store::Store>> open_record(const Options& options);

/// Founds an authority without a name where there is none yet, so that work can begin.
Result<void> found_if_empty(store::Store& store, const Environment& environment);

/// The service over an open store, with England's rulebook and the authority's own policy of today (kept, as the
/// service needs it, for the life of the process).
actions::Service service_over(store::Store& store, const Environment& environment);

}  // namespace kith::cli
